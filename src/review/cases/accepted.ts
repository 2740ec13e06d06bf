import type { Span } from '../../base/span.ts'
import type { Yaml, YamlEntry } from '../../yaml/walk.ts'
import { keysIn } from './keys.ts'
import type { CaseReading } from './notes.ts'
import { keysOf } from './shape.ts'
import { type CaseWord, caseWords, languageOf } from './words.ts'

/** What no case need show, and why, as somebody wrote it: a point that is not covered, a change that none would notice. */
export type Acceptance = {
  readonly is: 'point' | 'change'
  /** The clause, value or table that it belongs to, by name or title. */
  readonly clause: Written
  /** In the words in which `bylaw cover` and `bylaw mutate` say it; a point also by its id. */
  readonly text: Written
  readonly reason: string
  /** Who accepted it, where that is written. */
  readonly by?: string
}

export type Written = { readonly text: string; readonly span: Span }

/** The entries under `accepted`, one for each point and change. What lacks a reason accepts nothing, and is an error. */
export function readAccepted(yaml: Yaml | undefined, reading: CaseReading): readonly Acceptance[] {
  if (yaml?.is !== 'list') return []
  return yaml.items.flatMap((item) => acceptancesIn(item, reading))
}

function acceptancesIn(yaml: Yaml, reading: CaseReading): readonly Acceptance[] {
  const keys = keysIn(yaml, keysOf('accepted'), reading)
  if (!keys) return []
  const [first] = keys.values()
  const language = languageOf(first?.key ?? '') ?? 'en'
  const lack = (...words: readonly CaseWord[]): readonly Acceptance[] => {
    const or = { en: ' / ', 'zh-Hans': '、', 'zh-Hant': '、' }[language]
    const key = words.map((word) => caseWords[word][language]).join(or)
    reading.report('BY991', { key }, first?.span ?? yaml.span)
    return []
  }
  const [clause] = textsIn(keys.get('clause'))
  const [reason] = textsIn(keys.get('reason'))
  const [by] = textsIn(keys.get('by'))
  const points = textsIn(keys.get('points'))
  const changes = textsIn(keys.get('changes'))
  if (!clause) return lack('clause')
  if (points.length + changes.length === 0) return lack('points', 'changes')
  if (!reason) return lack('reason')
  const why = { clause, reason: reason.text, ...(by && { by: by.text }) }
  return [
    ...points.map((text): Acceptance => ({ is: 'point', text, ...why })),
    ...changes.map((text): Acceptance => ({ is: 'change', text, ...why })),
  ]
}

/** One text or several; empty ones say nothing. */
function textsIn(entry: YamlEntry | undefined): readonly Written[] {
  const { value } = entry ?? {}
  const items = value?.is === 'list' ? value.items : value ? [value] : []
  return items.flatMap((item) => {
    const text = item.is === 'text' ? item.text.trim() : ''
    return text === '' ? [] : [{ text, span: item.span }]
  })
}
