import type { Entry } from '../entry.ts'
import { withOrders, withPolicy } from './example.ts'

const table = (...rows: readonly string[]) =>
  withPolicy(`table discount_rate first match {
  | discount       | => rate |
${rows.map((row) => `  ${row}\n`).join('')}}
`)

const merged = (...rows: readonly string[]) =>
  withPolicy(`table discount_rate {
  | discount           | => rate |
${rows.map((row) => `  ${row}\n`).join('')}}
`)

const decided = (...rows: readonly string[]) =>
  withOrders(`value orders for Rep per quarter = count(Order)

decision size for Rep per quarter {
  table unique {
    | orders        | => size |
${rows.map((row) => `    ${row}\n`).join('')}  }
}
`)

const counted = (hit: string, heading: string, gives: string) =>
  withPolicy(`table extras ${hit} {
  | discount      | ${heading} |
  | up to 5%      | ${gives} |
  | otherwise     | ${gives === '1%' ? '0%' : 'low'} |
}
`)

/** Rows of a decision table beside each other: what they leave, and what they have in common. */
export const tableRowMessages = {
  BY536: {
    severity: 'notice',
    title: { en: 'Two rows that could be one', 'zh-Hans': '可合并的两行', 'zh-Hant': '可合併的兩列' },
    message: {
      en: 'row {row} gives what row {other} gives, and the two could be one row',
      'zh-Hans': '第 {row} 行与第 {other} 行的结果相同，可合并为一行',
      'zh-Hant': '第 {row} 列與第 {other} 列的結果相同，可合併為一列',
    },
    help: {
      en: 'Put what they differ in into one cell, or leave them apart if the policy speaks of them apart.',
      'zh-Hans': '请把不同的一格合写在一起；制度本来分开规定的，也可保留两行。',
      'zh-Hant': '請把不同的一格合寫在一起；制度本來分開規定的，也可保留兩列。',
    },
    bad: merged(
      '| up to 5%           | 3%      |',
      '| over 5% up to 10%  | 3%      |',
      '| over 10%           | 1%      |',
    ),
    good: merged('| up to 10%          | 3%      |', '| over 10%           | 1%      |'),
  },
  BY537: {
    severity: 'warning',
    title: {
      en: 'Row taken by several rows together',
      'zh-Hans': '被前面几行合起来覆盖的行',
      'zh-Hant': '被前面幾列合起來涵蓋的列',
    },
    message: {
      en: 'rows {rows} above take every case of this row together: it is never reached',
      'zh-Hans': '第 {rows} 行合起来已涵盖这一行的全部情形，这一行永远用不到',
      'zh-Hant': '第 {rows} 列合起來已涵蓋這一列的全部情形，這一列永遠用不到',
    },
    help: {
      en: 'Delete it, or move it above the rows that take its cases.',
      'zh-Hans': '请删除这一行，或把它移到这几行之前。',
      'zh-Hant': '請刪除這一列，或把它移到這幾列之前。',
    },
    bad: table(
      '| up to 5%       | 4%      |',
      '| from 5% up to 10% | 3%      |',
      '| from 2% up to 8%  | 2%      |',
      '| otherwise      | 1%      |',
    ),
    good: table(
      '| from 2% up to 8%  | 2%      |',
      '| up to 5%       | 4%      |',
      '| from 5% up to 10% | 3%      |',
      '| otherwise      | 1%      |',
    ),
  },
  BY538: {
    severity: 'warning',
    title: {
      en: 'Nothing is left for `otherwise`',
      'zh-Hans': '“其余”一行永远用不到',
      'zh-Hant': '「其餘」一列永遠用不到',
    },
    message: {
      en: 'the rows above cover every case: `otherwise` is never reached',
      'zh-Hans': '上面各行已涵盖全部情形，“其余”一行永远用不到',
      'zh-Hant': '上面各列已涵蓋全部情形，「其餘」一列永遠用不到',
    },
    help: {
      en: 'Delete it, or narrow the row that takes more than it should.',
      'zh-Hans': '请删除这一行，或缩小范围过大的那一行。',
      'zh-Hant': '請刪除這一列，或縮小範圍過大的那一列。',
    },
    bad: table(
      '| up to 5%       | 4%      |',
      '| over 5%        | 2%      |',
      '| otherwise      | 1%      |',
    ),
    good: table('| up to 5%       | 4%      |', '| over 5%        | 2%      |'),
  },
  BY539: {
    severity: 'warning',
    title: { en: 'Row that nothing can match', 'zh-Hans': '不可能符合的行', 'zh-Hant': '不可能符合的列' },
    message: {
      en: '`{name}` can never be what this row asks for',
      'zh-Hans': '“{name}”不可能是这一行所要求的值',
      'zh-Hant': '「{name}」不可能是這一列所要求的值',
    },
    help: {
      en: 'Correct the cell or delete the row. A count is whole and never below 0; a field has the bounds it states (`from … up to …`).',
      'zh-Hans':
        '请更正该单元格，或删除这一行。个数为不小于 0 的整数；字段的取值以其上下限（“自…至多…”）为准。',
      'zh-Hant':
        '請更正該儲存格，或刪除這一列。個數為不小於 0 的整數；欄位的取值以其上下限（「自…至多…」）為準。',
    },
    bad: decided(
      '| under 0       | none    |',
      '| from 0 to under 10 | small |',
      '| from 10       | large   |',
    ),
    good: decided('| under 10      | small   |', '| from 10       | large   |'),
  },
  BY540: {
    severity: 'error',
    title: { en: 'Every row counts, but how', 'zh-Hans': '未写汇总方式', 'zh-Hant': '未寫彙總方式' },
    message: {
      en: 'where every row that matches counts, an output says how',
      'zh-Hans': '全部匹配的对照表，每个输出列须写明汇总方式',
      'zh-Hant': '全部符合的對照表，每個輸出欄須寫明彙總方式',
    },
    help: {
      en: 'Write `=> sum(name)`, `=> max(name)` or `=> min(name)`; of words `=> list(name)`.',
      'zh-Hans': '请写 `=> 合计(名称)`、`=> 最大(名称)` 或 `=> 最小(名称)`；词语写 `=> 列举(名称)`。',
      'zh-Hant': '請寫 `=> 合計(名稱)`、`=> 最大(名稱)` 或 `=> 最小(名稱)`；詞語寫 `=> 列舉(名稱)`。',
    },
    bad: counted('every match', '=> bonus', '1%'),
    good: counted('every match', '=> sum(bonus)', '1%'),
  },
  BY541: {
    severity: 'error',
    title: { en: 'One row counts', 'zh-Hans': '只取一行', 'zh-Hant': '只取一列' },
    message: {
      en: 'one row of this table is taken: nothing is put together for `{name}`',
      'zh-Hans': '此表只取一行，“{name}”无从汇总',
      'zh-Hant': '此表只取一列，「{name}」無從彙總',
    },
    help: {
      en: 'Write the name alone, or `every match` if all rows that match count.',
      'zh-Hans': '请只写名称；如符合的各行都计入，请写 `全部匹配`。',
      'zh-Hant': '請只寫名稱；如符合的各列都計入，請寫 `全部符合`。',
    },
    bad: counted('first match', '=> sum(bonus)', '1%'),
    good: counted('first match', '=> bonus', '1%'),
  },
  BY542: {
    severity: 'error',
    title: {
      en: 'Only numbers are put together',
      'zh-Hans': '只有数值才能汇总',
      'zh-Hant': '只有數值才能彙總',
    },
    message: {
      en: 'numbers are put together, not {found}',
      'zh-Hans': '只有数值才能汇总，而这里是{found}',
      'zh-Hant': '只有數值才能彙總，而這裡是{found}',
    },
    help: {
      en: 'Give numbers, list words with `=> list(name)`, or take one row: `unique` or `first match`.',
      'zh-Hans': '请写数值，或用 `=> 列举(名称)` 列出词语，或只取一行：`唯一` 或 `首个匹配`。',
      'zh-Hant': '請寫數值，或用 `=> 列舉(名稱)` 列出詞語，或只取一列：`唯一` 或 `首個符合`。',
    },
    bad: counted('every match', '=> sum(bonus)', 'high'),
    good: counted('first match', '=> bonus', 'high'),
  },
  BY547: {
    severity: 'error',
    title: { en: 'Only words are listed', 'zh-Hans': '只有词语才能列举', 'zh-Hant': '只有詞語才能列舉' },
    message: {
      en: 'words are listed, not {found}',
      'zh-Hans': '只有词语才能列举，而这里是{found}',
      'zh-Hant': '只有詞語才能列舉，而這裡是{found}',
    },
    help: {
      en: 'Write words or texts in this column; numbers are put together by `sum`, `max` or `min`.',
      'zh-Hans': '此列请写词语或文字；数值请用 `合计`、`最大` 或 `最小` 汇总。',
      'zh-Hant': '此欄請寫詞語或文字；數值請用 `合計`、`最大` 或 `最小` 彙總。',
    },
    bad: counted('every match', '=> list(bonus)', '1%'),
    good: counted('every match', '=> list(bonus)', 'high'),
  },
} as const satisfies { readonly [code: string]: Entry }
