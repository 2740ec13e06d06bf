import { expect, it } from 'vitest'
import { findings, run } from '../run-policy.ts'

const head = `policy moved { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key }
record Person { id text key; team Team }
record Order { id text key; owner Person; next Person optional; moved date optional }
record Receipt { id text key; order Order; received date posting; amount money }
value owner_then for each Receipt =
  if order.moved missing then order.owner else if received < order.moved then order.owner else order.next
`
const pay = `${head}
commission own for Person per month { rate 10% of sum(Receipt.amount, via owner_then); round 0.01 half-up }
commission team_pay for Team per month { rate 10% of sum(Receipt.amount, via owner_then); round 0.01 half-up }
`
const people = {
  Team: [{ id: 'T' }, { id: 'U' }],
  Person: [
    { id: 'A', team: 'T' },
    { id: 'B', team: 'U' },
  ],
}

it('rows count for whom a value of the row names, and for the team of that person', () => {
  const data = {
    ...people,
    Order: [{ id: 'O', owner: 'A', next: 'B', moved: '2026-03-15' }],
    Receipt: [
      { id: '1', order: 'O', received: '2026-03-14', amount: '100' },
      { id: '2', order: 'O', received: '2026-03-15', amount: '70' },
    ],
  }
  const lines = run(pay, data, '2026-03-01', '2026-03-31')
  expect([...lines]).toEqual([
    ['own A 2026-03', '10.00'],
    ['own B 2026-03', '7.00'],
    ['team_pay T 2026-03', '10.00'],
    ['team_pay U 2026-03', '7.00'],
  ])
})

it('a row whose person is missing by right is nobody’s, and holds nobody', () => {
  const data = {
    ...people,
    Order: [{ id: 'O', owner: 'A', next: null, moved: '2026-03-15' }],
    Receipt: [
      { id: '1', order: 'O', received: '2026-03-14', amount: '100' },
      { id: '2', order: 'O', received: '2026-03-15', amount: '70' },
    ],
  }
  const lines = run(pay, data, '2026-03-01', '2026-03-31')
  expect(lines.get('own A 2026-03')).toBe('10.00')
  expect(lines.get('own B 2026-03')).toBe('0.00')
})

it('an expression that names no row, or one that leads nowhere, is no way', () => {
  const sum = (via: string) =>
    findings(`${head}\nvalue x for Team per month = sum(Receipt.amount, via ${via})`)
  expect(sum('owner_then')).toEqual([])
  expect(sum('amount')).toContain('BY402')
  expect(sum('order')).toContain('BY403')
})
