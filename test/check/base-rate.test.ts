import { describe, expect, test } from 'vitest'
import { findings, run } from '../run-policy.ts'

/** A rate that is worked out for each person, what variable pay is of the quota, beside which others are written. */
const plan = (rows: string) => `policy p { language en; currency USD; effective from 2026-01-01 until open }
record Rep {
  id text key
  variable money
  quota money
}
record Deal {
  id text key
  rep Rep
  closed date posting
  amount money
}
value booked for Rep per year = sum(Deal.amount)
value attainment for Rep per year = booked / rep.quota
value base_rate for Rep per year = rep.variable / rep.quota
commission pay for Rep per year {
  tiers marginal of booked by attainment {
    | from | rate |
${rows}
  }
  round 0.01 half-up
}
`
const data = {
  Rep: [{ id: 'A', variable: '60000.00', quota: '800000.00' }],
  Deal: [{ id: '1', rep: 'A', closed: '2026-02-01', amount: '1100000.00' }],
}
const paid = (rows: string) => run(plan(rows), data, '2026-01-01', '2026-12-31').get('pay A 2026')

describe('a base rate that is worked out', () => {
  test('is sped up and slowed down in tiers', () => {
    // 7.5 % to the quota, half of it up to 50 %: 400,000 × 3.75 % + 400,000 × 7.5 % + 200,000 × 11.25 % + 100,000 × 15 %.
    expect(
      paid(
        '    | 0% | base_rate * 50% |\n    | 50% | base_rate |\n    | 100% | base_rate * 1.5 |\n    | 125% | base_rate * 2 |',
      ),
    ).toBe('82500.00')
  })

  test('stands beside rates that are written, and nothing', () => {
    // 400,000 × 7.5 % + 300,000 × 10 %.
    expect(paid('    | 0% | 0 |\n    | 50% | base_rate |\n    | 100% | 10% |')).toBe('60000.00')
  })

  test('does not stand beside a rate whose sign was left out, nor beside money', () => {
    expect(findings(plan('    | 0% | base_rate |\n    | 100% | 10 |'))).toContain('BY303')
    expect(findings(plan('    | 0% | base_rate |\n    | 100% | rep.quota |'))).toContain('BY511')
  })
})
