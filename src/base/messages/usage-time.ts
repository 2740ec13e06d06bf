import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Times on the command line. */
export const timeUsageMessages = {
  BY927: worded(
    'error',
    ['Not a time', '不是时刻', '不是時刻'],
    ['“{text}” is not a time', '“{text}”不是时刻', '「{text}」不是時刻'],
    [
      'Write the day and the hour, in the policy’s zone or with an offset: `--now 2026-07-07T12:00`, `--now 2026-07-07T12:00+08:00`.',
      '请写日期和钟点，按制度的时区或带时差：`--now 2026-07-07T12:00`、`--now 2026-07-07T12:00+08:00`。',
      '請寫日期和鐘點，按制度的時區或帶時差：`--now 2026-07-07T12:00`、`--now 2026-07-07T12:00+08:00`。',
    ],
  ),
  BY928: worded(
    'error',
    ['Not a length of time', '不是时间长度', '不是時間長度'],
    ['“{text}” is not a length of time', '“{text}”不是时间长度', '「{text}」不是時間長度'],
    [
      'Write a number with its unit: `--within "3 days"`, `--within "12 hours"`.',
      '请写数字和单位：`--within 3天`、`--within 12小时`。',
      '請寫數字和單位：`--within 3天`、`--within 12小時`。',
    ],
  ),
  BY929: worded(
    'error',
    ['No time limits', '没有时限', '沒有時限'],
    ['the policy has no time limits', '制度中没有时限条款', '制度中沒有時限條款'],
    [
      'Declare one, as `sla first_call for each Lead { … }`.',
      '请声明时限，如 `时限 首次联系 适用于 每笔 线索 { … }`。',
      '請宣告時限，如 `時限 首次聯繫 適用於 每筆 線索 { … }`。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
