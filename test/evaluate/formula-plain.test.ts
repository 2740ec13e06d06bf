import { expect, test } from 'vitest'
import { explained } from '../explained.ts'

// Formulas are shown as they were written: what a plan adds to reckon exactly stays out of sight.

const head = `policy plain { language en; currency USD; effective from 2026-01-01 until open }
record Rep { id text key; hired date; left date optional; exists from hired until left }
record Sale { rep Rep; signed date posting; amount money }
record Quota { rep Rep; period quarter; amount money }
value sold for Rep per quarter = sum(Sale.amount)
value quota for Rep per quarter = only(Quota.amount) prorated by calendar days
`
const data = {
  Rep: [
    { id: 'A', hired: '2024-01-01', left: null },
    { id: 'B', hired: '2026-02-15', left: null },
  ],
  Sale: [{ rep: 'B', signed: '2026-03-01', amount: '20000' }],
  Quota: [
    { rep: 'A', period: '2026-Q1', amount: '90000' },
    { rep: 'B', period: '2026-Q1', amount: '90000' },
  ],
}
const shown = (clauses: string, output: string, day = '2026-03-31') =>
  explained(`${head}${clauses}`, data, { output, row: 1, day, language: 'en' })

test('what is divided by a prorated quota is divided by the quota that is shown', () => {
  // 45 days of 90: a quota of 45,000, of which 20,000 are 44.44 %.
  const text = shown(
    'commission pay for Rep per quarter { tiers whole of sold by sold / quota { | from | rate |\n | 0% | 5% |\n }\n round 0.01 half-up }\n',
    'pay',
  )
  expect(text).toContain('by 44.4444444444…%')
  const attained = shown(
    'value attainment for Rep per quarter = sold / quota\nbonus pay for Rep per quarter { start 100 USD * attainment; round 0.01 half-up }\n',
    'pay',
  )
  expect(attained).toContain('= sold ÷ quota\n      = 20,000.00 ÷ 45,000\n')
  expect(attained).toContain(
    '= only(Quota.amount) × days within the period ÷ days of the period\n      = 90,000.00 × 45 ÷ 90\n',
  )
})

test('a sum over the quarters of a year does not say that people must be there', () => {
  const text = shown(
    'bonus year_end for Rep per year { start sum(Rep.sold) * 1%; round 0.01 half-up }\n',
    'year_end',
  )
  expect(text).toContain('sum(sold) × 1%')
  expect(text).not.toContain('hired')
})

test('what is still owed is what was owed, more by what is lacking, less by what is taken back', () => {
  const text = shown(
    `bonus pay for Rep per quarter { start sold * 1%; round 0.01 half-up }
payout all for Rep per quarter { add pay; floor 1_000 USD carried }
`,
    'all',
  )
  expect(text).toContain(
    '= all owed before + larger of(1,000 − pay, 0) − smaller of(all owed before, larger of(pay − 1,000, 0))',
  )
  expect(text).toContain(
    '= 0.00 + larger of(1,000 − 200.00, 0) − smaller of(0.00, larger of(200.00 − 1,000, 0))',
  )
})

test('an empty cell in whose place something stands is called missing', () => {
  const text = shown(
    'value last_here for Rep per quarter = smaller of left if missing last_day(), last_day()\nbonus stay for Rep per quarter where last_here = last_day() { start days(hired, last_here) * 1 USD; round 0.01 half-up }\n',
    'stay',
  )
  expect(text).toContain('= smaller of(missing if missing 2026-03-31, 2026-03-31)')
})

test('what something was one quarter earlier is not shown as what it is now', () => {
  const text = shown(
    'value growth for Rep per quarter = sold - (sold in previous quarter)\nbonus pay for Rep per quarter { start growth; round 0.01 half-up }\n',
    'pay',
    '2026-06-30',
  )
  expect(text).toContain('= sold − previous sold\n      = 0.00 − 20,000.00\n')
})

test('the bands of a schedule keep their unit where nothing chooses among them', () => {
  const text = shown(
    'commission pay for Rep per quarter { tiers whole of sold by sold / quota { | from | rate |\n | 0% | 5% |\n | 120% | 6% |\n }\n round 0.01 half-up }\n',
    'pay',
    '2026-06-30',
  )
  expect(text).toContain('from 120%')
})
