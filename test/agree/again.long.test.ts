import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy again { language en; currency CNY; effective from 2025-10-01 until open }
record Rep { id text key; joined date; exists from joined; quota money }
record Receipt { id text key; rep Rep; received date posting; amount money from -1_000 CNY up to 1_000 CNY }
record Refund { id text key; receipt Receipt; refunded date posting; amount money from 0 CNY up to 1_000 CNY }
value net for each Receipt = amount * 0.9
value net_later for each Receipt = net - sum(Refund.amount where days(receipt.received, refunded) <= 60)
value collected for Rep per quarter = sum(Receipt.net)
value refunded for Rep per quarter = sum(Refund.amount, posting receipt.received)
value amended for Rep per quarter = collected - refunded
value attainment for Rep where quota > 0 CNY per quarter = collected / quota
value account for Rep per quarter starts 10 CNY = (account in previous quarter) + collected / 2
scorecard kpi for Rep where quota > 0 CNY per quarter {
  indicator sales weight 60% { actual collected; target quota; score ratio 0% to 150% }
  indicator steady weight 40% { actual refunded; target quota; score ratio 0% to 150% }
  round 0.01 half-up
}
commission pay for Rep where quota > 0 CNY per quarter {
  gate attainment >= 20%
  tiers marginal of collected by attainment {
    | from | rate |
    |   0% | 1%   |
    |  50% | 2.5% |
    | 100% | 4%   |
  }
  plus kpi.score * 0.1 CNY
  round 0.01 half-up
}
bonus drawn for Rep per quarter {
  rate 10% of collected
  floor 30 CNY carried recovered 50%
  cap 60 CNY carried
  round 0.01 half-up
}
bonus per_receipt for each Receipt to rep { rate 3% of net; round 0.01 half-up }
commission so_far for Rep per quarter, year to date { rate 1% of collected; cap 5 CNY lost; round 0.01 half-up }
decision place for Rep per quarter { gives good = if attainment >= 50% then 1 else 0 }
value collected_pay for Rep per quarter = sum(Receipt.per_receipt)
decision d for Rep per quarter {
  gives plain = pay
  gives pay = pay with collected replaced by amended
  gives rows = pay with net replaced by net_later
  gives points_again = kpi.score with collected replaced by amended
  gives drawn = drawn with collected replaced by amended
  gives owed = drawn.owed with collected replaced by amended
  gives carried = drawn.carried with net replaced by net_later
  gives account = account with collected replaced by amended
  gives receipts = collected_pay with net replaced by net_later
  gives good = place.good with collected replaced by amended
  gives dated = so_far with collected replaced by amended
  gives before = (pay with collected replaced by amended) in previous quarter
  gives claim = (pay - (pay with collected replaced by amended)) in previous quarter
  gives window = (pay with collected replaced by amended) year to date
  gives whole = pay in last 2 quarters
  gives whole_score = kpi.score year to date
}
decision y for Rep per year {
  gives tiers = pay in last 4 quarters
  gives again = pay in last 4 quarters with collected replaced by amended
}
`

const day = fc.integer({ min: firstHalf.from - 70, max: firstHalf.until }).map(formatDay)
const cases = fc
  .array(
    fc.record({
      rep: fc.constantFrom('A', 'B', 'C'),
      received: day,
      amount: fc.constantFrom('10', '-10', '333.33', '150.55', '999.99'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((receipts) =>
    fc.record({
      receipts: fc.constant(receipts),
      refunds: fc.array(
        fc.record({
          receipt: fc.integer({ min: 0, max: receipts.length - 1 }).map(String),
          refunded: day,
          amount: fc.constantFrom('5', '100.01', '333'),
        }),
        { maxLength: 5 },
      ),
      quota: fc.constantFrom('0', '100', '250.5'),
    }),
  )
const periods = ['2025-Q4', '2026-Q1', '2026-Q2', '2026']

test('what is worked out with another value, or over a window, is what the reference finds', () => {
  let known = 0
  fc.assert(
    fc.property(cases, ({ receipts, refunds, quota }) => {
      const data = {
        Rep: [
          { id: 'A', joined: '2025-01-01', quota: '300' },
          { id: 'B', joined: '2025-01-01', quota },
          { id: 'C', joined: '2026-02-05', quota: '77' },
        ],
        Receipt: receipts.map((one, i) => ({ id: `${i}`, ...one })),
        Refund: refunds.map((one, i) => ({ id: `${i}`, ...one })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), periods)
      const differing = [...got.lines].flatMap(([line, is]) => {
        const [path = '', who, when] = line.split('|')
        if (path === 'per_receipt') return []
        const want =
          path.startsWith('d') || path.startsWith('y')
            ? asked.value(path === 'd' ? 'd.plain' : path === 'y' ? 'y.tiers' : path, who, when)
            : asked.lines.get(line)
        if ('amount' in is) known++
        return want === undefined || meaning(is) === meaning(want)
          ? []
          : [`${line}: ${meaning(is)}, the reference ${meaning(want)}`]
      })
      expect(differing).toEqual([])
    }),
    { numRuns: 60, seed: 41 },
  )
  expect(known).toBeGreaterThan(3000)
})
