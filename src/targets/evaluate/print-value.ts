import type { Language } from '../../base/language.ts'
import { displayWidth, padStartToWidth, padToWidth } from '../../base/width.ts'
import { clockWords, words } from './explanation-words.ts'
import { printFormula } from './print-formula.ts'
import { printShown, reasonPlace } from './print-shown.ts'
import { printSteps } from './print-steps.ts'
import type { Shown, TraceCell, TraceValue } from './trace.ts'

/**
 * One value of an explanation: its name and result, its formula twice, and the rows it counted or looked up; of another
 * clause its steps, unless that clause is explained by itself (`alone`).
 */
export function printValue(
  value: TraceValue,
  language: Language,
  alone: ReadonlySet<string> = new Set(),
): string[] {
  const whose = value.of === undefined ? '' : ` (${value.of})`
  const place = `${value.source.file}:${value.source.line}`
  const names = printFormula(value.formula, 'names', language)
  const numbers = printFormula(value.formula, 'numbers', language)
  const result = shownWithPlace(value.result, language)
  const label = labelOf(value, language)
  const lines = [`  ${label}${whose} = ${result}    ${place}`]
  if (value.clause !== undefined) {
    const apart = value.of === undefined && alone.has(value.clause.id)
    const steps = apart ? [`  ${words.ownPage[language]}`] : printSteps(value.clause.steps, language)
    return [...lines, ...steps.map((line) => `    ${line}`)]
  }
  if (names !== label && names !== result) lines.push(`      = ${names}`)
  if (numbers !== names && numbers !== result) lines.push(`      = ${numbers}`)
  return [
    ...lines,
    ...rowLines(value, language),
    ...sinceLines(value, language),
    ...eventLines(value, language),
    ...tableLines(value, language),
  ]
}

/** What a value is called; what has no name is called by what it is. */
export function labelOf({ unnamed, label, formula }: TraceValue, language: Language): string {
  return unnamed ? printFormula(formula, 'names', language) : label
}

/** `from 2026-05  1,390.00`. */
function sinceLines({ since = [] }: TraceValue, language: Language): string[] {
  const texts = since.map(({ period, value }) => ({ period, value: printShown(value, language) }))
  const width = Math.max(0, ...texts.map(({ value }) => displayWidth(value)))
  return texts.map(
    ({ period, value }) => `        ${words.since[language]} ${period}  ${padStartToWidth(value, width)}`,
  )
}

/** `2026-05-11 10:30  paused`. */
function eventLines({ events = [] }: TraceValue, language: Language): string[] {
  return events.map(
    ({ is, at }) => `        ${printShown(at, language)}  ${clockWords[is]?.[language] ?? is}`,
  )
}

function shownWithPlace(shown: Shown, language: Language): string {
  const text = printShown(shown, language)
  const place = shown.is === 'held' ? reasonPlace(shown.reason) : undefined
  return place === undefined ? text : `${text} (${place})`
}

function rowLines({ rows }: TraceValue, language: Language): string[] {
  if (rows === undefined) return []
  const { record, total, listed } = rows
  const fill = (text: string, n: number): string =>
    text.replace('{record}', () => record).replace('{n}', String(n))
  if (total === 0) return [`      ${fill(words.noRows[language], 0)}`]
  const texts = listed.map((item) => ({ name: item.row, value: shownWithPlace(item.value, language) }))
  const names = Math.max(...texts.map((t) => displayWidth(t.name)))
  const plain = texts.filter((_, i) => listed[i]?.value.is === 'number')
  const values = Math.max(0, ...plain.map((t) => displayWidth(t.value)))
  return [
    `      ${fill(words[total === 1 ? 'row' : 'rows'][language], total)}`,
    ...texts.map((t) => `        ${padToWidth(t.name, names)}  ${padStartToWidth(t.value, values)}`),
    ...(total > listed.length ? [`        ${fill(words.more[language], total - listed.length)}`] : []),
  ]
}

/** Long tables show only the row that matched. */
const mostTableRows = 12

function tableLines({ table }: TraceValue, language: Language): string[] {
  if (table === undefined) return []
  const { inputs, rows } = tableTexts(table, language)
  return [`      ${inputs}`, ...rows.map(({ matched, text }) => `        ${matched ? '▸' : ' '} ${text}`)]
}

type Table = NonNullable<TraceValue['table']>

/** What a table was asked, and a sentence for each of its rows: that it matches, or why it does not. */
export function tableTexts(
  table: Table,
  language: Language,
): {
  readonly inputs: string
  readonly rows: readonly { readonly matched: boolean; readonly line: number; readonly text: string }[]
} {
  const inputs = table.inputs.map((input) => `${input.label} = ${printShown(input.value, language)}`)
  const wanted = table.rows.length > mostTableRows ? table.rows.filter((row) => row.matched) : table.rows
  const open = table.inputs.some((input) => input.value.is === 'held' || input.value.is === 'not-applicable')
  const rows = wanted.map((row) => {
    const text = row.matched
      ? words.matches
      : row.failed !== undefined
        ? words.fails
        : open
          ? words.open
          : words.later
    const unit = table.inputs.find((input) => input.label === row.failed)?.value
    const cell = row.cell === undefined ? '' : cellText(row.cell, unit, language)
    const filled = text[language]
      .replace('{line}', String(row.line))
      .replace('{input}', () => `${row.failed ?? ''}${cell}`)
    return { matched: row.matched, line: row.line, text: filled }
  })
  // A row of limits is several cases of one line, which one input may rule out alike.
  const once = rows.filter((row, i) => row.text !== rows[i - 1]?.text || row.matched !== rows[i - 1]?.matched)
  return { inputs: inputs.join(words.comma[language]), rows: once }
}

/** A cell after its input's name: ` > 5%, ≤ 10%`, ` = A | B`. */
function cellText(cell: TraceCell, input: Shown | undefined, language: Language): string {
  const number = (text: string): string =>
    input?.is === 'number' ? printShown({ is: 'number', text, unit: input.unit }, language) : text
  const not = cell.negated ? words.not[language] : ''
  if (cell.values !== undefined) return ` ${cell.negated ? '≠' : '='} ${cell.values.map(number).join(' | ')}`
  const ranges = (cell.ranges ?? []).map(({ low, high }) => {
    if (low !== undefined && low.at === high?.at) return `= ${number(low.at)}`
    const bounds = [
      low && `${low.included ? '≥' : '>'} ${number(low.at)}`,
      high && `${high.included ? '≤' : '<'} ${number(high.at)}`,
    ]
    return bounds.filter((bound) => bound !== undefined).join(words.and[language])
  })
  return ` ${not}${ranges.join(' | ')}`
}
