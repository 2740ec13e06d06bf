import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

const quarters = `value sold for Rep per quarter = sum(Order.amount)

value recent for Rep per quarter = sold in last 2 quarters
`

/** Windows: stretches of time that end with a period. */
export const windowMessages = {
  BY430: {
    severity: 'error',
    title: { en: 'No value to look back on', 'zh-Hans': '没有可回看的数值', 'zh-Hant': '沒有可回看的數值' },
    message: {
      en: 'a window is worked out over values of one kind of period; this names {found} kinds',
      'zh-Hans': '回看一段时间须针对同一种期间的数值，这里涉及 {found} 种期间',
      'zh-Hant': '回看一段時間須針對同一種期間的數值，這裡涉及 {found} 種期間',
    },
    help: {
      en: 'Name a `value … per quarter` (or month) and ask for it over the window.',
      'zh-Hans': '请先写一个按季度（或月）的“数值”，再对它取这段时间。',
      'zh-Hant': '請先寫一個按季度（或月）的「數值」，再對它取這段時間。',
    },
    bad: withOrders(`value recent for Rep per quarter = 100 CNY in last 2 quarters
`),
    good: withOrders(quarters),
  },
  BY431: {
    severity: 'error',
    title: { en: 'No period to look back from', 'zh-Hans': '没有回看的起点', 'zh-Hant': '沒有回看的起點' },
    message: {
      en: 'a window ends with the period of its place, and {here} has none of its own',
      'zh-Hans': '回看的一段时间以所在期间结束，而{here}没有自己的期间',
      'zh-Hant': '回看的一段時間以所在期間結束，而{here}沒有自己的期間',
    },
    help: {
      en: 'Write it in a value or clause `per` period, outside any other window.',
      'zh-Hans': '请写在“每季度”等按期间的数值或条款中，且不在另一段回看之内。',
      'zh-Hant': '請寫在「每季度」等按期間的數值或條款中，且不在另一段回看之內。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value recent for each Rep = sold in last 2 quarters
`),
    good: withOrders(quarters),
  },
  BY432: {
    severity: 'error',
    title: { en: 'Not a stretch of periods', 'zh-Hans': '不是若干期间', 'zh-Hant': '不是若干期間' },
    message: {
      en: 'a window is 1 to 120 whole periods of a kind that the policy has',
      'zh-Hans': '回看的一段时间须为 1 至 120 个完整期间',
      'zh-Hant': '回看的一段時間須為 1 至 120 個完整期間',
    },
    help: {
      en: 'Write `in last 3 months`, `in last 4 quarters` or `year to date`.',
      'zh-Hans': '请写“于最近 3个月”“于最近 4 季度”或“年初至今”。',
      'zh-Hant': '請寫「於最近 3個月」「於最近 4 季度」或「年初至今」。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value recent for Rep per quarter = sold in last 90 days
`),
    good: withOrders(quarters),
  },
  BY433: {
    severity: 'error',
    title: { en: 'Window across periods', 'zh-Hans': '回看与期间不齐', 'zh-Hant': '回看與期間不齊' },
    message: {
      en: 'a window by {window} does not begin and end with each {period}',
      'zh-Hans': '按{window}回看，与{period}的起止不一致',
      'zh-Hant': '按{window}回看，與{period}的起訖不一致',
    },
    help: {
      en: 'Count in periods that make up this one (months of a quarter), or run to date in one that holds it.',
      'zh-Hans': '请用组成该期间的更短期间来计（如季度中的月），或用包含它的期间“至今”。',
      'zh-Hant': '請用組成該期間的更短期間來計（如季度中的月），或用包含它的期間「至今」。',
    },
    bad: withOrders(`value sold for Rep per month = sum(Order.amount)

value recent for Rep per month = sold in last 2 quarters
`),
    good: withOrders(quarters),
  },
  BY435: {
    severity: 'error',
    title: { en: 'Another kind of period', 'zh-Hans': '期间种类不同', 'zh-Hant': '期間種類不同' },
    message: {
      en: 'here a {period} looks back on the {period} before, and `{kind}` is another kind',
      'zh-Hans': '这里按{period}计算，只能回看上一个{period}，不能写“{kind}”',
      'zh-Hant': '這裡按{period}計算，只能回看上一個{period}，不能寫「{kind}」',
    },
    help: {
      en: 'Write `in previous` and the period of this place; for longer stretches `in last 3 months`.',
      'zh-Hans': '请写“于上一”加此处的期间；更长的时间写“于最近 3个月”。',
      'zh-Hant': '請寫「於上一」加此處的期間；更長的時間寫「於最近 3個月」。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value before for Rep per quarter = sold in previous month
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value before for Rep per quarter = sold in previous quarter
`),
  },
  BY434: {
    severity: 'error',
    title: { en: 'Which periods count', 'zh-Hans': '未写明哪些期间', 'zh-Hant': '未寫明哪些期間' },
    message: {
      en: 'periods are counted (`count`, `any`, `all`) by a test: `where` is missing, or something else stands there',
      'zh-Hans': '期间只能按条件“计数”“任一”“全部”，这里缺少“仅限”或写了别的',
      'zh-Hant': '期間只能按條件「計數」「任一」「全部」，這裡缺少「僅限」或寫了別的',
    },
    help: {
      en: 'Write `count(month in last 3 months where sold > 0 CNY)`.',
      'zh-Hans': '请写“计数(月 于最近 3个月 仅限 销售额 > 0元)”。',
      'zh-Hant': '請寫「計數(月 於最近 3個月 僅限 銷售額 > 0元)」。',
    },
    bad: withOrders(`value months_counted for Rep per quarter = count(month in last 3 months)
`),
    good: withOrders(`value sold for Rep per month = sum(Order.amount)

value active for Rep per quarter = count(month in last 3 months where sold > 0 CNY)
`),
  },
  BY460: {
    severity: 'error',
    title: { en: 'Not paid to date', 'zh-Hans': '不能按累计计发', 'zh-Hant': '不能按累計計發' },
    message: {
      en: '`{name}` cannot be worked out on the {kind} so far',
      'zh-Hans': '“{name}”不能按{kind}初至今累计计算',
      'zh-Hant': '「{name}」不能按{kind}初至今累計計算',
    },
    help: {
      en: 'It takes shorter periods than that, `per quarter, year to date`, and no `carried`: what is paid later is in the sum already.',
      'zh-Hans': '期间须更短，如“每季度, 年初至今”，且不能写“结转”：累计中已包含以后各期。',
      'zh-Hant': '期間須更短，如「每季度, 年初至今」，且不能寫「結轉」：累計中已包含以後各期。',
    },
    bad: withOrders(`commission pay for Rep per year, year to date {
  rate 1% of sum(Order.amount)
  round 0.01 half-up
}
`),
    good: withOrders(`commission pay for Rep per quarter, year to date {
  rate 1% of sum(Order.amount)
  round 0.01 half-up
}
`),
  },
  BY461: {
    severity: 'error',
    title: { en: 'Only pay is to date', 'zh-Hans': '只有计发条款可累计', 'zh-Hant': '只有計發條款可累計' },
    message: {
      en: '`{name}` pays nothing of its own, so there is nothing to take off the sum to date',
      'zh-Hans': '“{name}”本身不计发，没有可从累计中减去的部分',
      'zh-Hant': '「{name}」本身不計發，沒有可從累計中減去的部分',
    },
    help: {
      en: 'Ask for the value to date where it is read: `sold year to date`.',
      'zh-Hans': '请在读取处写累计，如“业绩 年初至今”。',
      'zh-Hant': '請在讀取處寫累計，如「業績 年初至今」。',
    },
    bad: withOrders(`value sold for Rep per quarter, year to date = sum(Order.amount)
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value so_far for Rep per quarter = sold year to date
`),
  },
} as const satisfies { readonly [code: string]: Entry }
