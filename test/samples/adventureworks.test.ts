import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { divideRounded, formatDecimal, parseDecimal } from '../../src/base/decimal.ts'
import { at, cell, readCsv } from './csv.ts'
import { repository, runSample } from './run-sample.ts'

const data = join(repository, '../shared/data/adventureworks')
const here = existsSync(data)
if (!here) console.warn('Skipped: ../shared/data/adventureworks is not here, so AdventureWorks is not run.')

describe.skipIf(!here)('AdventureWorks', () => {
  const run = here && runSample('adventureworks', { from: '2011-05-31', until: '2014-06-30' }, data)
  const oracle = (name: string) => (here ? readCsv(join(data, name)) : [])
  const quarterOf = new Map<string, string>([
    ['2011-05-31', '2011-Q2'],
    ['2011-08-31', '2011-Q3'],
    ['2011-12-01', '2011-Q4'],
    ['2012-02-29', '2012-Q1'],
    ['2012-05-30', '2012-Q2'],
    ['2012-08-30', '2012-Q3'],
    ['2012-11-30', '2012-Q4'],
    ['2013-02-28', '2013-Q1'],
    ['2013-05-30', '2013-Q2'],
    ['2013-08-30', '2013-Q3'],
    ['2013-11-30', '2013-Q4'],
    ['2014-03-01', '2014-Q1'],
  ])
  const keyOf = (row: ReadonlyMap<string, string>) =>
    `${cell(row, 'BusinessEntityID')} ${quarterOf.get(cell(row, 'PeriodStart'))}`

  test('reads 31,465 orders and 163 quotas without a finding', () => {
    if (!run) return
    expect(run.diagnostics).toEqual([])
    expect(run.loaded.problems).toEqual([])
    expect(run.results.unplaced).toEqual([])
    expect(run.loaded.rows.get('SalesOrder')?.count).toBe(31_465)
    expect(run.loaded.rows.get('Quota')?.count).toBe(163)
  })

  test('gives the published quota, sales and attainment of all 163 rep-quarters', () => {
    if (!run) return
    const rows = oracle('oracle_quarterly_attainment.csv')
    expect(rows).toHaveLength(163)
    const [sold, quota, attainment] = ['sold', 'quota', 'attainment'].map(run.value)
    for (const row of rows) {
      const key = keyOf(row)
      expect(sold?.get(key), key).toBe(cell(row, 'SalesSubTotal'))
      expect(quota?.get(key), key).toBe(cell(row, 'SalesQuota'))
      expect(fourPlaces(attainment?.get(key) ?? ''), key).toBe(cell(row, 'Attainment'))
    }
  })

  test('gives both published commissions of all 163 rep-quarters, and their totals', () => {
    if (!run) return
    const rows = oracle('oracle_commission.csv')
    const total = { flat: 0n, from80: 0n }
    expect(rows).toHaveLength(163)
    for (const row of rows) {
      const key = keyOf(row)
      const flat = run.amounts.get(`flat ${key}`) ?? ''
      const from80 = run.amounts.get(`flat_from_80 ${key}`) ?? ''
      expect([flat, from80], key).toEqual([cell(row, 'flat'), cell(row, 'flat_if_attainment_ge_0.80_else_0')])
      total.flat += at(2, flat)
      total.from80 += at(2, from80)
    }
    expect(total).toEqual({ flat: 110_164_343n, from80: 74_895_469n })
  })

  test('holds, with its reason, the quarter before a manager’s first quota, and nothing else', () => {
    if (!run) return
    const held = [...run.amounts].filter(([, amount]) => amount === 'held').map(([key]) => key)
    expect(held).toEqual(['flat_from_80 285 2013-Q1', 'flat_from_80 287 2012-Q1'])
  })

  test('says of each line of all reseller orders who approves its discount, as counted line by line from the files', () => {
    if (!run) return
    const found = new Map<string, number>()
    for (const [key, level] of run.amounts)
      if (key.startsWith('discount_authority.level ')) found.set(level, (found.get(level) ?? 0) + 1)
    const sold = new Map(
      oracle('sales_order_header.csv').map((row) => [cell(row, 'SalesOrderID'), cell(row, 'SalesPersonID')]),
    )
    const counted = new Map([['not applicable', 0]])
    for (const row of oracle('sales_order_detail.csv')) {
      const seller = sold.get(cell(row, 'SalesOrderID'))
      const discount = at(4, cell(row, 'UnitPriceDiscount_derived'))
      const level =
        seller === '' || seller === undefined
          ? 'not applicable'
          : discount <= 500n
            ? 'rep'
            : discount <= 1500n
              ? 'manager'
              : discount <= 3000n
                ? 'director'
                : 'vp'
      counted.set(level, (counted.get(level) ?? 0) + 1)
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(counted))
    expect(Object.fromEntries(counted)).toMatchObject({ rep: 59_553, manager: 768, director: 292, vp: 306 })
  })
})

/** Half-up to four places, as the published file has it. */
function fourPlaces(text: string): string {
  const value = parseDecimal(text)
  if (!value) return text
  const digits = divideRounded(value.digits * 10_000n, 10n ** BigInt(value.scale), 'half-up')
  return formatDecimal(digits, 4)
}
