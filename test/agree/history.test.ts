import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = (
  history: string,
) => `policy late { language en; currency CNY; effective from 2026-03-01 until open
  history from ${history}
}
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; booked date optional; amount money from 0 CNY up to 1_000 CNY }
value sold for Rep per month = sum(Order.amount)
value recent for Rep per month = sold in last 2 months
value points for Rep per month starts 0 = (points in previous month) + count(Order)
commission on_recent for Rep per month { rate 10% of recent; round 0.01 half-up }
commission on_growth for Rep per month { rate 10% of larger of sold - (sold in previous month), 0 CNY; round 0.01 half-up }
commission on_points for Rep per month { start 1 CNY; times points; round 0.01 half-up }
commission on_quarter for Rep per month { rate 1% of sold year to date; round 0.01 half-up }
commission on_booking for each Order to rep { rate 1% of rep.sold in month of booked; round 0.01 half-up }
`
const day = fc.integer({ min: firstHalf.from - 70, max: firstHalf.until }).map(formatDay)
const cases = fc.record({
  history: fc.constantFrom('2025-11-01', '2026-01-01', '2026-01-15', '2026-02-01', '2026-03-01'),
  orders: fc.array(
    fc.record({
      signed: day,
      booked: fc.option(day, { freq: 8 }),
      amount: fc.constantFrom('10', '0.01', '999.99'),
    }),
    { maxLength: 10 },
  ),
})
const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

test('what looks back is worked out from the first day of the data on, and held before it', () => {
  fc.assert(
    fc.property(cases, ({ history, orders }) => {
      const text = policy(history)
      const data = {
        Rep: [{ id: 'A' }],
        Order: orders.map((order, i) => ({ id: `${i}`, rep: 'A', ...order })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(text), new Map(Object.entries(data)), periods)
      const differing = [...asked.lines].flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${JSON.stringify(got.lines.get(line))}, the reference ${JSON.stringify(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 60, seed: 29 },
  )
})
