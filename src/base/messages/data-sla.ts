import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Logs of events that no clock can follow. */
export const slaDataMessages = {
  BY775: worded(
    'error',
    ['Before the start', '早于起算时间', '早於起算時間'],
    [
      '{record} {row}: {name} is stopped, paused or resumed before it starts',
      '{record} {row}：“{name}”的停止、暂停或恢复早于起算时间',
      '{record} {row}：「{name}」的停止、暫停或恢復早於起算時間',
    ],
    [
      'Mend the times of this row, or of the events that lead to it.',
      '请更正这一行，或指向这一行的事件的时间。',
      '請更正這一列，或指向這一列的事件的時間。',
    ],
  ),
  BY776: worded(
    'error',
    ['Events out of order', '事件次序有误', '事件次序有誤'],
    [
      '{record} {row}: {name} is resumed without a pause, or paused twice',
      '{record} {row}：“{name}”未暂停却有恢复，或重复暂停',
      '{record} {row}：「{name}」未暫停卻有恢復，或重複暫停',
    ],
    [
      'Each pause is followed by its resumption before the next pause.',
      '每次暂停之后须先恢复，才能再次暂停。',
      '每次暫停之後須先恢復，才能再次暫停。',
    ],
  ),
  BY777: worded(
    'error',
    ['The same event twice', '事件重复', '事件重複'],
    [
      '{record} {row}: two events of one kind at the same time for {name}',
      '{record} {row}：“{name}”同一时间有两条同类事件',
      '{record} {row}：「{name}」同一時間有兩筆同類事件',
    ],
    ['Delete the one that was recorded again.', '请删去重复登记的一条。', '請刪去重複登記的一筆。'],
  ),
} as const satisfies { readonly [code: string]: Entry }
