import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy among { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; pot money optional }
record Rep { id text key; team Team optional; joined date; exists from joined; quota money }
record Deal { id text key; rep Rep; signed date posting; amount money from -1_000 CNY up to 1_000 CNY }
value sold for Rep per month = sum(Deal.amount)
value attainment for Rep where quota > 0 CNY per month = sold / quota
value points for Rep per month = larger of sold, 0 CNY
value month_pot per month = 1_000.01 CNY + larger of sum(Deal.amount), -300 CNY
value team_pot for each Team = pot * 1
decision places for Rep per month {
  gives first = rank of sold
  gives inside = rank of attainment within team
  gives best = if rank of -sold = 1 then true else false
}
bonus part for Rep per month { start month_pot shared by points; round 0.01 half-up }
bonus team_part for Rep per month { start team_pot shared by count(Deal) within team; round 0.01 half-up }
value weight_here for Rep per month = points + (if joined > 2026-02-01 then 3 CNY else 0 CNY)
value whole_quarter for Rep per quarter = 777.77 CNY + sum(Deal.amount)
value early for Rep where quota > 5 CNY per month = joined
decision largest_unit for Rep per month { gives part = team_pot shared by (count(Deal) + 1) within team rounded down to 3 CNY, remainder to largest }
decision first_unit for Rep per month { gives part = month_pot shared by (points + 1 CNY) rounded down to 100 CNY, remainder to first by joined }
decision last_unit for Rep per month { gives part = team_pot shared by 1 within team rounded down to 0.5, remainder to last }
decision early_unit for Rep per month { gives part = month_pot shared by 1 rounded down to 7 CNY, remainder to last by early }
decision months_unit for Rep per month { gives part = whole_quarter shared by weight_here within quarter rounded down to 10 CNY, remainder to last }
decision cents_unit for Rep per month { gives part = whole_quarter shared by 1 within quarter }
decision large_unit for Rep per month { gives part = whole_quarter shared by weight_here within quarter rounded down to 0.01, remainder to largest }
bonus deal_part for each Deal to rep { start 99.99 CNY shared by (larger of amount, 1 CNY); round 0.01 half-up }
`

const day = fc.integer({ min: firstHalf.from - 5, max: firstHalf.until + 5 }).map(formatDay)
const cases = fc.record({
  deals: fc.array(
    fc.record({
      rep: fc.constantFrom('A', 'B', 'C', 'D'),
      signed: day,
      amount: fc.constantFrom('10', '10', '-10', '333.33', '0.01', '999.99'),
    }),
    { maxLength: 14 },
  ),
  team: fc.option(fc.constantFrom('X', 'Y')),
  pot: fc.option(fc.constantFrom('100', '0.05', '-7.77')),
  quota: fc.constantFrom('100', '0'),
})
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

test('places and shares are those that the reference finds', () => {
  fc.assert(
    fc.property(cases, ({ deals, team, pot, quota }) => {
      const data = {
        Team: [
          { id: 'X', pot },
          { id: 'Y', pot: '50.01' },
        ],
        Rep: [
          { id: 'A', team: 'X', joined: '2025-01-01', quota: '300' },
          { id: 'B', team: 'X', joined: '2025-01-01', quota },
          { id: 'C', team: 'Y', joined: '2026-03-05', quota: '7' },
          { id: 'D', team, joined: '2025-01-01', quota: '900' },
        ],
        Deal: deals.map((deal, i) => ({ id: `${i}`, ...deal })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), months)
      expect(asked.lines.size).toBeGreaterThanOrEqual(72 + 7 * 24)
      const differing = [...asked.lines].flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
      )
      expect(differing).toEqual([])
    }),
    { numRuns: 80, seed: 21 },
  )
})
