import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Why something that hangs on a time cannot be worked out. */
export const timeReasons = {
  BY860: worded(
    'notice',
    ['No time of the run', '没有运行时刻', '沒有執行時刻'],
    [
      'it hangs on `now`, and the run was not told what time it is',
      '结果取决于“现在”，但运行时没有给出时刻',
      '結果取決於「現在」，但執行時沒有給出時刻',
    ],
    [
      'Give it: `--now 2026-07-07T12:00`. The clock is never asked, so that a run can be repeated.',
      '请给出时刻：`--now 2026-07-07T12:00`。系统从不读取时钟，结果才能重现。',
      '請給出時刻：`--now 2026-07-07T12:00`。系統從不讀取時鐘，結果才能重現。',
    ],
  ),
  BY861: worded(
    'notice',
    ['An hour that clocks skip or repeat', '时钟跳过或重复的钟点', '時鐘跳過或重複的鐘點'],
    [
      'clocks of {zone} show this hour not at all on that day, or twice',
      '{zone} 的时钟在当日没有这个钟点，或出现两次',
      '{zone} 的時鐘在當日沒有這個鐘點，或出現兩次',
    ],
    [
      'Clocks are changed on that day. Count in hours, or take another hour of the day.',
      '当日拨动时钟。请按小时计算，或改用当日其他钟点。',
      '當日撥動時鐘。請按小時計算，或改用當日其他鐘點。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
