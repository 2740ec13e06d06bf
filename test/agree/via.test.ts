import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = `policy via { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key }
record Person { id text key; team Team optional }
record Order { id text key; owner Person; next Person optional; moved date optional }
record Receipt { id text key; order Order; received date posting; amount money from -1_000 CNY up to 1_000 CNY }
value owner_then for each Receipt =
  if order.moved missing then order.owner else if received < order.moved then order.owner else order.next
value known for each Receipt where amount > 0 CNY = owner_then
commission own for Person per month { rate 1% of sum(Receipt.amount, via owner_then); round 0.01 half-up }
commission plain for Person per month { rate 1% of sum(Receipt.amount, via order.owner); round 0.01 half-up }
commission of_team for Team per quarter { rate 1% of sum(Receipt.amount, via owner_then); round 0.01 half-up }
decision counts for Person {
  gives received = count(Receipt, via known)
  gives most = max(Receipt.amount where amount < 900 CNY, via owner_then) if missing 0 CNY
}
`
const day = fc.integer({ min: firstHalf.from - 5, max: firstHalf.until + 5 }).map(formatDay)
const person = fc.constantFrom('A', 'B', 'C', 'D')
const cases = fc.record({
  team: fc.option(fc.constantFrom('X', 'Y')),
  orders: fc.array(fc.record({ owner: person, next: fc.option(person), moved: fc.option(day) }), {
    minLength: 3,
    maxLength: 3,
  }),
  receipts: fc.array(
    fc.record({
      order: fc.constantFrom('0', '1', '2'),
      received: day,
      amount: fc.constantFrom('10', '-10', '333.33', '0.01', '999.99'),
    }),
    { maxLength: 12 },
  ),
})
const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-Q1', '2026-Q2']

test('rows count for whom an expression names, and for the team that person leads to', () => {
  fc.assert(
    fc.property(cases, ({ team, orders, receipts }) => {
      const data = {
        Team: [{ id: 'X' }, { id: 'Y' }],
        Person: [
          { id: 'A', team: 'X' },
          { id: 'B', team: 'X' },
          { id: 'C', team: 'Y' },
          { id: 'D', team },
        ],
        Order: orders.map((order, i) => ({ id: `${i}`, ...order })),
        Receipt: receipts.map((receipt, i) => ({ id: `${i}`, ...receipt })),
      }
      const got = engineLines([{ name: 'policy.bylaw', text: policy }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(policy), new Map(Object.entries(data)), periods)
      const differing = [...asked.lines].flatMap(([line, want]) =>
        meaning(got.lines.get(line)) === meaning(want)
          ? []
          : [`${line}: ${meaning(got.lines.get(line))}, the reference ${meaning(want)}`],
      )
      expect(asked.lines.size).toBeGreaterThanOrEqual(50)
      expect(differing).toEqual([])
    }),
    { numRuns: 100, seed: 45 },
  )
})
