import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differing, eachQuarter, inTurn, laterCase, wholeYear } from './together.ts'

const seed = Number(process.env.SEED ?? 7)

test(`what is paid over time agrees, and quarters make up the year, for 1,000 policies (seed ${seed})`, () => {
  fc.assert(
    fc.property(laterCase, (found) => {
      expect(differing(found)).toEqual([])
      expect(inTurn(found, eachQuarter)).toEqual(inTurn(found, wholeYear))
    }),
    { numRuns: 1_000, seed },
  )
})
