import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { formatDay, parseDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

vi.setConfig({ testTimeout: 120_000 })

const policy = (
  shares: string,
  line: string,
) => `policy credited { language en; currency CNY; effective from 2026-01-01 until open }
record Region { id text key }
record Team { id text key; region Region }
record Person { id text key }
record Assignment { person Person; team Team; manager Person optional; begins date; ends date optional; in force from begins until ends by person }
record Owner { customer Customer; person Person; begins date; ends date optional; in force from begins until ends by customer }
record Customer { id text key }
record Order { id text key; owner Person; helper Person optional; customer Customer }
record Receipt { id text key; order Order; received date posting; net money from -10_000 CNY up to 10_000 CNY }
record Split { order Order; person Person; share percent }
record Refund { id text key; receipt Receipt; refunded date posting; net money from -10_000 CNY up to 0 CNY }
credit sales for each Receipt to Person {
  ${shares}
  hand over order.owner to Owner(order.customer).person share 50%
  ${line}
  round 0.01 half-up, remainder to order.owner
}
commission own for Person per month { start sum(Receipt.net) + sum(Refund.net); round 0.01 half-up }
commission of_team for Team per quarter { start sum(Receipt.net, via Assignment(person).team); round 0.01 half-up }
commission of_region for Region per quarter { start sum(Refund.net, via Assignment(person).team); round 0.01 half-up }
decision rows for Team per month { gives many = count(Receipt, via Assignment(person).team) }
`
const shares = [
  `to order.owner share 70%
  to order.helper share 30%`,
  `split Split.share to Split.person, up to 2
  otherwise to order.owner`,
]
const lines = [
  'roll up to Assignment(person).manager',
  'roll up to Assignment(person).manager, every level up to 2, toward team',
]
const day = fc.integer({ min: firstHalf.from - 5, max: firstHalf.until + 5 }).map(formatDay)
const person = fc.constantFrom('A', 'B', 'C', 'D')
const team = fc.constantFrom('X', 'Y', 'Z')
const half = fc.record({ team, manager: fc.option(person) })
const cases = fc.record({
  seats: fc.array(fc.record({ first: half, second: half, change: fc.option(day) }), {
    minLength: 4,
    maxLength: 4,
  }),
  owners: fc.record({ first: person, second: person, change: day }),
  orders: fc.array(fc.record({ owner: person, helper: fc.option(person, { freq: 8 }) }), {
    minLength: 3,
    maxLength: 3,
  }),
  receipts: fc.array(
    fc.record({
      order: fc.constantFrom('0', '1', '2'),
      received: day,
      net: fc.constantFrom('100', '-100', '333.33', '0.01', '999.99'),
    }),
    { maxLength: 8 },
  ),
  refunds: fc.array(
    fc.record({ receipt: fc.nat({ max: 7 }), refunded: day, net: fc.constantFrom('-100', '-0.01') }),
    { maxLength: 3 },
  ),
  // Two halves, or more shares than there may be.
  split: fc.array(person, { maxLength: 8 }),
  shares: fc.constantFrom(...shares),
  line: fc.constantFrom(...lines),
})
const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-Q1', '2026-Q2']

test('parties stand for whatever they belong to on the day of the row', () => {
  fc.assert(
    fc.property(cases, ({ seats, owners, orders, receipts, refunds, split, shares, line }) => {
      const dated = <T extends object>(key: T, first: object, second: object, change: string | null) =>
        change === null
          ? [{ ...key, ...first, begins: '2020-01-01', ends: null }]
          : [
              { ...key, ...first, begins: '2020-01-01', ends: change },
              // The day of the change is nobody's.
              { ...key, ...second, begins: after(change, 2), ends: null },
            ]
      const people = ['A', 'B', 'C', 'D']
      const data = {
        Region: [{ id: 'N' }, { id: 'S' }],
        Team: [
          { id: 'X', region: 'N' },
          { id: 'Y', region: 'N' },
          { id: 'Z', region: 'S' },
        ],
        Person: people.map((id) => ({ id })),
        Assignment: seats.flatMap(({ first, second, change }, i) =>
          dated({ person: people[i] ?? '' }, first, second, change),
        ),
        Owner: dated({ customer: 'K' }, { person: owners.first }, { person: owners.second }, owners.change),
        Customer: [{ id: 'K' }],
        Order: orders.map((order, i) => ({ id: `${i}`, customer: 'K', ...order })),
        Split: split.map((one) => ({ order: '0', person: one, share: '50%' })),
        Receipt: receipts.map((receipt, i) => ({ id: `${i}`, ...receipt })),
        Refund: refunds
          .filter(({ receipt }) => receipt < receipts.length)
          .map(({ receipt, ...rest }, i) => ({ id: `${i}`, receipt: `${receipt}`, ...rest })),
      }
      const text = policy(shares, line)
      const got = engineLines([{ name: 'policy.bylaw', text }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(text), new Map(Object.entries(data)), periods)
      const differing = [...asked.lines].flatMap(([name, want]) =>
        meaning(got.lines.get(name)) === meaning(want)
          ? []
          : [`${name}: ${meaning(got.lines.get(name))}, the reference ${meaning(want)}`],
      )
      expect(asked.lines.size).toBeGreaterThanOrEqual(40)
      expect(differing).toEqual([])
    }),
    { numRuns: 60, seed: 56 },
  )
})

function after(day: string, days: number): string {
  return formatDay((parseDay(day) ?? 0) + days)
}
