import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, formatDay } from '../../src/base/day.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { balancesOf, openingOf } from '../../src/targets/evaluate/balances.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { historyOf } from '../../src/targets/evaluate/history.ts'
import { lines } from '../../src/targets/evaluate/results.ts'
import type { Value } from '../../src/targets/evaluate/value.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy past { language en; currency CNY; effective from 2025-11-01 until open; year starts 04-01 }
record Rep { id text key; joined date; left date optional; exists from joined until left; fee money optional }
record Deal { id text key; rep Rep; signed date posting; amount money from -1_000 CNY up to 1_000 CNY }
value sold for Rep per month = sum(Deal.amount)
value deals for Rep per month = count(Deal)
value balance for Rep per month starts 50 CNY = larger of (balance in previous month) - sold, -20 CNY
value score for Rep per month starts 0 resets each quarter = (((score in previous month) * 0.5) rounded half-up to 0.01) + deals
value busy for Rep per month starts false = if deals >= 2 then true else if deals = 0 then false else busy in previous month
value slowed for Rep per quarter starts 1 CNY resets each year = ((slowed in previous quarter) + sum(Deal.amount)) / 3 rounded down to 0.0001
value late for Rep per month = balance in previous month if missing 7 CNY
bonus capped for Rep per month {
  gate not busy
  start sold
  plus 10 CNY when deals > 1
  cap 300 CNY carried when deals <> 3
  round 0.01 half-up
}
bonus drawn for Rep per month {
  start sold
  minus fee when deals > 2
  floor 100 CNY carried recovered 33.3% from 2026-02-15 forgiven when deals = 3 or sold > 800 CNY
  times 2
  round 0.01 half-up
}
bonus both for Rep per quarter where slowed > 0 {
  start sum(Deal.amount) * score_of_last
  floor 10.005 CNY carried
  cap 400 CNY carried
  round 0.01 half-up
}
value score_of_last for Rep per quarter = 1 + slowed / 1_000 CNY
payout all for Rep per month {
  add capped, drawn
  cap 250 CNY carried over drawn
  floor 0 CNY carried
}
decision left for Rep per month {
  gives carried = capped.carried
  gives owed = drawn.owed
  gives all_carried = all.carried
  gives all_owed = all.owed
  gives late = late
  gives score = score
  gives busy = busy
}
decision quarterly for Rep per quarter {
  gives slowed = slowed
  gives carried = both.carried
  gives owed = both.owed
}
`

const rows = fc.array(
  fc.record({
    rep: fc.constantFrom('A', 'B', 'C'),
    signed: fc.integer({ min: firstHalf.from - 70, max: firstHalf.until + 5 }).map(formatDay),
    amount: fc.integer({ min: -40_000, max: 99_999 }).map((cents) => `${(cents - (cents % 10)) / 100}`),
  }),
  { maxLength: 30 },
)

const withReps = (deals: readonly { rep: string; signed: string; amount: string }[]) => ({
  Rep: [
    { id: 'A', joined: '2025-01-01', left: null, fee: '5' },
    { id: 'B', joined: '2026-02-10', left: null, fee: null },
    { id: 'C', joined: '2025-01-01', left: '2026-03-10', fee: '1' },
  ],
  Deal: deals.map((deal, i) => ({ id: `${i}`, ...deal })),
})

const periods = [
  '2025-11',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2025-Q4',
  '2026-Q1',
]

test('what goes on from period to period gives what the reference finds by looking back', () => {
  fc.assert(
    fc.property(rows, (deals) => {
      const data = withReps(deals)
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), periods.slice(1))
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

/** A held balance is brought forward as held: why it was stands in the results that it came from. */
const meant = (value: Value) => (value.is === 'held' ? { is: 'held' } : value)

/** Runs of the plan over one span after another, each beginning with the balances of the one before. */
function inTurn(
  data: ReturnType<typeof withReps>,
  spans: readonly (readonly [from: number, until: number])[],
) {
  const { plan } = compile([{ name: 'policy.bylaw', text: policy }])
  if (!plan) throw new Error('the policy has errors')
  const { rows } = rowsFromObjects(plan, data)
  let opening = openingOf([])
  return spans.flatMap(([from, until]) => {
    const results = evaluate(plan, rows, { span: { from, until }, opening })
    opening = openingOf(balancesOf(results), historyOf(results))
    return lines(results, { from, until }).map(({ output, subject, period, value, also }) => ({
      line: `${output.id} ${subject?.key} ${period?.key}`,
      value: meant(value),
      also: also.map((one) => meant(one.value)),
    }))
  })
}

test('four quarters in turn pay what the year pays', () => {
  const quarters = [
    [dayOf(2025, 11, 1), dayOf(2025, 12, 31)],
    [dayOf(2026, 1, 1), dayOf(2026, 3, 31)],
    [dayOf(2026, 4, 1), dayOf(2026, 6, 30)],
    [dayOf(2026, 7, 1), dayOf(2026, 9, 30)],
  ].map(([from = 0, until = 0]) => [from, until] as const)
  const year = [dayOf(2025, 11, 1) ?? 0, dayOf(2026, 9, 30) ?? 0] as const
  fc.assert(
    fc.property(rows, (deals) => {
      const data = withReps(deals)
      const byLine = (found: ReturnType<typeof inTurn>) =>
        [...found].sort((a, b) => (a.line < b.line ? -1 : 1))
      const whole = byLine(inTurn(data, [year]))
      expect(whole.filter(({ value }) => value.is === 'number').length).toBeGreaterThan(20)
      expect(byLine(inTurn(data, quarters))).toEqual(whole)
    }),
    { numRuns: 40, seed: 11 },
  )
})
