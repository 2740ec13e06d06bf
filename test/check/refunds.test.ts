import { describe, expect, test } from 'vitest'
import { run } from '../run-policy.ts'

/** An order of January and its refund: what both come to, by the row or by the quarter. Worked by hand. */
const paid = (steps: string, refunded = '2026-01-20', grain = 'for each Order to rep') => {
  const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money }
value sold for Rep per quarter = sum(Order.amount)
commission pay ${grain} { ${steps} }
`
  const data = {
    Rep: [{ id: 'A' }],
    Order: [
      { id: '1', rep: 'A', signed: '2026-01-10', amount: '150.50' },
      { id: '2', rep: 'A', signed: refunded, amount: '-150.50' },
    ],
  }
  const found = run(text, data, '2026-01-01', '2026-06-30')
  return grain.startsWith('for each')
    ? [found.get('pay 1'), found.get('pay 2')]
    : [found.get('pay A 2026-Q1'), found.get('pay A 2026-Q2')]
}
const byQuarter = 'for Rep per quarter'
const tiers = `
  tiers marginal of sold by sold {
    | from    | rate |
    | 0 CNY   | 1%   |
    | 100 CNY | 10%  |
  }
`

describe('a refund takes back what its order earned', () => {
  test('by the row, since rates, tiers and rounding to the nearest mirror what is negative', () => {
    // 3.33 % of 150.50 is 5.01165.
    expect(paid('rate 3.33% of amount; round 0.01 half-up')).toEqual(['5.01', '-5.01'])
    // 1.00 and a tenth of 50.50.
    expect(paid(`${tiers.replaceAll('sold', 'amount')}round 0.01 down`)).toEqual(['6.05', '-6.05'])
  })

  test('in the year, where the clause is paid to date', () => {
    const dated = `${byQuarter}, year to date`
    expect(paid(`${tiers}cap 5 CNY lost; round 0.01 half-up`, '2026-04-20', dated)).toEqual(['5.00', '-5.00'])
  })
})

describe('no refund can take back', () => {
  test('what a cap cut off, or a floor added: they bound one side', () => {
    expect(paid('rate 10% of amount; cap 5 CNY lost; round 0.01 half-up')).toEqual(['5.00', '-15.05'])
    expect(paid('rate 10% of amount; floor 0 CNY; round 0.01 half-up')).toEqual(['15.05', '0.00'])
  })

  test('what was rounded in one direction of the number line', () => {
    expect(paid('rate 3.33% of amount; round 0.01 ceiling')).toEqual(['5.02', '-5.01'])
    expect(paid('rate 3.33% of amount; round 0.01 floor')).toEqual(['5.01', '-5.02'])
  })

  test('what a gate let through for one of them alone', () => {
    expect(paid('gate amount > 0 CNY; rate 10% of amount; round 0.01 half-up')).toEqual(['15.05', '0.00'])
  })

  test('what the place among rows gave: it is the second order too', () => {
    const nth = 'start 1 CNY; times count(Order so far within rep); round 0.01 half-up'
    expect(paid(nth)).toEqual(['1.00', '2.00'])
  })

  test('what a quarter of its own bounded, once the refund comes in another', () => {
    const capped = `${tiers}cap 5 CNY lost; round 0.01 half-up`
    expect(paid(capped, '2026-04-20', byQuarter)).toEqual(['5.00', '-6.05'])
  })
})
