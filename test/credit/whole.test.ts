import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDecimal } from '../../src/base/decimal.ts'
import { add, decimalText, rationalOf, zero } from '../reference/rational.ts'
import { run } from '../run-policy.ts'

const text = (
  by: string,
  mode: string,
) => `policy whole { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key }
record Order { id text key; owner Person; next Person; part percent }
record Receipt { id text key; order Order; received date posting; net money }
record Split { order Order; person Person; share percent; parts count }
credit sales for each Receipt to Person {
  split ${by} to Split.person, up to 4
  otherwise to order.owner
  hand over order.owner to order.next share order.part
  round ${mode}, remainder to order.owner
}
commission own for Person per year { start sum(Receipt.net); round 0.01 half-up }
commission by_row for each Receipt { rate 3.33% of net; round 0.01 half-up }
commission of_row for each Receipt to order.owner { rate 3.33% of net; round 0.01 half-up }
commission company per year { start sum(Receipt.net); round 0.01 half-up }
`
const person = fc.constantFrom('A', 'B', 'C', 'D', 'E')
const share = fc.constantFrom(
  ['100%'],
  ['60%', '40%'],
  ['33.33%', '33.33%', '33.34%'],
  ['0.01%', '99.99%'],
  ['25%', '25%', '25%', '25%'],
)
const amount = fc.bigInt({ min: -500_000_00n, max: 500_000_00n }).map((cents) => formatDecimal(cents, 2))
const order = fc.record({
  owner: person,
  next: person,
  part: fc.constantFrom('0%', '50%', '33.3%', '100%'),
  shares: fc.option(share),
  people: fc.array(fc.tuple(person, fc.integer({ min: 1, max: 7 })), { minLength: 4, maxLength: 4 }),
  receipts: fc.array(amount, { maxLength: 3 }),
})
const mode = fc
  .tuple(
    fc.constantFrom('0.01', '1', '0.05'),
    fc.constantFrom('half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'),
  )
  .map((both) => both.join(' '))

test('parts make up the row, whatever the shares, the hand-over and the rounding', () => {
  fc.assert(
    fc.property(
      fc.array(order, { maxLength: 4 }),
      fc.constantFrom('Split.share', 'by Split.parts'),
      mode,
      (orders, by, round) => {
        const data = {
          Person: ['A', 'B', 'C', 'D', 'E'].map((id) => ({ id })),
          Order: orders.map(({ owner, next, part }, i) => ({ id: `${i}`, owner, next, part })),
          Receipt: orders.flatMap(({ receipts }, i) =>
            receipts.map((net, k) => ({ id: `${i}-${k}`, order: `${i}`, received: '2026-05-12', net })),
          ),
          Split: orders.flatMap(({ shares, people }, i) =>
            (shares ?? []).map((part, k) => ({
              order: `${i}`,
              person: people[k]?.[0] ?? 'A',
              share: part,
              parts: String(people[k]?.[1] ?? 1),
            })),
          ),
        }
        const lines = run(text(by, round), data, '2026-01-01', '2026-12-31')
        const total = (name: string) =>
          decimalText(
            [...lines].reduce((sum, [line, value]) => {
              const number = line.startsWith(`${name} `) ? rationalOf(value) : zero
              if (!number) throw new Error(`${line}: ${value}`)
              return add(sum, number)
            }, zero),
          )
        expect(total('own')).toBe(total('company'))
        expect(total('by_row')).toBe(total('of_row'))
      },
    ),
    { numRuns: 60, seed: 11 },
  )
})
