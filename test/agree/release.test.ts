import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy parts { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; signed date posting; collected date optional; amount money from -1_000 CNY up to 1_000 CNY }
record Return { id text key; deal Deal; returned date posting }
bonus booking for each Deal to rep where amount <> 5 CNY {
  rate 7.77% of amount
  round 0.01 half-up
  release 33.4% on signed, 33.3% on collected, 33.3% on collected + 2 months
}
commission holdback for Rep per quarter {
  rate 3.3% of sum(Deal.amount)
  round 0.01 half-even
  release 75% on last_day(), 25% on last_day() + 1 months
}
clawback cancelled for each Return to deal.rep {
  rate 50% of paid on deal by booking
  round 0.01 half-up
}
payout pay for Rep per month { add booking, holdback; take cancelled }
`

const day = fc.integer({ min: firstHalf.from - 20, max: firstHalf.until + 5 }).map(formatDay)
const cases = fc
  .array(
    fc.record({
      rep: fc.constantFrom('A', 'B'),
      signed: day,
      collected: fc.option(day),
      amount: fc.integer({ min: -90_000, max: 90_000 }).map((cents) => `${(cents - (cents % 10)) / 100}`),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((deals) =>
    fc
      .array(fc.record({ deal: fc.integer({ min: 0, max: deals.length - 1 }).map(String), returned: day }), {
        maxLength: 5,
      })
      .map((returns) => ({ deals, returns })),
  )

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

test('parts that are released, and taken back, are those that the reference finds', () => {
  fc.assert(
    fc.property(cases, ({ deals, returns }) => {
      const data = {
        Rep: [{ id: 'A' }, { id: 'B' }],
        Deal: deals.map((deal, i) => ({ id: `${i}`, ...deal })),
        Return: returns.map((one, i) => ({ id: `${i}`, ...one })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), months)
      // A clause that is released has lines for its parts alone.
      const whole = [...asked.lines].filter(([line]) => !/^(?:booking|holdback)\|/u.test(line))
      expect(whole.length).toBeGreaterThanOrEqual(12)
      const differing = whole.flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 60, seed: 9 },
  )
})

test('a deal and its refund cancel to the cent, part by part', () => {
  const one = fc.record({
    signed: day,
    collected: fc.option(day),
    cents: fc.integer({ min: 1, max: 99_999 }),
  })
  fc.assert(
    fc.property(one, ({ signed, collected, cents }) => {
      const amount = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
      const data = {
        Rep: [{ id: 'A' }],
        Deal: [
          { id: '1', rep: 'A', signed, collected, amount },
          { id: '2', rep: 'A', signed, collected, amount: `-${amount}` },
        ],
        Return: [],
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const paid = months.map((month) => got.lines.get(`pay|A|${month}`))
      expect(paid).toEqual(months.map(() => ({ amount: '0' })))
    }),
    { numRuns: 60, seed: 13 },
  )
})
