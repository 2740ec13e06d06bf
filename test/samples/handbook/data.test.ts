import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generateHandbook } from '../../../policies/handbook-zh/generator/generate.ts'
import { committedSeed } from '../../../policies/tangyu-zh/generator/generate.ts'
import { cell, readCsv } from '../csv.ts'

const folder = join(import.meta.dirname, '../../../policies/handbook-zh/data')
const rows = (name: string) => readCsv(join(folder, `${name}.csv`))
const ids = (name: string, heading = 'id') => new Set(rows(name).map((row) => cell(row, heading)))

/** file: column → the file and the column whose values it may have. */
const references: readonly (readonly [file: string, column: string, to: string, key?: string])[] = [
  ['seats', 'holder', 'people'],
  ['assignments', 'person', 'people'],
  ['assignments', 'seat', 'seats'],
  ['assignments', 'team', 'teams'],
  ['assignments', 'manager', 'people'],
  ['wages', 'person', 'people'],
  ['owners', 'customer', 'customers'],
  ['owners', 'person', 'people'],
  ['listings', 'customer', 'customers'],
  ['orders', 'owner', 'people'],
  ['orders', 'key_account', 'people'],
  ['orders', 'customer', 'customers'],
  ['orders', 'sku', 'products', 'sku'],
  ['splits', 'order', 'orders'],
  ['splits', 'person', 'people'],
  ['instalments', 'order', 'orders'],
  ['receipts', 'instalment', 'instalments'],
  ['refunds', 'receipt', 'receipts'],
  ['offences', 'person', 'people'],
  ['forecasts', 'team', 'teams'],
  ['trainings', 'person', 'people'],
  ['certificates', 'person', 'people'],
  ['coachings', 'joiner', 'people'],
  ['surveys', 'customer', 'customers'],
  ['surveys', 'person', 'people'],
  ['receivables', 'customer', 'customers'],
  ['service-results', 'person', 'service-staff'],
  ['quarter-results-2025', 'person', 'people'],
  ['collections-2025', 'customer', 'customers'],
  ['quotes', 'order', 'orders'],
  ['quotes', 'person', 'people'],
  ['quotes', 'customer', 'customers'],
  ['quotes', 'competitor', 'competitor-records'],
  ['quotes', 'joint', 'people'],
  ['quote-lines', 'quote', 'quotes'],
  ['quote-lines', 'sku', 'products', 'sku'],
  ['approvals', 'quote', 'quotes'],
  ['prices', 'sku', 'products', 'sku'],
  ['posts', 'team', 'teams'],
  ['leads', 'owner', 'people'],
  ['follow-ups', 'customer', 'customers'],
  ['follow-ups', 'person', 'people'],
  ['claims', 'customer', 'customers'],
  ['complaints', 'customer', 'customers'],
  ['complaints', 'assignee', 'people'],
  ['complaint-events', 'complaint', 'complaints'],
  ['request-events', 'request', 'price-requests'],
  ['deliveries', 'order', 'orders'],
  ['deal-stages', 'person', 'people'],
  ['talks', 'person', 'people'],
  ['investigations', 'person', 'people'],
  ['matchings', 'receipt', 'receipts'],
  ['competitor-records', 'person', 'people'],
  ['contracts', 'order', 'orders'],
  ['contract-changes', 'contract', 'contracts'],
  ['shipments', 'customer', 'customers'],
  ['objections', 'person', 'people'],
  ['gifts', 'customer', 'customers'],
  ['diversions', 'dealer', 'dealers'],
  ['gifts-received', 'customer', 'customers'],
  ['gifts-received', 'dealer', 'dealers'],
  ['disputes', 'customer', 'customers'],
  ['deal-stages', 'customer', 'customers'],
  ['new-customers', 'person', 'people'],
  ['hand-overs', 'customer', 'customers'],
  ['return-visits', 'customer', 'customers'],
  ['payment-terms', 'customer', 'customers'],
  ['payment-terms', 'person', 'people'],
  ['cause-analyses', 'team', 'teams'],
  ['error-explanations', 'team', 'teams'],
  ['inductions', 'person', 'people'],
  ['losses', 'person', 'people'],
  ['payroll', 'person', 'people'],
]

describe('the handbook’s data', () => {
  test('are what the generator writes, byte for byte', () => {
    const files = generateHandbook(committedSeed)
    const committed = readdirSync(folder).filter((name) => name !== 'README.md')
    expect(committed.sort()).toEqual([...files.keys()].sort())
    for (const [name, text] of files) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
  })

  test.each([7, 20_260_401])('meet the planted totals with seed %i too', (seed) => {
    expect(generateHandbook(seed).get('receipts.csv')).toContain(
      'R-S11-91,O-S11-8,2026-05-20,200000.00,CNY,0',
    )
  })

  test('are explained in their README: every file, every column', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    for (const [name, text] of generateHandbook(committedSeed)) {
      const line = readme.split('\n').find((l) => l.includes(`\`${name}\``)) ?? ''
      const headings = (text.split('\n')[0] ?? '').split(',')
      expect(
        headings.filter((heading) => !line.includes(`\`${heading}\``)),
        name,
      ).toEqual([])
    }
  })

  test('are of the size that the handbook gives', () => {
    expect(rows('people')).toHaveLength(61)
    expect(rows('seats')).toHaveLength(60)
    expect(rows('assignments').filter((a) => cell(a, 'from') < '2026-01-01')).toHaveLength(58)
    expect(Math.abs(rows('customers').length - 900)).toBeLessThan(50)
    expect(Math.abs(rows('orders').length - 2400)).toBeLessThan(100)
    expect(Math.abs(rows('receipts').length - 3600)).toBeLessThan(100)
    expect(Math.abs(rows('offences').length - 150)).toBeLessThan(20)
    expect(rows('complaints')).toHaveLength(240)
  })

  test('refer to nothing that is not there, and name no row twice', () => {
    for (const [file, column, to, key] of references) {
      const known = ids(to, key)
      const unknown = rows(file)
        .flatMap((row) => cell(row, column) || [])
        .filter((id) => !known.has(id))
      expect(unknown, `${file}.${column}`).toEqual([])
    }
    for (const [file, key] of [...new Map(references.map(([, , to, key]) => [to, key ?? 'id']))]) {
      expect(ids(file, key).size, file).toBe(rows(file).length)
    }
  })

  test('give each seat and each customer at most one holder a day, and each customer one from its first day on', () => {
    for (const [file, key] of [
      ['assignments', 'seat'],
      ['owners', 'customer'],
    ] as const) {
      const until = new Map<string, string>()
      for (const row of rows(file)) {
        const last = until.get(cell(row, key))
        if (last !== undefined) expect(cell(row, 'from') > last, `${file} ${cell(row, key)}`).toBe(true)
        until.set(cell(row, key), cell(row, 'until') || '9999-12-31')
      }
      if (file === 'owners') expect(new Set(until.values())).toEqual(new Set(['9999-12-31']))
    }
    expect(ids('owners', 'customer')).toEqual(ids('customers'))
  })

  test('have shares that total 100 %, and the owner among them', () => {
    const owner = new Map(rows('orders').map((o) => [cell(o, 'id'), cell(o, 'owner')]))
    const total = new Map<string, number>()
    for (const s of rows('splits')) {
      const order = cell(s, 'order')
      total.set(order, (total.get(order) ?? 0) + Number(cell(s, 'share').replace(/[.%]/g, '')))
    }
    expect([...total]).toEqual([
      ['O-S02-D90', 10_000],
      ['O-W5', 10_000],
      ['O-S03-T', 10_000],
    ])
    for (const order of total.keys()) {
      expect(
        rows('splits').some((s) => cell(s, 'order') === order && cell(s, 'person') === owner.get(order)),
      ).toBe(true)
    }
  })

  test('have no order signed after its receipts, and no receipt without a rate', () => {
    const orders = new Map(rows('orders').map((o) => [cell(o, 'id'), o]))
    const instalments = new Map(rows('instalments').map((i) => [cell(i, 'id'), i]))
    for (const receipt of rows('receipts')) {
      const id = cell(receipt, 'id')
      const order = orders.get(cell(instalments.get(cell(receipt, 'instalment')) ?? new Map(), 'order'))
      expect(order && cell(receipt, 'received') >= cell(order, 'signed'), id).toBe(true)
      expect(order && cell(order, 'currency'), id).toBe(cell(receipt, 'currency'))
      expect(cell(receipt, 'currency') === 'USD' && cell(receipt, 'received') > '2026-11-30', id).toBe(false)
    }
  })

  test('leave out what would hold a whole team; the generator adds it for the tests that ask', () => {
    const files = generateHandbook(committedSeed, 'incomplete')
    const added = (name: string, text: string) => {
      expect(files.get(name)).toContain(text)
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain(text)
    }
    added('orders.csv', 'O-S06-M,NC-R1')
    added('instalments.csv', 'O-S06-D-1,O-S06-D,1,,50000.00,CNY')
    added('receipts.csv', 'R-S06-R,O-S06-R-1,2026-12-10,50000.00,USD')
    added('splits.csv', 'O-S03-99,EX-R1,39.00%')
  })
})
