import { expect, test } from 'vitest'
import { read } from '../coverage/reading.ts'
import { suggested } from './suggesting.ts'

const head = 'policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }\n'

test('what counts earlier quarters, each of which asks for a quota, has cases with all of them', () => {
  const { cases, missing } = suggested(
    read(`${head}record Rep { id text key }
record Deal { id text key; rep Rep; signed date posting; amount money }
record Quota { rep Rep; period quarter; amount money }
value sold "Sold" for Rep per quarter = sum(Deal.amount)
value quota "Quota" for Rep per quarter = only(Quota.amount)
value attainment "Attainment" for Rep per quarter where quota > 0 EUR = sold / quota
value good_quarters "Good quarters" for Rep per quarter = count(quarter in last 4 quarters where attainment >= 100%)
bonus steady "Steady" for Rep per quarter {
  gate good_quarters >= 4
  start 1000 EUR
}
`),
  )
  // There are no more than 4 of the last 4 quarters.
  expect(missing).toEqual(['steady:boundary:Good quarters:4:above'])
  expect(cases.some(({ given }) => (given.Quota ?? []).length === 4)).toBe(true)
})

test('what holds for three months in a row has a case with all of them', () => {
  const { missing } = suggested(
    read(`${head}record Rep { id text key }
record Receipt { id text key; rep Rep; paid date posting; due date; amount money }
table age_factor unique {
  | days_late        | => factor |
  | up to 0          | 100%      |
  | over 0 up to 30  | 90%       |
  | over 30          | 0%        |
}
value days_late "Days late" for each Receipt = days(due, paid)
value counted "Counted" for each Receipt = amount * age_factor(days_late)
value collected "Collected" for Rep per month = sum(Receipt.counted)
bonus streak "Streak" for Rep per month {
  gate count(month in last 3 months where collected >= 10_000 EUR) = 3
  start 500 EUR
}
`),
  )
  expect(missing).toEqual([])
})
