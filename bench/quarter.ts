import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from './child.ts'
import type { Measured } from './contender.ts'
import { generate, people } from './generate.ts'
import { interleaved, measureOnce, median } from './measure.ts'
import { type Goal, printGoals, printRows } from './print.ts'
import { measureStartUp } from './start-up.ts'

/**
 * `npm run bench [rounds] [orders]`: pays one quarter and prints ratios of medians from this one run. It is no test of
 * time: only answers that differ make it fail.
 */
async function main(words: readonly string[]): Promise<void> {
  if (words[0] === 'child') return runChild(words[1] ?? '', words[2] ?? '', words[3] ?? '')
  const rounds = Number(words[0] ?? 7)
  const orders = Number(words[1] ?? 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-bench-'))
  try {
    await compare(folder, rounds, orders)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const whole = ['bylaw', 'plain-simple', 'plain-fast'] as const
const sampledEngines = ['json-rules-engine', 'zen-engine'] as const

async function compare(folder: string, rounds: number, orders: number): Promise<void> {
  const large = join(folder, 'large')
  const small = join(folder, 'small')
  const policy = resolve('bench/policy/field-sales.bylaw')
  const entry = fileURLToPath(import.meta.url)
  process.stderr.write(`generating ${orders} orders for ${people} people …\n`)
  generate(large, orders)
  generate(small, Math.ceil(orders / 10))

  process.stderr.write(`${rounds} rounds, one process for each contender and round …\n`)
  const jobs = new Map<string, () => Measured>(
    [...whole, ...sampledEngines].map((name) => [name, () => measureOnce(entry, name, large, policy)]),
  )
  jobs.set('tenth', () => measureOnce(entry, 'bylaw', small, policy))
  const found = interleaved(rounds, jobs)
  const startUp = measureStartUp(Math.max(rounds, 9), resolve('dist/bylaw.js'), policy)

  const time = (name: string) => median((found.get(name) ?? []).map((m) => m.milliseconds))
  const processor = (name: string) => median((found.get(name) ?? []).map((m) => m.processor))
  const ordersOf = (name: string) => found.get(name)?.[0]?.orders ?? 1
  const perOrder = (name: string) => time(name) / ordersOf(name)
  const cpuPerOrder = (name: string) => processor(name) / ordersOf(name)
  const peak = (name: string) => median((found.get(name) ?? []).map((m) => m.peakMegabytes))
  const own = perOrder('bylaw')
  printRows(
    [...whole, ...sampledEngines].map((name) => ({
      name,
      milliseconds: perOrder(name) * orders,
      ratio: perOrder(name) / perOrder('plain-simple'),
      processor: cpuPerOrder(name) / cpuPerOrder('plain-simple'),
      ofOwn: perOrder(name) / own,
      peak: peak(name),
      sampled: sampledEngines.some((engine) => engine === name) ? found.get(name)?.[0]?.orders : undefined,
    })),
  )
  printParts(found.get('bylaw') ?? [])
  const goals: Goal[] = [
    { what: 'bylaw ÷ plain JavaScript (split and Maps)', value: own / perOrder('plain-simple'), most: 3 },
    { what: 'bylaw ÷ the fastest by hand (bytes, no checks)', value: own / perOrder('plain-fast') },
    { what: '  the same of processor time', value: cpuPerOrder('bylaw') / cpuPerOrder('plain-fast') },
    { what: '10 × the orders ÷ time of a tenth', value: time('bylaw') / time('tenth'), most: 10.5 },
    {
      what: 'explain one person after the run, ms',
      value: median((found.get('bylaw') ?? []).map((m) => m.explain ?? Number.NaN)),
      most: 100,
    },
    ...startUp,
  ]
  printGoals(goals)
  const differences = differencesOf(found)
  for (const line of differences) console.log(line)
  console.log(
    differences.length === 0
      ? `Answers equal: ${people} people to the cent, and the credited amount of every sampled order.`
      : 'The answers differ.',
  )
  if (differences.length > 0) process.exitCode = 1
}

function printParts(runs: readonly Measured[]): void {
  const names = Object.keys(runs[0]?.parts ?? {})
  const parts = names.map((name) => `${name} ${Math.round(median(runs.map((m) => m.parts[name] ?? 0)))}`)
  console.log(`bylaw in parts, ms: ${parts.join(', ')}\n`)
}

/** One line for each contender that does not answer as the plain program does, in any round. */
function differencesOf(found: ReadonlyMap<string, readonly Measured[]>): readonly string[] {
  const right = found.get('plain-simple')?.[0]
  const lines: string[] = []
  for (const [name, runs] of found) {
    if (name === 'tenth') continue
    for (const run of runs) {
      const paid = run.paid && countDifferent(run.paid, right?.paid ?? [])
      const credited = countDifferent(run.credited, right?.credited ?? [])
      if ((paid ?? 0) > 0 || credited > 0)
        lines.push(`${name}: ${paid ?? 0} people and ${credited} sampled orders differ`)
    }
  }
  return [...new Set(lines)]
}

function countDifferent(a: readonly string[], b: readonly string[]): number {
  let different = Math.abs(a.length - b.length)
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) different++
  return different
}

await main(process.argv.slice(2))
