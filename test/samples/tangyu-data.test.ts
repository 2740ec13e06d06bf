import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { committedSeed, generate } from '../../policies/tangyu-zh/generator/generate.ts'
import { cell, readCsv } from './csv.ts'
import { workOut } from './tangyu-oracle.ts'

const folder = join(import.meta.dirname, '../../policies/tangyu-zh/data')
const rows = (name: string) => readCsv(join(folder, `${name}.csv`))
const quota = (person: string, quarter: string) => {
  const row = rows('quotas').find((q) => cell(q, 'person') === person && cell(q, 'quarter') === quarter)
  return row && cell(row, 'amount')
}

describe('the sample company’s data', () => {
  test('are what the generator writes, byte for byte', () => {
    const files = generate(committedSeed)
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort())
    for (const [name, text] of files) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
  })

  test('are other data for another seed, in the same files and with the same planted orders', () => {
    const other = generate(7)
    expect([...other.keys()]).toEqual([...generate(committedSeed).keys()])
    expect(other.get('orders.csv')).not.toBe(generate(committedSeed).get('orders.csv'))
    expect(other.get('receipts.csv')).toContain('R-S11-91,O-S11,2026-05-20,2026-02-18,200000.00,CNY')
  })

  test('hold 61 people for 60 seats: 58 on New Year’s Day, three joiners and one leaver', () => {
    const people = rows('people')
    expect(people).toHaveLength(61)
    expect(people.filter((p) => cell(p, 'hired') < '2026-01-01')).toHaveLength(58)
    expect(
      people
        .filter((p) => cell(p, 'hired') >= '2026-01-01')
        .map((p) => cell(p, 'hired'))
        .sort(),
    ).toEqual(['2026-04-13', '2026-06-18', '2026-07-06'])
    expect(people.flatMap((p) => cell(p, 'left') || [])).toEqual(['2026-05-31'])
    expect(new Set(people.map((p) => cell(p, 'name'))).size).toBe(61)
  })

  test('are of the size that the handbook gives: about 900 customers, 2,400 orders and 3,600 receipts', () => {
    expect(Math.abs(rows('customers').length - 900)).toBeLessThan(50)
    expect(Math.abs(rows('orders').length - 2400)).toBeLessThan(100)
    expect(Math.abs(rows('receipts').length - 3600)).toBeLessThan(100)
    const readme = readFileSync(join(folder, '../README.md'), 'utf8')
    const [customers, orders, receipts] = ['customers', 'orders', 'receipts'].map((name) =>
      rows(name).length.toLocaleString('en'),
    )
    expect(readme).toContain(`${customers} 个客户、${orders} 份订单、${receipts} 笔回款`)
  })

  test('split the year’s target as worked example 1 does', () => {
    expect(quota('EC2-R2', '2026-Q2')).toBe('1542750')
    // 9,257,000 a year and, for the senior hired first, 9,260,000: 25 % of each.
    const seniors = ['EC2-S1', 'EC2-S2', 'EC2-S3'].map((id) => quota(id, '2026-Q2')).sort()
    expect(seniors).toEqual(['2314250', '2314250', '2315000'])
    expect(quota('EC1-M', '2026-Q2')).toBe('16200000')
    expect(quota('DIR', '2026-Q4')).toBe('111600000')
  })

  test('ramp the joiner of 13 April as worked example 2, and end the leaver’s quota as example 10', () => {
    expect(quota('EC1-R7', '2026-Q2')).toBe('946080')
    expect(quota('EC1-R6', '2026-Q2')).toBe('1020600')
    expect(quota('EC1-R6', '2026-Q3')).toBeUndefined()
    expect(quota('SW-R5', '2026-Q2')).toBe('0')
  })

  test('have no order signed after its receipts, and no row of another year', () => {
    const signed = new Map(rows('orders').map((o) => [cell(o, 'id'), cell(o, 'signed')]))
    for (const receipt of rows('receipts')) {
      expect(cell(receipt, 'received').startsWith('2026-')).toBe(true)
      expect(signed.get(cell(receipt, 'order')) ?? 'none', cell(receipt, 'id')).toMatch(/^2026-/)
      expect(cell(receipt, 'received') >= (signed.get(cell(receipt, 'order')) ?? '')).toBe(true)
    }
  })

  test('give, worked by hand-written code, what the handbook prints in examples 3 and 4', () => {
    expect(workOut(folder).get('EC1-R1 2026-Q2')).toEqual({
      commission: 2_056_940n,
      score: 9_913n,
      performancePay: 660_000n,
      total: 2_716_940n,
    })
  })
})
