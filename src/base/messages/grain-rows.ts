import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

const soFar = withOrders(`value so_far for each Order = sum(Order.amount so far within rep)
`)

const amended = (value: string, replaced = 'sold', of = 'pay'): string =>
  withOrders(
    `value sold for Rep per quarter = sum(Order.amount)

value other for Rep per quarter = sum(Order.amount where discount > 5%)

${value}

commission pay for Rep per quarter {
  rate 1% of sold
  round 0.01 half-up
}

payout total for Rep per quarter { add pay }

value again for Rep per quarter = (${of} with ${replaced} replaced by amended) - pay

bonus more for Rep per quarter {
  start again
  plus 1% of other
  round 0.01 half-up
}
`.replace('plus 1% of other', 'plus other * 1%'),
  )

/** Windows of rows and definitions that are read otherwise: those up to a row that have something in common with it. */
export const rowMessages = {
  BY480: {
    severity: 'error',
    title: { en: 'No row to end with', 'zh-Hans': '没有可截止的记录', 'zh-Hant': '沒有可截止的紀錄' },
    message: {
      en: 'a window of rows ends with a row, and this is for {here}',
      'zh-Hans': '逐笔累计须截至某一笔记录，而此处针对的是{here}',
      'zh-Hant': '逐筆累計須截至某一筆紀錄，而此處針對的是{here}',
    },
    help: {
      en: 'Write it in a value or clause `for each Order`. For a period, leave the window out: its rows are counted.',
      'zh-Hans': '请写在“适用于 每笔 订单”的数值或条款中。按期间统计时无须写明，期间内的记录即为所计。',
      'zh-Hant': '請寫在「適用於 每筆 訂單」的數值或條款中。按期間統計時無須寫明，期間內的紀錄即為所計。',
    },
    bad: withOrders(`value so_far for Rep per quarter = sum(Order.amount so far within rep)
`),
    good: soFar,
  },
  BY481: {
    severity: 'error',
    title: { en: 'Not counted over a window of rows', 'zh-Hans': '不能逐笔累计', 'zh-Hant': '不能逐筆累計' },
    message: {
      en: 'over a window of rows stand `sum`, `count`, `avg`, `min`, `max`, `any` and `all`, without `via`',
      'zh-Hans': '逐笔累计只用“合计”“计数”“平均”“最小”“最大”“任一”“全部”，且不写“经由”',
      'zh-Hant': '逐筆累計只用「合計」「計數」「平均」「最小」「最大」「任一」「全部」，且不寫「經由」',
    },
    help: {
      en: 'What the rows have in common is said by `within`.',
      'zh-Hans': '各笔记录的共同之处请用“同一”写明。',
      'zh-Hant': '各筆紀錄的共同之處請用「同一」寫明。',
    },
    bad: withOrders(`value so_far for each Order = last(Order.amount so far within rep)
`),
    good: soFar,
  },
  BY482: {
    severity: 'error',
    title: { en: 'Not a stretch of days', 'zh-Hans': '不是若干天或月', 'zh-Hant': '不是若干天或月' },
    message: {
      en: 'a window of rows is so many days or months long, up to the day of the row',
      'zh-Hans': '逐笔累计的一段时间须为若干天或若干个月，截至该笔当日',
      'zh-Hant': '逐筆累計的一段時間須為若干天或若干個月，截至該筆當日',
    },
    help: {
      en: 'Write `in last 90 days`, `in last 3 months`, or `so far` for all of them.',
      'zh-Hans': '请写“于最近 90天”“于最近 3个月”，或以“截至本笔”计入此前全部。',
      'zh-Hant': '請寫「於最近 90天」「於最近 3個月」，或以「截至本筆」計入此前全部。',
    },
    bad: withOrders(`value recent for each Order = sum(Order.amount in last 2 quarters within rep)
`),
    good: withOrders(`value recent for each Order = sum(Order.amount in last 6 months within rep)
`),
  },
  BY483: {
    severity: 'error',
    title: { en: 'Nothing in common', 'zh-Hans': '没有共同之处', 'zh-Hant': '沒有共同之處' },
    message: {
      en: 'rows stand together by what is alike in them; this is {found} there and {here} here',
      'zh-Hans': '各笔记录须按相同之处归在一起；此项在彼处是 {found}，在本处是 {here}',
      'zh-Hant': '各筆紀錄須按相同之處歸在一起；此項在彼處是 {found}，在本處是 {here}',
    },
    help: {
      en: 'Name a reference, a text, a date, a word of a list or a count that both have.',
      'zh-Hans': '请写双方都有的引用、文本、日期、选项或个数。',
      'zh-Hant': '請寫雙方都有的引用、文字、日期、選項或個數。',
    },
    bad: withOrders(`value so_far for each Order = sum(Order.amount so far within discount)
`),
    good: soFar,
  },
  BY484: {
    severity: 'error',
    title: { en: 'Rows that nothing counts', 'zh-Hans': '没有统计这些记录', 'zh-Hant': '沒有統計這些紀錄' },
    message: {
      en: 'a window of rows stands at the end of what `sum`, `count` and their like are told to count',
      'zh-Hans': '逐笔累计须写在“合计”“计数”等所计内容之后',
      'zh-Hant': '逐筆累計須寫在「合計」「計數」等所計內容之後',
    },
    help: {
      en: 'Write `sum(Order.amount so far within rep)`; what is more than a word stands in brackets before it.',
      'zh-Hans': '请写“合计(订单.金额 截至本笔 同一 业务员)”；所计为算式时请先加括号。',
      'zh-Hant': '請寫「合計(訂單.金額 截至本筆 同一 業務員)」；所計為算式時請先加括號。',
    },
    bad: withOrders(`value so_far for each Order = sum(Order.amount * 2 so far within rep)
`),
    good: withOrders(`value so_far for each Order = sum((Order.amount * 2) so far within rep)
`),
  },
  BY485: {
    severity: 'error',
    title: { en: 'Not the same kind of value', 'zh-Hans': '不是同类数值', 'zh-Hant': '不是同類數值' },
    message: {
      en: '`{by}` cannot stand for `{replaced}`: it is of another measure, or for other rows or periods',
      'zh-Hans': '“{by}”不能代替“{replaced}”：计量不同，或针对的记录、期间不同',
      'zh-Hant': '「{by}」不能代替「{replaced}」：計量不同，或針對的紀錄、期間不同',
    },
    help: {
      en: 'Declare both for the same: `value {by} for Rep per quarter`.',
      'zh-Hans': '请使两者针对相同，如“数值 {by} 适用于 业务员 每季度”。',
      'zh-Hant': '請使兩者針對相同，如「數值 {by} 適用於 業務員 每季度」。',
    },
    bad: amended('value amended for Rep per quarter = count(Order)'),
    good: amended('value amended for Rep per quarter = sum(Order.amount where amount > 0 CNY)'),
  },
  BY486: {
    severity: 'error',
    title: { en: 'Nothing to replace', 'zh-Hans': '没有可代替的数值', 'zh-Hant': '沒有可代替的數值' },
    message: {
      en: 'nothing here reads `{name}`, so it would come to the same',
      'zh-Hans': '此处没有用到“{name}”，代替后结果不变',
      'zh-Hant': '此處沒有用到「{name}」，代替後結果不變',
    },
    help: {
      en: 'Name a value that what stands before `with` is worked out from.',
      'zh-Hans': '请写“其中”之前的内容所用到的数值。',
      'zh-Hant': '請寫「其中」之前的內容所用到的數值。',
    },
    bad: amended('value amended for Rep per quarter = sum(Order.amount where amount > 0 CNY)', 'other'),
    good: amended('value amended for Rep per quarter = sum(Order.amount where amount > 0 CNY)'),
  },
  BY487: {
    severity: 'error',
    title: { en: 'Not worked out again', 'zh-Hans': '不能重算', 'zh-Hant': '不能重算' },
    message: {
      en: '`{name}` is no value, pay clause, scorecard or decision: it cannot be worked out otherwise than it stands',
      'zh-Hans': '“{name}”不是数值、提成、考核表或评定，不能按其他数值重算',
      'zh-Hant': '「{name}」不是數值、提成、考核表或評定，不能按其他數值重算',
    },
    help: {
      en: 'Name the clauses that it is made of.',
      'zh-Hans': '请写它所由来的条款。',
      'zh-Hant': '請寫它所由來的條款。',
    },
    bad: amended(
      'value amended for Rep per quarter = sum(Order.amount where amount > 0 CNY)',
      'sold',
      'total',
    ),
    good: amended('value amended for Rep per quarter = sum(Order.amount where amount > 0 CNY)'),
  },
} as const satisfies { readonly [code: string]: Entry }
