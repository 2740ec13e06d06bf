import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../run-policy.ts'

const policy = readFileSync(new URL('handbook.bylaw', import.meta.url), 'utf8')

const people = ['rep', 'senior', 'manager', 'director', 'gm', 'finance']
const staff = {
  Person: people.map((id) => ({ id, name: id.toUpperCase() })),
  Assignment: people.map((person) => ({
    person,
    role: person,
    manager: { rep: 'manager', senior: 'manager', manager: 'director', director: 'gm' }[person] ?? null,
    begins: '2026-01-01',
    ends: null,
  })),
  Customer: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'].map((id) => ({ id })),
}

type Order = readonly [
  id: string,
  person: string,
  customer: string,
  signed: string,
  line: string,
  amount: string,
  discount: string | null,
  margin: string,
]
/** The orders of the handbook's worked example 7. */
const orders: readonly Order[] = [
  ['first', 'rep', 'C1', '2026-05-06', 'P1', '70000', '4%', '24%'],
  ['second', 'rep', 'C1', '2026-05-25', 'P1', '62000', '4.5%', '24%'],
  ['third', 'rep', 'C1', '2026-06-05', 'P1', '30000', '4.5%', '24%'],
  // The situation S05: two orders exactly thirty days apart, and two with twenty-nine days between them.
  ['thirty 1', 'rep', 'C7', '2026-05-06', 'P1', '70000', '4%', '24%'],
  ['thirty 2', 'rep', 'C7', '2026-06-05', 'P1', '62000', '4.5%', '24%'],
  ['less 1', 'rep', 'C8', '2026-05-06', 'P1', '70000', '4%', '24%'],
  ['less 2', 'rep', 'C8', '2026-06-04', 'P1', '62000', '4.5%', '24%'],
  ['exact', 'rep', 'C2', '2026-05-06', 'P1', '100000', '5%', '24%'],
  ['skid', 'rep', 'C3', '2026-05-06', 'P3', '800000', '5%', '13%'],
  ['own', 'manager', 'C4', '2026-05-06', 'P1', '50000', '11%', '22%'],
  ['deep', 'rep', 'C5', '2026-05-06', 'P1', '5000', '32%', '24%'],
  ['unknown', 'rep', 'C6', '2026-05-06', 'P1', '5000', null, '24%'],
]
const data = {
  ...staff,
  Order: orders.map(([id, person, customer, signed, line, amount, discount, margin]) => ({
    id,
    person,
    customer,
    signed,
    line,
    amount,
    discount,
    margin,
  })),
}

test('the handbook’s worked example 7 comes out as it is printed there', () => {
  const lines = run(policy, data, '2026-05-01', '2026-06-30')
  const of = (id: string) =>
    ['', ' level', ' approver', ' with', ' split'].map((part) => lines.get(`discount_authority ${id}${part}`))
  // 70,000 at 4 %: his own.
  expect(of('first')).toEqual(['allow', 'rep', 'n/a BY880', 'nobody', 'false'])
  // Nineteen days later 62,000 at 4.5 %: 132,000 together, so the manager decides, and the flag is up.
  expect(of('second')).toEqual(['approval', 'manager', 'manager', 'nobody', 'true'])
  // The window 05-07 … 06-05 no longer has the first order.
  expect(of('third')).toEqual(['allow', 'rep', 'n/a BY880', 'nobody', 'false'])
  expect(of('exact')).toEqual(['allow', 'rep', 'n/a BY880', 'nobody', 'false'])
  expect(of('skid')).toEqual(['approval', 'director', 'director', 'finance', 'false'])
  // Nobody approves his own: the next rank above the manager.
  expect(of('own')).toEqual(['approval', 'director', 'director', 'nobody', 'false'])
  expect(of('deep')).toEqual(['refuse', 'n/a BY880', 'n/a BY880', 'nobody', 'false'])
  expect(of('unknown')).toEqual(['held BY801', 'held BY801', 'held BY801', 'held BY801', 'held BY801'])
})

test('orders exactly thirty days apart are not added up, with a day less between them they are', () => {
  const lines = run(policy, data, '2026-05-01', '2026-06-30')
  const of = (id: string) =>
    ['', ' level', ' split'].map((part) => lines.get(`discount_authority ${id}${part}`))
  expect(of('thirty 1')).toEqual(['allow', 'rep', 'false'])
  expect(of('thirty 2')).toEqual(['allow', 'rep', 'false'])
  // 70,000 + 62,000 on the thirtieth day of the window.
  expect(of('less 2')).toEqual(['approval', 'manager', 'true'])
  // 132,000 in any order: the other one alone would be the rep's own, and so would the first.
  expect(of('less 1')).toEqual(['allow', 'rep', 'false'])
})
