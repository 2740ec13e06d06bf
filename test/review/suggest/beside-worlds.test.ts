import { expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { besideWorlds, earlierToo, withoutRows } from '../../../src/review/suggest/beside-worlds.ts'
import type { World } from '../../../src/review/suggest/world.ts'

const text = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Seller { id text key; name text }
record Sale { id text key; seller Seller; sold date posting; amount money from 0 EUR up to 1_000_000 EUR }
record Target { seller Seller; month month; amount money from 1 EUR up to 10_000_000 EUR }
bonus steady "Steady" for Seller per month {
  gate sum(Sale.amount) / only(Target.amount) >= 105%
  start if count(Sale) >= 15 then 400 EUR else 0 EUR
  round 1 half-up
}
`
const { plan } = compile([{ name: 'p.bylaw', text }])
if (!plan) throw new Error('no plan')

const world: World = {
  period: '2026-07',
  day: 20_650,
  rows: new Map([
    ['Seller', [new Map([['id', 'Seller-1']])]],
    [
      'Sale',
      [new Map(Object.entries({ id: 'Sale-1', seller: 'Seller-1', sold: '2026-07-16', amount: '1050' }))],
    ],
    ['Target', [new Map(Object.entries({ seller: 'Seller-1', month: '2026-07', amount: '1000' }))]],
  ]),
}
const cells = (one: World, record: string, field: string) =>
  (one.rows.get(record) ?? []).map((row) => row.get(field))

test('a sale so many times stands beside a target as many times as large, which leaves the share as it is', () => {
  const found = besideWorlds(plan, world).find(
    (one) => (one.rows.get('Sale') ?? []).length === 20 && cells(one, 'Target', 'amount')[0] !== '1000',
  )
  expect(found && cells(found, 'Sale', 'amount')).toEqual(Array.from({ length: 20 }, () => '1050'))
  expect(found && cells(found, 'Target', 'amount')).toEqual(['20000'])
  expect(new Set(found && cells(found, 'Sale', 'id')).size).toBe(20)
})

test('what happened happened half a year before as well', () => {
  const dates = earlierToo(plan, world).map((one) => cells(one, 'Sale', 'sold'))
  // From 13 January to 16 July are 18 + 28 + 31 + 30 + 31 + 30 + 16 = 184 days.
  expect(dates).toContainEqual(['2026-07-16', '2026-01-13'])
})

test('a record has no rows at all', () => {
  expect(
    withoutRows(plan, world).map(({ rows }) => [...rows].map(([id, list]) => `${id} ${list.length}`)),
  ).toEqual([
    ['Seller 0', 'Sale 1', 'Target 1'],
    ['Seller 1', 'Sale 0', 'Target 1'],
    ['Seller 1', 'Sale 1', 'Target 0'],
  ])
})
