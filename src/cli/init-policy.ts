import type { Language } from '../base/language.ts'

/** The policy that `bylaw init` writes: one commission, one scorecard, one payout; the same in each language. */
export const initPolicy: { readonly [L in Language]: string } = {
  en: `# What the sales force is paid for a quarter. Change a rate, then run: bylaw check
policy field_sales "Field sales incentives 2026" {
  language en
  currency CNY
  effective from 2026-01-01 until open
  year starts 01-01
}

# The data that the policy reads: one file each in the folder data.
record Rep "Sales representative" {
  id text key
  name text
  role one of rep, senior
  hired date
  left date optional
  exists from hired until left
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money up to 100_000_000 CNY
  new_customer yes/no
}

record Quota {
  rep Rep
  period quarter
  amount money
}

record Review {
  rep Rep
  period quarter
  satisfaction points from 0 up to 100
  training_hours count
  violations count
}

# What is measured.
value sold "Signed orders" for Rep per quarter = sum(Order.amount)

value quota "Quota" for Rep per quarter = only(Quota.amount)

value attainment "Attainment" for Rep where quota > 0 CNY per quarter = sold / quota

value new_customers "New customers" for Rep per quarter = count(Order where new_customer)

# What is paid.
commission order_commission "Commission on orders" for Rep per quarter {
  gate attainment >= 40%
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 120% | 3%   |
  }
  cap 50_000 CNY lost
  round 0.01 half-up
}

scorecard kpi "Quarterly scorecard" for Rep per quarter {
  indicator attainment_score "Attainment" weight 60% {
    actual attainment
    score ratio 60% to 120%
  }
  indicator customers "New customers" weight 20% {
    actual new_customers
    target 2
    score ratio up to 120%
  }
  indicator satisfaction "Customer satisfaction" weight 20% {
    score points only(Review.satisfaction) from 0 up to 100
  }
  weight not applicable in proportion
  knock-out when only(Review.violations) > 0 score 0
  round 0.01 half-up
  levels {
    | from | => level | => coefficient |
    | 0    | D        | 0              |
    | 60   | C        | 0.8            |
    | 80   | B        | 1              |
    | 100  | A        | 1.2            |
  }
}

bonus performance_pay "Performance pay" for Rep per quarter {
  start 6_000 CNY
  times kpi.coefficient
  round 0.01 half-up
}

payout quarter_pay "Quarterly pay" for Rep per quarter {
  add order_commission, performance_pay
}
`,
  'zh-Hans': `# 销售人员一个季度的应发金额。改一个比例，然后运行：bylaw check
制度 销售激励 "2026 年销售激励制度" {
  语言 zh-Hans
  币种 CNY
  生效 自 2026年1月1日 至 长期
  年度起始 01-01
}

# 制度读取的数据：data 文件夹中每种一个文件。
记录 业务员 {
  工号 文本 主键
  姓名 文本
  岗位 选项 业务代表, 高级业务代表
  入职 日期
  离职 日期 选填
  在册 自 入职 至 离职
}

记录 订单 {
  编号 文本 主键
  业务员 业务员
  签约日 日期 入账日
  金额 金额 至多 1亿元
  新客户 是否
}

记录 目标 {
  业务员 业务员
  期间 季度
  金额 金额
}

记录 评价 {
  业务员 业务员
  期间 季度
  满意度 分数 自 0 至多 100
  培训学时 个数
  违规 个数
}

# 计量什么。
数值 签约额 "签约额" 适用于 业务员 每季度 = 合计(订单.金额)

数值 任务 "任务" 适用于 业务员 每季度 = 唯一值(目标.金额)

数值 完成率 "完成率" 适用于 业务员 仅限 任务 > 0元 每季度 = 签约额 / 任务

数值 新客户数 "新客户数" 适用于 业务员 每季度 = 计数(订单 仅限 新客户)

# 发放什么。
提成 订单提成 "订单提成" 适用于 业务员 每季度 {
  门槛 完成率 >= 40%
  阶梯 超额累进 计提 签约额 按 完成率 {
    | 自   | 比例 |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 120% | 3%   |
  }
  封顶 5万元 不结转
  取整 0.01 四舍五入
}

考核表 考核 "季度考核" 适用于 业务员 每季度 {
  指标 完成率得分 "完成率" 权重 60% {
    实际 完成率
    得分 达成比 60% 到 120%
  }
  指标 新客户得分 "新客户" 权重 20% {
    实际 新客户数
    目标 2
    得分 达成比 至多 120%
  }
  指标 满意度得分 "客户满意度" 权重 20% {
    得分 分数 唯一值(评价.满意度) 自 0 至多 100
  }
  权重 不适用 按比例
  一票否决 当 唯一值(评价.违规) > 0 得分 0
  取整 0.01 四舍五入
  等级 {
    | 自  | => 等次 | => 系数 |
    | 0   | D       | 0       |
    | 60  | C       | 0.8     |
    | 80  | B       | 1       |
    | 100 | A       | 1.2     |
  }
}

奖金 绩效奖金 "绩效奖金" 适用于 业务员 每季度 {
  起算 6000元
  乘以 考核.系数
  取整 0.01 四舍五入
}

支付 季度应发 "季度应发" 适用于 业务员 每季度 {
  计入 订单提成, 绩效奖金
}
`,
  'zh-Hant': `# 銷售人員一個季度的應發金額。改一個比例，然後執行：bylaw check
制度 銷售激勵 "2026 年銷售激勵制度" {
  語言 zh-Hant
  幣別 CNY
  生效 自 2026年1月1日 至 長期
  年度起始 01-01
}

# 制度讀取的資料：data 資料夾中每種一個檔案。
紀錄 業務員 {
  工號 文字 主鍵
  姓名 文字
  職級 選項 業務代表, 資深業務代表
  到職 日期
  離職 日期 選填
  在冊 自 到職 至 離職
}

紀錄 訂單 {
  編號 文字 主鍵
  業務員 業務員
  簽約日 日期 入帳日
  金額 金額 至多 1億元
  新客戶 是否
}

紀錄 目標 {
  業務員 業務員
  期間 季度
  金額 金額
}

紀錄 評價 {
  業務員 業務員
  期間 季度
  滿意度 分數 自 0 至多 100
  培訓時數 個數
  違規 個數
}

# 計量什麼。
數值 簽約額 "簽約額" 適用於 業務員 每季度 = 合計(訂單.金額)

數值 銷售目標 "銷售目標" 適用於 業務員 每季度 = 唯一值(目標.金額)

數值 達成率 "達成率" 適用於 業務員 僅限 銷售目標 > 0元 每季度 = 簽約額 / 銷售目標

數值 新客戶數 "新客戶數" 適用於 業務員 每季度 = 計數(訂單 僅限 新客戶)

# 發放什麼。
提成 訂單提成 "訂單提成" 適用於 業務員 每季度 {
  門檻 達成率 >= 40%
  階梯 超額累進 計提 簽約額 按 達成率 {
    | 自   | 比例 |
    | 0%   | 1%   |
    | 80%  | 2%   |
    | 120% | 3%   |
  }
  封頂 5萬元 不結轉
  取整 0.01 四捨五入
}

考核表 考核 "季度考核" 適用於 業務員 每季度 {
  指標 達成率得分 "達成率" 權重 60% {
    實際 達成率
    得分 達成比 60% 到 120%
  }
  指標 新客戶得分 "新客戶" 權重 20% {
    實際 新客戶數
    目標 2
    得分 達成比 至多 120%
  }
  指標 滿意度得分 "客戶滿意度" 權重 20% {
    得分 分數 唯一值(評價.滿意度) 自 0 至多 100
  }
  權重 不適用 按比例
  一票否決 當 唯一值(評價.違規) > 0 得分 0
  取整 0.01 四捨五入
  等級 {
    | 自  | => 等第 | => 係數 |
    | 0   | D       | 0       |
    | 60  | C       | 0.8     |
    | 80  | B       | 1       |
    | 100 | A       | 1.2     |
  }
}

獎金 績效獎金 "績效獎金" 適用於 業務員 每季度 {
  起算 6000元
  乘以 考核.係數
  取整 0.01 四捨五入
}

支付 季度應發 "季度應發" 適用於 業務員 每季度 {
  計入 訂單提成, 績效獎金
}
`,
}
