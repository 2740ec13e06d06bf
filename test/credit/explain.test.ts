import { expect, it } from 'vitest'
import { explained } from '../explained.ts'

const data = {
  Person: [{ id: 'A' }, { id: 'B' }, { id: 'F' }],
  Order: [{ id: 'O', owner: 'A', helper: 'F' }],
  Receipt: [
    { id: 'R-1', order: 'O', received: '2026-05-12', net: '100.01' },
    { id: 'R-2', order: 'O', received: '2026-06-12', net: '-10.00' },
  ],
  Split: [
    { order: 'O', person: 'A', parts: '2' },
    { order: 'O', person: 'B', parts: '1' },
  ],
}
const text = `policy credited { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key }
record Order { id text key; owner Person; helper Person optional }
record Receipt { id text key; order Order; received date posting; net money }
record Split { order Order; person Person; parts count }
credit sales for each Receipt to Person {
  split by Split.parts to Split.person, up to 3
  otherwise to order.owner
  overlay 30% to order.helper
  round 0.01 half-up, remainder to order.owner
}
value collected "Collections" for Person per quarter = sum(Receipt.net where net < 1_000 CNY)
commission own "Commission" for Person per quarter { rate 1% of collected; round 0.01 half-up }
`
const chinese = `制度 归属 { 语言 zh-Hans; 币种 CNY; 生效 自 2026年1月1日 至 长期 }
记录 人员 { 工号 文本 主键 }
记录 订单 { 编号 文本 主键; 负责人 人员; 协同人 人员 选填 }
记录 回款 { 编号 文本 主键; 订单 订单; 到账日 日期 入账日; 净额 金额 }
记录 分成表 { 订单 订单; 人员 人员; 份数 个数 }
业绩归属 归属 适用于 每笔 回款 归于 人员 {
  分成 按 分成表.份数 归于 分成表.人员, 至多 3
  未登记时 归于 订单.负责人
  协同 30% 归于 订单.协同人
  取整 0.01 四舍五入, 余额 归于 订单.负责人
}
数值 业绩 适用于 人员 每季度 = 合计(回款.净额)
提成 回款提成 适用于 人员 每季度 { 比例 1% 计提 业绩; 取整 0.01 四舍五入 }
`
const inChinese = {
  人员: data.Person.map(({ id }) => ({ 工号: id })),
  订单: data.Order.map(({ id, owner, helper }) => ({ 编号: id, 负责人: owner, 协同人: helper })),
  回款: data.Receipt.map(({ id, order, received, net }) => ({
    编号: id,
    订单: order,
    到账日: received,
    净额: net,
  })),
  分成表: data.Split.map(({ order, person, parts }) => ({ 订单: order, 人员: person, 份数: parts })),
}

it('lists what somebody is credited with row by row, with the line and its share', () => {
  expect(
    explained(text, data, { output: 'own', row: 1, day: '2026-06-30', language: 'en' }),
  ).toMatchInlineSnapshot(`
    "Commission · B · 2026-Q2
    = 0.30 CNY
      policy.bylaw:13

    How it came about
      1  rate   1% × Collections  0.3001
                = 1% × 30.01 = 0.3001
      2  round  0.01 half-up        0.30

    Where the numbers come from
      Collections = 30.01    policy.bylaw:12
          = sum(Receipt.net where Receipt.net < 1,000)
          Receipt, 2 rows:
            R-1, split 2, 33.33%  33.34
            R-2, split 2, 33.33%  -3.33
    "
  `)
  expect(explained(text, data, { output: 'own', row: 2, day: '2026-06-30', language: 'en' })).toContain(
    'R-1, overlay, 30%',
  )
})

it('reads so in Chinese', () => {
  expect(
    explained(chinese, inChinese, { output: '回款提成', row: 0, day: '2026-06-30', language: 'zh-Hans' }),
  ).toMatchInlineSnapshot(`
    "回款提成 (提成) · A · 2026-Q2
    = 0.60 CNY
      policy.bylaw:13

    计算过程
      1  比例  1% × 业绩      0.60
               = 1% × 60.00 = 0.60
      2  取整  0.01 四舍五入  0.60

    各数值的来源
      业绩 = 60.00    policy.bylaw:12
          = 合计(回款.净额)
          回款，共 2 条：
            R-1, 分成 1, 66.67%  66.67
            R-2, 分成 1, 66.67%  -6.67
    "
  `)
})

it('shows what is held by too many shares as held, not as the sum of what it could count', () => {
  const people = ['A', 'B', 'F'].map((person) => ({ order: 'O', person, parts: '1' }))
  const more = { ...data, Split: [...people, { order: 'O', person: 'G', parts: '1' }] }
  const given = { ...more, Person: [...data.Person, { id: 'G' }] }
  const found = explained(text, given, { output: 'own', row: 3, day: '2026-06-30', language: 'en' })
  expect(found).toContain('= held: sales allows 3 shares, and there are more')
  expect(found).toContain('= 1% × held')
  expect(found).not.toContain('0.00')
})
