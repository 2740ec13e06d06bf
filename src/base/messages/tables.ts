import type { Entry } from '../entry.ts'

/** Tables and tiers. */
export const tableMessages = {
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
  },
  BY502: {
    severity: 'error',
    title: { en: 'Rows do not ascend', 'zh-Hans': '各行未按从小到大排列', 'zh-Hant': '各列未按由小到大排列' },
    message: {
      en: '{after} comes after {before}, and the rows must ascend',
      'zh-Hans': '{before} 之后是 {after}，各行应从小到大',
      'zh-Hant': '{before} 之後是 {after}，各列應由小到大',
    },
    help: {
      en: 'Sort the rows from the lowest to the highest, each bound once.',
      'zh-Hans': '请从低到高排列，每个临界点只写一次。',
      'zh-Hant': '請由低到高排列，每個臨界點只寫一次。',
    },
  },
  BY503: {
    severity: 'error',
    title: {
      en: 'Nothing below the first row',
      'zh-Hans': '首行以下没有规定',
      'zh-Hant': '首列以下沒有規定',
    },
    message: {
      en: 'nothing says what happens below {first}',
      'zh-Hans': '没有规定低于 {first} 时如何计发',
      'zh-Hant': '沒有規定低於 {first} 時如何計發',
    },
    help: {
      en: 'Begin the rows at 0 (with a rate of 0% if nothing is paid), or write a `gate`.',
      'zh-Hans': '请从 0 开始（不计发则比例写 0%），或加一个 `门槛`。',
      'zh-Hant': '請從 0 開始（不計發則比例寫 0%），或加一個 `門檻`。',
    },
  },
  BY504: {
    severity: 'error',
    title: {
      en: 'Marginal tiers by something else',
      'zh-Hans': '超额累进的依据不符',
      'zh-Hant': '超額累進的依據不符',
    },
    message: {
      en: 'marginal rows cut what earns into slices, and cannot be chosen by something else',
      'zh-Hans': '超额累进是把计提额分段，不能以别的指标分档',
      'zh-Hant': '超額累進是把計提額分段，不能以別的指標分級',
    },
    help: {
      en: 'Let `by` be what earns, or what earns divided by something; otherwise write `whole`.',
      'zh-Hans': '`按` 之后请写计提额本身或计提额除以某数；否则请改用 `全额累进`。',
      'zh-Hant': '`按` 之後請寫計提額本身或計提額除以某數；否則請改用 `全額累進`。',
    },
  },
  BY505: {
    severity: 'error',
    title: { en: 'Unexpected heading', 'zh-Hans': '表头不对', 'zh-Hant': '表頭不對' },
    message: {
      en: 'the column is headed `{heading}`',
      'zh-Hans': '列的表头是“{heading}”',
      'zh-Hant': '欄的表頭是「{heading}」',
    },
    help: {
      en: 'Expected here: {expected}.',
      'zh-Hans': '这里应为：{expected}。',
      'zh-Hant': '這裡應為：{expected}。',
    },
  },
  BY506: {
    severity: 'error',
    title: { en: 'Cell of another kind', 'zh-Hans': '单元格内容不符', 'zh-Hant': '儲存格內容不符' },
    message: {
      en: 'this cell is not what the column needs',
      'zh-Hans': '单元格内容与该列不符',
      'zh-Hant': '儲存格內容與該欄不符',
    },
    help: {
      en: 'Write here: {expected}.',
      'zh-Hans': '这里应填：{expected}。',
      'zh-Hant': '這裡應填：{expected}。',
    },
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
  },
  BY510: {
    severity: 'error',
    title: { en: 'Rates of what?', 'zh-Hans': '比例没有计提基数', 'zh-Hant': '比例沒有計提基數' },
    message: {
      en: 'the tiers state rates, but not of what',
      'zh-Hans': '阶梯写了比例，但没有写对什么计提',
      'zh-Hant': '階梯寫了比例，但沒有寫對什麼計提',
    },
    help: {
      en: 'Write `of` and the amount, for example `tiers marginal of collected by attainment`.',
      'zh-Hans': '请用 `计提` 写明基数，例如 `阶梯 超额累进 计提 回款额 按 完成率`。',
      'zh-Hant': '請以 `計提` 寫明基數，例如 `階梯 超額累進 計提 收款額 按 達成率`。',
    },
  },
  BY511: {
    severity: 'error',
    title: { en: 'A column of two kinds', 'zh-Hans': '同一列类型不一', 'zh-Hant': '同一欄類型不一' },
    message: {
      en: 'the cells of this column are of different kinds',
      'zh-Hans': '同一列的单元格类型不一致',
      'zh-Hant': '同一欄的儲存格類型不一致',
    },
    help: {
      en: 'Make them all money, all percentages, or all of one other kind.',
      'zh-Hans': '请统一为金额、百分比或其他同一类型。',
      'zh-Hant': '請統一為金額、百分比或其他同一類型。',
    },
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
  },
} as const satisfies { readonly [code: string]: Entry }
