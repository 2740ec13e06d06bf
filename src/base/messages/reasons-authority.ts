import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Why an authority names nobody. */
export const authorityReasons = {
  BY880: worded(
    'notice',
    ['Nobody is asked', '无需审批', '無需審批'],
    [
      '{name} asks nobody here: it is allowed, or refused, without anybody’s approval',
      '“{name}”在此无需任何人审批：直接允许，或直接拒绝',
      '「{name}」在此無需任何人審批：直接允許，或直接拒絕',
    ],
    ['Nothing is to be done.', '无需处理。', '無需處理。'],
  ),
  BY881: worded(
    'notice',
    ['Nobody may decide', '无人有权决定', '無人有權決定'],
    [
      '{name}: nobody who stands above whoever asks has the rank for it',
      '“{name}”：申请人之上没有任何人的职级足以决定',
      '「{name}」：申請人之上沒有任何人的職級足以決定',
    ],
    [
      'Check who stands above whom on that day; whoever asks never decides for himself.',
      '请检查当日的上级关系；申请人不能审批自己的申请。',
      '請檢查當日的上級關係；申請人不能審批自己的申請。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
