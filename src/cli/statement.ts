import type { Language } from '../base/language.ts'
import { plain } from '../base/render-paint.ts'
import { colon, moreText } from '../base/render-words.ts'
import { padStartToWidth, padToWidth } from '../base/width.ts'
import { explainLine } from '../targets/evaluate/explain.ts'
import { groupedText, type PayoutRow, sumOf, titleOf } from '../targets/evaluate/payouts.ts'
import type { ResultLine } from '../targets/evaluate/results.ts'
import { printPages, totalFirst } from './explain-lines.ts'
import type { RunReport } from './run-report.ts'
import { nameOf, whatIfLine, whyText } from './run-text.ts'
import type { Settled } from './settle.ts'
import { words } from './words.ts'
import { safeFileName } from './write-files.ts'

/** Lines of one person that are explained in full; the others are listed. */
const mostExplained = 100

/** One page a person: the total first, then each line, then how each came about. By path in the results folder. */
export function* statements(
  settled: Settled,
  report: RunReport,
  onStatement: (done: number, total: number) => void,
): Generator<readonly [path: string, text: string]> {
  const byPerson = new Map<string, { line: ResultLine; period: string }[]>()
  for (const entry of report.lines) {
    const { subject, value } = entry.line
    if (!subject || value.is === 'not-applicable') continue
    const id = JSON.stringify([subject.record, subject.key])
    const own = byPerson.get(id)
    if (own) own.push(entry)
    else byPerson.set(id, [entry])
  }
  const totals = rowsByKey(report)
  const taken = new Set<string>()
  let done = 0
  for (const entries of byPerson.values()) {
    onStatement(++done, byPerson.size)
    const key = entries[0]?.line.subject?.key ?? ''
    const text = statementOf(settled, entries, totals.get(key) ?? [])
    yield [`statements/${safeFileName(key, taken)}.txt`, whatIfLine(report, settled.language, plain) + text]
  }
}

function rowsByKey(report: RunReport): ReadonlyMap<string, readonly PayoutRow[]> {
  const found = new Map<string, PayoutRow[]>()
  for (const row of report.payouts.rows) {
    const own = found.get(row.key)
    if (own) own.push(row)
    else found.set(row.key, [row])
  }
  return found
}

function statementOf(
  settled: Settled,
  entries: readonly { readonly line: ResultLine; readonly period: string }[],
  totals: readonly PayoutRow[],
): string {
  const { language, plan, asked } = settled
  const subject = entries[0]?.line.subject
  const head = [
    plan.policy.title ?? plan.policy.id,
    `${nameOf(subject)} · ${asked.key}`,
    '',
    ...totals.map((row) => totalLine(row, totals.length > 1, language)),
    '',
    ...entries.map(({ line, period }) => lineText(line, period, language)),
    '',
  ]
  const explained = totalFirst(entries.map((entry) => entry.line)).slice(0, mostExplained)
  const pages = printPages(
    explained.map((line) => explainLine(settled.run.results, line)),
    language,
  )
  const rest = entries.length > mostExplained ? [moreText(entries.length - mostExplained, language), ''] : []
  return [...head, ...pages, ...rest].join('\n')
}

function totalLine(row: PayoutRow, several: boolean, language: Language): string {
  const { amount, held } = row.total
  const money = amount
    ? [groupedText(amount), ...(row.currency === undefined ? [] : [row.currency])].join(' ')
    : ''
  const parts = [money, held > 0 ? `${words.held[language]} ${held}` : ''].filter((part) => part !== '')
  const heading = `${words.total[language]}${several ? ` ${row.period}` : ''}`
  return `${heading}${colon(language)}${parts.length > 0 ? parts.join(' + ') : '–'}`
}

function lineText(line: ResultLine, period: string, language: Language): string {
  const sum = sumOf(line)
  const title = `${titleOf(line.output)}${line.item ? ` · ${line.item.key}` : ''}`
  const start = `  ${padToWidth(title, 32)} ${period}  `
  if (line.value.is === 'held')
    return `${start}${words.held[language]}${colon(language)}${whyText({ code: line.value.reason.code, args: line.value.reason.args }, language)}`
  return `${start}${padStartToWidth(sum.amount ? groupedText(sum.amount) : '–', 16)}`
}
