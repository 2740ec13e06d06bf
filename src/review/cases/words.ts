import { type Language, languages, type Words } from '../../base/language.ts'

/** The words of case files, each in every language: read in any of them, whatever language the policy is in. */
export const caseWords = {
  defaults: { en: 'defaults', 'zh-Hans': '默认', 'zh-Hant': '預設' },
  given: { en: 'given', 'zh-Hans': '已知', 'zh-Hant': '已知' },
  cases: { en: 'cases', 'zh-Hans': '案例', 'zh-Hant': '案例' },
  name: { en: 'name', 'zh-Hans': '名称', 'zh-Hant': '名稱' },
  period: { en: 'period', 'zh-Hans': '期间', 'zh-Hant': '期間' },
  now: { en: 'now', 'zh-Hans': '现在', 'zh-Hant': '現在' },
  expect: { en: 'expect', 'zh-Hans': '应得', 'zh-Hant': '應得' },
  table: { en: 'table', 'zh-Hans': '表格', 'zh-Hant': '表格' },
  previous: { en: 'previous', 'zh-Hans': '上期', 'zh-Hant': '上期' },
  data: { en: 'data', 'zh-Hans': '数据', 'zh-Hant': '資料' },
  golden: { en: 'golden', 'zh-Hans': '基准', 'zh-Hant': '基準' },
  digest: { en: 'digest', 'zh-Hans': '摘要值', 'zh-Hant': '摘要值' },
  held: { en: 'held', 'zh-Hans': '暂缓', 'zh-Hant': '暫緩' },
  unplaced: { en: 'unplaced', 'zh-Hans': '无法归属', 'zh-Hant': '無法歸屬' },
  problems: { en: 'problems', 'zh-Hans': '数据问题', 'zh-Hant': '資料問題' },
  confirm: { en: 'confirm', 'zh-Hans': '待确认', 'zh-Hant': '待確認' },
  accepted: { en: 'accepted', 'zh-Hans': '接受', 'zh-Hant': '接受' },
  clause: { en: 'clause', 'zh-Hans': '条款', 'zh-Hant': '條款' },
  points: { en: 'points', 'zh-Hans': '要点', 'zh-Hant': '要點' },
  changes: { en: 'changes', 'zh-Hans': '改动', 'zh-Hant': '更動' },
  reason: { en: 'reason', 'zh-Hans': '理由', 'zh-Hant': '理由' },
  by: { en: 'by', 'zh-Hans': '核准', 'zh-Hant': '核准' },
  only: { en: 'only', 'zh-Hans': '仅此', 'zh-Hant': '僅此' },
} as const satisfies { readonly [key: string]: Words }
export type CaseWord = keyof typeof caseWords

/** What a case expects in place of a value, and how far off a number may be. */
export const wantWords = {
  held: { en: 'held', 'zh-Hans': '暂缓', 'zh-Hant': '暫緩' },
  notApplicable: { en: 'not applicable', 'zh-Hans': '不适用', 'zh-Hant': '不適用' },
  within: { en: 'within', 'zh-Hans': '误差', 'zh-Hant': '誤差' },
} as const satisfies { readonly [key: string]: Words }

/** Which of these words a key is; undefined for any other text. */
export function wordNamed<W extends CaseWord>(text: string, among: readonly W[]): W | undefined {
  return among.find((word) => isWord(text, caseWords[word]))
}

/** Letter case, blanks and width do not count. */
export function isWord(text: string, words: Words): boolean {
  const plain = text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ')
  return Object.values(words).includes(plain)
}

/** The language that a key is written in: the first of those whose word it is. */
export function languageOf(text: string): Language | undefined {
  return languages.find((language) => Object.values(caseWords).some((words) => words[language] === text))
}
