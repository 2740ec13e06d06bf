import { expect, test } from 'vitest'
import { compileProgram } from '../../src/compile.ts'
import { runCase } from '../../src/review/cases/run-case.ts'
import { mutantsOf } from '../../src/review/mutate/mutants.ts'
import { changeText } from '../../src/review/mutate/sentences.ts'
import { sampleWithCases, triedOn } from './mutating.ts'

test.each(['first-commission', 'margin-matrix', 'adventureworks', 'deductions-zh', 'tangyu-zh', 'tangyu-en'])(
  'every change of %s that is said to be noticed by no case is noticed by none on the whole of it',
  (name) => {
    const { program, plan, sources, cases } = sampleWithCases(name)
    const small = cases.filter((one) => !one.data)
    // With half of the cases there are changes that none of them notices.
    for (const some of [small, small.filter((_, i) => i % 2 === 0)]) {
      const late: string[] = []
      for (const { mutant, is } of triedOn({ program, plan }, sources, mutantsOf(program, sources), some)) {
        const whole =
          is === 'survived' || is === 'equivalent'
            ? compileProgram(mutant.program(), sources).plan
            : undefined
        const by = whole && some.find((one) => !runCase(whole, one).passed)
        if (by) late.push(`${mutant.clause}: ${changeText(mutant, 'en')}: ${by.name}`)
      }
      expect(late).toEqual([])
    }
  },
)
