import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { type EngineLines, engineLines } from './engine.ts'

vi.setConfig({ testTimeout: 120_000 })

const records = `policy credited { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key }
record Person { id text key; team Team optional; manager Person optional }
record Order { id text key; owner Person; next Person optional; moved date optional; helper Person optional; part percent optional }
record Receipt { id text key; order Order; received date posting; net money from -10_000 CNY up to 10_000 CNY }
record Refund { id text key; receipt Receipt; refunded date posting; net money from -10_000 CNY up to 0 CNY }
record Split { order Order; person Person optional; share percent optional; parts number from -10 up to 100 }
value handed for each Receipt = if order.moved missing then 0%
  else if received - order.moved <= 30 then 0% else if received - order.moved <= 60 then 50% else 100%
`
const measures = `
value big for each Receipt where net > 0 CNY = net
commission of_big for Person per month { start sum(Receipt.big); round 0.000001 half-up }
commission own for Person per month { start sum(Receipt.net) + sum(Refund.net); round 0.000001 half-up }
commission of_team for Team per quarter { start sum(Receipt.net where net > -500 CNY); round 0.000001 half-up }
commission whole per quarter { start sum(Receipt.net); round 0.01 half-up }
decision rows for Person per month {
  gives many = count(Receipt)
  gives any_big = any(Receipt.net > 500 CNY)
  gives most = max(Receipt.net) if missing 0 CNY
  gives mean = avg(Receipt.net) if missing 0 CNY
  gives newest = last(Receipt.net) if missing 0 CNY
}
decision team_rows for Team per month { gives many = count(Receipt) }
`
/** On the whole row, paid in parts: only where these are rounded. */
const paidByRow = `
commission by_row for each Receipt { rate 7.7% of net; round 0.01 half-up }
payout row_pay for Person per month { add by_row }
`
const credits = [
  `split Split.share to Split.person, up to 2
   otherwise to order.owner
   hand over order.owner to order.next share handed, rest toward pay
   hand over order.helper to order.owner share 50%
   round 0.01 half-up, remainder to order.owner`,
  `to order.owner share 100% - order.part
   to order.helper share order.part
   hand over order.owner to order.next share handed, rest toward pay
   overlay 30% to order.next, toward quota
   roll up to manager`,
  `split Split.share to Split.person, up to 3
   otherwise to order.owner
   hand over order.owner to order.next share handed
   overlay 30% to order.helper
   roll up to manager, every level up to 2
   round 0.01 half-up, remainder to order.owner`,
  `split by Split.parts to Split.person, up to 3
   otherwise to order.owner
   round 0.01 half-even`,
  `split by Split.parts to Split.person, up to 3
   hand over order.owner to order.next share handed`,
  `to order.owner share 100% - order.part
   to order.helper share order.part
   overlay order.part to order.next, toward team
   roll up to manager
   round 1 ceiling, remainder to order.helper`,
  `split Split.share to Split.person, up to 2
   otherwise to order.owner
   roll up to manager, every level up to 3, toward team`,
]

const day = fc.integer({ min: firstHalf.from - 5, max: firstHalf.until + 5 }).map(formatDay)
const person = fc.constantFrom('A', 'B', 'C', 'D', 'E')
const share = fc.constantFrom('50%', '50%', '25%', '33.33%', '66.67%', '100%', '0%', '-10%', null)
const cases = fc.record({
  team: fc.option(fc.constantFrom('X', 'Y')),
  managers: fc.record({
    A: fc.option(person),
    B: fc.option(person),
    C: fc.option(fc.constantFrom('D', 'E')),
  }),
  orders: fc.array(
    fc.record({
      owner: person,
      next: fc.option(person),
      moved: fc.option(day),
      helper: fc.option(person),
      part: fc.constantFrom('20%', '12.5%', '0%', '100%', '-5%', null),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  /** Shares of one order, which may be more than there may be. */
  many: fc.array(person, { maxLength: 11 }),
  splits: fc.array(
    fc.oneof(
      // Often a whole: pairs that total 100 %, thirds by weight.
      fc
        .tuple(fc.constantFrom('0', '1', '2', '3'), person, person, fc.constantFrom('50', '60', '33.33'))
        .map(([order, a, b, part]) => [
          { order, person: a, share: `${part}%`, parts: '1' },
          { order, person: b, share: part === '33.33' ? '66.67%' : `${100 - Number(part)}%`, parts: '2' },
        ]),
      fc
        .record({
          order: fc.constantFrom('0', '1'),
          person: fc.option(person, { freq: 9 }),
          share,
          parts: fc.constantFrom('1', '1', '3', '0', '-1'),
        })
        .map((one) => [one]),
    ),
    { maxLength: 4 },
  ),
  receipts: fc.array(
    fc.record({
      order: fc.constantFrom('0', '1', '2', '3'),
      received: day,
      net: fc.constantFrom('100', '-100', '333.33', '0.01', '999.99', '-0.05'),
    }),
    { maxLength: 10 },
  ),
  refunds: fc.array(
    fc.record({ receipt: fc.nat({ max: 9 }), refunded: day, net: fc.constantFrom('-100', '-0.01') }),
    { maxLength: 3 },
  ),
  credit: fc.constantFrom(...credits),
  turn: fc.nat({ max: 7 }),
})
const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-Q1', '2026-Q2']

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

function dataOf({ team, managers, orders, many, splits, receipts, refunds }: Case) {
  return {
    Team: [{ id: 'X' }, { id: 'Y' }],
    Person: [
      { id: 'A', team: 'X', manager: managers.A },
      { id: 'B', team: 'X', manager: managers.B },
      { id: 'C', team: 'Y', manager: managers.C },
      { id: 'D', team, manager: 'E' },
      { id: 'E', team, manager: null },
    ],
    Order: orders.map((order, i) => ({ id: `${i}`, ...order })),
    Receipt: receipts.map((receipt, i) => ({ id: `${i}`, ...receipt })),
    Refund: refunds
      .filter(({ receipt }) => receipt < receipts.length)
      .map(({ receipt, ...rest }, i) => ({ id: `${i}`, receipt: `${receipt}`, ...rest })),
    Split: [...splits.flat(), ...many.map((id) => ({ order: '3', person: id, share: '10%', parts: '1' }))],
  }
}

/** Where lines count for one thing alone, every sum says what it wants. */
const wanting = (text: string): string =>
  text
    .replace(/commission (own|of_team|of_big) .*/gu, (line) =>
      line.replaceAll(/sum\(([^()]*)\)/gu, 'sum($1 for quota)'),
    )
    .replace(/decision (rows|team_rows)[^}]*\}/gu, (all) =>
      all.replaceAll(/(count|any|max|avg|last)\(([^()]*)\)/gu, '$1($2 for pay)'),
    )

function textOf(credit: string): string {
  const asked = credit.includes('toward pay') ? wanting(measures) : measures
  return `${records}\ncredit sales for each Receipt to Person {\n${credit}\n}\n${asked}${credit.includes('round') ? paidByRow : ''}`
}

function linesOf(text: string, data: ReturnType<typeof dataOf>): ReadonlyMap<string, string> {
  const got: EngineLines = engineLines([{ name: 'policy.bylaw', text }], data, firstHalf)
  if ('errors' in got) throw new Error(got.errors.join('\n'))
  return new Map([...got.lines].map(([name, line]) => [name, meaning(line)]))
}

test('credited parts are those that the reference finds', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const data = dataOf(one)
      const text = textOf(one.credit)
      const got = linesOf(text, data)
      const asked = reference(programOf(text), new Map(Object.entries(data)), periods)
      // The engine has a line for each part of what a row pays: what they come to is in the payout.
      const compared = [...asked.lines].filter(([line]) => !line.startsWith('by_row'))
      const differing = compared.flatMap(([line, want]) =>
        got.get(line) === meaning(want) ? [] : [`${line}: ${got.get(line)}, the reference ${meaning(want)}`],
      )
      expect(asked.lines.size).toBeGreaterThanOrEqual(70)
      expect(differing).toEqual([])
    }),
    { numRuns: 50, seed: 3 },
  )
})

test('the order in which rows were read changes nothing', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const data = dataOf(one)
      const turned = <T>(rows: readonly T[]): T[] => {
        const by = one.turn % Math.max(rows.length, 1)
        return [...rows.slice(by), ...rows.slice(0, by)].reverse()
      }
      const other = {
        ...data,
        Person: turned(data.Person),
        Order: turned(data.Order),
        Receipt: turned(data.Receipt),
        Refund: turned(data.Refund),
        Split: turned(data.Split),
      }
      const text = textOf(one.credit)
      const [a, b] = [linesOf(text, data), linesOf(text, other)]
      expect([...b].sort()).toEqual([...a].sort())
    }),
    { numRuns: 30, seed: 4 },
  )
})
