import { describe, expect, test } from 'vitest'
import { localTime } from '../local-time.ts'
import { findings, run } from '../run-policy.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar office }
calendar office {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 12:00, 13:30 to 18:00
}
record Customer { id text key }
record Visit { id text key; customer Customer; at time posting }
record Order { id text key; customer Customer; signed date; paid date optional }
record Claim { id text key; customer Customer; claimed time posting }
`
type Rows = readonly { readonly [field: string]: string | null }[]
const data = (more: { readonly [record: string]: Rows }) => ({
  Customer: ['c', 'd'].map((id) => ({ id })),
  Visit: [],
  Order: [],
  Claim: [],
  ...more,
})

describe('what happens to rows that have something in common with this one', () => {
  const pool = `${head}sla pool for each Visit {
  start at
  stop next Visit.at within customer
  suspend from Order.signed until Order.paid within customer
  within 15 days at 18:00
}
`
  const visits: Rows = [
    { id: 'v1', customer: 'c', at: '2026-06-01 10:00' },
    { id: 'v2', customer: 'd', at: '2026-06-01 10:00' },
  ]
  const shown = (now: string, orders: Rows) =>
    run(pool, data({ Visit: visits, Order: orders }), '2026-01-01', '2026-12-31', localTime(now))

  test('an open order of the customer lets the clock of each of his visits stand, and no other', () => {
    const open = [{ id: 'o', customer: 'c', signed: '2026-06-03', paid: null }]
    const lines = shown('2026-06-20 12:00', open)
    expect([lines.get('pool v1'), lines.get('pool v2')]).toEqual(['paused', 'breached'])
    expect(lines.get('pool v2 due')).toBe('2026-06-16T18:00:00+08:00')
  })

  test('days on which it was open do not count, and what is signed or paid later than now has not happened', () => {
    // Ten closings fall into the order: 3 to 12 June.
    const order = [{ id: 'o', customer: 'c', signed: '2026-06-03', paid: '2026-06-13' }]
    expect(shown('2026-06-20 12:00', order).get('pool v1 due')).toBe('2026-06-26T18:00:00+08:00')
    expect(shown('2026-06-10 12:00', order).get('pool v1')).toBe('paused')
    expect(shown('2026-06-02 12:00', order).get('pool v1')).toBe('running')
  })

  test('an order that was open before the visit holds it from the visit on, one that was over does not', () => {
    const before = [{ id: 'o', customer: 'c', signed: '2026-05-01', paid: '2026-06-04' }]
    // 2 and 3 June; the days are counted from the day after the visit on.
    expect(shown('2026-06-10 12:00', before).get('pool v1 due')).toBe('2026-06-18T18:00:00+08:00')
    const over = [{ id: 'o', customer: 'c', signed: '2026-05-01', paid: '2026-05-20' }]
    expect(shown('2026-06-10 12:00', over).get('pool v1 due')).toBe('2026-06-16T18:00:00+08:00')
  })

  test('each visit to the customer renews the protection of a claim, up to its last day', () => {
    const protection = `${head}sla protection for each Claim {
  start claimed
  extend Visit.at within customer by 15 days at most date(claimed) + 60 days
  within 15 days at 18:00
}
`
    const due = (...days: readonly string[]) =>
      run(
        protection,
        data({
          Claim: [{ id: 'k', customer: 'c', claimed: '2026-05-12 09:20' }],
          Visit: days.map((day, i) => ({ id: `v${i}`, customer: 'c', at: `${day} 10:00` })),
        }),
        '2026-01-01',
        '2026-12-31',
        localTime('2026-12-31 12:00'),
      ).get('protection k due')
    expect(due()).toBe('2026-05-27T18:00:00+08:00')
    expect(due('2026-05-20')).toBe('2026-06-04T18:00:00+08:00')
    expect(due('2026-05-28')).toBe('2026-05-27T18:00:00+08:00')
    // Day 60 is 11 July.
    expect(due('2026-05-25', '2026-06-08', '2026-06-22', '2026-07-06')).toBe('2026-07-11T18:00:00+08:00')
  })

  test('says what rows have in common, or that they have nothing', () => {
    const of = (line: string) =>
      findings(`${head}sla pool for each Visit {\n  start at\n  ${line}\n  within 15 days\n}\n`)
    // Without a line that stops it, the clock goes on: a notice.
    expect(of('suspend from Order.signed until Order.paid within customer')).toEqual(['BY613'])
    expect(of('stop at within customer')).toEqual(['BY617'])
    expect(of('suspend from Order.signed until Order.paid via customer within customer')).toEqual(['BY617'])
    expect(of('suspend from Order.signed until Order.paid within signed')).toEqual(['BY201'])
  })
})
