import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothingKept } from '../../src/analyse.ts'
import type { Source } from '../../src/base/span.ts'
import { compile, compileProgram } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { ranFor } from '../../src/review/cases/run-case.ts'
import { mutantsOf } from '../../src/review/mutate/mutants.ts'
import { sameAs } from '../../src/review/mutate/same-plan.ts'
import { changeText } from '../../src/review/mutate/sentences.ts'
import type { Program } from '../../src/syntax/ast.ts'
import { anyCase } from '../agree/agreement.ts'
import { sampleWithCases } from './mutating.ts'
import { allOf, type Data, provedOf, ranOn } from './proving.ts'
import { anySmallPolicy, data } from './small-policies.ts'

const seed = Number(process.env.SEED ?? 1127)

/** The changes of a policy of which it is said that they change nothing. */
function* saidSame(program: Program, sources: readonly Source[]) {
  const compiled = compileProgram(program, sources, { kept: nothingKept })
  const before = compiled.plan
  if (!before) return
  const same = sameAs(before)
  for (const mutant of mutantsOf(program, sources)) {
    const after = compileProgram(mutant.program(), sources, compiled).plan
    if (after && same(after)) yield { says: changeText(mutant, 'en'), before, after }
  }
}

/** Of a policy and rows: what is said to change nothing and does, and the numbers that are where they never lie. */
function mistakes(text: string, rows: Data): { readonly found: readonly string[]; readonly said: number } {
  const sources = [{ name: 'p.bylaw', text }]
  const { program, plan } = compile(sources)
  if (!plan) return { found: [], said: 0 }
  const ran = ranOn(plan, rows)
  const found = [...provedOf(plan)(ran.results)]
  let said = 0
  for (const { says, before, after } of saidSame(program, sources)) {
    said++
    if (resultsOf(before, rows) !== resultsOf(after, rows)) found.push(says)
  }
  return { found, said }
}

function resultsOf(plan: Plan, rows: Data): string {
  const { results, lines } = ranOn(plan, rows)
  return allOf(results, lines)
}

test(`no change of a small policy is said to be none where some data tells (seed ${seed})`, () => {
  let all = 0
  fc.assert(
    fc.property(anySmallPolicy, (text) => {
      const { found, said } = mistakes(text, data)
      all += said
      expect(found, text).toEqual([])
    }),
    { numRuns: 250, seed },
  )
  // What is said to change nothing is said often enough to try it.
  expect(all).toBeGreaterThan(250)
})

test(`no change of a random policy is said to be none where its rows tell (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyCase, ({ text, rows }) => {
      expect(mistakes(text, rows as Data).found, text).toEqual([])
    }),
    { numRuns: 40, seed, endOnFailure: true },
  )
})

test.each(['first-commission', 'margin-matrix', 'adventureworks', 'deductions-zh', 'tangyu-en'])(
  'no change of %s is said to be none where a case tells, and no number of a case lies where it never does',
  (name) => {
    const { program, plan, sources, cases } = sampleWithCases(name)
    const small = cases
      .filter((one) => !one.data)
      .map((one) => ({ one, loaded: rowsFromObjects(plan, one.given) }))
    const resultsOf = (of: Plan) =>
      small.map(({ one, loaded }) => {
        const { results, lines } = ranFor(of, one, loaded)
        return allOf(results, lines)
      })
    const proved = provedOf(plan)
    expect(small.flatMap(({ one, loaded }) => proved(ranFor(plan, one, loaded).results))).toEqual([])
    for (const { says, before, after } of saidSame(program, sources))
      expect(resultsOf(after), says).toEqual(resultsOf(before))
  },
)
