import fc from 'fast-check'
import { test } from 'vitest'
import { anyCase, type Case, describeCase, disagreements } from './agreement.ts'

// Other cases in every run: `SEED=…` runs those of a failure again.
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

test(`the engine and the reference agree on 10,000 random policies (seed ${seed})`, () => {
  const agrees = (found: Case) => {
    const differences = disagreements(found) ?? []
    if (differences.length > 0) throw new Error(describeCase(found, differences))
  }
  fc.assert(fc.property(anyCase, agrees), { numRuns: 10_000, seed })
})
