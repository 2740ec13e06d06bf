import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { sameRounding } from '../../src/review/mutate/same-rounding.ts'
import { run } from '../run-policy.ts'

/** One amount of each rep, rounded, with what may hang on its places behind it. */
function policy(amount: string, rounding: string): string {
  return `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep {
  id text key
  a money from -100 up to 100
  level one of low, middle, high
}
record Sale {
  id text key
  rep Rep
  signed date posting
  sum money to 0.1 from 0 up to 100
}
parameter pay by level {
  | level  | value   |
  | low    | 60 CNY  |
  | middle | 80 CNY  |
  | high   | 120 CNY |
}
value third for Rep = (a / 3) rounded down to 0.04
value sold for Rep = sum(Sale.sum)
value amount for Rep = (${amount}) rounded ${rounding}
value result for Rep = amount * 2
decision shown for Rep {
  gives result = result
}
`
}

const levels = ['low', 'middle', 'high']
// Every cent from −1.00 to 1.00, each with one of the levels, and with 0 to 2.5 sold.
const cents = Array.from({ length: 201 }, (_, i) => i - 100)
const data = {
  Rep: cents.map((cent, i) => ({
    id: `R${i}`,
    a: `${cent < 0 ? '-' : ''}${Math.abs(cent) === 100 ? '1.00' : `0.${String(Math.abs(cent)).padStart(2, '0')}`}`,
    level: levels[i % 3] ?? 'low',
  })),
  Sale: cents.map((_, i) => ({
    id: `S${i}`,
    rep: `R${i}`,
    signed: '2026-02-01',
    sum: ['0', '0.5', '1', '1.5', '2', '2.5'][i % 6] ?? '0',
  })),
}

function results(text: string): readonly string[] {
  return [...run(text, data, '2026-01-01', '2026-03-31')].map(
    ([name, value]) => `${name} ${value.includes('.') ? value.replace(/\.?0+$/u, '') : value}`,
  )
}

/** What the proof says, and what all the data says. */
function compared(amount: string, before: string, after: string): readonly [boolean, boolean] {
  const [a, b] = [policy(amount, before), policy(amount, after)]
  const [then, now] = [a, b].map((text) => compile([{ name: 'p.bylaw', text }]).plan)
  if (!then || !now) throw new Error(amount)
  return [sameRounding(then, now), JSON.stringify(results(a)) === JSON.stringify(results(b))]
}

test.each([
  ['cents to cents', 'a', 'half-up to 0.01', 'up to 0.01'],
  ['cents to a tenth of one', 'a', 'half-up to 0.01', 'half-up to 0.001'],
  ['the lesser of two amounts in cents', 'smaller of a, a * 3', 'half-up to 0.01', 'down to 0.01'],
  ['tenths that are added up', 'sold', 'half-up to 0.1', 'half-up to 0.01'],
  ['what is rounded already, to a wider step', 'third', 'half-up to 0.02', 'up to 0.01'],
  ['whole numbers of a table', 'pay(level) * 1.5', 'half-up to 1', 'down to 0.1'],
  ['thirds, which are never in the middle', 'pay(level) / 12', 'half-up to 0.01', 'half-even to 0.01'],
  ['0.8% of cents, which are never in the middle', 'a * 0.8%', 'half-up to 0.01', 'half-even to 0.01'],
  ['a choice of two', 'if a > 0 CNY then a else 3 CNY', 'half-up to 0.01', 'floor to 0.01'],
])('%s: another rounding is the same', (_, amount, before, after) => {
  expect(compared(amount, before, after)).toEqual([true, true])
})

test.each([
  ['cents to ten of them', 'a', 'half-up to 0.01', 'half-up to 0.1'],
  ['15% of cents, in the middle', 'a * 15%', 'half-up to 0.01', 'half-even to 0.01'],
  ['half of them', 'a * 50%', 'down to 0.01', 'half-up to 0.01'],
  ['thirds, down instead of to the nearest', 'pay(level) / 12', 'half-up to 0.01', 'down to 0.01'],
  ['what is rounded already, to another step', 'third', 'half-up to 0.02', 'half-up to 0.03'],
  ['a quotient by what is in the data', 'a / (sold / 2 CNY + 1)', 'half-up to 0.01', 'half-even to 0.01'],
])('%s: another rounding is another amount', (_, amount, before, after) => {
  const [said, found] = compared(amount, before, after)
  expect(said).toBe(false)
  if (!amount.includes('sold')) expect(found).toBe(false)
})

const part = fc.oneof(
  fc.constantFrom('a', 'sold', 'third', 'pay(level)', '0 CNY', '0.05 CNY', '2 CNY'),
  fc
    .tuple(fc.constantFrom('a', 'sold', 'third'), fc.constantFrom('15%', '0.8%', '0.5', '3', '1.25'))
    .map((all) => all.join(' * ')),
  fc
    .tuple(fc.constantFrom('a', 'sold', 'pay(level)'), fc.constantFrom('2', '3', '8', '12'))
    .map((all) => all.join(' / ')),
)
const amounts = fc.oneof(
  part,
  fc.tuple(part, fc.constantFrom(' + ', ' - '), part).map((all) => all.join('')),
  fc.tuple(fc.constantFrom('smaller', 'larger'), part, part).map(([which, a, b]) => `${which} of ${a}, ${b}`),
  fc.tuple(part, part).map(([a, b]) => `if a > 0.50 CNY then ${a} else ${b}`),
)
const roundings = fc
  .tuple(
    fc.constantFrom('half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'),
    fc.constantFrom('0.01', '0.001', '0.1', '0.05', '1'),
  )
  .map((all) => all.join(' to '))

test('of no amount is it said that two roundings are the same where some data tells them apart', () => {
  fc.assert(
    fc.property(amounts, roundings, roundings, (amount, before, after) => {
      if (before === after) return
      const [said, found] = compared(amount, before, after)
      expect(said && !found, `${amount}, ${before}, ${after}`).toBe(false)
    }),
    { numRuns: 30 },
  )
})
