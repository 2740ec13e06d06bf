import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'

const points = `value points for Rep per month starts 0 = (points in previous month) + count(Order)
`
const dated = (rest: string): string =>
  `policy example {
  language en
  currency CNY
}

record Rep {
  id text key
}

record Order {
  id text key
  rep Rep
  signed date posting
}

${rest}`

/** What goes on from one period to the next: values that read their own past, and amounts that are carried. */
export const pastMessages = {
  BY450: {
    severity: 'error',
    title: { en: 'No beginning', 'zh-Hans': '没有起始值', 'zh-Hant': '沒有起始值' },
    message: {
      en: '`{name}` reads its own past and does not say what it starts with',
      'zh-Hans': '“{name}”读取自身的上一期，却没有写明起始值',
      'zh-Hant': '「{name}」讀取自身的上一期，卻沒有寫明起始值',
    },
    help: {
      en: 'Say it before the `=`: `starts 0 CNY`, and `resets each year` if it begins anew.',
      'zh-Hans': '请在等号前写明，如“起始 0元”；每年重新开始的再写“清零 每年”。',
      'zh-Hant': '請在等號前寫明，如「起始 0元」；每年重新開始的再寫「清零 每年」。',
    },
    bad: withOrders(points.replace(' starts 0', '')),
    good: withOrders(points),
  },
  BY451: {
    severity: 'error',
    title: { en: 'More decimals each period', 'zh-Hans': '小数位逐期增加', 'zh-Hant': '小數位逐期增加' },
    message: {
      en: '`{name}` needs more decimal places in every period',
      'zh-Hans': '“{name}”每一期都需要更多的小数位',
      'zh-Hant': '「{name}」每一期都需要更多的小數位',
    },
    help: {
      en: 'Round it where it is reckoned: `(… × 1.05) rounded half-up to 0.01`.',
      'zh-Hans': '请在计算处取整，如“(… × 1.05) 尾数 四舍五入 到 0.01”。',
      'zh-Hant': '請在計算處取整，如「(… × 1.05) 尾數 四捨五入 到 0.01」。',
    },
    bad: withOrders(`value owed for Rep per month starts 100 CNY = (owed in previous month) * 1.05
`),
    good: withOrders(`value owed for Rep per month starts 100 CNY = ((owed in previous month) * 1.05) rounded half-up to 0.01
`),
  },
  BY452: {
    severity: 'error',
    title: {
      en: 'No meaning over a window',
      'zh-Hans': '无法对一段时间取值',
      'zh-Hant': '無法對一段時間取值',
    },
    message: {
      en: '`{name}` goes on from period to period: it has no value {window}',
      'zh-Hans': '“{name}”逐期延续，没有“{window}”的取值',
      'zh-Hant': '「{name}」逐期延續，沒有「{window}」的取值',
    },
    help: {
      en: 'Ask for the windows of what it adds up, or for one period: `x in previous month`.',
      'zh-Hans': '请对其累加的内容取一段时间，或只取一期，如“于上一 月”。',
      'zh-Hant': '請對其累加的內容取一段時間，或只取一期，如「於上一 月」。',
    },
    bad: withOrders(`${points}
value recent for Rep per month = points in last 3 months
`),
    good: withOrders(`value orders for Rep per month = count(Order)

value points for Rep per month starts 0 = (points in previous month) + orders

value recent for Rep per month = orders in last 3 months
`),
  },
  BY453: {
    severity: 'error',
    title: { en: 'Nothing to go on from', 'zh-Hans': '没有可延续的期间', 'zh-Hant': '沒有可延續的期間' },
    message: {
      en: '`{name}` goes on from one period to the next, and {here} has no periods',
      'zh-Hans': '“{name}”逐期延续，而{here}没有期间',
      'zh-Hant': '「{name}」逐期延續，而{here}沒有期間',
    },
    help: {
      en: 'Give it periods: `for Rep per month`.',
      'zh-Hans': '请写明期间，如“适用于 业务员 每月”。',
      'zh-Hant': '請寫明期間，如「適用於 業務員 每月」。',
    },
    bad: withOrders(`value points for Rep starts 0 = 1
`),
    good: withOrders(points),
  },
  BY454: {
    severity: 'error',
    title: { en: 'No first period', 'zh-Hans': '没有首个期间', 'zh-Hant': '沒有首個期間' },
    message: {
      en: '`{name}` goes on from period to period, and nothing says which is the first',
      'zh-Hans': '“{name}”逐期延续，却没有写明从哪一期开始',
      'zh-Hant': '「{name}」逐期延續，卻沒有寫明從哪一期開始',
    },
    help: {
      en: 'Write `effective from 2026-01-01 until open` in the policy, or `resets each year`.',
      'zh-Hans': '请在制度中写“生效 自 2026-01-01 至 长期”，或写“清零 每年”。',
      'zh-Hant': '請在制度中寫「生效 自 2026-01-01 至 長期」，或寫「清零 每年」。',
    },
    bad: dated(points),
    good: dated(points.replace('starts 0', 'starts 0 resets each year')),
  },
  BY455: {
    severity: 'warning',
    title: {
      en: 'A past that is not read',
      'zh-Hans': '未读取自身的上一期',
      'zh-Hant': '未讀取自身的上一期',
    },
    message: {
      en: '`{name}` says what it starts with, but never reads what it was before',
      'zh-Hans': '“{name}”写了起始值，却从未读取自身的上一期',
      'zh-Hant': '「{name}」寫了起始值，卻從未讀取自身的上一期',
    },
    help: {
      en: 'Read it, `{name} in previous month`, or leave `starts` out.',
      'zh-Hans': '请读取“{name} 于上一 月”，或删去“起始”。',
      'zh-Hant': '請讀取「{name} 於上一 月」，或刪去「起始」。',
    },
    bad: withOrders(points.replace('(points in previous month) + ', '')),
    good: withOrders(points),
  },
  BY456: {
    severity: 'error',
    title: { en: 'Resets within a period', 'zh-Hans': '清零期间不合', 'zh-Hant': '清零期間不合' },
    message: {
      en: 'a `{name}` is no whole number of {period}s, so it cannot reset what goes on by {period}',
      'zh-Hans': '一个“{name}”不是整数个“{period}”，不能据此清零',
      'zh-Hant': '一個「{name}」不是整數個「{period}」，不能據此清零',
    },
    help: {
      en: 'Reset by a longer kind of period: `resets each year`.',
      'zh-Hans': '请按更长的期间清零，如“清零 每年”。',
      'zh-Hant': '請按更長的期間清零，如「清零 每年」。',
    },
    bad: withOrders(points.replaceAll('month', 'quarter').replace('starts 0', 'starts 0 resets each month')),
    good: withOrders(points.replace('starts 0', 'starts 0 resets each quarter')),
  },
  BY457: {
    severity: 'error',
    title: { en: 'Carried twice', 'zh-Hans': '重复结转', 'zh-Hant': '重複結轉' },
    message: {
      en: '`{name}` carries the excess of two caps, or the debt of two floors',
      'zh-Hans': '“{name}”有两处封顶结转，或两处保底结转',
      'zh-Hant': '「{name}」有兩處封頂結轉，或兩處保底結轉',
    },
    help: {
      en: 'Write one of them as a clause of its own, so that each has a name.',
      'zh-Hans': '请把其中一处另立条款，使各自有名。',
      'zh-Hant': '請把其中一處另立條款，使各自有名。',
    },
    bad: withOrders(`bonus pay for Rep per month {
  start sum(Order.amount)
  cap 1_000 CNY carried
  cap 500 CNY carried
}
`),
    good: withOrders(`bonus pay for Rep per month {
  start sum(Order.amount)
  cap 500 CNY carried
}
`),
  },
  BY464: {
    severity: 'error',
    title: { en: 'Taken back more than there is', 'zh-Hans': '扣回超过全额', 'zh-Hant': '扣回超過全額' },
    message: {
      en: 'of what lies above a floor between 0% and 100% can be taken back',
      'zh-Hans': '保底以上的部分可扣回的比例在 0% 至 100% 之间',
      'zh-Hant': '保底以上的部分可扣回的比例在 0% 至 100% 之間',
    },
    help: {
      en: 'Write such a share, `recovered 50%`, or leave it out: then all of it is taken back.',
      'zh-Hans': '请写在此范围内的比例，如“扣回 50%”；不写则全部扣回。',
      'zh-Hant': '請寫在此範圍內的比例，如「扣回 50%」；不寫則全部扣回。',
    },
    bad: withOrders(`bonus pay for Rep per month {
  start sum(Order.amount)
  floor 500 CNY carried recovered 150%
  round 0.01 half-up
}
`),
    good: withOrders(`bonus pay for Rep per month {
  start sum(Order.amount)
  floor 500 CNY carried recovered 50%
  round 0.01 half-up
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
