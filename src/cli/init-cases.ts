import type { Language } from '../base/language.ts'

/** The regression cases that `bylaw init` writes: one case, and one for each boundary of the commission. */
export const initCases: { readonly [L in Language]: string } = {
  en: `# What must come out, whatever is changed in the policy. Run: bylaw test
# The rows that the cases are about, and what a row has when a case does not say.
defaults:
  Order: { id: O-1, rep: R-1, signed: 2026-08-15, new_customer: no }
given:
  Rep: [{ id: R-1, name: Lin Jing, role: rep, hired: 2025-03-01 }]
period: 2026-Q3
cases:
  - name: around each boundary of the commission
    given:
      Quota: [{ rep: R-1, period: 2026-Q3, amount: 1000000.00 }]
      Order: [{ amount: $sold }]
    expect: { order_commission: { R-1: $pays } }
    table: |
      | sold       | pays     |
      | 399999.99  | 0.00     |
      | 400000.00  | 4000.00  |
      | 800000.00  | 8000.00  |
      | 1200000.00 | 16000.00 |
      | 3000000.00 | 50000.00 |
  - name: without a quota the commission is held
    given: { Order: [{ amount: 500000.00 }] }
    expect: { order_commission: { R-1: { held: Quota } } }
`,
  'zh-Hans': `# 无论制度怎么改，这些结果都应当成立。运行：bylaw test
# 案例所用的数据，以及案例没有写明时各字段的默认值。
默认:
  订单: { 编号: O-1, 业务员: R-1, 签约日: 2026-08-15, 新客户: 否 }
已知:
  业务员: [{ 工号: R-1, 姓名: 林静, 岗位: 业务代表, 入职: 2025-03-01 }]
期间: 2026-Q3
案例:
  - 名称: 提成的每个临界点
    已知:
      目标: [{ 业务员: R-1, 期间: 2026-Q3, 金额: 1000000.00 }]
      订单: [{ 金额: $签约 }]
    应得: { 订单提成: { R-1: $提成 } }
    表格: |
      | 签约       | 提成     |
      | 399999.99  | 0.00     |
      | 400000.00  | 4000.00  |
      | 800000.00  | 8000.00  |
      | 1200000.00 | 16000.00 |
      | 3000000.00 | 50000.00 |
  - 名称: 没有目标，提成暂缓
    已知: { 订单: [{ 金额: 500000.00 }] }
    应得: { 订单提成: { R-1: { 暂缓: 目标 } } }
`,
  'zh-Hant': `# 無論制度怎麼改，這些結果都應當成立。執行：bylaw test
# 案例所用的資料，以及案例沒有寫明時各欄位的預設值。
預設:
  訂單: { 編號: O-1, 業務員: R-1, 簽約日: 2026-08-15, 新客戶: 否 }
已知:
  業務員: [{ 工號: R-1, 姓名: 林靜, 職級: 業務代表, 到職: 2025-03-01 }]
期間: 2026-Q3
案例:
  - 名稱: 提成的每個臨界點
    已知:
      目標: [{ 業務員: R-1, 期間: 2026-Q3, 金額: 1000000.00 }]
      訂單: [{ 金額: $簽約 }]
    應得: { 訂單提成: { R-1: $提成 } }
    表格: |
      | 簽約       | 提成     |
      | 399999.99  | 0.00     |
      | 400000.00  | 4000.00  |
      | 800000.00  | 8000.00  |
      | 1200000.00 | 16000.00 |
      | 3000000.00 | 50000.00 |
  - 名稱: 沒有目標，提成暫緩
    已知: { 訂單: [{ 金額: 500000.00 }] }
    應得: { 訂單提成: { R-1: { 暫緩: 目標 } } }
`,
}
