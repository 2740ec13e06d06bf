import type { Language, Words } from '../base/language.ts'
import { spellKeyword } from '../syntax/keywords.ts'

/** The results that no author names: read by their word in any language (`kpi.score`, `评分卡.得分`). */
const ownResults: ReadonlyMap<string, Words> = new Map([
  ['score', { en: 'score', 'zh-Hans': '得分', 'zh-Hant': '得分' }],
  ['carried', { en: 'carried', 'zh-Hans': '结转', 'zh-Hant': '結轉' }],
  ['owed', { en: 'owed', 'zh-Hans': '欠款', 'zh-Hant': '欠款' }],
  ['verdict', { en: 'verdict', 'zh-Hans': '结论', 'zh-Hant': '結論' }],
  ['level', { en: 'level', 'zh-Hans': '职级', 'zh-Hant': '職級' }],
  ['approver', { en: 'approver', 'zh-Hans': '审批人', 'zh-Hant': '審批人' }],
  ['with', { en: 'with', 'zh-Hans': '会签人', 'zh-Hant': '會簽人' }],
  ['how', { en: 'how', 'zh-Hans': '签批方式', 'zh-Hant': '簽批方式' }],
  ['approved', { en: 'approved', 'zh-Hans': '批准情况', 'zh-Hant': '核准情況' }],
  ['split', { en: 'split', 'zh-Hans': '拆单', 'zh-Hant': '拆單' }],
  ['nth', { en: 'nth', 'zh-Hans': '第几次', 'zh-Hant': '第幾次' }],
  ['due', { en: 'due', 'zh-Hans': '截止', 'zh-Hant': '截止' }],
  ['warning', { en: 'warning', 'zh-Hans': '预警', 'zh-Hant': '預警' }],
  ['stopped', { en: 'stopped', 'zh-Hans': '停止', 'zh-Hant': '停止' }],
  ['breached', { en: 'breached', 'zh-Hans': '超时', 'zh-Hant': '逾時' }],
  ['state', { en: 'state', 'zh-Hans': '状态', 'zh-Hant': '狀態' }],
  ['steps', { en: 'steps', 'zh-Hans': '升级次数', 'zh-Hant': '升級次數' }],
  ['escalated', { en: 'escalated', 'zh-Hans': '升级', 'zh-Hant': '升級' }],
  ['elapsed', { en: 'elapsed', 'zh-Hans': '用时', 'zh-Hant': '用時' }],
  ['late', { en: 'late', 'zh-Hans': '超出', 'zh-Hant': '超出' }],
  ['amount', { en: 'amount', 'zh-Hans': '金额', 'zh-Hant': '金額' }],
])

/** The result that a word after the point means: one of the clause's own names first. */
export function resultNamed(
  results: { readonly has: (name: string) => boolean },
  word: string,
): string | undefined {
  if (results.has(word)) return word
  for (const [result, words] of ownResults)
    if (results.has(result) && Object.values(words).includes(word)) return result
  return undefined
}

/** How a message offers a result. */
export function spellResult(result: string, language: Language): string {
  return ownResults.get(result)?.[language] ?? result
}

/** How a message offers the parts of a target that can be written: not the weights beside one, nor what stood before a change. */
export function offeredParts(target: string, declared: Iterable<string>, language: Language): string {
  return [...declared]
    .filter((name) => name.startsWith(`${target}.`) && !/[.<]/u.test(name.slice(target.length + 1)))
    .map((name) => (name === `${target}.total` ? `${target}.${spellKeyword('total', language)}` : name))
    .join(', ')
}
