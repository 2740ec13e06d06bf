import { expect, test } from 'vitest'
import { formatDecimal, parseDecimal } from '../../src/base/decimal.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { moreOf, oneMore } from '../../src/review/seek/one-more.ts'
import { askedPeriod } from '../../src/targets/evaluate/asked-period.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'

const text = `policy pay "P" { language en; currency EUR
  effective from 2026-01-01 until open
}
record Rep { id text key; quota money per quarter }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold for Rep per quarter = sum(Deal.amount)
value attainment for Rep per quarter = sold / rep.quota
commission sales for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 6%   |
    | 100% | 9%   |
  }
  round 0.01 half-up
}
`

const deals = {
  Rep: [
    { id: 'R1', quota: '80000.00' },
    { id: 'R2', quota: '80000.00' },
  ],
  Deal: [
    { id: 'D1', rep: 'R1', closed: '2026-01-09', amount: '50000.00' },
    { id: 'D2', rep: 'R2', closed: '2026-02-09', amount: '70000.00' },
    { id: 'D3', rep: 'R2', closed: '2025-12-09', amount: '1000.00' },
  ],
}

function run(policy = text, given: Parameters<typeof rowsFromObjects>[1] = deals) {
  const { plan } = compile([{ name: 'p.bylaw', text: policy }])
  if (!plan) throw new Error('no plan')
  const { rows } = rowsFromObjects(plan, given)
  const asked = askedPeriod(plan, rows, '2026-Q1')
  if (!asked) throw new Error('no period')
  return {
    plan,
    rows,
    asked,
    results: evaluate(plan, rows, { span: { from: asked.from, until: asked.until } }),
  }
}

test('one more deal is like the newest of the period, and pays what its slices of the tiers pay', () => {
  const own = run()
  const person = { record: 'Rep', key: 'R1' }
  const [more] = moreOf(own, person)
  expect(more).toEqual({ relation: 'Deal', field: 'amount', scale: 2, currency: 'EUR', like: 'D1' })
  expect(moreOf(own, { record: 'Rep', key: 'R2' }).map(({ like }) => like)).toEqual(['D2'])
  if (!more) return
  const paid = (amount: string) => {
    const found = oneMore(own, person, more, parseDecimal(amount) ?? { digits: 0n, scale: 0 })
    return found?.totals.map(({ before, after, change }) =>
      [before, after, change].map(({ digits, scale }) => formatDecimal(digits, scale)),
    )
  }
  // By hand: 30,000 to the quota at 6%, and 10,000 above it at 9%: 1,800 + 900.
  expect(paid('40000')).toEqual([['3000.00', '5700.00', '2700.00']])
  expect(paid('0.01')).toEqual([['3000.00', '3000.00', '0.00']])
  // More places than an amount has are no amount.
  expect(paid('1.005')).toBeUndefined()
})

/** What one more row of `amount` changes for somebody, and what it is like. */
function more(own: ReturnType<typeof run>, key: string, amount: string) {
  const person = { record: 'Person', key }
  return moreOf(own, person).map((one) => {
    const found = oneMore(own, person, one, parseDecimal(amount) ?? { digits: 0n, scale: 0 })
    const change = found?.totals.map((total) => formatDecimal(total.change.digits, total.change.scale))
    return { of: `${one.relation}.${one.field}`, like: one.like, change }
  })
}

const head = `policy pay "P" { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key }
record Order { id text key; owner Person; signed date; worth money }
`
const collecting = {
  Person: [{ id: 'A' }, { id: 'B' }],
  Order: [
    { id: 'O1', owner: 'A', signed: '2025-12-01', worth: '9000.00' },
    { id: 'O2', owner: 'B', signed: '2026-01-05', worth: '9000.00' },
  ],
  Receipt: [
    { id: 'C1', order: 'O1', received: '2026-01-10', net: '1000.00', rate: '7.1000' },
    { id: 'C2', order: 'O1', received: '2026-02-10', net: '2000.00', rate: '7.2000' },
    { id: 'C3', order: 'O2', received: '2026-03-10', net: '3000.00', rate: '7.3000' },
  ],
}

test('where what is collected is paid, one more receipt is like the newest of the orders that are his', () => {
  const policy = `${head}record Receipt { id text key; order Order; received date posting; net number to 0.01; rate number to 0.0001 }
value cny for each Receipt = (net * rate * 1 CNY) rounded half-up to 0.01
value collected for Person per quarter = sum(Receipt.cny, via order.owner)
commission pay for Person per quarter { rate 2% of collected; round 0.01 half-up }
`
  // By hand: 500 at the exchange rate of that receipt, 7.2, is 3,600; 2% of it is 72. A rate is not added up: its own row has none.
  const own = run(policy, collecting)
  expect(more(own, 'A', '500')[0]).toEqual({ of: 'Receipt.net', like: 'C2', change: ['72.00'] })
  expect(more(own, 'B', '500')[0]).toEqual({ of: 'Receipt.net', like: 'C3', change: ['73.00'] })
})

test('where an order is shared, one more receipt pays each his part, also who does not own the order', () => {
  const policy = `${head}record Receipt { id text key; order Order; received date posting; net money }
record Split { order Order; person Person; share percent }
credit sales "Sales credit" for each Receipt to Person {
  split Split.share to Split.person, up to 3
  otherwise to order.owner
  round 0.01 half-up, remainder to order.owner
}
commission pay for Person per quarter { rate 10% of sum(Receipt.net); round 0.01 half-up }
`
  const own = run(policy, {
    ...collecting,
    Receipt: collecting.Receipt.map(({ rate: _, ...one }) => one),
    Split: [
      { order: 'O1', person: 'A', share: '60%' },
      { order: 'O1', person: 'B', share: '40%' },
    ],
  })
  // By hand: of 500 more on O1, as C2, A is credited 300 and paid 30. B's newest is C3, which is his alone.
  expect(more(own, 'A', '500')).toEqual([{ of: 'Receipt.net', like: 'C2', change: ['30.00'] }])
  expect(more(own, 'B', '500')).toEqual([{ of: 'Receipt.net', like: 'C3', change: ['50.00'] }])
  // Of somebody with nothing but a share in another's order it is one more on that.
  const shared = run(policy, {
    ...collecting,
    Receipt: collecting.Receipt.slice(0, 2).map(({ rate: _, ...one }) => one),
    Split: [
      { order: 'O1', person: 'A', share: '60%' },
      { order: 'O1', person: 'B', share: '40%' },
    ],
  })
  expect(more(shared, 'B', '500')).toEqual([{ of: 'Receipt.net', like: 'C2', change: ['20.00'] }])
})
