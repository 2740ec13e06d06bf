import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Why a part of an amount is not paid, or must wait. */
export const releaseReasons = {
  BY856: worded(
    'notice',
    ['Nobody to share it', '没有可分摊的记录', '沒有可分攤的紀錄'],
    [
      'a part of the amount belongs to the {record} rows of the period, and there are none',
      '金额的一部分归属本期的{record}，而本期没有{record}',
      '金額的一部分歸屬本期的{record}，而本期沒有{record}',
    ],
    [
      'Correct the data, or release this part on a day of the period (`on last_day()`).',
      '请更正数据，或将该部分改为于某日发放（如“于 期末日()”）。',
      '請更正資料，或將該部分改為於某日發放（如「於 期末日()」）。',
    ],
  ),
  BY855: worded(
    'notice',
    ['Cancelled before it was due', '到期前已取消', '到期前已取消'],
    [
      '{name} of it is never paid: it was cancelled before that was due',
      '其中 {name} 不再发放：在应发之前已取消',
      '其中 {name} 不再發放：在應發之前已取消',
    ],
    [
      'What was due until that day has been paid, and may be taken back by a `clawback`.',
      '取消日及之前应发的部分已发放，可用“追回”收回。',
      '取消日及之前應發的部分已發放，可用「追回」收回。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
