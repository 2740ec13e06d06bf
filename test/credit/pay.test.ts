import { expect, it } from 'vitest'
import { explained } from '../explained.ts'
import { findings, run } from '../run-policy.ts'

const text = `policy paid { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; name text; manager Person optional }
record Deal { id text key; owner Person; helper Person optional; signed date posting; amount money }
record Part { deal Deal; person Person; weight count }
credit deals for each Deal to Person {
  split by Part.weight to Part.person, up to 3
  otherwise to owner
  overlay 50% to helper, toward quota
  overlay 10% to helper, toward pay
  roll up to manager
  round 0.01 half-up, remainder to owner
}
commission deal_pay "Deals" for each Deal {
  tiers marginal of amount {
    | from      | rate |
    | 0 CNY     | 1%   |
    | 1_000 CNY | 5%   |
  }
  round 0.01 half-up
}
payout pay for Person per month { add deal_pay }
`
const data = {
  Person: [
    { id: 'A', name: 'Ann', manager: 'M' },
    { id: 'B', name: 'Bo', manager: null },
    { id: 'H', name: 'Hu', manager: null },
    { id: 'M', name: 'Mo', manager: null },
  ],
  Deal: [{ id: 'D-1', owner: 'A', helper: 'H', signed: '2026-05-12', amount: '2000.00' }],
  Part: [
    { deal: 'D-1', person: 'A', weight: '1' },
    { deal: 'D-1', person: 'B', weight: '2' },
  ],
}

// 1,000 × 1 % + 1,000 × 5 % = 60.00 of the whole deal: 20 and 40. On the parts of 666.67 and 1,333.33 it would have been
// 6.67 and 26.67.
it('a clause that names nobody is worked out on the whole row, and pays everybody the credited part', () => {
  expect([...run(text, data, '2026-05-01', '2026-05-31')]).toEqual([
    ['deal_pay D-1, split 1, 33.33%', '20.00'],
    ['deal_pay D-1, split 2, 66.67%', '40.00'],
    ['deal_pay D-1, overlay 2, 10%', '6.00'],
    ['deal_pay D-1, split 1, roll up, 33.33%', '20.00'],
    ['pay A 2026-05', '20.00'],
    ['pay B 2026-05', '40.00'],
    ['pay H 2026-05', '6.00'],
    ['pay M 2026-05', '20.00'],
  ])
})

it('a part is explained by the row that it is a part of', () => {
  expect(
    explained(text, data, { output: 'deal_pay', row: 1, day: '2026-05-31', language: 'en' }),
  ).toMatchInlineSnapshot(`
    "Deals (Commission) · D-1, split 2, 66.67% · Bo B · 2026-05-12
    = 40.00 CNY
      policy.bylaw:13

    How it came about
      1  tiers          of 2,000.00, by 2,000.00, each slice at its own rate  60.00
                          from 0      1%  ×     1,000  =  10.00
                        ▸ from 1,000  5%  ×  1,000.00  =  50.00
      2  round          0.01 half-up                                          60.00
      3  credited part                                                        40.00
    "
  `)
})

it('who is named is paid the whole, credit or not', () => {
  const named = text.replace('for each Deal {\n  tiers', 'for each Deal to owner {\n  tiers')
  const lines = run(named, data, '2026-05-01', '2026-05-31')
  expect(lines.get('deal_pay D-1')).toBe('60.00')
  expect(lines.get('pay A 2026-05')).toBe('60.00')
  expect(lines.get('pay B 2026-05')).toBe('0.00')
})

it('needs a credit that says how parts are rounded', () => {
  expect(findings(text.replace(/ {2}round 0.01 half-up, remainder to owner\n/u, ''))).toContain('BY661')
})
