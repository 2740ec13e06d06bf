import { type InOrder, type Language, languages } from '../base/language.ts'
import { authorityWords } from '../syntax/from-cst-authority.ts'
import { calendarWords } from '../syntax/from-cst-calendar.ts'
import { creditWords } from '../syntax/from-cst-credit.ts'
import { decisionWords } from '../syntax/from-cst-decision.ts'
import { lawWords, penaltyWords } from '../syntax/from-cst-penalty.ts'
import { policyWords } from '../syntax/from-cst-records.ts'
import { indicatorWords, scorecardWords } from '../syntax/from-cst-scorecard.ts'
import { slaWords } from '../syntax/from-cst-sla.ts'
import { payoutWords, stepWords, takingWords } from '../syntax/from-cst-steps.ts'
import { targetWords } from '../syntax/from-cst-target.ts'
import { type Keyword, keywordBySpelling, languagesOf, spellKeyword } from '../syntax/keywords.ts'

/**
 * The YAML form: what stands under which key. The one table from which files are read, printed and described
 * (`schema.ts`). Whatever is no key here is written as in the text form: expressions, types, steps and cells.
 */
export type Kind =
  | 'policy'
  | 'record'
  | 'calendar'
  | 'parameter'
  | 'value'
  | 'table'
  | 'commission'
  | 'bonus'
  | 'clawback'
  | 'scorecard'
  | 'payout'
  | 'decision'
  | 'authority'
  | 'penalty'
  | 'law'
  | 'sla'
  | 'credit'
  | 'target'
export type Shape = {
  /** Keys beside the kind and the title, in the order in which the text form writes them. */
  readonly header: readonly Part[]
  /** The key of the block, and what its lines begin with. */
  readonly block?: { readonly key: 'steps' | 'lines'; readonly words: readonly Keyword[] }
  /** Lines that stand under their own word instead. */
  readonly direct?: readonly Keyword[]
  readonly rows?: true
  readonly fields?: true
}
/** `words` are written before the value; `flag`: they say all, and the value is yes. */
export type Part = {
  readonly key: Keyword | 'is' | 'hit' | 'file'
  readonly words: readonly Keyword[]
  readonly is: 'text' | 'list' | 'flag' | 'defines' | 'file'
}

const text = (key: Keyword, ...words: readonly Keyword[]): Part => ({
  key,
  words: words.length > 0 ? words : [key],
  is: 'text',
})
/** The file beside the policy that the rows stand in. */
const file: Part = { key: 'file', words: ['from'], is: 'file' }
const defines: Part = { key: 'is', words: [], is: 'defines' }
const grain: readonly Part[] = [
  text('for'),
  text('each', 'for', 'each'),
  text('to'),
  text('posting'),
  text('where'),
  text('per'),
  text('as-of'),
  { key: 'averaged', words: ['averaged'], is: 'flag' },
]

export const shapes: { readonly [kind in Kind]: Shape } = {
  policy: {
    header: [],
    direct: policyWords.filter((word) => word !== 'periods'),
    block: { key: 'lines', words: ['periods'] },
  },
  record: { header: [], fields: true, direct: ['exists', 'in-force'] },
  parameter: { header: [{ key: 'by', words: ['by'], is: 'list' }, defines, file], rows: true },
  calendar: { header: [], block: { key: 'lines', words: calendarWords } },
  value: { header: [...grain, text('starts'), text('resets', 'resets', 'each'), defines] },
  table: { header: [{ key: 'hit', words: [], is: 'text' }, file], rows: true },
  commission: { header: grain, block: { key: 'steps', words: stepWords } },
  bonus: { header: grain, block: { key: 'steps', words: stepWords } },
  clawback: { header: grain, block: { key: 'steps', words: takingWords } },
  scorecard: { header: grain, block: { key: 'lines', words: scorecardWords } },
  payout: { header: grain, block: { key: 'steps', words: payoutWords } },
  target: { header: [], block: { key: 'lines', words: targetWords } },
  decision: { header: grain, block: { key: 'lines', words: decisionWords } },
  authority: { header: grain, block: { key: 'lines', words: authorityWords } },
  penalty: { header: [...grain, text('class')], block: { key: 'lines', words: penaltyWords } },
  law: { header: [text('by')], block: { key: 'lines', words: lawWords } },
  sla: { header: grain, block: { key: 'lines', words: slaWords } },
  credit: {
    header: [text('each', 'for', 'each'), text('to')],
    block: { key: 'lines', words: creditWords },
  },
}
export const kinds = Object.keys(shapes).filter((key): key is Kind => key in shapes)

/** Every key that a declaration may have, and every one that a line of its block may. */
export function keysOf(kind: Kind): { readonly own: readonly Key[]; readonly line: readonly Key[] } {
  const { header, direct, block, rows, fields } = shapes[kind]
  const own: Key[] = [kind, 'title', ...header.map(({ key }) => key), ...(direct ?? [])]
  if (rows) own.push('rows')
  if (fields) own.push('fields')
  if (block) own.push(block.key)
  const words = block?.words ?? []
  return { own, line: [...words, ...words.flatMap((word) => innerWords.get(word) ?? []), 'rows', 'lines'] }
}

/** Lines that have lines of their own. */
export const innerWords: ReadonlyMap<Keyword, readonly Keyword[]> = new Map([['indicator', indicatorWords]])

/** Keys that are no keywords, in the languages as they stand. */
const ownKeys = {
  title: ['title', '标题', '標題'],
  is: ['is', '等于', '等於'],
  hit: ['hit', '匹配', '匹配'],
  file: ['file', '文件', '檔名'],
  fields: ['fields', '字段', '欄位'],
  rows: ['rows', '行', '列'],
  steps: ['steps', '步骤', '步驟'],
  lines: ['lines', '条目', '條目'],
} as const satisfies { readonly [key: string]: InOrder }
type OwnSpellings = { readonly [key in keyof typeof ownKeys]: readonly string[] }
const ownSpellings: OwnSpellings = ownKeys
export type OwnKey = keyof typeof ownKeys
export type Key = Keyword | OwnKey

/** What a key of a file means: a key of the form's own first, then a keyword, in any language. */
export function keyNamed(written: string): Key | undefined {
  for (const key of ownNames) if (ownSpellings[key].includes(written)) return key
  return keywordBySpelling.get(written)
}
const ownNames = Object.keys(ownKeys).filter((key): key is OwnKey => key in ownKeys)

export function spellKey(key: Key, language: Language): string {
  return isOwn(key) ? (ownKeys[key][languages.indexOf(language)] ?? key) : spellKeyword(key, language)
}

export function isOwn(key: Key): key is OwnKey {
  return key in ownKeys
}

/** The language that a key was written in. */
export function languageOfKey(written: string): Language {
  const own = ownNames.find((key) => ownSpellings[key].includes(written))
  const at = own === undefined ? -1 : ownSpellings[own].indexOf(written)
  return languages[at] ?? languagesOf(written)[0] ?? 'en'
}
