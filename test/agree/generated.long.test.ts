import fc from 'fast-check'
import { test } from 'vitest'
import { anyCase, type Case, describeCase, disagreements } from './agreement.ts'

// The same cases in every run, so that a red build is the change's own; `SEED=…` tries others.
const seed = Number(process.env.SEED ?? 7)

test(`the engine and the reference agree on 6,000 random policies (seed ${seed})`, () => {
  const agrees = (found: Case) => {
    const differences = disagreements(found) ?? []
    if (differences.length > 0) throw new Error(describeCase(found, differences))
  }
  fc.assert(fc.property(anyCase, agrees), { numRuns: 6_000, seed })
})
