import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Coverage by cases, and the cases that are missing. */
export const coverMessages = {
  BY965: worded(
    'error',
    ['Not a threshold', '门槛值无法识别', '門檻值無法識別'],
    ['“{text}” is not a percentage', '“{text}”不是百分比', '「{text}」不是百分比'],
    [
      'Write a percentage from 0% to 100%: `--threshold 90%`.',
      '请写 0% 到 100% 的百分比：`--threshold 90%`。',
      '請寫 0% 到 100% 的百分比：`--threshold 90%`。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
