import { describe, expect, test } from 'vitest'
import { findings, run } from '../run-policy.ts'

/** Every expected amount here is worked by hand from these few rows. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money up to 1亿 }
record Quota { rep Rep; period quarter; amount money }
value sold for Rep per month = sum(Order.amount)
value sold_in_quarter for Rep per quarter = sum(Order.amount)
value quota for Rep per quarter = sum(Quota.amount)
value attainment for Rep per quarter = sold_in_quarter / quota
`
const data = {
  Rep: [{ id: 'A' }, { id: 'B' }],
  Order: [
    { id: '1', rep: 'A', signed: '2026-01-31', amount: '100' },
    { id: '2', rep: 'A', signed: '2026-03-01', amount: '20' },
    { id: '3', rep: 'A', signed: '2026-04-30', amount: '3' },
    { id: '4', rep: 'B', signed: '2026-05-31', amount: '7000' },
    { id: '5', rep: 'A', signed: '2026-07-01', amount: '500' },
  ],
  Quota: [
    { rep: 'A', period: '2026-Q1', amount: '200' },
    { rep: 'A', period: '2026-Q2', amount: '10' },
    { rep: 'B', period: '2026-Q2', amount: '7000' },
  ],
}

describe('a window', () => {
  test('is the value as it is defined, over the months that end with this one', () => {
    const text = `${head}decision d for Rep per month { gives recent = sold in last 3 months }`
    const found = run(text, data, '2026-03-01', '2026-07-31')
    expect(found.get('d A 2026-03')).toBe('120.00')
    expect(found.get('d A 2026-04')).toBe('23.00')
    expect(found.get('d A 2026-05')).toBe('23.00')
    expect(found.get('d A 2026-06')).toBe('3.00')
    expect(found.get('d A 2026-07')).toBe('500.00')
    expect(found.get('d B 2026-07')).toBe('7000.00')
  })

  test('to date divides what was sold in the year so far by the quota of the year so far', () => {
    const text = `${head}decision d for Rep per quarter { gives so_far = attainment year to date }`
    const found = run(text, data, '2026-01-01', '2026-06-30')
    // 120 / 200, then (120 + 3) / (200 + 10).
    expect(found.get('d A 2026-Q1')).toBe('0.6')
    expect(found.get('d A 2026-Q2')).toBe('0.585714285714')
  })

  test('is held where it begins before the policy, and never counts that time as 0', () => {
    const text = `${head}decision d for Rep per month { gives recent = sold in last 3 months }`
    const found = run(text, data, '2026-01-01', '2026-03-31')
    expect(found.get('d A 2026-02')).toBe('held BY825')
    expect(found.get('d A 2026-03')).toBe('120.00')
  })

  test('counts the periods in it that pass a test', () => {
    const text = `${head}decision d for Rep per quarter {
  gives months_sold = count(month in last 6 months where sold >= 20 CNY)
  gives every = all(month in last 3 months where sold > 0 CNY)
  gives some = any(month in last 3 months where sold > 5_000 CNY)
}`
    const found = run(text, data, '2026-04-01', '2026-06-30')
    expect(found.get('d A 2026-Q2')).toBe('2')
    expect(found.get('d B 2026-Q2')).toBe('1')
    expect(found.get('d A 2026-Q2 every')).toBe('false')
    expect(found.get('d B 2026-Q2 some')).toBe('true')
  })

  test('of the previous period is the value one period earlier, of results of clauses too', () => {
    const text = `${head}bonus pay for Rep per month { start sold; round 0.01 half-up }
decision d for Rep per month {
  gives before = sold in previous month
  gives growth = (pay - 1 CNY) in previous month
}`
    const found = run(text, data, '2026-01-01', '2026-08-31')
    expect(found.get('d A 2026-01')).toBe('held BY825')
    expect(found.get('d A 2026-02')).toBe('100.00')
    expect(found.get('d A 2026-04')).toBe('20.00')
    expect(found.get('d A 2026-08 growth')).toBe('499.00')
    expect(findings(`${head}value v for Rep per month = sold in previous quarter`)).toContain('BY435')
  })

  test('leaves nothing unused behind', () => {
    const used = `${head}bonus b for Rep per quarter { start quota; plus (sold_in_quarter / quota * 1 CNY) year to date; plus sum(attainment * 1 CNY); plus sum(sold) ; round 0.01 half-up }`
    expect(findings(used)).toEqual([])
  })

  test('must end with a period of its place and begin with whole ones', () => {
    const value = (text: string) =>
      findings(`${head}value v for Rep per month = ${text}\nvalue w for Rep per month = v`)
    expect(value('sold_in_quarter in last 2 quarters')).toContain('BY433')
    expect(value('sold in last 90 days')).toContain('BY432')
    expect(value('1 CNY in last 2 months')).toContain('BY430')
    expect(findings(`${head}value v for each Rep = sold in last 2 months`)).toContain('BY431')
  })
})
