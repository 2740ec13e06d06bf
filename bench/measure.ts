import { spawnSync } from 'node:child_process'
import type { Measured } from './contender.ts'

/** Runs a contender once in a process of its own. */
export function measureOnce(entry: string, contender: string, folder: string, policy: string): Measured {
  const child = spawnSync(process.execPath, [entry, 'child', contender, folder, policy], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (child.status !== 0) throw new Error(`${contender} failed:\n${child.stderr}`)
  return JSON.parse(child.stdout)
}

/** Milliseconds that a whole process takes. */
export function wholeProcess(words: readonly string[]): number {
  const start = performance.now()
  const child = spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (child.status !== 0)
    throw new Error(`node ${words.join(' ')} ended with ${child.status}: ${child.stderr}`)
  return performance.now() - start
}

/**
 * Several rounds, each of which takes every job once: a machine that is busy for a while slows all of them alike, so
 * their ratios hold.
 */
export function interleaved<T>(
  rounds: number,
  jobs: ReadonlyMap<string, () => T>,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>([...jobs.keys()].map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, job] of jobs) found.get(name)?.push(job())
  }
  return found
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
