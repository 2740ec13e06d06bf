import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Why what somebody is credited with is held. */
export const creditReasons = {
  BY845: worded(
    'notice',
    ['Shares that do not total 100%', '份额合计不是 100%', '份額合計不是 100%'],
    [
      'the shares of {name} do not total 100%, its weights total 0, or one is negative',
      '{name}的份额合计不是 100%，权重合计为 0，或有负数',
      '{name}的份額合計不是 100%，權重合計為 0，或有負數',
    ],
    [
      'Correct the shares of this row: its parts must make it up.',
      '请更正该笔的份额：各部分必须合为整体。',
      '請更正該筆的份額：各部分必須合為整體。',
    ],
  ),
  BY846: worded(
    'notice',
    ['More shares than there may be', '份额行数过多', '份額行數過多'],
    [
      '{name} allows {most} shares, and there are more',
      '{name}至多 {most} 行份额，实际更多',
      '{name}至多 {most} 行份額，實際更多',
    ],
    [
      'Take the surplus rows out, or let `up to` allow more.',
      '请删去多余的行，或放宽“至多”。',
      '請刪去多餘的行，或放寬「至多」。',
    ],
  ),
  BY847: worded(
    'notice',
    ['A share without anybody', '份额无人', '份額無人'],
    ['nobody is named for a share of {name}', '{name}的一份没有归属人', '{name}的一份沒有歸屬人'],
    [
      'Fill in who is credited, or record the shares; `otherwise` says who is when none are recorded.',
      '请补全归属人或登记份额；“未登记时 归于 …”可写明没有登记时归谁。',
      '請補全歸屬人或登記份額；「未登記時 歸於 …」可寫明沒有登記時歸誰。',
    ],
  ),
  BY848: worded(
    'notice',
    ['A share outside 0% to 100%', '份额超出 0% 至 100%', '份額超出 0% 至 100%'],
    [
      'a share of {name} is below 0% or above 100%',
      '{name}的一份低于 0% 或高于 100%',
      '{name}的一份低於 0% 或高於 100%',
    ],
    [
      'Nobody hands over or is credited with more than the whole: correct the share.',
      '移交或协同不能超过全部，请更正份额。',
      '移交或協同不能超過全部，請更正份額。',
    ],
  ),
  BY849: worded(
    'notice',
    ['A reporting line without an end', '汇报线过长或循环', '匯報線過長或循環'],
    [
      'the line above has more than {most} levels, or goes round in a circle',
      '上级超过 {most} 级，或成循环',
      '上級超過 {most} 級，或成循環',
    ],
    [
      'Correct who is above whom, or let `every level up to` allow more.',
      '请更正上下级关系，或放宽“每级 至多”。',
      '請更正上下級關係，或放寬「每級 至多」。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
