import type { Entry } from '../entry.ts'
import { withOrders, withPolicy } from './example.ts'

/** Tables and their cells. */
export const tableCellMessages = {
  BY501: {
    severity: 'error',
    title: { en: 'Columns in the wrong order', 'zh-Hans': '列的顺序不对', 'zh-Hant': '欄的順序不對' },
    message: {
      en: 'a table has its inputs first, and then its outputs headed `=>`',
      'zh-Hans': '对照表先写输入列，后写以 `=>` 开头的输出列',
      'zh-Hant': '對照表先寫輸入欄，後寫以 `=>` 開頭的輸出欄',
    },
    help: {
      en: 'Write for example `| margin | => rate |`.',
      'zh-Hans': '请写例如 `| 毛利率 | => 提成比例 |`。',
      'zh-Hant': '請寫例如 `| 毛利率 | => 提成比例 |`。',
    },
    bad: withPolicy(`table lateness {
  | => factor | days   |
  | 1         | <= 30  |
  | 0         | over 30 |
}
`),
    good: withPolicy(`table lateness {
  | days       | => factor |
  | up to 30   | 1         |
  | over 30    | 0         |
}
`),
  },
  BY506: {
    severity: 'error',
    title: { en: 'Cell of another kind', 'zh-Hans': '单元格内容不符', 'zh-Hant': '儲存格內容不符' },
    message: {
      en: 'this cell must be {expected}',
      'zh-Hans': '该单元格应为{expected}',
      'zh-Hant': '該儲存格應為{expected}',
    },
    help: {
      en: 'Write one such value. A comma separates values; decimals are written with a point.',
      'zh-Hans': '请填写一个这样的值。逗号用来分隔多个值，小数请用小数点。',
      'zh-Hant': '請填寫一個這樣的值。逗號用來分隔多個值，小數請用小數點。',
    },
    bad: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | over 80% | 2% |
  }
  round 0.01 half-up
}
`),
    good: withOrders(`value sold for Rep per quarter = sum(Order.amount)

value attainment for Rep per quarter = sold / quota

commission pay for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
  }
  round 0.01 half-up
}
`),
  },
  BY507: {
    severity: 'error',
    title: { en: 'Two rows match', 'zh-Hans': '两行同时符合', 'zh-Hant': '兩列同時符合' },
    message: {
      en: 'two rows match at once, for example {example}',
      'zh-Hans': '有两行同时符合，例如 {example}',
      'zh-Hant': '有兩列同時符合，例如 {example}',
    },
    help: {
      en: 'Narrow one of them, or write `first match` after `table` if the upper row is meant to win.',
      'zh-Hans': '请缩小其中一行的范围；若以靠前的行为准，请写 `首个匹配`。',
      'zh-Hant': '請縮小其中一列的範圍；若以靠前的列為準，請寫 `首個符合`。',
    },
    bad: withPolicy(`table discount_rate {
  | discount      | => rate |
  | up to 5%      | 3%      |
  | from 5%       | 1%      |
}
`),
    good: withPolicy(`table discount_rate {
  | discount      | => rate |
  | up to 5%      | 3%      |
  | over 5%       | 1%      |
}
`),
  },
  BY508: {
    severity: 'error',
    title: { en: 'Case not covered', 'zh-Hans': '有情形未覆盖', 'zh-Hant': '有情形未涵蓋' },
    message: {
      en: 'no row covers {example}',
      'zh-Hans': '没有一行涵盖 {example}',
      'zh-Hant': '沒有一列涵蓋 {example}',
    },
    help: {
      en: 'Add a row for it, or an `otherwise` row at the end.',
      'zh-Hans': '请增加相应的行，或在最后加一行 `其余`。',
      'zh-Hant': '請增加相應的列，或在最後加一列 `其餘`。',
    },
    bad: withPolicy(`table discount_rate {
  | discount      | => rate |
  | under 5%      | 3%      |
  | over 5%       | 1%      |
}
`),
    good: withPolicy(`table discount_rate {
  | discount      | => rate |
  | under 5%      | 3%      |
  | from 5%       | 1%      |
}
`),
  },
  BY509: {
    severity: 'error',
    title: { en: 'Unknown column', 'zh-Hans': '没有这一列', 'zh-Hant': '沒有這一欄' },
    message: {
      en: 'the table has no column `{column}`',
      'zh-Hans': '表中没有“{column}”列',
      'zh-Hant': '表中沒有「{column}」欄',
    },
    help: {
      en: 'Add the column, or name one that the table has.',
      'zh-Hans': '请增加该列，或改用表中已有的列名。',
      'zh-Hant': '請增加該欄，或改用表中已有的欄名。',
    },
    bad: withPolicy(`parameter wage by city {
  | town   | value    |
  | Suzhou | 2660 CNY |
  | Wuxi   | 2660 CNY |
}
`),
    good: withPolicy(`parameter wage by city {
  | city   | value    |
  | Suzhou | 2660 CNY |
  | Wuxi   | 2660 CNY |
}
`),
  },
  BY512: {
    severity: 'warning',
    title: { en: 'Row never reached', 'zh-Hans': '永远用不到的行', 'zh-Hant': '永遠用不到的列' },
    message: {
      en: 'row {rows} above takes every case of this row: it is never reached',
      'zh-Hans': '第 {rows} 行已涵盖这一行的全部情形，这一行永远用不到',
      'zh-Hant': '第 {rows} 列已涵蓋這一列的全部情形，這一列永遠用不到',
    },
    help: {
      en: 'Delete it, or move it above the row that takes its cases.',
      'zh-Hans': '请删除这一行，或把它移到前面。',
      'zh-Hant': '請刪除這一列，或把它移到前面。',
    },
    bad: withPolicy(`table discount_rate first match {
  | discount      | => rate |
  | up to 10%     | 3%      |
  | up to 5%      | 4%      |
  | over 10%      | 1%      |
}
`),
    good: withPolicy(`table discount_rate first match {
  | discount      | => rate |
  | up to 5%      | 4%      |
  | up to 10%     | 3%      |
  | over 10%      | 1%      |
}
`),
  },
  BY513: {
    severity: 'error',
    title: { en: 'Empty range', 'zh-Hans': '范围为空', 'zh-Hant': '範圍為空' },
    message: {
      en: 'nothing lies in this range',
      'zh-Hans': '这个范围内没有任何值',
      'zh-Hant': '這個範圍內沒有任何值',
    },
    help: {
      en: 'Write the lower end first, for example `from 10% to under 20%`.',
      'zh-Hans': '请先写下限，例如 `自 10% 到 低于 20%`。',
      'zh-Hant': '請先寫下限，例如 `自 10% 到 低於 20%`。',
    },
    bad: withPolicy(`table discount_rate {
  | discount                | => rate |
  | from 20% to under 10%   | 1%      |
  | otherwise               | 2%      |
}
`),
    good: withPolicy(`table discount_rate {
  | discount                | => rate |
  | from 10% to under 20%   | 1%      |
  | otherwise               | 2%      |
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
