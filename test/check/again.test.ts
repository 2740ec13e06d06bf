import { describe, expect, test } from 'vitest'
import { findings, run } from '../run-policy.ts'

/** Article 53 of the handbook, with the numbers of its worked example. */
const policy = `policy p { language en; currency CNY; effective from 2026-04-01 until open }
record Rep { id text key; quota money; conduct percent }
record Receipt { id text key; rep Rep; received date posting; amount money }
record Refund { receipt Receipt; refunded date posting; amount money }
value collected for Rep per quarter = sum(Receipt.amount)
value late for each Refund = if days(receipt.received, refunded) <= 90 then amount else 0 CNY
value refunded for Rep per quarter = sum(Refund.late, posting receipt.received)
value amended "Collected, less what was refunded since" for Rep per quarter = collected - refunded
commission quarterly for Rep per quarter {
  gate collected / quota >= 40%
  tiers marginal of collected by collected / quota {
    | from | rate |
    |   0% | 0.8% |
    |  60% | 1.2% |
    | 100% | 2%   |
    | 130% | 2.5% |
  }
  times conduct
  round 0.01 half-up
}
`
const data = {
  Rep: [{ id: 'A', quota: '1620000', conduct: '95%' }],
  Receipt: [
    { id: 'r1', rep: 'A', received: '2026-05-26', amount: '1200000' },
    { id: 'r2', rep: 'A', received: '2026-06-10', amount: '725000' },
    { id: 'r3', rep: 'A', received: '2026-08-01', amount: '700000' },
  ],
  Refund: [{ receipt: 'r1', refunded: '2026-08-14', amount: '200000' }],
}

describe('a definition with another value in place of one', () => {
  test('works an old quarter out again, and claims the difference: 3,800.00 = 570.00 + 3,230.00', () => {
    const text = `${policy}
value claim for Rep per quarter = quarterly - (quarterly with collected replaced by amended)
value from_holdback for Rep per quarter = (claim * 15%) rounded half-up to 0.01
commission settlement for Rep per quarter {
  start quarterly
  minus quarterly * 15%
  minus (claim - from_holdback) in previous quarter
  round 0.01 half-up
}
decision d for Rep per quarter { gives before = quarterly; gives again = quarterly with collected replaced by amended; gives claim = claim; gives held_back = from_holdback; gives next = claim - from_holdback }
`
    const found = run(text, data, '2026-04-01', '2026-09-30')
    // 7,776 + 7,776 + 305,000 × 2 % = 21,652, × 95 % = 20,569.40; without the 200,000 it is 17,652 and 16,769.40.
    expect(found.get('d A 2026-Q2')).toBe('20569.40')
    expect(found.get('d A 2026-Q2 again')).toBe('16769.40')
    expect(found.get('d A 2026-Q2 claim')).toBe('3800.00')
    expect(found.get('d A 2026-Q2 held_back')).toBe('570.00')
    expect(found.get('d A 2026-Q2 next')).toBe('3230.00')
    // 700,000 / 1,620,000 is over the gate: 0.8 % of it, × 95 % = 5,320.00; 85 % of that less 3,230.00.
    expect(found.get('quarterly A 2026-Q3')).toBe('5320.00')
    expect(found.get('settlement A 2026-Q3')).toBe('1292.00')
  })

  test('is a line that only others read', () => {
    const text = `${policy}value again for Rep per quarter = quarterly with collected replaced by amended
bonus b for Rep per quarter { start again; round 0.01 half-up }`
    const lines = [...run(text, data, '2026-04-01', '2026-06-30').keys()]
    expect(lines).toEqual(['quarterly A 2026-Q2', 'b A 2026-Q2'])
  })

  test('goes through all that is read on the way: other values, scorecards, what is carried', () => {
    const text = `${policy}
scorecard kpi for Rep per quarter {
  indicator sales weight 100% { actual collected; target quota; score ratio 0% to 200% }
  round 0.01 half-up
}
bonus drawn for Rep per quarter { start kpi.score * 10 CNY; floor 1_000 CNY carried recovered; round 0.01 half-up }
decision d for Rep per quarter { gives before = drawn; gives again = drawn with collected replaced by amended; gives owed = drawn.owed with collected replaced by amended }
`
    const found = run(text, data, '2026-04-01', '2026-06-30')
    // 1,925,000 / 1,620,000 is 118.83 points, 1,725,000 is 106.48.
    expect([found.get('d A 2026-Q2'), found.get('d A 2026-Q2 again')]).toEqual(['1188.30', '1064.80'])
    expect(found.get('d A 2026-Q2 owed')).toBe('0.00')
  })

  test('must replace a value by one for the same, which is read there', () => {
    const wrong = (expression: string) =>
      findings(`${policy}bonus b for Rep per quarter { start ${expression}; round 0.01 half-up }`)
    expect(wrong('quarterly with collected replaced by late')).toContain('BY485')
    expect(wrong('quarterly with refunded replaced by collected')).toContain('BY486')
    expect(wrong('quarterly with colected replaced by amended')).toContain('BY201')
  })
})

describe('a clause over a window', () => {
  test('is its definition over all of it: the year’s tiers less what the quarters were paid', () => {
    const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Receipt { id text key; rep Rep; received date posting; amount money }
record Quota { rep Rep; period quarter; amount money }
value collected for Rep per quarter = sum(Receipt.amount)
value quota for Rep per quarter = sum(Quota.amount)
commission tiers_only for Rep per quarter {
  gate collected / quota >= 40%
  tiers marginal of collected by collected / quota {
    | from | rate |
    |   0% | 1%   |
    | 100% | 2%   |
  }
  round 0.01 half-up
}
value year_to_date for Rep per quarter = tiers_only year to date
value quarters for Rep per year = sum(Rep.tiers_only)
bonus true_up for Rep per year { start larger of 0 CNY, (tiers_only in last 4 quarters) - quarters; round 0.01 half-up }
decision d for Rep per quarter { gives so_far = year_to_date }
`
    const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']
    const rows = {
      Rep: [{ id: 'A' }],
      Quota: quarters.map((period) => ({ rep: 'A', period, amount: '100' })),
      Receipt: [
        { id: '1', rep: 'A', received: '2026-02-01', amount: '30' },
        { id: '2', rep: 'A', received: '2026-05-01', amount: '150' },
        { id: '3', rep: 'A', received: '2026-08-01', amount: '100' },
        { id: '4', rep: 'A', received: '2026-11-01', amount: '90' },
      ],
    }
    const found = run(text, rows, '2026-01-01', '2026-12-31')
    // The first quarter fails its gate; the second pays 1.00 + 1.00, the third 1.00, the fourth 0.90.
    expect(quarters.map((q) => found.get(`tiers_only A ${q}`))).toEqual(['0.00', '2.00', '1.00', '0.90'])
    // Over the year so far: 30 of 100 nothing, 180 of 200 1.80, 280 of 300 2.80, 370 of 400 3.70.
    expect(quarters.map((q) => found.get(`d A ${q}`))).toEqual(['0.00', '1.80', '2.80', '3.70'])
    expect(found.get('true_up A 2026')).toBe('0.00')
    const better = { ...rows, Receipt: rows.Receipt.map((r) => (r.id === '2' ? { ...r, amount: '110' } : r)) }
    // 0, 1.20, 1.00, 0.90 make 3.10; 330 of 400 are 3.30.
    expect(run(text, better, '2026-01-01', '2026-12-31').get('true_up A 2026')).toBe('0.20')
  })
})
