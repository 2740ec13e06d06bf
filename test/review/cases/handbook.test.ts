import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { planOf } from './policy.ts'

const handbook = readFileSync(
  new URL('../../../policies/handbook-zh/销售业务管理制度.bylaw.md', import.meta.url),
  'utf8',
)

// 2026-05-11 is a Monday; a day has 3 + 4.5 working hours, so that 7.5 hours end at closing.
const text = `默认:
  员工: { 岗位: 业务代表, 入职日: 2025-01-01 }
  客户: { 公共机构: 否, 建档日: 2026-01-05 }
  询价: { 编号: X1, 所属客户: C1, 产品线: P1, 收到时刻: 2026-05-11 09:00 }
  招待: { 编号: Z1, 所属客户: C1, 经办: R1, 日期: 2026-05-20, 申请日: 2026-05-10, 人均: 100.00, 总额: 100.00 }
已知:
  员工: [{ 工号: R1, 姓名: 林静 }]
  客户: [{ 编号: C1 }]
期间: 2026-Q2
案例:
  - 名称: 7.5 个工作小时到下班为止
    现在: 2026-05-11 18:30
    已知: { 询价: [{ 报出时刻: 2026-05-11 17:00 }] }
    应得: { 报价时限: { X1: { due: 2026-05-11 18:00, 状态: met, 超时: 否 } } }
  - 名称: 等待的一小时顺延到次日
    现在: 2026-05-12 11:00
    已知:
      询价: [{}]
      询价过程:
        - { 编号: Y1, 所属询价: X1, 事项: 等待, 时刻: 2026-05-11 10:00 }
        - { 编号: Y2, 所属询价: X1, 事项: 恢复, 时刻: 2026-05-11 11:00 }
    应得: { 报价时限: { X1: { 截止: 2026年5月12日 10:00, state: breached } } }
  - 名称: 五个工作日
    现在: 2026-05-12 11:00
    已知: { 询价: [{ 产品线: P3 }] }
    应得: { 报价时限.截止: { X1: 2026-05-18 18:00 }, 报价时限: { X1: running } }
  - 名称: $种类，人均 $人均，总额 $总额
    已知: { 招待: [{ 种类: $种类, 人均: $人均, 总额: $总额 }] }
    应得: { 招待权限: { Z1: $结论 } }
    表格: |
      | 种类 | 人均    | 总额    | 结论 |
      | 礼品 | 200.00  | 200.00  | 允许 |
      | 礼品 | 200.01  | 200.01  | 拒绝 |
      | 用餐 | 150.00  | 600.00  | 允许 |
      | 用餐 | 150.01  | 600.04  | 拒绝 |
`

describe('the handbook, a document in Chinese', () => {
  test('is a policy under test as any other', () => {
    const plan = planOf(handbook, '制度.bylaw.md')
    const { cases, found } = readCases(plan, [{ name: '手册.cases.yaml', text }])
    expect(found).toEqual([])
    const runs = cases.map((one) => runCase(plan, one))
    expect(
      runs.flatMap(({ case: { name }, differences }) =>
        differences.map((off) => [name, off.is, 'spot' in off ? off.spot.value : off]),
      ),
    ).toEqual([])
    expect(runs).toHaveLength(7)
  }, 120_000)
})
