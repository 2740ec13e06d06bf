import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { differenceOf } from '../../../src/review/difference/difference.ts'
import { differenceReport } from '../../../src/review/difference/report.ts'
import { mutantsOf } from '../../../src/review/mutate/mutants.ts'
import { print } from '../../../src/syntax/print.ts'
import { expectToDiffer, sample, version } from './versions.ts'

/** Changes for which some clause has no example yet, though each is named. */
const withoutExample: { readonly [sample: string]: readonly string[] } = {
  'deductions-zh': [
    // Roundings of what has no more places: nothing is another.
    '制度.bylaw:85:rounding:3',
    '制度.bylaw:98:rounding:2',
  ],
  'tangyu-zh': [
    // Tests that those of the clauses that read it imply: nothing is another.
    '折算回款.bylaw:41:logic:1',
    '评分卡.bylaw:88:logic:1',
  ],
}

describe('a policy with one change of a rule', { timeout: 1_200_000 }, () => {
  test.each([
    ['first-commission', 1],
    ['deductions-zh', 6],
    ['tangyu-zh', 29],
    ['margin-matrix', 5],
    ['adventureworks', 4],
  ])(
    'is never told as the same, is named or shown by an example, and each example is true: %s',
    (name, every) => {
      const sources = sample(name)
      const old = { ...version(sources), sources }
      let changed = 0
      let told = 0
      let open = 0
      const bare: string[] = []
      const unshown: string[] = []
      for (const mutant of mutantsOf(old.program, sources).filter((_, i) => i % every === 0)) {
        const texts = mutant
          .program()
          .files.map((file) => ({ name: file.source, text: print(file, file.language) }))
        const nextSources = [...texts, ...sources.filter((one) => one.name.endsWith('.csv'))]
        const next = compile(nextSources, [])
        const { plan } = next
        // What the checks refuse is no version, and what is computed alike no change.
        if (!plan || JSON.stringify(plan.columns) === JSON.stringify(old.plan.columns)) continue
        const found = differenceOf(old.plan, plan)
        expect([mutant.id, found.same]).toEqual([mutant.id, false])
        const shown = found.clauses.filter(({ verdict }) => verdict === 'differs')
        for (const clause of shown) expectToDiffer(old.plan, plan, clause)
        const left = found.clauses.filter(({ verdict }) => verdict === 'may-differ')
        changed++
        told += shown.length
        open += left.length
        if (left.length > 0) unshown.push(mutant.id)
        const report = differenceReport(old, { ...next, plan, sources: nextSources }, 'en', found)
        const named = report.clauses.some(
          ({ limits, tables, tiers }) => limits.length + tables.length + tiers.length > 0,
        )
        if (!named && shown.length === 0) bare.push(mutant.id)
      }
      expect(changed).toBeGreaterThan(3)
      expect(bare).toEqual([])
      const known = withoutExample[name]
      if (known) expect(unshown.filter((id) => !known.includes(id))).toEqual([])
      // What is only said to be possible is the exception.
      else expect([name, open <= told / 4]).toEqual([name, true])
    },
  )
})
