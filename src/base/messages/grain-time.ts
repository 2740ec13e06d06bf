import type { Entry } from '../entry.ts'
import { withOrders, withPolicy } from './example.ts'

/** What places rows and values in time. */
export const timeMessages = {
  BY405: {
    severity: 'error',
    title: { en: 'Rows without a date', 'zh-Hans': '缺少入账日', 'zh-Hant': '缺少入帳日' },
    message: {
      en: 'rows of {record} have no date that places them in a period',
      'zh-Hans': '“{record}”没有入账日，无法归入期间',
      'zh-Hant': '「{record}」沒有入帳日，無法歸入期間',
    },
    help: {
      en: 'Mark one date of the record `posting`, or write `posting` and the date in the aggregate.',
      'zh-Hans': '请将该档案的一个日期字段标为 `入账日`，或在汇总中写明 `入账日`。',
      'zh-Hant': '請將該檔案的一個日期欄位標為 `入帳日`，或在彙總中寫明 `入帳日`。',
    },
    bad: withOrders(`record Visit {
  id text key
  rep Rep
  day date
}

value visits for Rep per quarter = count(Visit)
`),
    good: withOrders(`record Visit {
  id text key
  rep Rep
  day date posting
}

value visits for Rep per quarter = count(Visit)
`),
  },
  BY407: {
    severity: 'error',
    title: { en: 'Changes inside the period', 'zh-Hans': '期间内发生变动', 'zh-Hant': '期間內發生變動' },
    message: {
      en: '`{name}` changes on {day}, inside a {period}',
      'zh-Hans': '“{name}”在 {day} 变动，而这一天在{period}中间',
      'zh-Hant': '「{name}」於 {day} 變動，而這一天在{period}中間',
    },
    help: {
      en: 'Say which day counts: `as of first day`, `as of last day`, or `averaged by days`.',
      'zh-Hans': '请写明以哪天为准：`时点 期初`、`时点 期末`，或 `按日平均`。',
      'zh-Hant': '請寫明以哪天為準：`時點 期初`、`時點 期末`，或 `按日平均`。',
    },
    bad: withOrders(`parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-02-14 | 1.2   |
  | 2026-02-15 | open       | 1.1   |
}

value raised for Rep per quarter = quota * factor
`),
    good: withOrders(`parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-02-14 | 1.2   |
  | 2026-02-15 | open       | 1.1   |
}

value raised for Rep per quarter as of last day = quota * factor
`),
  },
  BY408: {
    severity: 'error',
    title: { en: 'No date here', 'zh-Hans': '没有可用的日期', 'zh-Hant': '沒有可用的日期' },
    message: {
      en: '`{name}` depends on the date, and there is no date or period here',
      'zh-Hans': '“{name}”随日期而定，这里没有日期或期间',
      'zh-Hant': '「{name}」隨日期而定，這裡沒有日期或期間',
    },
    help: {
      en: 'Compute it `per month` or `per quarter`, or mark the record’s date as `posting`.',
      'zh-Hans': '请按期间计算（如 `每月`、`每季度`），或将档案的日期标为 `入账日`。',
      'zh-Hant': '請按期間計算（如 `每月`、`每季度`），或將檔案的日期標為 `入帳日`。',
    },
    bad: withOrders(`parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-03-31 | 1.2   |
  | 2026-04-01 | open       | 1.1   |
}

value raised for Rep = quota * factor
`),
    good: withOrders(`parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-03-31 | 1.2   |
  | 2026-04-01 | open       | 1.1   |
}

value raised for Rep per quarter = quota * factor
`),
  },
  BY409: {
    severity: 'error',
    title: { en: 'Days without a value', 'zh-Hans': '部分日期没有取值', 'zh-Hant': '部分日期沒有值' },
    message: {
      en: '`{name}` has no value from {from} until {until}',
      'zh-Hans': '“{name}”自 {from} 至 {until} 没有取值',
      'zh-Hant': '「{name}」自 {from} 至 {until} 沒有值',
    },
    help: {
      en: 'Add a row for those days, or move the bounds of the rows beside them.',
      'zh-Hans': '请为这段日期增加一行，或调整相邻行的起止日期。',
      'zh-Hant': '請為這段日期增加一列，或調整相鄰列的起訖日期。',
    },
    bad: withPolicy(`parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-03-30 | 1.2   |
  | 2026-04-01 | open       | 1.1   |
}
`),
    good: withPolicy(`parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-03-31 | 1.2   |
  | 2026-04-01 | open       | 1.1   |
}
`),
  },
  BY410: {
    severity: 'error',
    title: { en: 'Two values for one day', 'zh-Hans': '同一天有两个取值', 'zh-Hant': '同一天有兩個值' },
    message: {
      en: '`{name}` has two values for the same case{day}',
      'zh-Hans': '“{name}”对同一情形有两个取值{day}',
      'zh-Hant': '「{name}」對同一情形有兩個值{day}',
    },
    help: {
      en: '`until` is inclusive: end the earlier row one day before the later begins, or delete one.',
      'zh-Hans': '“至”包含当日：请让前一行在后一行开始的前一天结束，或删除其中一行。',
      'zh-Hant': '「至」包含當日：請讓前一列在後一列開始的前一天結束，或刪除其中一列。',
    },
    bad: withPolicy(`parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-04-01 | 1.2   |
  | 2026-04-01 | open       | 1.1   |
}
`),
    good: withPolicy(`parameter factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-03-31 | 1.2   |
  | 2026-04-01 | open       | 1.1   |
}
`),
  },
  BY411: {
    severity: 'error',
    title: {
      en: 'Periods overlap or do not ascend',
      'zh-Hans': '期间重叠或顺序不对',
      'zh-Hant': '期間重疊或順序不對',
    },
    message: {
      en: 'period `{name}` overlaps the one before it, or comes before it',
      'zh-Hans': '期间“{name}”与前一期间重叠，或早于前一期间',
      'zh-Hant': '期間「{name}」與前一期間重疊，或早於前一期間',
    },
    help: {
      en: 'Write the periods in the order of time; `until` is inclusive, so each begins on the day after.',
      'zh-Hans': '请按时间先后排列；“至”包含当日，下一期间从次日开始。',
      'zh-Hant': '請按時間先後排列；「至」包含當日，下一期間從次日開始。',
    },
    bad: `policy example {
  language en
  effective from 2026-01-01 until open
  periods quarter {
    | name    | from       | until      |
    | 2026-Q1 | 2026-01-01 | 2026-03-28 |
    | 2026-Q2 | 2026-03-28 | 2026-06-27 |
  }
}
`,
    good: `policy example {
  language en
  effective from 2026-01-01 until open
  periods quarter {
    | name    | from       | until      |
    | 2026-Q1 | 2026-01-01 | 2026-03-28 |
    | 2026-Q2 | 2026-03-29 | 2026-06-27 |
  }
}
`,
  },
  BY412: {
    severity: 'error',
    title: { en: 'Ends before it begins', 'zh-Hans': '结束早于开始', 'zh-Hant': '結束早於開始' },
    message: {
      en: 'the end lies before the beginning',
      'zh-Hans': '结束日期早于开始日期',
      'zh-Hant': '結束日期早於開始日期',
    },
    help: {
      en: 'Exchange the two dates, or write `open` for no end.',
      'zh-Hans': '请对调两个日期；没有截止日请写 `长期`。',
      'zh-Hant': '請對調兩個日期；沒有截止日請寫 `長期`。',
    },
    bad: `policy example {
  language en
  effective from 2026-12-31 until 2026-01-01
}
`,
    good: `policy example {
  language en
  effective from 2026-01-01 until 2026-12-31
}
`,
  },
} as const satisfies { readonly [code: string]: Entry }
