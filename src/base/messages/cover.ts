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
  BY966: worded(
    'error',
    ['Nothing to do with cases', '未写明对案例做什么', '未寫明對案例做什麼'],
    ['`bylaw cases` does not know “{word}”', '`bylaw cases` 没有“{word}”', '`bylaw cases` 沒有「{word}」'],
    [
      'Write `bylaw cases suggest my-policy`.',
      '请写 `bylaw cases suggest my-policy`。',
      '請寫 `bylaw cases suggest my-policy`。',
    ],
  ),
  BY967: worded(
    'error',
    ['The file is there already', '文件已存在', '檔案已存在'],
    ['{path} is there already', '{path} 已存在', '{path} 已存在'],
    [
      'Cases that somebody has confirmed are not written over: name another file.',
      '已确认的案例不会被覆盖：请换一个文件名。',
      '已確認的案例不會被覆寫：請換一個檔名。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
