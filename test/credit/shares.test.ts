import { expect, it } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { messageOf } from '../../src/base/render.ts'
import { compile } from '../../src/compile.ts'
import { type RowObject, rowsFromObjects } from '../../src/data/from-objects.ts'
import { evaluate, type Results } from '../../src/targets/evaluate/evaluate.ts'
import { why } from '../../src/targets/evaluate/why.ts'
import { run } from '../run-policy.ts'

type Data = { readonly [record: string]: readonly RowObject[] }

const records = `policy shares { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; manager Person optional }
record Customer { id text key }
record Order { id text key; owner Person; customer Customer; helper Person optional }
record Receipt { id text key; order Order; received date posting; net money }
record Split { order Order; person Person; share percent optional; parts count optional }
record Move { customer Customer; from_person Person; to_person Person; moved date }
value moved for Customer = only(Move.moved)
value days_since for each Receipt = received - order.customer.moved
value handed for each Receipt = if days_since <= 90 then 0% else if days_since <= 180 then 50% else 100%
value successor for Customer = only(Move.to_person)
`
const pay = 'commission own for Person per year { start sum(Receipt.net); round 0.01 half-up }'
const policy = (lines: string): string =>
  `${records}credit sales for each Receipt to Person {\n${lines}\n}\n${pay}\n`
const people = ['A', 'B', 'C', 'D', 'E', 'F']

const data = (more: Data): Data => ({
  Person: people.map((id, i) => ({ id, manager: people[i + 1] ?? null })),
  Customer: [{ id: 'K' }],
  Order: [{ id: 'O', owner: 'A', customer: 'K' }],
  Receipt: [{ id: 'R', order: 'O', received: '2026-05-12', net: '100.00' }],
  ...more,
})
/** What each person is credited with; who has nothing is left out. */
function credited(lines: string, more: Data): { readonly [person: string]: string } {
  const found = run(policy(lines), data(more), '2026-01-01', '2026-12-31')
  return Object.fromEntries(
    [...found].flatMap(([name, amount]) => (amount === '0.00' ? [] : [[name.split(' ')[1], amount]])),
  )
}
const thirds = ['A', 'B', 'C'].map((person) => ({ order: 'O', person, parts: '1' }))

it('thirds make up the row: the named party takes the cent that is left', () => {
  const lines = 'split by Split.parts to Split.person, up to 3\nround 0.01 half-up, remainder to order.owner'
  expect(credited(lines, { Split: thirds })).toEqual({ A: '33.34', B: '33.33', C: '33.33' })
})

it('without the named party the largest share takes the cent, of equal ones the first by key', () => {
  const lines = 'split by Split.parts to Split.person, up to 3\nround 0.01 half-up, remainder to order.helper'
  const order = [{ id: 'O', owner: 'A', customer: 'K', helper: 'F' }]
  expect(credited(lines, { Split: [...thirds].reverse(), Order: order })).toEqual({
    A: '33.34',
    B: '33.33',
    C: '33.33',
  })
  const larger = thirds.map((row) => (row.person === 'C' ? { ...row, parts: '5' } : row))
  // 5/7 of 100 is 71.428…, 1/7 is 14.285…: 14.29 twice leaves 71.42.
  expect(credited(lines, { Split: larger, Order: order })).toEqual({ A: '14.29', B: '14.29', C: '71.42' })
})

it('a refund cancels what the row was, party by party, whichever way is rounded', () => {
  const receipts = [
    { id: 'R', order: 'O', received: '2026-05-12', net: '100.00' },
    { id: 'S', order: 'O', received: '2026-06-12', net: '-100.00' },
  ]
  for (const mode of ['half-up', 'half-even', 'ceiling', 'floor', 'up', 'down']) {
    const lines = `split by Split.parts to Split.person, up to 3\nroll up to manager\nround 0.01 ${mode}`
    expect(credited(lines, { Split: thirds, Receipt: receipts })).toEqual({})
  }
})

it('where nothing is recorded the whole goes to whoever is named then', () => {
  const lines = 'split Split.share to Split.person, up to 3\notherwise to order.owner'
  expect(credited(lines, {})).toEqual({ A: '100.00' })
})

it('shares that total 99 % hold everybody named, and the row is reported where it stands', () => {
  const lines = 'split Split.share to Split.person, up to 3\notherwise to order.owner'
  const rows = data({
    Split: [
      { order: 'O', person: 'B', share: '60%' },
      { order: 'O', person: 'C', share: '39%' },
    ],
    Order: [
      { id: 'N', owner: 'A', customer: 'K' },
      { id: 'O', owner: 'A', customer: 'K' },
    ],
  })
  expect(credited(lines, rows)).toEqual({ B: 'held BY845', C: 'held BY845' })
  expect(problems(policy(lines), rows)).toEqual([
    'BY765 Order 2: Order O: the shares of sales do not total 100%, its weights total 0, or one is negative',
  ])
})

it('more shares than there may be are reported, and hold those who are named', () => {
  const lines = 'split Split.share to Split.person, up to 2\notherwise to order.owner'
  const rows = data({
    Split: ['50%', '25%', '25%'].map((share, i) => ({ order: 'O', person: people[i] ?? '', share })),
  })
  expect(credited(lines, rows)).toEqual({ A: 'held BY846', B: 'held BY846', C: 'held BY846' })
  expect(problems(policy(lines), rows)).toEqual([
    'BY766 Order 1: Order O: sales allows 2 shares, and there are more',
  ])
})

it('of more shares than there may be, however many, each holds whom it names', () => {
  const lines = 'split Split.share to Split.person, up to 1\notherwise to order.owner'
  const recorded = (many: number) =>
    data({
      Split: people.slice(0, many).map((person, i) => ({
        order: 'O',
        person,
        share: i === 0 ? '100%' : '0%',
      })),
    })
  const found = (many: number) => credited(lines, recorded(many))
  expect(found(1)).toEqual({ A: '100.00' })
  for (const many of [2, 3, 4, 5, 6])
    expect(found(many)).toEqual(Object.fromEntries(people.slice(0, many).map((id) => [id, 'held BY846'])))
  expect(problems(policy(lines), recorded(6))).toHaveLength(1)
})

it('too many shares of a row hold only what would count the row: its period, and what its own test lets in', () => {
  const lines = 'split Split.share to Split.person, up to 1\notherwise to order.owner'
  const text = `${records}credit sales for each Receipt to Person {\n${lines}\n}
commission monthly for Person per month { start sum(Receipt.net); round 0.01 half-up }
commission large for Person per month { start sum(Receipt.net where net > 500 CNY); round 0.01 half-up }`
  const rows = data({
    Split: people.map((person) => ({ order: 'O', person, share: '10%' })),
    Receipt: [{ id: 'R', order: 'O', received: '2026-05-12', net: '100.00' }],
  })
  const held = [...run(text, rows, '2026-01-01', '2026-12-31')].filter(([, amount]) =>
    amount.startsWith('held'),
  )
  expect(held).toEqual(people.map((id) => [`monthly ${id} 2026-05`, 'held BY846']))
})

it('who is held by one of too many shares is told with the row that they belong to', () => {
  const lines = 'split Split.share to Split.person, up to 1'
  const rows = data({ Split: people.map((person) => ({ order: 'O', person, share: '10%' })) })
  const { engine } = ranOn(policy(lines), rows)
  const { column } = engine.model.plan.outputs[0] ?? { column: '' }
  expect(why(engine, column, 5)).toMatchObject({ code: 'BY846', at: { record: 'Order', row: 'O', line: 1 } })
})

it('more shares than there may be hold the superiors of all who are named, and who takes over', () => {
  const lines = `split Split.share to Split.person, up to 1
    hand over order.helper to order.customer.successor share 50%
    roll up to manager`
  const rows = data({
    Split: ['A', 'D'].map((person) => ({ order: 'O', person, share: '50%' })),
    Order: [{ id: 'O', owner: 'A', customer: 'K', helper: 'D' }],
    Move: [{ customer: 'K', from_person: 'D', to_person: 'F', moved: '2026-01-01' }],
  })
  // A and D are named, B and E stand above them, D hands over to F.
  expect(credited(lines, rows)).toEqual(
    Object.fromEntries(['A', 'B', 'D', 'E', 'F'].map((id) => [id, 'held BY846'])),
  )
})

// Handbook, article 22: to day 90 the old owner has 100 %, to day 180 half of it, then the new one has all.
it.each([
  ['2026-04-01', { A: '60.00', C: '40.00' }],
  ['2026-04-02', { A: '30.00', B: '30.00', C: '40.00' }],
  ['2026-06-30', { A: '30.00', B: '30.00', C: '40.00' }],
  ['2026-07-01', { B: '60.00', C: '40.00' }],
])('a customer that moved on 2026-01-01: who is credited with a receipt of %s', (received, expected) => {
  const lines = `split Split.share to Split.person, up to 3
    hand over order.owner to order.customer.successor share handed`
  expect(
    credited(lines, {
      Split: [
        { order: 'O', person: 'A', share: '60%' },
        { order: 'O', person: 'C', share: '40%' },
      ],
      Move: [{ customer: 'K', from_person: 'A', to_person: 'B', moved: '2026-01-01' }],
      Receipt: [{ id: 'R', order: 'O', received, net: '100.00' }],
    }),
  ).toEqual(expected)
})

it('superiors are credited with the same, level by level, outside the 100 %', () => {
  const one = 'to order.owner share 100%\nroll up to manager'
  expect(credited(one, {})).toEqual({ A: '100.00', B: '100.00' })
  const five = 'to order.owner share 100%\nroll up to manager, every level up to 5'
  expect(credited(five, {})).toEqual(Object.fromEntries(people.map((id) => [id, '100.00'])))
})

it('more levels than are written, and a circle, are reported and hold those above', () => {
  const lines = 'to order.owner share 100%\nroll up to manager, every level up to 2'
  const circle = data({
    Person: [
      { id: 'A', manager: 'B' },
      { id: 'B', manager: 'C' },
      { id: 'C', manager: 'B' },
    ],
  })
  expect(credited(lines, circle)).toEqual({ A: '100.00', B: 'held BY849', C: 'held BY849' })
  expect(problems(policy(lines), circle).map((line) => line.slice(0, 15))).toEqual([
    'BY767 Person 1:',
    'BY767 Person 2:',
    'BY767 Person 3:',
  ])
  expect(credited(lines, {})).toEqual({ A: '100.00', B: 'held BY849', C: 'held BY849' })
})

it('an overlay counts for what its line says, and the aggregate says what it wants', () => {
  const lines = `${records}
record Team { id text key }
record Seat { id text key; person Person; team Team }
credit sales for each Receipt to Person {
  to order.owner share 100%
  overlay 30% to order.helper, toward quota
}
decision found for Person per year {
  gives for_quota = sum(Receipt.net for quota) rounded half-up to 0.01
  gives for_pay = sum(Receipt.net for pay) rounded half-up to 0.01
  gives rows_for_pay = count(Receipt for pay)
}
`
  const rows = data({ Order: [{ id: 'O', owner: 'A', customer: 'K', helper: 'F' }] })
  const found = run(lines, rows, '2026-01-01', '2026-12-31')
  expect([found.get('found A 2026'), found.get('found A 2026 for_pay')]).toEqual(['100.00', '100.00'])
  expect([found.get('found F 2026'), found.get('found F 2026 for_pay')]).toEqual(['30.00', '0.00'])
  expect(found.get('found F 2026 rows_for_pay')).toBe('0')
})

it('a part for which nobody is named leaves the row with nobody, as its own row', () => {
  const lines = 'to order.owner share 70%\nto order.helper share 30%'
  expect(credited(lines, {})).toEqual({ A: '70.00' })
  expect(ranOn(policy(lines), data({})).unplaced).toMatchObject([{ relation: 'Receipt', row: 0 }])
  const nothing = 'split Split.share to Split.person, up to 3'
  expect(credited(nothing, {})).toEqual({})
  expect(ranOn(policy(nothing), data({})).unplaced).toMatchObject([{ relation: 'Receipt', row: 0 }])
})

it('what holds somebody is told with the row where it stands', () => {
  const lines = 'split Split.share to Split.person, up to 3'
  const rows = data({ Split: [{ order: 'O', person: 'B', share: '99%' }] })
  const { engine } = ranOn(policy(lines), rows)
  const { column } = engine.model.plan.outputs[0] ?? { column: '' }
  expect(why(engine, column, 1)).toMatchObject({ code: 'BY845', at: { record: 'Order', row: 'O', line: 1 } })
})

function ranOn(text: string, rows: Data): Results {
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error('no plan')
  const loaded = rowsFromObjects(plan, rows)
  expect(loaded.problems).toEqual([])
  const span = { from: parseDay('2026-01-01') ?? 0, until: parseDay('2026-12-31') ?? 0 }
  return evaluate(plan, loaded.rows, { span })
}

function problems(text: string, rows: Data): readonly string[] {
  return ranOn(text, rows).problems.map(
    (d) => `${d.code} ${d.cell?.file} ${d.cell?.row}: ${messageOf(d, 'en')}`,
  )
}
