import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Line } from '../reference/reference.ts'
import { anyCase, type Case, describeCase, disagreements, engineOf, firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

test('the engine and the reference give the same lines for 200 random policies', { timeout: 120_000 }, () => {
  let refused = 0
  const agrees = (found: Case) => {
    const differences = disagreements(found)
    if (differences === undefined) refused++
    else if (differences.length > 0) throw new Error(describeCase(found, differences))
  }
  // Without shrinking, which would run for minutes: the long test shrinks.
  fc.assert(fc.property(anyCase, agrees), { numRuns: 200, seed: 2026, endOnFailure: true })
  expect(refused).toBeLessThan(15)
})

/** The same items in an order that a number chooses. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, at: ((index + 1) * 7919 * (seed + 1)) % 10_007 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

test('the order of the rows never matters', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyCase, fc.nat(1000), ({ text, rows }, seed) => {
      const moved = Object.fromEntries(
        Object.entries(rows).map(([record, list]) => [record, shuffled(list, seed)]),
      )
      // A row without a key is named by its place: no clause here is paid for such a row.
      expect(engineOf({ text, rows: moved })).toEqual(engineOf({ text, rows }))
    }),
    { numRuns: 30, seed: 2027, endOnFailure: true },
  )
})

/** Of several reasons to hold a line, any may be named: only that it is held counts here. */
function meanings(lines: ReadonlyMap<string, Line>): { readonly [line: string]: string } {
  return Object.fromEntries([...lines].map(([name, line]) => [name, meaning(line)]))
}

/** The declarations of a policy, each with its block. */
function declarations(text: string): string[] {
  return text.split(/\n(?=[a-z])/)
}

test('how a policy is split into files, and their order, never matters', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyCase, fc.nat(1000), ({ text, rows }, seed) => {
      const parts = shuffled(declarations(text), seed)
      const half = seed % parts.length
      const files = [parts.slice(0, half), parts.slice(half)].map((part, index) => ({
        name: `part-${index}.bylaw`,
        text: `${part.join('\n')}\n`,
      }))
      const whole = engineOf({ text, rows })
      const split = engineLines(files, rows, firstHalf)
      if ('errors' in whole || 'errors' in split) expect('errors' in split).toBe('errors' in whole)
      else expect(meanings(split.lines)).toEqual(meanings(whole.lines))
    }),
    { numRuns: 30, seed: 2028, endOnFailure: true },
  )
})
