import { describe, expect, test } from 'vitest'
import { read } from '../coverage/reading.ts'
import { cellsOf, suggested } from './suggesting.ts'

const sales = read(`policy sales "Sales" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; level one of junior, senior; hired date; quota money per quarter optional; exists from hired }
record Deal { id text key; rep Rep; closed date posting; amount money; status one of open, lost, won }
value sold "Sold" for Rep per quarter = sum(Deal.amount where status = won)
value attainment "Attainment" for Rep per quarter = sold / rep.quota
commission pay "Commission" for Rep per quarter where rep.level = senior {
  gate sold >= 1000 EUR
  tiers whole of sold by attainment {
    | from | rate |
    | 0%   | 6%   |
    | 80%  | 9%   |
  }
  cap 20000 EUR lost
  round 0.01 half-up
}
`)

const ofSales = suggested(sales)

describe('suggested cases', () => {
  test('meet every point of a policy, pass, and wait to be confirmed', () => {
    const { cases, missing, unreached } = ofSales
    // Who sells nothing does not meet the gate.
    expect(missing).toEqual(['pay:boundary:Attainment:0:at'])
    expect(unreached).toEqual(['pay:boundary:Attainment:0:at not-found'])
    expect(cases.length).toBeGreaterThan(8)
    expect(cases.every(({ confirm }) => confirm)).toBe(true)
  })

  test('lie a cent below, at and a cent above each boundary, and well inside each tier', () => {
    const { cases } = ofSales
    const amounts = cellsOf(cases, 'Deal', 'amount')
    // The quota is 100,000: the boundary of 80 % lies at 80,000; the gate at 1,000.
    for (const wanted of ['79999.99', '80000', '80000.01', '999.99', '1000', '1000.01', '40000', '120000'])
      expect(amounts).toContain(wanted)
  })

  test('are the same every time', () => {
    expect(suggested(sales).text).toBe(ofSales.text)
  })

  test('are written in the language of the policy, and read in it', () => {
    const { text, missing } = suggested(
      read(`制度 演示 "演示" { 语言 zh-Hans; 币种 CNY; 生效 自 2026-01-01 至 长期 }
记录 人员 { 工号 文本 主键; 姓名 文本 }
记录 订单 { 编号 文本 主键; 人员 人员; 签约日 日期 入账日; 金额 金额; 折扣 百分比 }
提成 逐单提成 "逐单提成" 适用于 每笔 订单 归于 订单.人员 入账日 订单.签约日 {
  比例 提成比例(折扣) 计提 金额
  取整 0.01 四舍五入
}
对照表 提成比例 唯一 {
  | 折扣            | => 比例 |
  | 至多 5%         | 3%      |
  | 超过 5% 至多 12% | 2%      |
  | 超过 12%        | 1%      |
}
`),
    )
    expect(missing).toEqual([])
    expect(text).toContain('案例:\n')
    expect(text).toContain(`  - 名称: "提成比例：折扣略高于 12%（第 3 行）"
    待确认: 是
    期间: 2026-Q1
    已知:
      人员: [{ 工号: 人员1 }]
      订单: [{ 编号: 订单1, 人员: 人员1, 签约日: 2026-02-14, 金额: 100000, 折扣: 12.0001% }]
    应得:
      逐单提成: { 订单1: 1000.00 }
`)
  })

  test('count rows, and put rows of several kinds together', () => {
    const { missing } = suggested(
      read(`policy conduct "Conduct" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Offence { id text key; rep Rep; kind one of late, rude, fraud; on date posting }
table points_of unique {
  | kind  | => points |
  | late  | 1         |
  | rude  | 3         |
  | fraud | 8         |
}
value points "Points" for Rep per quarter = sum(points_of(Offence.kind))
value lates "Late" for Rep per quarter = count(Offence where kind = late)
decision measure "Measure" for Rep per quarter {
  table unique {
    | points           | lates    | => step |
    | up to 4          | under 3  | none    |
    | up to 4          | from 3   | talk    |
    | over 4 up to 12  | -        | warn    |
    | over 12          | -        | leave   |
  }
}
`),
    )
    expect(missing).toEqual([])
  })

  test('are listed where nothing brings a point about', () => {
    const { unreached } = suggested(
      read(`policy odd "Odd" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; amount money from 0 up to 1000 }
commission pay "Pay" for Rep per quarter {
  start rep.amount
  cap larger of 5000 EUR, rep.amount lost
  round 0.01 half-up
}
`),
    )
    expect(unreached).toEqual(['pay:cap:binds not-found'])
  })
})
