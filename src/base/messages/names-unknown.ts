import type { Entry } from '../entry.ts'
import { withOrders, withReps } from './example.ts'

/** Names that mean nothing where they stand. */
export const unknownNameMessages = {
  BY201: {
    severity: 'error',
    title: { en: 'Unknown name', 'zh-Hans': '未知的名称', 'zh-Hant': '未知的名稱' },
    message: {
      en: 'nothing here is called `{name}`{near}',
      'zh-Hans': '这里没有叫“{name}”的内容{near}',
      'zh-Hant': '這裡沒有叫「{name}」的內容{near}',
    },
    help: {
      en: 'Check the spelling, or declare it first, for example with `value` or as a field of a record.',
      'zh-Hans': '请核对写法；如果尚未声明，请先用 `数值` 声明，或在档案中增加该字段。',
      'zh-Hant': '請核對寫法；若尚未宣告，請先以 `數值` 宣告，或在檔案中增加該欄位。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value share for Rep per quarter = sould / quota
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value share for Rep per quarter = sold / quota
`),
  },
  BY203: {
    severity: 'error',
    title: { en: 'Unknown part', 'zh-Hans': '没有这个字段或结果', 'zh-Hant': '沒有這個欄位或結果' },
    message: {
      en: '`{name}` has no `{part}`{near}',
      'zh-Hans': '“{name}”没有“{part}”{near}',
      'zh-Hant': '「{name}」沒有「{part}」{near}',
    },
    help: {
      en: 'Check the spelling after the point, or add the field to the record.',
      'zh-Hans': '请核对点号后面的名称，或在档案中增加该字段。',
      'zh-Hant': '請核對點號後面的名稱，或在檔案中增加該欄位。',
    },
    bad: withOrders(`value rest for each Order = rep.qouta - amount
`),
    good: withOrders(`value rest for each Order = rep.quota - amount
`),
  },
  BY204: {
    severity: 'error',
    title: { en: 'Not one of the values', 'zh-Hans': '不在可选项之内', 'zh-Hant': '不在選項之內' },
    message: {
      en: '`{word}` is not one of: {values}',
      'zh-Hans': '“{word}”不在可选项之内：{values}',
      'zh-Hant': '「{word}」不在選項之內：{values}',
    },
    help: {
      en: 'Write one of the listed values, or add the new one to the field’s list.',
      'zh-Hans': '请改用所列的某一项，或在该字段的选项中增加这一项。',
      'zh-Hant': '請改用所列的某一項，或在該欄位的選項中增加這一項。',
    },
    bad: withOrders(`value local for Rep = city = Shanghai
`),
    good: withOrders(`value local for Rep = city = Suzhou
`),
  },
  BY205: {
    severity: 'error',
    title: { en: 'Which result?', 'zh-Hans': '未指明哪一项结果', 'zh-Hant': '未指明哪一項結果' },
    message: {
      en: '`{name}` has several results',
      'zh-Hans': '“{name}”有多项结果',
      'zh-Hant': '「{name}」有多項結果',
    },
    help: {
      en: 'Say which one is meant: {results}.',
      'zh-Hans': '请写明取哪一项：{results}。',
      'zh-Hant': '請寫明取哪一項：{results}。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 100% {
    actual sold / quota
    score ratio up to 120%
  }
}

bonus prize for Rep per quarter {
  start 500 CNY when kpi >= 80
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 100% {
    actual sold / quota
    score ratio up to 120%
  }
}

bonus prize for Rep per quarter {
  start 500 CNY when kpi.score >= 80
}
`),
  },
  BY215: {
    severity: 'error',
    title: { en: 'No such result', 'zh-Hans': '没有这项结果', 'zh-Hant': '沒有這項結果' },
    message: {
      en: '`{name}` has no result `{result}`{near}',
      'zh-Hans': '“{name}”没有结果“{result}”{near}',
      'zh-Hant': '「{name}」沒有結果「{result}」{near}',
    },
    help: {
      en: 'It gives: {results}.',
      'zh-Hans': '可取的结果：{results}。',
      'zh-Hant': '可取的結果：{results}。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 100% {
    actual sold / quota
    score ratio up to 120%
  }
}

bonus prize for Rep per quarter {
  start 500 CNY when kpi.scores >= 80
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

scorecard kpi for Rep per quarter {
  indicator sales weight 100% {
    actual sold / quota
    score ratio up to 120%
  }
}

bonus prize for Rep per quarter {
  start 500 CNY when kpi.score >= 80
}
`),
  },
  BY216: {
    severity: 'error',
    title: { en: 'Nothing counts the times', 'zh-Hans': '没有写明怎样计次', 'zh-Hant': '沒有寫明怎樣計次' },
    message: {
      en: '`{name}` is read here, and no line says how the times are counted',
      'zh-Hans': '这里用到“{name}”，却没有一行写明怎样计次',
      'zh-Hant': '這裡用到「{name}」，卻沒有一行寫明怎樣計次',
    },
    help: {
      en: 'In a `penalty`, say first in which time and of whose rows: `nth in last 12 months within rep`.',
      'zh-Hans': '请在“违规处理”中先写明在多长时间内、按谁计次：“第几次 于最近 12个月 同一 业务员”。',
      'zh-Hant': '請在「違規處理」中先寫明在多長時間內、按誰計次：「第幾次 於最近 12個月 同一 業務員」。',
    },
    bad: withReps(`record Offence {
  id text key
  rep Rep
  day date posting
}

penalty conduct for each Offence {
  table unique {
    | nth    | => points |
    | 1      | 1         |
    | from 2 | 3         |
  }
}
`),
    good: withReps(`record Offence {
  id text key
  rep Rep
  day date posting
}

penalty conduct for each Offence {
  nth in last 12 months within rep
  table unique {
    | nth    | => points |
    | 1      | 1         |
    | from 2 | 3         |
  }
}
`),
  },
  BY206: {
    severity: 'error',
    title: { en: 'Unknown record or type', 'zh-Hans': '未知的档案或类型', 'zh-Hant': '未知的檔案或類型' },
    message: {
      en: 'no record or type is called `{name}`{near}',
      'zh-Hans': '没有叫“{name}”的档案或类型{near}',
      'zh-Hant': '沒有叫「{name}」的檔案或類型{near}',
    },
    help: {
      en: 'Check the spelling, or declare the record with `record`; types are text, money, percent, price ratio, number, count, points, date, time, yes/no.',
      'zh-Hans':
        '请核对写法，或用 `记录` 声明该档案；可用类型：文本、金额、百分比、折数、数字、个数、分数、日期、时刻、是否。',
      'zh-Hant':
        '請核對寫法，或以 `紀錄` 宣告該檔案；可用類型：文字、金額、百分比、折數、數字、個數、分數、日期、時刻、是否。',
    },
    bad: withOrders(`record Visit {
  id text key
  rep Repp
}
`),
    good: withOrders(`record Visit {
  id text key
  rep Rep
}
`),
  },
  BY207: {
    severity: 'error',
    title: {
      en: 'Unknown function or table',
      'zh-Hans': '未知的函数或对照表',
      'zh-Hant': '未知的函式或對照表',
    },
    message: {
      en: 'no function or table is called `{name}`{near}',
      'zh-Hans': '没有叫“{name}”的函数或对照表{near}',
      'zh-Hant': '沒有叫「{name}」的函式或對照表{near}',
    },
    help: {
      en: 'Check the spelling, or declare the table with `table`. Functions: sum, count, avg, min, max, only, first, last, any, all, days, working_days, months, first_day, last_day, abs, exchanged; without brackets: larger of, smaller of, rank of.',
      'zh-Hans':
        '请核对写法，或用 `对照表` 声明。可用函数：合计、计数、平均、最小、最大、唯一值、首个、末个、任一、全部、天数、工作日数、月数、期初日、期末日、绝对值、折算；不加括号：较大者、较小者、名次按。',
      'zh-Hant':
        '請核對寫法，或以 `對照表` 宣告。可用函式：合計、計數、平均、最小、最大、唯一值、首個、末個、任一、全部、天數、工作日數、月數、期初日、期末日、絕對值、折算；不加括號：較大者、較小者、名次按。',
    },
    bad: withOrders(`value sold for Rep per quarter = summ(Order.amount)
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)
`),
  },
  BY208: {
    severity: 'error',
    title: { en: 'Unknown period', 'zh-Hans': '未知的期间', 'zh-Hant': '未知的期間' },
    message: {
      en: '`{name}` is no kind of period{near}',
      'zh-Hans': '“{name}”不是期间{near}',
      'zh-Hant': '「{name}」不是期間{near}',
    },
    help: {
      en: 'Use one of: {periods}.',
      'zh-Hans': '可用的期间：{periods}。',
      'zh-Hant': '可用的期間：{periods}。',
    },
    bad: withOrders(`value sold for Rep per quater = sum(Order.amount)
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)
`),
  },
  BY212: {
    severity: 'error',
    title: { en: 'Wrong number of inputs', 'zh-Hans': '输入个数不符', 'zh-Hant': '輸入個數不符' },
    message: {
      en: '`{name}` takes {expected} input(s), and {found} stand here',
      'zh-Hans': '“{name}”需要的输入个数为 {expected}，这里写了 {found}',
      'zh-Hant': '「{name}」需要的輸入個數為 {expected}，這裡寫了 {found}',
    },
    help: {
      en: 'Give each input once, in the order of its declaration, parted by commas.',
      'zh-Hans': '请按声明的顺序逐一填写，用逗号分隔。',
      'zh-Hant': '請按宣告的順序逐一填寫，以逗號分隔。',
    },
    bad: withOrders(`value size for each Order = abs(amount, 2)
`),
    good: withOrders(`value size for each Order = abs(amount)
`),
  },
  BY213: {
    severity: 'error',
    title: { en: 'Unknown currency', 'zh-Hans': '未知的币种', 'zh-Hant': '未知的幣別' },
    message: {
      en: '`{name}` is no currency code{near}',
      'zh-Hans': '“{name}”不是币种代码{near}',
      'zh-Hant': '「{name}」不是幣別代碼{near}',
    },
    help: {
      en: 'Write the three capital letters of ISO 4217, for example `CNY`, `TWD` or `USD`.',
      'zh-Hans': '请用三个大写字母的 ISO 4217 代码，例如 `CNY`、`TWD`、`USD`。',
      'zh-Hant': '請用三個大寫字母的 ISO 4217 代碼，例如 `CNY`、`TWD`、`USD`。',
    },
    bad: `policy example {
  language en
  currency Yuan
  effective from 2026-01-01 until open
}
`,
    good: `policy example {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
`,
  },
  BY214: {
    severity: 'error',
    title: { en: 'Nobody to pay', 'zh-Hans': '未指明支付对象', 'zh-Hant': '未指明支付對象' },
    message: {
      en: '`to` names the row that is paid, and this is {found}',
      'zh-Hans': '`归于` 后面应是收款人的档案，而这里是{found}',
      'zh-Hant': '`歸於` 後面應是收款人的檔案，而這裡是{found}',
    },
    help: {
      en: 'Write a reference to a person, for example `to order.rep`.',
      'zh-Hans': '请写指向人员档案的字段，例如 `归于 订单.业务员`。',
      'zh-Hant': '請寫指向人員檔案的欄位，例如 `歸於 訂單.業務員`。',
    },
    bad: withOrders(`commission pay for each Order to order.amount {
  rate 2% of amount
  round 0.01 half-up
}
`),
    good: withOrders(`commission pay for each Order to order.rep {
  rate 2% of amount
  round 0.01 half-up
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
