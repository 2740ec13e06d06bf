import type { Language } from '../base/language.ts'
import type { Keyword, WordOf } from './keywords.ts'

/** Words that people write for ours, out of habit from contracts, spreadsheets and programs. Small letters. */
const keywords: { readonly [keyword in Keyword]?: string } = {
  policy: 'plan scheme rules 政策 方案 办法 辦法 规定 規定',
  record: 'entity object class struct type data source 数据 資料 记录 紀錄 实体 表单 表單',
  parameter: 'constant const variable var config setting 常量 常数 常數 变量 變數',
  value: 'let define measure metric formula kpi calculation 指标 指標 公式 度量 计算 計算',
  table: 'matrix lookup grid 矩阵 矩陣 对照表 對照表',
  commission: 'incentive 激励 激勵',
  bonus: 'spiff spif reward 补贴 補貼 津贴 津貼 返利',
  clawback: 'refund recovery 扣回 收回',
  payout: 'payment pay payroll settlement total 发薪 發薪 结算 結算 合计支付 应发 應發',
  where: 'filter only 其中 条件 條件 满足 滿足 限于 限於',
  when: 'if unless provided 如果 如 若 当且仅当',
  gate: 'threshold hurdle require requires qualifier 前提 起付 起付线 起付線 准入',
  start: 'base begin amount pay pays flat fixed 固定 基数 基數 起点 起點',
  tiers:
    'tier brackets bracket bands ladder steps accelerator accelerators 分档 分檔 档位 檔位 分段 阶段 級距 级距 区间 區間',
  plus: 'increase 增加 加计 加計 另加',
  minus: 'subtract decrease reduce 扣 扣减 扣減 减少 減少',
  times: 'multiply multiplied factor 系数 係數 乘数 乘數',
  cap: 'ceiling maximum max limit 上限 最高 最多 限额 限額',
  floor: 'minimum min guarantee guaranteed 下限 最低 兜底 保障',
  round: 'rounding rounded 舍入 捨入 四舍五入 四捨五入',
  release: 'pay payable 支付 分期 分期支付',
  add: 'include sum plus 加上 加 加入 包括 合计 合計',
  take: 'deduct subtract minus 减去 減去 减 減 扣款',
  prorate: 'proration 折算 按天 按日',
  effective: 'valid validity in-force 有效期 有效 有效期间 有效期間 生效期 施行 执行 執行 适用期 適用期',
  currency: 'money 货币 貨幣 幣種 币别',
  exists: 'active alive employed 存续 存續 存在 在职 在職 有效期',
  'one-of': 'enum enumeration choice choices oneof picklist 枚举 列舉 枚舉 选择 選擇 之一',
  optional: 'nullable 可空 可选 可選 非必填',
  key: 'primary id unique 唯一键 编码键 键',
  otherwise: 'else default 否则 否則 其他 其它 默认 預設',
}

const types: { readonly [word in WordOf<'type'>]?: string } = {
  text: 'string str varchar char 字符串 字串 文本型',
  truth: 'boolean bool flag yesno 布尔 布林 真假',
  date: 'day 日 年月日',
  time: 'datetime timestamp instant 日期时间 日期時間 时间戳 時間戳',
  money: 'currency amount usd cny 货币 貨幣 钱 元',
  percent: 'percentage rate 比率 百分率',
  number: 'decimal float double numeric 小数 小數 数值 數值 浮点',
  count: 'integer int quantity 整数 整數 数量 數量 计数 計數',
  points: 'point score 积分 積分 得分',
}

const functions: { readonly [word in WordOf<'function'>]?: string } = {
  sum: 'total sumif sumifs 求和 总和 總和 总计 總計 汇总 彙總',
  count: 'countif countifs number 个数 個數 笔数 筆數 次数 次數',
  avg: 'average mean averageif 均值 平均值',
  min: 'minimum least 最小值 最低',
  max: 'maximum most largest 最大值 最高',
  only: 'single lookup vlookup xlookup 唯一',
  days: 'datediff datedif daysbetween 相差天数 相差天數 间隔天数 間隔天數',
  months: 'monthsbetween 相差月数 相差月數',
  abs: 'absolute 绝对 絕對',
  exchanged: 'exchange convert converted fx 汇率折算 匯率折算 换算 換算',
  working_days: 'networkdays workdays workingdays business_days 工作日 工作天數',
  day_of_month: 'day dayofmonth 日 几日 幾日',
  first_day: 'firstday start_of_period start_of_month 首日 月初 期初 第一天',
  last_day: 'lastday eomonth end_of_period end_of_month 末日 月末 期末 最后一天 最後一天',
  days_in_period: 'daysinperiod days_in_month 天数合计 当月天数 當月天數',
}

const languages: { readonly [L in Language]: string } = {
  en: 'english 英语 英語',
  'zh-Hans': '简体 简中 简体字 中文 汉语 chinese',
  'zh-Hant': '繁體 繁中 繁體字 正體 正體中文 繁体 繁体中文',
}

const currencies: { readonly [code: string]: string } = {
  CNY: 'rmb yuan renminbi 人民币 人民幣 元 圆',
  TWD: 'ntd nt$ 新台币 新台幣 新臺幣 台币 台幣 臺幣',
  HKD: 'hk$ 港币 港幣 港元',
  MOP: '澳门元 澳門元 澳门币 澳門幣',
  USD: 'dollar dollars us$ $ 美元 美金',
  EUR: 'euro euros € 欧元 歐元',
  GBP: 'pound pounds sterling £ 英镑 英鎊',
  JPY: 'yen 日元 日圆 日圓',
  SGD: 's$ 新加坡元 新币 新幣',
}

const keywordOf = inverted(keywords)
const typeOf = inverted(types)
const functionOf = inverted(functions)
const languageOf = inverted(languages)
const currencyOf = inverted(currencies)

/** The keyword that a word stands for elsewhere; several where it has several meanings. */
export function keywordsMeant(written: string): readonly Keyword[] {
  return keywordOf.get(written.toLowerCase()) ?? []
}

/** The type that a word stands for elsewhere. */
export function typeMeant(written: string): WordOf<'type'> | undefined {
  return typeOf.get(written.toLowerCase())?.[0]
}

/** The function that a word stands for elsewhere. */
export function functionMeant(written: string): WordOf<'function'> | undefined {
  return functionOf.get(written.toLowerCase())?.[0]
}

/** The language that a word stands for elsewhere. */
export function languageMeant(written: string): WordOf<'language'> | undefined {
  return languageOf.get(written.toLowerCase())?.[0]
}

/** The code of a currency that is called by its name. */
export function currencyMeant(written: string): string | undefined {
  const code = written.toUpperCase()
  return currencyOf.get(written.toLowerCase())?.[0] ?? (/^[A-Z]{3}$/.test(code) ? code : undefined)
}

function inverted<K extends string>(words: { readonly [key in K]?: string }): ReadonlyMap<string, K[]> {
  const found = new Map<string, K[]>()
  for (const key of Object.keys(words) as K[])
    for (const word of (words[key] ?? '').split(' ')) {
      const own = found.get(word)
      if (own === undefined) found.set(word, [key])
      else own.push(key)
    }
  return found
}
