import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

const soFar = withOrders(`value so_far for each Order = sum(Order.amount so far within rep)
`)

/** Windows of rows: those up to a row that have something in common with it. */
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
} as const satisfies { readonly [code: string]: Entry }
