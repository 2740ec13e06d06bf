import { formatDecimal } from '../base/decimal.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { messageOf, reasonText } from '../base/render.ts'
import { printable } from '../base/render-frame.ts'
import type { Paint } from '../base/render-paint.ts'
import { cellText, colon, moreText } from '../base/render-words.ts'
import type { Output } from '../plan/plan.ts'
import type { Named } from '../targets/evaluate/results.ts'
import type { Why } from '../targets/evaluate/trace.ts'
import type { Io } from './io.ts'
import { groupedText, isPaying, nothing, type Payouts, type Sum } from './payouts.ts'
import type { RunReport } from './run-report.ts'
import type { Settled } from './settle.ts'
import { type TableColumn, textTable } from './text-table.ts'
import { fillWords, words } from './words.ts'

/** Lists on the terminal are cut here; the files have all of it. */
const most = 20

/** What `bylaw run` prints for people: who gets what, the total, what is held, and where the files are. */
export function runText(settled: Settled, report: RunReport, folder: string | undefined, io: Io): string {
  const { language, plan, asked } = settled
  const paint = io.paintOut
  const title = plan.policy.title ?? plan.policy.id
  const parts = [
    `${paint('strong', printable(title))} · ${asked.key}\n\n${payoutTable(settled, report.payouts, paint)}${totals(report, language)}`,
    decisionsText(report, language, paint),
    heldText(report, language, paint),
    notApplicableText(report, language),
    unplacedText(report, language, paint),
    problemsText(report, language, paint),
    folder === undefined ? '' : filesText(folder, language, paint),
  ]
  return `${parts.filter((part) => part !== '').join('\n')}`
}

/** `Lin Yue (R-01)`, or the key alone. */
export function nameOf(subject: Named | undefined): string {
  if (!subject) return '–'
  return subject.label === undefined ? subject.key : `${subject.label} (${subject.key})`
}

export function titleOf(output: Output): string {
  return output.title ?? output.id
}

function payoutTable(settled: Settled, payouts: Payouts, paint: Paint): string {
  const { language } = settled
  const shown = payouts.rows.filter((row) => row.total.amount || row.total.held > 0)
  const periods = new Set(shown.map((row) => row.period)).size > 1
  const currencies = new Set(shown.map((row) => row.currency)).size > 1
  const named = shown.some((row) => row.label !== undefined)
  const alone = payouts.outputs.filter((output) => !output.listed)
  // One payout that pays everything is the total itself: shown once.
  const outputs = payouts.outputs.filter((output) => !(alone.length === 1 && output === alone[0]))
  const only = alone.length === 1 ? alone[0] : undefined
  const columns: TableColumn[] = [
    { heading: subjectTitle(settled), numeric: false },
    ...(named ? [{ heading: words.name[language], numeric: false }] : []),
    ...(periods ? [{ heading: words.period[language], numeric: false }] : []),
    ...outputs.map((output) => ({ heading: titleOf(output), numeric: true })),
    { heading: only ? titleOf(only) : words.total[language], numeric: true },
    ...(currencies ? [{ heading: '', numeric: false }] : []),
  ]
  const rows = shown.map((row) => [
    row.key === '' ? '–' : row.key,
    ...(named ? [row.label ?? ''] : []),
    ...(periods ? [row.period] : []),
    ...outputs.map((output) => sumText(row.clauses.get(output.id) ?? nothing, language)),
    sumText(row.total, language),
    ...(currencies ? [row.currency ?? ''] : []),
  ])
  return textTable(columns, rows, paint)
}

/** What the record of the people is called: of the first clause that has one. */
function subjectTitle({ plan, run }: Settled): string {
  const record = run.lines.find((line) => isPaying(line.output) && line.subject)?.subject?.record
  const relation = plan.relations.find((one) => one.id === record)
  return relation?.title ?? relation?.id ?? ''
}

/** A held part stays visible beside the sum of the others: it is no 0. */
function sumText(sum: Sum, language: Language): string {
  const held =
    sum.held === 0 ? '' : sum.held === 1 ? words.held[language] : `${words.held[language]} ${sum.held}`
  if (!sum.amount) return held === '' ? '–' : held
  return held === '' ? groupedText(sum.amount) : `${groupedText(sum.amount)} + ${held}`
}

function totals(report: RunReport, language: Language): string {
  return report.payouts.totals
    .filter(({ total }) => total.amount)
    .map(({ total, currency, people }) => {
      const amount = total.amount ? groupedText(total.amount) : ''
      const money = currency === undefined ? amount : `${amount} ${currency}`
      const sentence = total.held > 0 ? words.totalWithHeld : words.totalOf
      return `${fillWords(sentence, language, { amount: money, people: String(people), held: String(total.held) })}\n`
    })
    .join('')
}

/** How many were decided how, for each decision and period. */
function decisionsText(report: RunReport, language: Language, paint: Paint): string {
  const counts = new Map<string, Map<string, number>>()
  for (const { line, period } of report.lines) {
    if (line.output.is !== 'decision' || 'reason' in line.value) continue
    const { value } = line
    const verdict = value.is === 'number' ? formatDecimal(value.digits, value.scale) : value.text
    const head = `${titleOf(line.output)} · ${period}`
    const found = counts.get(head) ?? new Map<string, number>()
    counts.set(head, found.set(verdict, (found.get(verdict) ?? 0) + 1))
  }
  if (counts.size === 0) return ''
  const lines = [...counts].map(([head, found]) => {
    const shown = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, most)
    const more = found.size > most ? [moreText(found.size - most, language)] : []
    const list = [...shown.map(([verdict, count]) => `${verdict} ${count}`), ...more].join(comma(language))
    return `  ${printable(`${head}${colon(language)}${list}`)}`
  })
  return [paint('strong', words.decisions[language]), ...lines, ''].join('\n')
}

function heldText(report: RunReport, language: Language, paint: Paint): string {
  const groups = report.heldGroups
  if (groups.length === 0) return `${words.noneHeld[language]}\n`
  const lines = groups.slice(0, most).map((group) => {
    // A payout is held because a clause of it is: only the clauses are named then.
    const clauses = group.lines.filter((line) => line.output.is !== 'payout')
    const named = [
      ...new Set((clauses.length > 0 ? clauses : group.lines).map((line) => titleOf(line.output))),
    ]
    const who = printable(`${nameOf(group.subject)} · ${group.period}`)
    return `  ${who}${colon(language)}${whyText(group.why, language)}\n      ${printable(named.join(comma(language)))}`
  })
  const more = groups.length > most ? [`  ${moreText(groups.length - most, language)}`] : []
  return [paint('warning', words.heldLines[language]), ...lines, ...more, ''].join('\n')
}

/** A reason, and the cell it came from where it came from one. */
export function whyText(why: Why, language: Language): string {
  const reason = reasonText(why, language)
  if (!why.at?.file) return reason
  const { file, line, field } = why.at
  const cell = {
    file,
    ...(line !== undefined && { row: line }),
    ...(field !== undefined && { column: field }),
  }
  const place = printable(cellText(cell, language))
  return language === 'en' ? `${reason} (${place})` : `${reason}（${place}）`
}

function comma(language: Language): string {
  return language === 'en' ? ', ' : '、'
}

function notApplicableText(report: RunReport, language: Language): string {
  if (report.notApplicable.length === 0) return ''
  const list = report.notApplicable.map(({ label, count }) => `${printable(label)} ${count}`)
  return `${words.notApplicable[language]}${colon(language)}${list.join(comma(language))}\n`
}

function unplacedText(report: RunReport, language: Language, paint: Paint): string {
  if (report.unplaced.length === 0) return ''
  const lines = report.unplaced.slice(0, most).map((row) => {
    const reason = row.reason ? `${colon(language)}${reasonText(row.reason, language)}` : ''
    return `  ${printable(cellText({ file: row.file, row: row.line }, language))} · ${printable(row.key)}${reason}`
  })
  const more = report.unplaced.length > most ? [`  ${moreText(report.unplaced.length - most, language)}`] : []
  return [paint('warning', words.unplaced[language]), ...lines, ...more, ''].join('\n')
}

function problemsText(report: RunReport, language: Language, paint: Paint): string {
  const groups = alike([...report.problems, ...report.notes])
  if (groups.length === 0) return ''
  const lines = groups.slice(0, most).map(({ first, count }) => {
    const where = first.cell ? `${printable(cellText(first.cell, language))}${colon(language)}` : ''
    const others = count > 1 ? ` ${fillWords(words.alike, language, { count: String(count - 1) })}` : ''
    return `  ${where}${messageOf(first, language)} [${first.code}]${others}`
  })
  const more = groups.length > most ? [`  ${moreText(groups.length - most, language)}`] : []
  const style = report.problems.length > 0 ? 'warning' : 'strong'
  return [paint(style, words.problems[language]), ...lines, ...more, ''].join('\n')
}

/** A column that is wrong throughout is one problem with many rows: the first is shown. */
function alike(
  found: readonly Diagnostic[],
): readonly { readonly first: Diagnostic; readonly count: number }[] {
  const groups = new Map<string, { first: Diagnostic; count: number }>()
  for (const diagnostic of found) {
    const { code, cell } = diagnostic
    const id = JSON.stringify([code, cell?.file, cell?.column])
    const group = groups.get(id)
    if (group) group.count++
    else groups.set(id, { first: diagnostic, count: 1 })
  }
  return [...groups.values()]
}

function filesText(folder: string, language: Language, paint: Paint): string {
  const names: readonly (readonly [string, keyof typeof words])[] = [
    ['payouts.csv', 'filePayouts'],
    ['lines.csv', 'fileLines'],
    ['held.csv', 'fileHeld'],
    ['problems.csv', 'fileProblems'],
    ['results.json', 'fileResults'],
    ['statements/', 'fileStatements'],
  ]
  const lines = names.map(
    ([name, what]) => `  ${printable(folder)}/${name.padEnd(14)} ${words[what][language]}`,
  )
  return [paint('strong', words.files[language]), ...lines, ''].join('\n')
}
