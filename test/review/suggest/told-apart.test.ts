import { expect, test } from 'vitest'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { closureOf } from '../../../src/review/suggest/slice.ts'
import { casesText, caseText } from '../../../src/review/suggest/write-cases.ts'
import { read } from '../coverage/reading.ts'

test('a value of one quarter of a year is told with its quarter, where of the others nothing is told', () => {
  const { plan } = read(`policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Answer { id text key; rep Rep; given date posting; points count up to 10 }
value answers "Answers" for Rep per quarter = count(Answer)
value satisfied "Satisfied" for Rep where answers > 0 per quarter = if avg(Answer.points) >= 8 then 1 else 0
value good "Good quarters" for Rep per year = sum(satisfied)
bonus yearly "Yearly" for Rep per year {
  start if good >= 1 then 500 EUR else 0 EUR
  round 1 half-up
}
`)
  const [output] = plan.outputs
  if (!output) throw new Error('no clause')
  const answer = [
    ['id', 'a1'],
    ['rep', 'r1'],
    ['given', '2026-02-10'],
    ['points', '9'],
  ] as const
  const rows = new Map([
    ['Rep', [new Map([['id', 'r1']])]],
    ['Answer', [new Map(answer)]],
  ])
  const shown = { world: { period: '2026', day: 0, rows }, output, values: ['satisfied'] }
  const one = { name: 'n', text: caseText(plan, shown, closureOf(plan), 'n') }
  // Only in the first quarter are there answers: the others are left out, and still they are there.
  expect(one.text).toContain('satisfied: { r1: { 2026-Q1: 1 } }')
  const { cases } = readCases(plan, [{ name: 'c.cases.yaml', text: casesText([one], 'en') }])
  expect(cases.map((known) => runCase(plan, known).passed)).toEqual([true])
})
