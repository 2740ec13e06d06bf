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

function run() {
  const { plan } = compile([{ name: 'p.bylaw', text }])
  if (!plan) throw new Error('no plan')
  const { rows } = rowsFromObjects(plan, {
    Rep: [
      { id: 'R1', quota: '80000.00' },
      { id: 'R2', quota: '80000.00' },
    ],
    Deal: [
      { id: 'D1', rep: 'R1', closed: '2026-01-09', amount: '50000.00' },
      { id: 'D2', rep: 'R2', closed: '2026-02-09', amount: '70000.00' },
      { id: 'D3', rep: 'R2', closed: '2025-12-09', amount: '1000.00' },
    ],
  })
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
