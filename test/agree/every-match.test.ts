import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

type Drawn = {
  readonly note: string
  readonly amount: string
  readonly kind: string
  readonly gives: string
  readonly days: string
}

const cellOfAmount = fc.constantFrom(
  '-',
  'from 10 CNY',
  'under 20 CNY',
  'from 5 CNY up to 10 CNY',
  'not 10 CNY',
)
const cellOfKind = fc.constantFrom('-', 'fresh', 'again, other', 'not other')
const gives = fc.constantFrom('1', '2.5', '-4', '0', 'bonus / 3', 'not decided "ask"')
const row: fc.Arbitrary<Drawn> = fc.record({
  amount: cellOfAmount,
  kind: cellOfKind,
  gives,
  days: fc.constantFrom('30', '60.25', '-1'),
  note: fc.constantFrom('ask', 'tell', '"tell twice"', 'not decided "ask"'),
})

const policy = (how: string, other: string, rows: readonly Drawn[], rest: string) => `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

parameter bonus = 10

record Order {
  id text key
  signed date posting
  amount money optional
  kind one of fresh, again, other optional
}

table extras every match {
  | amount | kind | => ${how}(points) | => ${other}(days) | => list(note) |
  | over 19 CNY | fresh, other | 100 | 100 | tell |
${rows.map((one) => `  | ${one.amount} | ${one.kind} | ${one.gives} | ${one.days} | ${one.note} |\n`).join('')}  | otherwise | - | ${rest} | 7 | rest |
}

decision extra for each Order {
  table every match {
    | amount | kind | => ${other}(size) |
    | over 19 CNY | fresh, other | 100 |
${rows.map((one) => `    | ${one.amount} | ${one.kind} | ${one.days} |\n`).join('')}    | otherwise | - | 1 |
  }
  gives points = extras(amount, kind).points
  gives days = extras(amount, kind).days
  gives note = extras(amount, kind).note
}

bonus pay for each Order {
  start 100 CNY
  plus extras(amount, kind).points * 1.5 CNY
  round 0.01 half-up
}
`

const how = fc.constantFrom('sum', 'min', 'max')

test('every row that matches counts, in the engine as in the reference', () => {
  const orders = fc.array(
    fc.record({
      amount: fc.constantFrom('4.99', '5', '10', '10.01', '19.99', '20', null),
      kind: fc.constantFrom('fresh', 'again', 'other', null),
    }),
    { minLength: 1, maxLength: 8 },
  )
  const rows = fc.array(row, { minLength: 1, maxLength: 40 })
  let compared = 0
  fc.assert(
    fc.property(how, how, rows, gives, orders, (first, second, drawn, rest, placed) => {
      const data = { Order: placed.map((one, i) => ({ id: `${i}`, signed: '2026-02-01', ...one })) }
      const text = policy(first, second, drawn, rest)
      const got = engineLines([{ name: 'policy.bylaw', text }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(text), new Map(Object.entries(data)), ['2026-Q1'])
      expect([...asked.lines].map(([line, want]) => [line, meaning(want)])).toEqual(
        [...asked.lines.keys()].map((line) => [line, meaning(got.lines.get(line))]),
      )
      compared += asked.lines.size
    }),
    { numRuns: 80, seed: 5 },
  )
  expect(compared).toBeGreaterThan(300)
})
