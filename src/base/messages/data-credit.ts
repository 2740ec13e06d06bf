import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Rows that a credit cannot use: found when the rows are reckoned with. */
export const dataCreditMessages = {
  BY765: worded(
    'error',
    ['Shares that do not total 100%', '份额合计不是 100%', '份額合計不是 100%'],
    [
      '{record} {row}: the shares of {name} do not total 100%, its weights total 0, or one is negative',
      '{record} {row}：{name}的份额合计不是 100%，权重合计为 0，或有负数',
      '{record} {row}：{name}的份額合計不是 100%，權重合計為 0，或有負數',
    ],
    [
      'Correct the recorded shares; until then what they credit is held.',
      '请更正登记的份额；在此之前，相关各方的结果暂缓。',
      '請更正登記的份額；在此之前，相關各方的結果暫緩。',
    ],
  ),
  BY766: worded(
    'error',
    ['More shares than there may be', '份额行数过多', '份額行數過多'],
    [
      '{record} {row}: {name} allows {most} shares, and there are more',
      '{record} {row}：{name}至多 {most} 行份额，实际更多',
      '{record} {row}：{name}至多 {most} 行份額，實際更多',
    ],
    [
      'Take the surplus rows out, or let `up to` allow more.',
      '请删去多余的行，或放宽“至多”。',
      '請刪去多餘的行，或放寬「至多」。',
    ],
  ),
  BY767: worded(
    'error',
    ['A reporting line without an end', '汇报线过长或循环', '匯報線過長或循環'],
    [
      '{record} {row}: the line above has more than {most} levels, or goes round in a circle',
      '{record} {row}：上级超过 {most} 级，或成循环',
      '{record} {row}：上級超過 {most} 級，或成循環',
    ],
    [
      'Correct who is above whom, or let `every level up to` allow more.',
      '请更正上下级关系，或放宽“每级 至多”。',
      '請更正上下級關係，或放寬「每級 至多」。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
