import { describe, expect, test } from 'vitest'
import { compileProgram } from '../../../src/compile.ts'
import { differenceOf } from '../../../src/review/difference/difference.ts'
import { mutantsOf } from '../../../src/review/mutate/mutants.ts'
import { expectToDiffer, sample, version } from './versions.ts'

describe('a policy with one change of a rule', { timeout: 240_000 }, () => {
  test.each([
    ['first-commission', 1],
    ['margin-matrix', 5],
    ['adventureworks', 4],
  ])('is never told as the same, and each example is true: %s', (name, every) => {
    const sources = sample(name)
    const old = version(sources)
    let told = 0
    let open = 0
    for (const mutant of mutantsOf(old.program, sources).filter((_, i) => i % every === 0)) {
      const { plan } = compileProgram(mutant.program(), sources)
      // What the checks refuse is no version, and what is computed alike no change.
      if (!plan || JSON.stringify(plan) === JSON.stringify(old.plan)) continue
      const { same, clauses } = differenceOf(old.plan, plan)
      expect([mutant.id, same]).toEqual([mutant.id, false])
      for (const clause of clauses.filter(({ verdict }) => verdict === 'differs')) {
        expectToDiffer(old.plan, plan, clause)
        told++
      }
      open += clauses.filter(({ verdict }) => verdict === 'may-differ').length
    }
    expect(told).toBeGreaterThan(3)
    // What is only said to be possible is the exception.
    expect(open).toBeLessThanOrEqual(told / 4)
  })
})
