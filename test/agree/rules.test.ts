import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../src/base/day.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { compareRules } from '../rules/agreement.ts'
import { anyCase, type Case, describeCase, firstHalf } from './agreement.ts'
import { laterCase } from './together.ts'

const year = { from: firstHalf.from, until: dayOf(2026, 12, 31) ?? 0 }

/** How many results rules and engine gave alike; a difference is told with its policy and rows. */
async function comparedIn(found: Case, span: typeof year): Promise<number> {
  const { plan } = compile([{ name: 'policy.bylaw', text: found.text }])
  if (!plan) return 0
  const { rows } = rowsFromObjects(plan, found.rows)
  const { differences, compared } = await compareRules(plan, rows, found.rows, span, 4)
  if (differences.length > 0) throw new Error(describeCase(found, differences))
  return [...compared.values()].reduce((sum, count) => sum + count, 0)
}

test.each([
  ['pay, scorecards and decisions', anyCase, firstHalf, 60],
  ['what is paid over time', laterCase, year, 20],
] as const)(
  'rules on the real json-rules-engine give what the engine gives, for random policies: %s',
  {
    timeout: 300_000,
  },
  async (_, cases, span, numRuns) => {
    let compared = 0
    const agrees = async (found: Case) => {
      compared += await comparedIn(found, span)
    }
    await fc.assert(fc.asyncProperty<[Case]>(cases, agrees), { numRuns, seed: 2026, endOnFailure: true })
    expect(compared).toBeGreaterThan(10 * numRuns)
  },
)
