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
} as const satisfies { readonly [code: string]: Entry }
