import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy windows { language en; currency CNY; effective from 2025-11-01 until open; year starts 04-01 }
record Rep { id text key }
record Deal { id text key; rep Rep; signed date posting; amount money from -1_000 CNY up to 1_000 CNY }
value sold for Rep per month = sum(Deal.amount)
value deals for Rep per month = count(Deal)
value mean for Rep per month where deals > 0 = sold / deals
value best for Rep per quarter = max(Deal.amount)
bonus recent for Rep per month { start sold in last 3 months; round 0.01 half-up }
bonus steady for Rep per quarter {
  start if count(month in last 6 months where sold > 0 CNY) >= 2 then 1 CNY else 0 CNY
  plus if all(month in last 3 months where deals > 0) then 10 CNY else 0 CNY
  plus if any(month in last 3 months where mean in last 2 months >= 100 CNY) then 100 CNY else 0 CNY
  round 0.01 half-up
}
bonus so_far for Rep per quarter { start (mean + 1 CNY) year to date; round 0.01 half-up }
bonus top for Rep per quarter { start best in last 2 quarters if missing 5 CNY; round 0.01 half-up }
bonus before for Rep per month { start (sold + 1 CNY) in previous month; plus best_month in previous month if missing 3 CNY; round 0.01 half-up }
bonus twice for Rep per month { start (before in previous month) in previous month if missing 0 CNY; round 0.01 half-up }
commission so_paid for Rep per month, quarter to date {
  gate sold > 0 CNY
  tiers marginal of sold by sold {
    | from    | rate |
    | 0 CNY   | 3%   |
    | 300 CNY | 7%   |
  }
  plus 1 CNY when deals > 2
  cap 40 CNY lost
  round 0.01 half-up
}
commission year_paid for Rep where deals <> 2 per month, year to date { rate 1.5% of larger of sold, 10 CNY; round 1 down }
value best_month for Rep per month = max(Deal.amount)
`

const rows = fc.array(
  fc.record({
    rep: fc.constantFrom('A', 'B'),
    signed: fc.integer({ min: firstHalf.from - 90, max: firstHalf.until + 5 }).map(formatDay),
    amount: fc.integer({ min: -99_999, max: 99_999 }).map((cents) => `${(cents - (cents % 100)) / 100}`),
  }),
  { maxLength: 12 },
)

const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2025-Q4', '2026-Q1']

test('windows give what the reference finds row by row', () => {
  fc.assert(
    fc.property(rows, (deals) => {
      const data = {
        Rep: [{ id: 'A' }, { id: 'B' }],
        Deal: deals.map((deal, i) => ({ id: `${i}`, ...deal })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), periods)
      expect(asked.lines.size).toBeGreaterThan(20)
      const differing = [...asked.lines].flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 60, seed: 7 },
  )
})
