import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy abroad { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; pay_in one of CNY, USD }
record Receipt {
  id text key; rep Rep; received date posting; currency one of CNY, USD, EUR
  net money in currency from -1_000 up to 1_000; costs money in currency from 0 up to 500; fee money up to 1_000
}
parameter rate by currency {
  | currency | from       | until      | value   |
  | CNY      | 2026-01-01 | open       | 1       |
  | USD      | 2026-01-01 | 2026-02-28 | 7.1650  |
  | USD      | 2026-03-01 | open       | 7.1583  |
  | EUR      | 2026-01-01 | open       | 8.20157 |
}
parameter out by currency {
  | currency | value |
  | CNY      | 1     |
  | USD      | 0.139 |
}
value left for each Receipt = larger of net - costs, 0
value share for each Receipt where net > 0 = costs / net
value left_cny for each Receipt = exchanged(left, rate(currency), CNY)
value own for each Receipt = exchanged(left_cny - fee, out(rep.pay_in), rep.pay_in) rounded half-even to 0.01
value mean_share for Rep per quarter = avg(Receipt.share)
bonus spot for each Receipt to rep where share < 90% {
  rate 3% of left
  floor costs
  round 0.01 half-up
}
bonus quarter for Rep per quarter {
  start sum(Receipt.own)
  plus exchanged(sum(Receipt.left_cny), out(pay_in), pay_in) * mean_share if missing 0
  round 0.01 half-up
}
`

const cents = (most: number) =>
  fc.integer({ min: 0, max: most }).map((n) => `${(n - (n % 100)) / 100}.${`${n % 100}`.padStart(2, '0')}`)

const rows = fc.array(
  fc.record({
    rep: fc.constantFrom('A', 'B'),
    received: fc.integer({ min: firstHalf.from, max: firstHalf.until }).map(formatDay),
    currency: fc.constantFrom('CNY', 'USD', 'EUR', 'GBP', null),
    net: fc.oneof(
      cents(100_000),
      cents(99).map((text) => `-${text}`),
      fc.constant(null),
    ),
    costs: cents(50_000),
    fee: cents(10_000),
  }),
  { maxLength: 8 },
)

test('amounts in the currency of their rows give what the reference finds row by row', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('CNY', 'USD', null), (receipts, second) => {
      const data = {
        Rep: [
          { id: 'A', pay_in: 'USD' },
          { id: 'B', pay_in: second },
        ],
        Receipt: receipts.map((receipt, i) => ({ id: `${i}`, ...receipt })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), ['2026-Q1', '2026-Q2'])
      expect(asked.lines.size).toBe(4 + receipts.length)
      const differing = [...asked.lines].flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 80, seed: 11 },
  )
})
