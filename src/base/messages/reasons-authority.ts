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
  BY882: worded(
    'notice',
    ['Whoever is named asks himself', '指定人即申请人', '指定人即申請人'],
    [
      '{name}: the row names whoever asks, and nobody stands above him',
      '“{name}”：指定的审批人就是申请人本人，且其上没有上级',
      '「{name}」：指定的審批人就是申請人本人，且其上沒有上級',
    ],
    [
      'Name somebody else on the row, or say with `superior` who stands above whom.',
      '请在单据上指定他人，或用“上级”写明上级关系。',
      '請在單據上指定他人，或用「上級」寫明上級關係。',
    ],
  ),
  BY883: worded(
    'notice',
    ['No one person is asked', '不指定具体的人', '不指定具體的人'],
    [
      '{name} asks for a rank here; who has it is not said',
      '“{name}”在此要求某一职级；未写明由谁担任',
      '「{name}」在此要求某一職級；未寫明由誰擔任',
    ],
    ['Say with `superior` who stands above whom.', '请用“上级”写明上级关系。', '請用「上級」寫明上級關係。'],
  ),
} as const satisfies { readonly [code: string]: Entry }
