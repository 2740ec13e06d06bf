import type { Language } from '../../base/language.ts'
import type { Source } from '../../base/span.ts'
import { caseWords } from './words.ts'

/** The file that single cases are added to, by the language of the policy: what other files say of all their cases is not meant for these. */
const files = { en: 'added.cases.yaml', 'zh-Hans': '新增.cases.yaml', 'zh-Hant': '新增.cases.yaml' } as const

/** A case as it stands in a list put behind those of its file, which is made where there is none. */
export function withCase(
  sources: readonly Source[],
  language: Language,
  text: string,
): { readonly file: string; readonly sources: readonly Source[] } {
  const file = files[language]
  const before = sources.find(({ name }) => name === file)
  const start = before ? before.text.replace(/\n?$/u, '\n') : `${caseWords.cases[language]}:\n`
  const made = { name: file, text: `${start}${text}` }
  return { file, sources: before ? sources.map((one) => (one === before ? made : one)) : [...sources, made] }
}

/** A suggested case that a person has confirmed: without the line that asks for that. */
export function confirmed(text: string): string {
  const words = [...new Set(Object.values(caseWords.confirm))].join('|')
  return text.replace(new RegExp(`^    (?:${words}):.*\\n`, 'mu'), '')
}

const name = new RegExp(
  `^\\s*(?:-\\s+)?(?:${Object.values(caseWords.name).join('|')}):\\s*"?(.*?)"?\\s*$`,
  'gmu',
)

/** What cases are called, as far as each name stands on a line of its own: no other is to be called so. */
export function namesIn(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ text }) => [...text.matchAll(name)].map(([, found]) => found ?? ''))
}
