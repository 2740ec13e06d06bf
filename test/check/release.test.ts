import { describe, expect, test } from 'vitest'
import { explained } from '../explained.ts'
import { run } from '../run-policy.ts'

/** Every expected amount here is worked by hand from these few rows. */
const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; signed date posting; collected date optional; amount money }
record Return { id text key; deal Deal; returned date posting }
bonus booking for each Deal to rep { start amount; round 0.01 half-up; release 60% on signed, 40% on collected }
`
const data = {
  Rep: [{ id: 'A' }],
  Deal: [
    { id: '1', rep: 'A', signed: '2026-01-10', collected: '2026-03-05', amount: '100.01' },
    { id: '2', rep: 'A', signed: '2026-01-20', collected: null, amount: '50' },
  ],
  Return: [{ id: 'x', deal: '1', returned: '2026-02-01' }],
}
const results = (text: string, from = '2026-01-01', until = '2026-04-30') =>
  run(head + text, data, from, until)

describe('release', () => {
  test('pays each part in the period of its day, the last taking the rest to the cent', () => {
    const found = results('payout pay for Rep per month { add booking }')
    // 60 % of 100.01 is 60.006, of 50 it is 30; the rest of the first is 40.00, that of the second waits.
    expect(found.get('pay A 2026-01')).toBe('90.01')
    expect(found.get('pay A 2026-02')).toBe('0.00')
    expect(found.get('pay A 2026-03')).toBe('40.00')
  })

  test('a part that waits is no line', () => {
    const lines = [...results('').keys()]
    expect(lines.filter((line) => line.startsWith('booking.2'))).toHaveLength(1)
  })

  test('of a period’s pay finds the periods that it was earned in, though they are not asked for', () => {
    const text = `commission held for Rep per month { start sum(Deal.amount); round 0.01 half-up; release 75% on last_day(), 25% on 2026-04-15 }
payout pay for Rep per month { add held }`
    const found = results(text, '2026-04-01')
    // A quarter of January's 150.01: 37.5025 is what 112.51 leave.
    expect(found.get('pay A 2026-04')).toBe('37.50')
  })
})

describe('paid on', () => {
  test('is what was released until the day of the row that asks', () => {
    const text = `clawback back for each Return to deal.rep { rate 50% of paid on deal by booking; round 0.01 half-up }
payout pay for Rep per month { add booking; take back }`
    // Of deal 1 only the 60.01 of January: half of it, 30.005.
    expect(results(text).get('pay A 2026-02')).toBe('-30.01')
  })

  test('is what earlier rows have left: by day, then by key', () => {
    const text = `clawback back for each Return to deal.rep { rate 50% of paid on deal by booking; round 0.01 half-up }
payout pay for Rep per month { add booking; take back }`
    const returns = [
      { id: 'z', deal: '1', returned: '2026-03-05' },
      { id: 'y', deal: '1', returned: '2026-03-05' },
      ...data.Return,
    ]
    const found = run(head + text, { ...data, Return: returns }, '2026-01-01', '2026-04-30')
    // Half of 60.01 is 30.005; on March 5 all 100.01 are paid, of which 70.00 are left: 35.00, then half of 35.00.
    expect(['x', 'y', 'z'].map((id) => found.get(`back ${id}`))).toEqual(['30.01', '35.00', '17.50'])
    expect(found.get('pay A 2026-03')).toBe('-12.50')
  })

  test('of two clauses is held where several rows ask for one deal', () => {
    const text = `record Waiver { id text key; deal Deal; given date posting }
bonus kept for each Waiver to deal.rep { rate 10% of paid on deal by booking; round 0.01 half-up }
payout pay for Rep per month { add booking, kept }`
    const Waiver = ['a', 'b'].map((id) => ({ id, deal: '1', given: '2026-02-01' }))
    const found = run(
      head.replace(/record Return.*\n/u, '') + text,
      { ...data, Waiver },
      '2026-01-01',
      '2026-04-30',
    )
    expect([found.get('kept a'), found.get('kept b')]).toEqual(['held BY830', 'held BY830'])
  })

  test('is told with what was taken before', () => {
    const text = `clawback back for each Return to deal.rep { rate 50% of paid on deal by booking; round 0.01 half-up }
payout pay for Rep per month { add booking; take back }`
    const Return = [...data.Return, { id: 'y', deal: '1', returned: '2026-03-05' }]
    const asked = { output: 'back', row: 1, day: '2026-03-05' } as const
    const english = explained(head + text, { ...data, Return }, { ...asked, language: 'en' })
    expect(english).toContain('taken back before = 30.01')
    expect(english).toContain('= taken back so far, at the row before')
    expect(explained(head + text, { ...data, Return }, { ...asked, language: 'zh-Hans' })).toContain(
      '= taken back so far（至上一笔）',
    )
  })
})

describe('release as money comes in', () => {
  const parts = (
    release: string,
  ) => `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; signed date posting; ended date optional; amount money }
record Receipt { id text key; deal Deal; received date posting; amount money }
record Return { id text key; deal Deal; returned date posting }
bonus booking for each Deal to rep { rate 10% of amount; round 0.01 half-up; release ${release} }
clawback back for each Return to deal.rep { rate 100% of paid on deal by booking; round 0.01 half-up }
payout pay for Rep per month { add booking; take back }
`
  const receipts = (...rows: readonly (readonly [id: string, received: string, amount: string])[]) => ({
    Rep: [{ id: 'A' }],
    Deal: [{ id: '1', rep: 'A', signed: '2026-01-10', ended: null as string | null, amount: '1000.05' }],
    Receipt: rows.map(([id, received, amount]) => ({ id, deal: '1', received, amount })),
    Return: [] as { id: string; deal: string; returned: string }[],
  })
  const paid = (release: string, data: ReturnType<typeof receipts>) => {
    const found = run(parts(release), data, '2026-01-01', '2026-12-31')
    const months = ['01', '02', '03', '04', '05'].map((month) => found.get(`pay A 2026-${month}`))
    return { months, found }
  }
  // A tenth of 1,000.05 is 100.01: 60.01 on the day of signing, 40.00 as receipts come.
  const proRata = '60% on signed, 40% pro rata as Receipt.amount reaches amount'

  test('pays each receipt its part on its own day, the last what is left to the cent', () => {
    const data = receipts(
      ['r1', '2026-02-03', '333.35'],
      ['r2', '2026-03-03', '333.35'],
      ['r3', '2026-04-03', '333.35'],
      ['r4', '2026-05-03', '500.00'],
    )
    // A third of 40.00 is 13.33, two thirds 26.67; what comes beyond the amount pays nothing.
    expect(paid(proRata, data).months).toEqual(['60.01', '13.33', '13.34', '13.33', '0.00'])
  })

  test('takes back with a receipt that goes back', () => {
    const data = receipts(
      ['r1', '2026-02-03', '600'],
      ['r2', '2026-03-03', '-300'],
      ['r3', '2026-04-03', '700.05'],
    )
    // 600 / 1,000.05 of 40.00 is 23.9988, 300 / 1,000.05 is 11.9994.
    expect(paid(proRata, data).months).toEqual(['60.01', '24.00', '-12.00', '28.00', '0.00'])
  })

  test('in full pays nothing until the amount is reached', () => {
    const data = receipts(
      ['r1', '2026-02-03', '1000'],
      ['r2', '2026-03-03', '0.05'],
      ['r3', '2026-04-03', '-1'],
    )
    const inFull = '60% on signed, 40% in full when Receipt.amount reaches amount'
    expect(paid(inFull, data).months).toEqual(['60.01', '0.00', '40.00', '-40.00', '0.00'])
  })

  test('is a line of the receipt, of one day the smaller key first', () => {
    const data = receipts(['r2', '2026-02-03', '500'], ['r1', '2026-02-03', '500.05'])
    const { found } = paid(proRata, data)
    // 500.05 / 1,000.05 of 40.00 is 20.0009.
    expect(['r1', 'r2'].map((id) => found.get(`booking.2 ${id}`))).toEqual(['20.00', '20.00'])
    expect(found.has('booking.2 1')).toBe(false)
  })

  test('is taken back by a clawback as far as it has come', () => {
    const data = {
      ...receipts(['r1', '2026-02-03', '500'], ['r2', '2026-04-03', '500.05']),
      Return: [
        { id: 'x', deal: '1', returned: '2026-03-01' },
        { id: 'y', deal: '1', returned: '2026-05-01' },
      ],
    }
    // 60.01 and 20.00 until March; what comes after is taken back in May.
    expect(paid(proRata, data).months).toEqual(['60.01', '20.00', '-80.01', '20.00', '-20.00'])
  })

  test('of what is cancelled pays nothing that is due later', () => {
    const data = receipts(['r1', '2026-02-03', '500'], ['r2', '2026-04-03', '500.05'])
    const ended = { ...data, Deal: data.Deal.map((deal) => ({ ...deal, ended: '2026-03-01' })) }
    expect(paid(`${proRata} cancelled on ended`, ended).months).toEqual([
      '60.01',
      '20.00',
      '0.00',
      '0.00',
      '0.00',
    ])
    const dated = '60% on signed, 40% on signed + 3 months cancelled on ended'
    expect(paid(dated, ended).months).toEqual(['60.01', '0.00', '0.00', '0.00', '0.00'])
    expect(paid(dated, data).months).toEqual(['60.01', '0.00', '0.00', '40.00', '0.00'])
  })

  test('reads in Chinese as it is written there', () => {
    const text = `制度 p { 语言 zh-Hans; 币种 CNY; 生效 自 2026-01-01 至 长期 }
记录 员工 { 编号 文本 主键 }
记录 订单 { 编号 文本 主键; 员工 员工; 签约日 日期 入账日; 解约日 日期 选填; 金额 金额 }
记录 收款 { 编号 文本 主键; 订单 订单; 到账日 日期 入账日; 金额 金额 }
奖金 签约奖 适用于 每笔 订单 到 员工 { 比例 10% 计提 金额; 取整 0.01 四舍五入; 发放 60% 于 签约日, 40% 按比例随 收款.金额 达到 金额 取消于 解约日 }
支付 应发 适用于 员工 每月 { 计入 签约奖 }`
    const data = {
      员工: [{ 编号: 'A' }],
      订单: [{ 编号: '1', 员工: 'A', 签约日: '2026-01-10', 解约日: null, 金额: '1000' }],
      收款: [{ 编号: 'r', 订单: '1', 到账日: '2026-02-01', 金额: '250' }],
    }
    const found = run(text, data, '2026-01-01', '2026-03-31')
    expect(['01', '02'].map((month) => found.get(`应发 A 2026-${month}`))).toEqual(['60.00', '10.00'])
    const told = explained(text, data, { output: '签约奖.2', row: 0, day: '2026-02-01', language: 'zh-Hans' })
    expect(told).toContain('截至本笔应发 − 此前应发')
    expect(told).toContain('收款 累计 = 250')
  })
})
