import { describe, expect, test } from 'vitest'
import { explained } from '../explained.ts'
import { findings, run } from '../run-policy.ts'

/** Every expected value here is worked by hand from these few rows. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; name text optional }
record Offence { id text key; rep Rep; code one of late, gift; seen date posting; points count; waived yes/no }
record Visit { id text key; rep Rep; on_day date posting }
`
const data = {
  Rep: [{ id: 'A' }, { id: 'B' }],
  Offence: [
    { id: '3', rep: 'A', code: 'late', seen: '2026-01-10', points: '4', waived: 'false' },
    { id: '1', rep: 'A', code: 'late', seen: '2026-04-10', points: '2', waived: 'false' },
    { id: '2', rep: 'A', code: 'gift', seen: '2026-04-10', points: '9', waived: 'true' },
    { id: '4', rep: 'A', code: 'late', seen: '2026-04-11', points: '1', waived: 'false' },
    { id: '5', rep: 'B', code: 'late', seen: '2026-04-11', points: '7', waived: 'false' },
  ],
  Visit: [
    { id: 'v', rep: 'A', on_day: '2026-04-10' },
    { id: 'w', rep: 'B', on_day: '2026-04-10' },
  ],
}
const gives = (what: string, record = 'Offence') => {
  const found = run(
    `${head}decision d for each ${record} { gives x = ${what} }`,
    data,
    '2026-01-01',
    '2026-12-31',
  )
  return new Map([...found].map(([line, value]) => [line.replace('d ', '').replace(' x', ''), value]))
}

describe('a window of rows', () => {
  test('counts the nth occurrence: of one day the smaller key comes first', () => {
    const nth = gives('count(Offence so far within rep)')
    expect(['3', '1', '2', '4', '5'].map((id) => nth.get(id))).toEqual(['1', '2', '3', '4', '1'])
  })

  test('of so many days begins after the day that lies so far back', () => {
    // Ninety days before April 10 is January 10, which is out; before April 11 it is January 11.
    const recent = gives('sum(Offence.points in last 90 days within rep, code)')
    expect(['3', '1', '2', '4', '5'].map((id) => recent.get(id))).toEqual(['4', '2', '9', '3', '7'])
    const longer = gives('sum(Offence.points in last 91 days within rep, code)')
    expect(['1', '4'].map((id) => longer.get(id))).toEqual(['6', '3'])
  })

  test('of months ends on the same day of the month', () => {
    // Three months before April 10 is January 10: out. Four months back it is in.
    expect(gives('sum(Offence.points in last 3 months within rep, code)').get('1')).toBe('2')
    expect(gives('sum(Offence.points in last 4 months within rep, code)').get('1')).toBe('6')
  })

  test('counts what passes a test, and keeps the place of a row that does not', () => {
    const kept = gives('count(Offence so far within rep where not waived)')
    expect(['3', '1', '2', '4'].map((id) => kept.get(id))).toEqual(['1', '2', '2', '3'])
    const any = gives('any(Offence.waived so far within rep)')
    expect(['1', '2', '4'].map((id) => any.get(id))).toEqual(['false', 'true', 'true'])
    const all = gives('all(Offence.waived in last 1 days within rep, code)')
    expect(['1', '2', '4'].map((id) => all.get(id))).toEqual(['false', 'true', 'false'])
  })

  test('gives the largest, the smallest and the average', () => {
    expect(gives('max(Offence.points in last 2 days within rep)').get('4')).toBe('9')
    expect(gives('min(Offence.points in last 2 days within rep)').get('4')).toBe('1')
    // 4, 2, 9 and 1.
    expect(gives('avg(Offence.points so far within rep)').get('4')).toBe('4')
  })

  test('goes through another record up to the day of the row that asks, that day included', () => {
    const seen = gives('sum(Offence.points so far within rep)', 'Visit')
    expect([seen.get('v'), seen.get('w')]).toEqual(['15', '0'])
    expect(gives('max(Offence.points so far within rep)', 'Visit').get('w')).toBe('held BY816')
  })

  test('is the same whatever the order of the rows', () => {
    const text = `${head}decision d for each Offence { gives x = sum(Offence.points so far within rep) }`
    const turned = { ...data, Offence: data.Offence.toReversed() }
    const [a, b] = [data, turned].map((rows) => run(text, rows, '2026-01-01', '2026-12-31'))
    expect([...(a ?? [])].sort()).toEqual([...(b ?? [])].sort())
  })

  test('is held where a row in it is, and not where that row came later', () => {
    const text = `${head}decision d for each Offence { gives x = sum(Offence.points so far within rep) }`
    const [first, second, ...rest] = data.Offence
    const rows = { ...data, Offence: [first, { ...second, points: null }, ...rest] }
    const found = run(text, rows as typeof data, '2026-01-01', '2026-12-31')
    expect(['3', '1', '2', '5'].map((id) => found.get(`d ${id}`))).toEqual([
      '4',
      'held BY801',
      'held BY801',
      '7',
    ])
  })

  test('reads in Chinese as it is written there', () => {
    const text = `制度 p { 语言 zh-Hans; 币种 CNY; 生效 自 2026-01-01 至 长期 }
记录 员工 { 编号 文本 主键 }
记录 违规 { 编号 文本 主键; 员工 员工; 条款 文本; 发生日 日期 入账日; 扣分 个数 }
评定 d 适用于 每笔 违规 { 结论 x = 计数(违规 于最近 90天 同一 员工, 条款); 结论 y = 合计(违规.扣分 截至本笔 同一 员工) }`
    const rows = {
      员工: [{ 编号: 'A' }],
      违规: [
        { 编号: '1', 员工: 'A', 条款: '十', 发生日: '2026-03-01', 扣分: '4' },
        { 编号: '2', 员工: 'A', 条款: '十', 发生日: '2026-03-02', 扣分: '3' },
        { 编号: '3', 员工: 'A', 条款: '七', 发生日: '2026-03-03', 扣分: '2' },
      ],
    }
    const found = run(text, rows, '2026-01-01', '2026-12-31')
    expect(['1', '2', '3'].map((id) => found.get(`d ${id}`))).toEqual(['1', '2', '1'])
    expect(found.get('d 3 y')).toBe('9')
  })

  test('is explained with its rows', () => {
    const text = `${head}value recent "Points of 90 days" for each Offence = sum(Offence.points in last 90 days within rep, code where points > 1)
bonus b for each Offence to rep { start 10 CNY; times recent; round 0.01 half-up }`
    const asked = { output: 'b', row: 1, day: '2026-04-10' } as const
    const english = explained(text, data, { ...asked, language: 'en' })
    expect(english).toContain('sum(Offence.points in last 90 days within rep, code where Offence.points > 1)')
    expect(english).toContain('Offence, 1 row:\n        1  2')
    expect(explained(text, data, { ...asked, language: 'zh-Hans' })).toContain(
      '合计(Offence.points 于最近 90天，同一 rep，code 仅限 Offence.points > 1)',
    )
  })

  test('finds a new customer, and what it paid in its first ninety days', () => {
    const text = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Customer { id text key; rep Rep }
record Order { id text key; customer Customer; signed date posting }
record Receipt { id text key; order Order; received date posting; amount money }
value is_new for each Order = count(Order in last 24 months within customer) = 1
bonus new_customer for each Order to customer.rep posting signed + 90 days where is_new {
  start 0 CNY
  plus 600 CNY when sum(Receipt.amount in last 91 days within order.customer) >= 20_000 CNY
  plus 900 CNY when sum(Receipt.amount in last 91 days within order.customer) >= 100_000 CNY
  round 0.01 half-up
}
payout pay for Rep per month { add new_customer }
`
    const rows = {
      Rep: [{ id: 'A' }],
      Customer: ['C', 'D'].map((id) => ({ id, rep: 'A' })),
      Order: [
        { id: '1', customer: 'C', signed: '2026-01-10' },
        { id: '2', customer: 'C', signed: '2026-02-10' },
        { id: '3', customer: 'D', signed: '2023-12-01' },
        { id: '4', customer: 'D', signed: '2026-01-20' },
      ],
      Receipt: [
        { id: 'a', order: '1', received: '2026-01-10', amount: '19000' },
        { id: 'b', order: '2', received: '2026-04-10', amount: '1000' },
        { id: 'c', order: '2', received: '2026-04-11', amount: '90000' },
        { id: 'd', order: '4', received: '2026-04-20', amount: '150000' },
      ],
    }
    const found = run(text, rows, '2026-01-01', '2026-12-31')
    // April 10 is the ninetieth day after January 10. D had no order in the 24 months before January 20.
    expect(['1', '2', '4'].map((id) => found.get(`new_customer ${id}`))).toEqual([
      '600.00',
      'n/a BY811',
      '1500.00',
    ])
    expect(found.get('pay A 2026-04')).toBe('2100.00')
  })

  test('stands in an aggregate, for a row, of days or months, within what both rows have', () => {
    const found = (what: string, grain = 'for each Offence') =>
      findings(`${head}value x ${grain} = ${what}`).filter((code) => code !== 'BY613')
    expect(found('sum(Offence.points so far within rep)', 'for Rep per quarter')).toEqual(['BY480'])
    expect(found('only(Offence.points so far within rep)')).toEqual(['BY481'])
    expect(found('sum(Offence.points in last 2 quarters within rep)')).toEqual(['BY482'])
    expect(found('sum(Visit so far within rep)')).not.toEqual([])
    expect(found('count(Visit so far within rep)')).toEqual([])
    expect(found('points so far within rep')).toEqual(['BY484'])
  })
})
