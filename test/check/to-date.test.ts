import { expect, test } from 'vitest'
import { run } from '../run-policy.ts'

const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per quarter = sum(Order.amount)
commission pay for Rep per quarter, year to date {
  tiers marginal of sold by sold {
    | from      | rate |
    | 0 CNY     | 1%   |
    | 1_000 CNY | 2%   |
    | 3_000 CNY | 5%   |
  }
  round 0.01 half-up
}
`
const data = {
  Rep: [{ id: 'A' }],
  Order: [
    { id: '1', rep: 'A', signed: '2026-02-01', amount: '800' },
    { id: '2', rep: 'A', signed: '2026-05-01', amount: '1200.55' },
    { id: '3', rep: 'A', signed: '2026-06-01', amount: '-100' },
    { id: '4', rep: 'A', signed: '2026-12-01', amount: '3000' },
    { id: '5', rep: 'A', signed: '2027-01-10', amount: '100' },
  ],
}

test('pay to date is what the year so far earns, less what its quarters were paid; a new year begins at 0', () => {
  const found = run(text, data, '2026-01-01', '2027-03-31')
  const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1']
  // So far: 800.00, 1,900.55, 1,900.55, 4,900.55 → 8.00, 28.01 (10 + 18.011), 28.01, 145.03 (10 + 40 + 95.0275).
  expect(quarters.map((quarter) => found.get(`pay A ${quarter}`))).toEqual([
    '8.00',
    '20.01',
    '0.00',
    '117.02',
    '1.00',
  ])
  // Only the last quarter asked for pays the same.
  expect(run(text, data, '2026-10-01', '2026-12-31').get('pay A 2026-Q4')).toBe('117.02')
})
