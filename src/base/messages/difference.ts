import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Two versions that are compared. */
export const differenceMessages = {
  BY990: worded(
    'error',
    ['Two versions are wanted', '需要两个版本', '需要兩個版本'],
    [
      '`bylaw diff` compares two versions of a policy',
      '`bylaw diff` 比较制度的两个版本',
      '`bylaw diff` 比較制度的兩個版本',
    ],
    [
      'Name the old one, a folder or a git revision, and then the new one, which is this folder unless written: `bylaw diff last-year this-year`, `bylaw diff HEAD~1`.',
      '请先写旧版本（文件夹或 git 版本），再写新版本（不写则为当前文件夹）：`bylaw diff 去年制度 今年制度`、`bylaw diff HEAD~1`。',
      '請先寫舊版本（資料夾或 git 版本），再寫新版本（不寫則為目前資料夾）：`bylaw diff 去年制度 今年制度`、`bylaw diff HEAD~1`。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
