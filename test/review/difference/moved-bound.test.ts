import { expect, test } from 'vitest'
import { movedBound, simplestBetween } from '../../../src/review/difference/moved-bound.ts'
import { version } from './versions.ts'

const rational = (text: string) => {
  const [whole = '', places = ''] = text.split('.')
  return { n: BigInt(whole + places), d: 10n ** BigInt(places.length) }
}

/** The smallest denominator first, and of one the smallest numerator. */
function byTrying(from: string, until: string): string {
  const [low, high] = [rational(from), rational(until)]
  for (let d = 1n; ; d++)
    for (let n = 0n; n * high.d <= high.n * d; n++)
      if (n * low.d > low.n * d && n * high.d < high.n * d) return `${n}/${d}`
}

test.each([
  ['0.8999', '0.9'],
  ['0.05', '0.0501'],
  ['0.0249', '0.025'],
  ['0.12', '0.1201'],
  ['1', '1.0001'],
  ['0', '0.0001'],
  ['1.2', '3.4'],
  ['2', '2.5'],
  ['0.33', '0.34'],
])('the simplest fraction between %s and %s has the smallest numbers', (from, until) => {
  const { n, d } = simplestBetween({ from: rational(from), until: rational(until) })
  expect(`${n}/${d}`).toBe(byTrying(from, until))
})

const policy = (
  gate: string,
  more = '',
) => `policy p { language en; currency EUR; effective from 2026-01-01 until open }
record Seller { id text key; share percent from 0% up to 200%; other percent }
bonus pay for each Seller {
  gate share >= ${gate}
  ${more}
  start 100 EUR
}
`
const plan = (gate: string, more = '') => version([{ name: 'p.bylaw', text: policy(gate, more) }]).plan

test('a bound that was moved lies between what it was and what it is', () => {
  const between = movedBound(plan('90%'), plan('89.99%'))
  expect(between && [between.from, between.until].map(({ n, d }) => (n * 10_000n) / d)).toEqual([
    8999n,
    9000n,
  ])
})

test('where what it was stands elsewhere, too, it is the nearest', () => {
  const more = 'gate other >= 90%'
  const between = movedBound(plan('90%', more), plan('90.01%', more))
  expect(between && [between.from, between.until].map(({ n, d }) => (n * 10_000n) / d)).toEqual([
    9000n,
    9001n,
  ])
})
