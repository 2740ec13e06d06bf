import type { Language } from '../../base/language.ts'
import type { Paint } from '../../base/render-paint.ts'
import { colon } from '../../base/render-words.ts'
import { spellKeyword } from '../../syntax/keywords.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import type { Shown } from '../../targets/evaluate/trace.ts'
import { say } from '../impact/words.ts'
import type { Data } from './find-example.ts'
import { limitTexts } from './limits-text.ts'
import { rangeWords } from './range-text.ts'
import { tableTexts, throughText, tierTexts } from './regions-text.ts'
import type { ClauseReport, DifferenceReport, ExampleReport } from './report.ts'
import { diffWords as words } from './words.ts'

/** What two versions differ in, for people at a terminal. */
export function diffText(report: DifferenceReport, language: Language, paint: Paint): string {
  const out: string[] = [paint('strong', headline(report, language)), ...namesText(report, language)]
  for (const one of report.policy) out.push(`  ${words[one][language]}`)
  const told = new Set<string>()
  for (const clause of report.clauses)
    if (clause.verdict !== 'same') out.push('', ...clauseText(clause, language, paint, told))
  if (report.changes.length > 0 && !report.same) {
    out.push('', paint('strong', words.written[language]))
    for (const { kind, name, removed, added } of report.changes) {
      out.push(`  ${spellKeyword(kind, language)} ${name}`)
      for (const line of removed.slice(0, mostLines)) out.push(paint('dim', `    - ${line}`))
      for (const line of added.slice(0, mostLines)) out.push(`    + ${line}`)
      const rest = Math.max(0, removed.length - mostLines) + Math.max(0, added.length - mostLines)
      if (rest > 0) out.push(`    ${say(words.moreNames, language, { count: String(rest) })}`)
    }
  }
  return `${out.join('\n')}\n`
}

const mostLines = 8
const mostNames = 12

export function headline({ same, clauses }: DifferenceReport, language: Language): string {
  if (same)
    return clauses.length === 1
      ? words.sameOne[language]
      : say(words.same, language, { count: String(clauses.length) })
  const kinds = [
    ['differs', words.countDiffers],
    ['may-differ', words.countMay],
    ['added', words.countAdded],
    ['removed', words.countRemoved],
    ['same', words.countSame],
  ] as const
  const counts = kinds.flatMap(([verdict, text]) => {
    const count = clauses.filter((clause) => clause.verdict === verdict).length
    return count === 0 ? [] : [say(text, language, { count: String(count) })]
  })
  return say(words.summary, language, { counts: counts.join(comma(language)) })
}

export function namesText({ renamed }: DifferenceReport, language: Language): readonly string[] {
  if (renamed.length === 0) return []
  const shown = renamed.slice(0, mostNames).map(([old, next]) => `${old} = ${next}`)
  const rest = renamed.length - shown.length
  const more = rest > 0 ? [say(words.moreNames, language, { count: String(rest) })] : []
  return [say(words.renamed, language, { names: [...shown, ...more].join(comma(language)) })]
}

function clauseText(
  clause: ClauseReport,
  language: Language,
  paint: Paint,
  told: Set<string>,
): readonly string[] {
  const verdict = verdictText(clause, language)
  const head = `${paint('strong', clauseName(clause, language))}${colon(language)}${verdict}`
  const place = paint('dim', `${clause.place.file}:${clause.place.line}`)
  const apart = [
    ...tableTexts(clause, language, told),
    ...tierTexts(clause, language),
    ...limitTexts(clause, language),
    ...throughText(clause, language),
  ]
  return [
    `${head}    ${place}`,
    ...apart.map((text) => `  ${text}`),
    ...(clause.example ? exampleText(clause.example, language) : []),
  ]
}

/** `differs`; of one that may differ, why no example was found. */
export function verdictText({ verdict, why }: ClauseReport, language: Language): string {
  if (verdict === 'same') return ''
  return verdict === 'may-differ' && why ? words[why][language] : words[verdict][language]
}

export function clauseName({ clause, title, was }: ClauseReport, language: Language): string {
  const named = title === undefined || title === clause ? clause : `${clause} ${quote(title, language)}`
  if (was === undefined) return named
  const earlier = say(words.was, language, { name: was })
  return language === 'en' ? `${named} (${earlier})` : `${named}（${earlier}）`
}

function quote(text: string, language: Language): string {
  return language === 'zh-Hant' ? `「${text}」` : `“${text}”`
}

/** The rows, one a line, and then what comes of them. */
function exampleText(example: ExampleReport, language: Language): readonly string[] {
  const rows = rowTexts(example.rows).map((text) => `      ${text}`)
  return [
    `  ${words.example[language]}${colon(language)}`.trimEnd(),
    ...rows,
    ...resultTexts(example, language).map((text) => `    → ${text}`),
    ...alongTexts(example, language).map((text) => `  ${text}`),
  ]
}

const mostStretches = 4

/** `Differs where Deal-1 has amount` and below it each stretch: `over 300,000: 60,000 → 50,000`. */
export function alongTexts({ along }: ExampleReport, language: Language): readonly string[] {
  if (!along) return []
  const { row, field, stretches, roundings, cut } = along
  const texts = stretches.slice(0, mostStretches).map(({ first, last, ...range }) => {
    const where = rangeWords(range, language)
    const both = ({ old, next }: typeof first) => `${shown(old, language)} → ${shown(next, language)}`
    const [a, b] = [both(first), both(last)]
    if (a === b) return `${where}${colon(language)}${a}`
    const at = (end: typeof first, text: string) => say(words.atValue, language, { at: end.at, text })
    return `${where}${colon(language)}${at(first, a)}${comma(language)}${at(last, b)}`
  })
  const rest = stretches.length - texts.length
  return [
    `${say(roundings ? words.alongRoundings : words.along, language, { row, field })}${colon(language)}`.trimEnd(),
    ...texts.map((text) => `    ${text}`),
    ...(rest > 0 ? [`    ${say(words.moreNames, language, { count: String(rest) })}`] : []),
    ...(cut ? [`    ${words.alongCut[language]}`] : []),
  ]
}

/** `Order Order-1: rep Rep-1, amount 100.00`: what a row says, without what is empty. */
export function rowTexts(rows: Data): readonly string[] {
  return Object.entries(rows).flatMap(([record, list]) =>
    list.map((row) => {
      const cells = Object.entries(row).filter(([, value]) => value !== '' && value !== undefined)
      return `${record}: ${cells.map(([field, value]) => `${field} ${String(value)}`).join(', ')}`
    }),
  )
}

export function resultTexts(example: ExampleReport, language: Language): readonly string[] {
  return example.differs.map(({ label, old, next }) => {
    const what = label ?? words.result[language]
    const whose = example.item ?? example.subject
    const owned = whose === undefined ? what : say(words.of, language, { what, whose })
    const placed =
      example.period === undefined ? owned : say(words.in, language, { what: owned, period: example.period })
    return `${placed}${colon(language)}${shown(old, language)} → ${shown(next, language)}`
  })
}

function shown(value: Shown | undefined, language: Language): string {
  return value === undefined ? words.nothing[language] : printShown(value, language)
}

function comma(language: Language): string {
  return language === 'en' ? ', ' : '、'
}
