import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Why a time limit has no result. */
export const slaReasons = {
  BY870: worded(
    'notice',
    ['The clock stands', '计时暂停中', '計時暫停中'],
    [
      'the clock of {name} stands, so nobody knows when it will be due',
      '“{name}”正在暂停计时，截止时间尚不能确定',
      '「{name}」正在暫停計時，截止時間尚不能確定',
    ],
    ['It is known once the clock goes on.', '恢复计时后即可确定。', '恢復計時後即可確定。'],
  ),
  BY871: worded(
    'notice',
    ['Days that no calendar knows', '日历未覆盖的日子', '日曆未涵蓋的日子'],
    [
      'the calendar {calendar} does not know all days that {name} needs',
      '日历“{calendar}”没有覆盖“{name}”所需的全部日子',
      '日曆「{calendar}」沒有涵蓋「{name}」所需的全部日子',
    ],
    [
      'Use a calendar that goes so far. Public holidays are known once they have been announced.',
      '请改用覆盖到该日的日历；法定节假日须待公布后才能确定。',
      '請改用涵蓋到該日的日曆；國定假日須待公布後才能確定。',
    ],
  ),
  BY872: worded(
    'notice',
    ['Not done yet', '尚未完成', '尚未完成'],
    ['nothing has stopped the clock of {name}', '“{name}”尚未停止计时', '「{name}」尚未停止計時'],
    ['There is no such time yet.', '这个时间尚未出现。', '這個時間尚未出現。'],
  ),
  BY873: worded(
    'notice',
    ['Told to nobody', '尚未升级', '尚未升級'],
    ['{name} has been told to nobody', '“{name}”尚未升级给任何人', '「{name}」尚未升級給任何人'],
    ['No step has been reached yet.', '尚未到达任何升级步骤。', '尚未到達任何升級步驟。'],
  ),
  BY874: worded(
    'notice',
    ['A log that no clock can follow', '计时记录有误', '計時紀錄有誤'],
    [
      'what is recorded for {name} does not fit together',
      '“{name}”的计时记录前后不符',
      '「{name}」的計時紀錄前後不符',
    ],
    [
      'The data problem says what is wrong: mend the record.',
      '数据问题中写明了错处，请更正记录。',
      '資料問題中寫明了錯處，請更正紀錄。',
    ],
  ),
  BY875: worded(
    'notice',
    ['What is open is not judged', '未完成的不作判断', '未完成的不作判斷'],
    [
      '{name} is still open, and the run was not told what time it is',
      '“{name}”尚未完成，而运行时没有给出当前时间',
      '「{name}」尚未完成，而執行時沒有給出目前時間',
    ],
    [
      'Run it with `--now 2026-07-07T12:00`.',
      '请用 `--now 2026-07-07T12:00` 运行。',
      '請用 `--now 2026-07-07T12:00` 執行。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
