import type { Words } from '../base/language.ts'

/** Words that the results of an authority are shown in. */
export const authorityWords = {
  asker: { en: 'who asks', 'zh-Hans': '申请人', 'zh-Hant': '申請人' },
  /** Who is stood in for, in a line that says by whom. */
  approver: { en: 'approver', 'zh-Hans': '审批人', 'zh-Hant': '審批人' },
  nobody: { en: 'nobody', 'zh-Hans': '无', 'zh-Hant': '無' },
  alone: { en: 'alone', 'zh-Hans': '单批', 'zh-Hant': '單批' },
  one: { en: 'one', 'zh-Hans': '或签', 'zh-Hant': '或簽' },
  all: { en: 'all', 'zh-Hans': '会签', 'zh-Hant': '會簽' },
  inTurn: { en: 'turn', 'zh-Hans': '依次', 'zh-Hant': '依次' },
} as const satisfies { readonly [name: string]: Words }
