import { expect, test } from 'vitest'
import { isChineseSlip } from '../../src/check/same-sound.ts'
import { compile } from '../../src/compile.ts'

const found = (text: string) =>
  compile([{ name: 'p.bylaw', text }]).diagnostics.flatMap(({ code, args, edits }) =>
    code === 'BY613' ? [] : [`${code} ${args.written ?? ''} → ${edits?.[0]?.text ?? ''}`],
  )
const head = `policy p { language zh-Hans; currency CNY; effective from 2026-01-01 until open }
record Quote { id text key; asked date posting; amount money; size one of 小, 大, 超过5; discount percent }
`

test('a bound at its number without a space is no word of a list: the space is asked for', () => {
  const text = (cell: string, heading = 'amount') => `${head}decision d for each Quote {
  table first match {
    | ${heading} | => level |
    | ${cell} | A |
    | - | B |
  }
}
`
  expect(found(text('超过5万元'))).toEqual(['BY111 超过5万元 → 超过 5万元'])
  expect(found(text('至多5'))).toEqual(['BY111 至多5 → 至多 5'])
  // A list may have such a word.
  expect(found(text('超过5', 'size'))).toEqual([])
})

test('a range that does not say from gets the word', () => {
  const text = (cell: string) => `policy p { language en; currency CNY }
table t {
  | discount | => level |
  | ${cell} | A |
  | otherwise | B |
}
`
  expect(found(text('10% to under 20%'))).toEqual(['BY111 10% → from '])
  expect(found(text('from 10% to under 20%'))).toEqual([])
})

test('who is told is one of the roles that the data know, where another role of theirs is told too', () => {
  const text = (to: string) => `policy p { language en; currency CNY; calendar desk }
calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
record Person { id text key; role one of rep, manager, director }
record Lead { id text key; owner Person; arrived time posting; answered time optional }
sla first for each Lead {
  start arrived
  stop answered
  within 4 working hours
  escalate to director at breach
  escalate to ${to} 2 hours after
}
`
  expect(found(text('manager'))).toEqual([])
  expect(found(text('manger'))).toEqual(['BY111 manger → manager'])
  // Other words are other roles.
  for (const role of ['service_desk', 'owner_and_manager', 'general_manager', '总经理'])
    expect(found(text(role))).toEqual([])
})

test('a Chinese role with one wrong character is the role that sounds alike', () => {
  const text = (to: string) => `制度 p { 语言 zh-Hans; 币种 CNY; 日历 办公 }
工作日历 办公 { 时区 Asia/Shanghai; 工作日 cn; 工时 09:00 至 18:00 }
记录 人员 { 编号 文本 主键; 职务 选项 代表, 经理, 总监, 区域总经理 }
记录 线索 { 编号 文本 主键; 归属 人员; 到达 时刻 入账日; 答复 时刻 选填 }
时限 首次 适用于 每笔 线索 {
  起算 到达
  停止 答复
  限期 4个工作小时
  升级 到 总监 在 超时
  升级 到 ${to} 2小时 之后
}
`
  expect(found(text('经理'))).toEqual([])
  expect(found(text('经里'))).toEqual(['BY111 经里 → 经理'])
  expect(found(text('理经'))).toEqual(['BY111 理经 → 经理'])
  expect(found(text('经经理'))).toEqual(['BY111 经经理 → 经理'])
  expect(found(text('區域总经理'))).toEqual(['BY111 區域总经理 → 区域总经理'])
  for (const role of ['总经理', '助理', '监事', '副总监', '主管', '区域经理'])
    expect(found(text(role))).toEqual([])
})

test('no title of a real company is taken for a slip of another', () => {
  const titles =
    `总经理 副总经理 常务副总 董事长 副董事长 董事 监事 董事会秘书 总裁 副总裁 首席执行官 首席财务官 总监 副总监 销售总监
    市场总监 财务总监 人事总监 法务总监 运营总监 经理 副经理 销售经理 市场经理 产品经理 项目经理 财务经理 业务经理 法务经理 人事经理
    客户经理 大客户经理 渠道经理 区域经理 大区经理 城市经理 服务经理 售后经理 售前经理 采购经理 物流经理 仓储经理 生产经理 质量经理
    总监助理 经理助理 总经理助理 助理 主管 主任 副主任 专员 专家 顾问 组长 副组长 班长 店长 副店长 店员 部长 副部长 处长 科长 股长
    厂长 场长 站长 馆长 院长 校长 会长 秘书长 队长 督导 督察 督办 巡检 质检 质监 质检员 质监员 监理 监察 审计 审核 审批人 会计 出纳
    统计 统计员 记账员 代表 代理 代办 销售代表 医药代表 商务代表 业务代表 业务员 销售员 推销员 采购员 内勤 外勤 客服 客服主管 客服专员
    技术支持 技术总监 技术经理 工程师 技师 设计师 文员 职员 会员 负责人 责任人 经办人 经纪人 主理人 受理人 代理人 合伙人 法人 法务
    财务 业务 商务 政务 服务 总务 事务 物业经理 行政经理 行政主管 资金经理 信贷经理 信贷员 风控经理 风控总监 行长 副行长 支行行长
    分行行长 柜员 理财经理 投资经理 保险代理人 店主 业主 户主 客户 护士长 主治 主审 主持 主播 总工 总管 总办 总助 副总 部门经理 部门主管`.split(
      /\s+/,
    )
  const slips = titles.flatMap((word) =>
    titles.filter((near) => isChineseSlip(word, near)).map((near) => `${word} → ${near}`),
  )
  expect(slips).toEqual([])
})

test('the previous period may be one word, and whoever is warned is told at the warning however that is said', () => {
  const text = (words: string) => `制度 p { 语言 zh-Hans; 币种 CNY; 生效 自 2026-01-01 至 长期 }
记录 客户 { 编号 文本 主键 }
记录 订单 { 编号 文本 主键; 客户 客户; 签约日 日期 入账日; 金额 金额 至多 1亿元 }
数值 签约额 适用于 客户 每季度 = 合计(订单.金额)
数值 甲类 适用于 客户 每季度 起始 0 = (甲类 ${words}) + 1
评定 等级 适用于 客户 每季度 { 结论 类别 = 甲类 }
`
  const unused = (codes: readonly string[]) => codes.filter((code) => !code.startsWith('BY613'))
  for (const words of ['于上一 季度', '于上一季度', '在上一季度', '上一 季度'])
    expect(unused(found(text(words)))).toEqual([])
})

test('a time limit whose line cannot be read is not said to lack it', () => {
  const text = (within: string, at: string) => `制度 p { 语言 zh-Hans; 币种 CNY; 日历 办公 }
工作日历 办公 { 时区 Asia/Shanghai; 工作日 cn; 工时 09:00 至 18:00 }
记录 线索 { 编号 文本 主键; 到达 时刻 入账日; 答复 时刻 选填 }
时限 首次 适用于 每笔 线索 {
  起算 到达
  停止 答复
  ${within}
  预警 1个工作小时 之前
  升级 到 总监 在 ${at}
}
`
  expect(found(text('限期 4个工作小时', '预警'))).toEqual([])
  expect(found(text('限期 4个工作小时', '预警时'))).toEqual([])
  const codes = found(text('限期 对照表 唯一匹配 {', '预警时')).map((line) => line.slice(0, 5))
  expect(codes).not.toContain('BY560')
})
