import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { compareRules } from '../rules/agreement.ts'
import { anyCase, describeCase, firstHalf } from './agreement.ts'

test('rules on the real json-rules-engine give what the engine gives, for 60 random policies', {
  timeout: 180_000,
}, async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(anyCase, async (found) => {
      const { plan } = compile([{ name: 'policy.bylaw', text: found.text }])
      if (!plan) return
      const { rows } = rowsFromObjects(plan, found.rows)
      const result = await compareRules(plan, rows, found.rows, firstHalf, 4)
      if (result.differences.length > 0) throw new Error(describeCase(found, result.differences))
      for (const count of result.compared.values()) compared += count
    }),
    { numRuns: 60, seed: 2026, endOnFailure: true },
  )
  expect(compared).toBeGreaterThan(1000)
})
