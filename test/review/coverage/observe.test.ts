import { describe, expect, test } from 'vitest'
import { observe } from '../../../src/review/coverage/observe.ts'
import { weigh } from '../../../src/review/coverage/weigh.ts'
import { read, resultsOf } from './reading.ts'

const policy = read(`policy sales "Sales" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Quote { id text key; rep Rep; on date posting; discount percent to 0.1%; margin percent to 0.1%; amount money }
commission pay "Pay" for each Quote to rep posting on {
  rate pay_rate(discount, margin) of amount
  round 0.01 half-up
}
table pay_rate unique {
  | discount            | margin    | => rate |
  | up to 5%            | >= 20%    | 3%      |
  | over 5% up to 12%   | >= 20%    | 2%      |
  | up to 12%           | under 20% | 1%      |
  | over 12%            | -         | 0%      |
}
`)

/** Rates in tenths of a percent, so that everything here is a whole number. */
const quotes = Array.from({ length: 400 }, (_, i) => ({
  discount: (i * 7) % 160,
  margin: (i * 13) % 260,
  amount: (i * 37) % 1000,
}))

function rowOf(discount: number, margin: number): number {
  if (discount > 120) return 4
  if (margin < 200) return 3
  return discount <= 50 ? 1 : 2
}

const percent = (tenths: number) => `${Math.floor(tenths / 10)}.${tenths % 10}%`

const results = resultsOf(policy, '2026-Q1', {
  Rep: [{ id: 'R1' }, { id: 'R2' }],
  Quote: quotes.map(({ discount, margin, amount }, i) => ({
    id: `Q${i}`,
    rep: i % 4 === 0 ? 'R2' : 'R1',
    on: '2026-02-03',
    discount: percent(discount),
    margin: percent(margin),
    amount: String(amount),
  })),
})
const counts = observe(policy.points, results)
const countOf = (id: string) => counts[policy.points.points.findIndex((one) => one.id === id)]

describe('hits of a decision table', () => {
  test('are the rows that a search through all of them finds', () => {
    for (const row of [1, 2, 3, 4]) {
      const wanted = quotes.filter((one) => rowOf(one.discount, one.margin) === row).length
      expect(countOf(`pay_rate:row:${row}`)).toBe(wanted)
    }
  })

  test('of a boundary are counted where the rest of its row holds, a step of the data away', () => {
    const near = (from: number, until: number) =>
      quotes.filter((one) => one.margin >= 200 && one.discount >= from && one.discount <= until).length
    expect(countOf('pay_rate:boundary:2.discount:0.05:below')).toBe(near(49, 49))
    expect(countOf('pay_rate:boundary:2.discount:0.05:at')).toBe(near(50, 50))
    expect(countOf('pay_rate:boundary:2.discount:0.05:above')).toBe(near(51, 51))
    const low = (from: number, until: number) =>
      quotes.filter((one) => one.discount <= 120 && one.margin >= from && one.margin <= until).length
    expect(countOf('pay_rate:boundary:3.margin:0.2:below')).toBe(low(199, 199))
    expect(countOf('pay_rate:boundary:3.margin:0.2:at')).toBe(low(200, 200))
  })
})

test('what runs through a point is told by people, rows and money', () => {
  const weights = weigh(policy.points, results)
  const at = policy.points.points.findIndex(({ id }) => id === 'pay:decided')
  // In tenths of a percent of whole euros: a thousandth of a euro each, rounded to cents half up.
  const cents = quotes.reduce((sum, { discount, margin, amount }) => {
    const rate = [0, 30, 20, 10, 0][rowOf(discount, margin)] ?? 0
    return sum + Math.floor((amount * rate + 5) / 10)
  }, 0)
  expect(weights[at]).toEqual({
    rows: 400,
    people: 2,
    money: [{ currency: 'EUR', digits: BigInt(cents), scale: 2 }],
  })
})
