import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { lower } from '../../../src/plan/lower.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import type { Case } from '../../../src/review/cases/case.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import type { Point, Points } from '../../../src/review/coverage/point.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import { mutantsOf } from '../../../src/review/mutate/mutants.ts'
import { changeText } from '../../../src/review/mutate/sentences.ts'
import { closureOf } from '../../../src/review/suggest/slice.ts'
import { suggest } from '../../../src/review/suggest/suggest.ts'
import type { Suggestion } from '../../../src/review/suggest/suggestion.ts'
import { casesText, caseTexts } from '../../../src/review/suggest/write-cases.ts'
import { repository } from '../../samples/run-sample.ts'
import { triedOn } from '../mutating.ts'

/** Of the handbook: authorities, a decision, a scorecard whose total several indicators add up to, time limits. */
const clauses: ReadonlySet<string> = new Set([
  '样机权限',
  '招待权限',
  '收礼处置',
  '和解权限',
  '补考权限',
  '客服评分卡',
  '首次回复',
  '投诉解决',
])

function handbook() {
  const name = '销售业务管理制度.bylaw.md'
  const sources = [{ name, text: readFileSync(join(repository, 'policies/handbook-zh', name), 'utf8') }]
  const { program, checked } = analyse(sources)
  const plan = lower(checked, sources, { written: true })
  return { sources, program, plan, points: pointsOf(plan, sources) }
}

/** Suggested cases as they are read again, all of which pass. */
function passing(plan: Plan, points: Points, suggestions: readonly Suggestion[]): readonly Case[] {
  const text = casesText(caseTexts(plan, points, suggestions, closureOf(plan), new Set()), 'zh-Hans')
  const { cases, found } = readCases(plan, [{ name: 'suggested.cases.yaml', text }])
  expect(found).toEqual([])
  expect(cases.filter((one) => !runCase(plan, one).passed).map((one) => one.name)).toEqual([])
  return cases
}

test('without any case of its own, suggested cases pass and notice at least 95 % of moved boundaries of the handbook', {
  timeout: 900_000,
}, () => {
  const { sources, program, plan, points } = handbook()
  const counts = points.points.map(({ owner }) => (clauses.has(owner.id) ? 0 : 1))
  const { suggestions, unreached } = suggest(plan, points, counts)
  // All that no rows can bring about, and hardly anything else.
  expect(unreached.length).toBeLessThan(counts.filter((count) => count === 0).length / 10)
  const cases = passing(plan, points, suggestions)
  const mutants = mutantsOf(program, sources).filter(
    ({ kind, clause }) => kind === 'boundary' && clauses.has(clause),
  )
  const runs = triedOn({ program, plan }, sources, mutants, cases)
  const killed = runs.filter(({ is }) => is === 'killed').length
  const survived = runs.flatMap(({ is, mutant }) => (is === 'survived' ? [mutant.id] : []))
  expect({ few: survived.length * 20 <= killed + survived.length, survived }).toEqual({ few: true, survived })
  expect(killed).toBeGreaterThan(45)
})

test('a time limit of the handbook that is only for rows with a day gets a case without it', {
  timeout: 300_000,
}, () => {
  const { plan, points } = handbook()
  const limits: ReadonlySet<string> = new Set(['调查时限', '申辩时限', '决定时限', '申诉时限'])
  const wanted = points.points.map(({ owner, what }) => limits.has(owner.id) && what.is === 'test')
  expect(wanted.filter(Boolean).length).toBeGreaterThanOrEqual(8)
  const { unreached } = suggest(
    plan,
    points,
    wanted.map((one) => (one ? 0 : 1)),
  )
  expect(unreached.map(({ point }) => point.id)).toEqual([])
})

test('each warning and escalation of the handbook gets a case just before it and one that has just reached it, which notice each change of when it is', {
  timeout: 900_000,
}, () => {
  const { sources, program, plan, points } = handbook()
  const isStep = ({ what }: Point) => what.is === 'warning' || what.is === 'escalation'
  const counts = points.points.map((point) => (isStep(point) ? 0 : 1))
  const { suggestions, unreached } = suggest(plan, points, counts)
  expect(unreached).toEqual([])
  const cases = passing(plan, points, suggestions)
  const lines = new Set(points.points.filter(isStep).map(({ place }) => place.line))
  const mutants = mutantsOf(program, sources).filter(({ line }) => lines.has(line))
  const runs = triedOn({ program, plan }, sources, mutants, cases)
  expect(runs.filter(({ is }) => is === 'killed').length).toBeGreaterThan(80)
  // Of the two hours of P1 79.99% are 5759.28 seconds: the first whole second after them is that of 80%.
  expect(
    runs.flatMap(({ is, mutant }) =>
      is === 'survived' ? [`${mutant.clause} ${changeText(mutant, 'zh-Hans')}`] : [],
    ),
  ).toEqual(['首次回复 80% → 79.99%'])
})
