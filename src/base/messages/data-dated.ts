import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Rows that are in force for a time. */
export const datedDataMessages = {
  BY760: worded(
    'error',
    ['Two rows in force on one day', '同日有两行有效', '同日有兩列有效'],
    [
      'another row of {record} is in force on {day} for the same {by}: {other}',
      '{day} 当日，同一{by}在{record}中另有一行有效：{other}',
      '{day} 當日，同一{by}在{record}中另有一列有效：{other}',
    ],
    [
      'End the earlier row on the day before. Until then every line that reads one of these days is held.',
      '请让前一行在前一天结束。更正之前，读取这些日期的结果暂不计算。',
      '請讓前一列在前一天結束。更正之前，讀取這些日期的結果暫不計算。',
    ],
  ),
  BY761: worded(
    'error',
    ['Ends before it begins', '结束早于开始', '結束早於開始'],
    [
      '{record} ends on {until}, before it begins on {from}',
      '{record}于 {until} 结束，早于开始日 {from}',
      '{record}於 {until} 結束，早於開始日 {from}',
    ],
    [
      'Mend one of the dates. Until then every line that reads the same {by} is held.',
      '请更正其中一个日期。更正之前，读取同一{by}的结果暂不计算。',
      '請更正其中一個日期。更正之前，讀取同一{by}的結果暫不計算。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
