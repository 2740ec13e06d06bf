import { fillWords } from '../base/fill-words.ts'
import type { Language, Words } from '../base/language.ts'
import type { Changed } from '../review/what-if/overlay.ts'

/** What runs with other parameters say. */
export const whatIfWords = {
  whatIf: { en: 'What if', 'zh-Hans': '假设试算', 'zh-Hant': '假設試算' },
  notReal: {
    en: 'not the policy as it is written: nothing here is to be paid',
    'zh-Hans': '并非现行制度的结果，不得据此发放',
    'zh-Hant': '並非現行制度的結果，不得據此發放',
  },
  changed: {
    en: '{name} = {value} instead of {instead}',
    'zh-Hans': '{name} = {value}（原为 {instead}）',
    'zh-Hant': '{name} = {value}（原為 {instead}）',
  },
  asWritten: { en: 'as written', 'zh-Hans': '现行制度', 'zh-Hant': '現行制度' },
  base: { en: 'base', 'zh-Hans': '现行', 'zh-Hant': '現行' },
  clause: { en: 'clause', 'zh-Hans': '条款', 'zh-Hant': '條款' },
  difference: { en: 'difference', 'zh-Hans': '差额', 'zh-Hant': '差額' },
  noChange: {
    en: 'Nobody’s pay changes.',
    'zh-Hans': '没有人的应发金额发生变化。',
    'zh-Hant': '沒有人的應發金額發生變化。',
  },
  peopleChange: {
    en: 'People whose pay changes: {count}',
    'zh-Hans': '应发金额变化的人数：{count}',
    'zh-Hant': '應發金額變化的人數：{count}',
  },
  gains: {
    en: '{name}: {more} get more, {less} get less',
    'zh-Hans': '{name}：增加 {more} 人，减少 {less} 人',
    'zh-Hant': '{name}：增加 {more} 人，減少 {less} 人',
  },
  person: { en: 'person', 'zh-Hans': '人员', 'zh-Hant': '人員' },
} as const satisfies { readonly [key: string]: Words }

/** `base_rate = 3.5% instead of 3%`, one after another. */
export function changedText(changed: readonly Changed[], language: Language): string {
  return changed
    .map((one) => fillWords(whatIfWords.changed, language, one))
    .join(language === 'en' ? '; ' : '；')
}
