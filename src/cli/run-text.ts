import { type Decimal, power10 } from '../base/decimal.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import { messageOf, reasonText } from '../base/render.ts'
import { printable } from '../base/render-frame.ts'
import type { Paint } from '../base/render-paint.ts'
import { cellText, colon, moreText } from '../base/render-words.ts'
import { groupedText, isPaying, titleOf } from '../targets/evaluate/payouts.ts'
import { printShown } from '../targets/evaluate/print-shown.ts'
import type { Named, ResultLine } from '../targets/evaluate/results.ts'
import { shownValue } from '../targets/evaluate/shown.ts'
import type { Why } from '../targets/evaluate/trace.ts'
import { deadlinesText } from './deadline-text.ts'
import type { Io } from './io.ts'
import { payoutTable } from './payout-table.ts'
import type { RunReport } from './run-report.ts'
import type { Settled } from './settle.ts'
import { words } from './words.ts'
import { whatIfWords } from './words-what-if.ts'

/** Lists on the terminal are cut here; the files have all of it. */
const most = 20

/** What `bylaw run` prints for people: who gets what, the total, what is held, and where the files are. */
export function runText(settled: Settled, report: RunReport, folder: string | undefined, io: Io): string {
  const { language, plan, asked } = settled
  const paint = io.paintOut
  const title = plan.policy.title ?? plan.policy.id
  const parts = [
    `${paint('strong', printable(title))} · ${asked.key}\n${whatIfLine(report, language, paint)}`,
    // A policy that only decides has nobody to pay.
    plan.outputs.some(isPaying)
      ? `${payoutTable(settled, report.payouts, paint, io.outWidth)}${totals(report, language)}`
      : '',
    decisionsText(report, language, paint),
    deadlinesText(settled, report.deadlines, paint),
    heldText(report, language, paint),
    unpaidText(report, language, paint),
    notApplicableText(report, language),
    unplacedText(report, language, paint),
    problemsText(report, language, paint),
    folder === undefined
      ? ''
      : filesText(
          folder,
          {
            decisions: plan.outputs.some(({ is }) => is === 'decision'),
            deadlines: report.deadlines.length > 0,
          },
          language,
          paint,
        ),
  ]
  return `${parts.filter((part) => part !== '').join('\n')}`
}

/** Of a what-if: what is different, so that nobody takes it for the run that is paid. */
export function whatIfLine({ whatIf }: RunReport, language: Language, paint: Paint): string {
  if (whatIf === undefined) return ''
  const head = paint('warning', whatIfWords.whatIf[language])
  return `${head}${colon(language)}${printable(whatIf)}\n${whatIfWords.notReal[language]}\n`
}

/** `Lin Yue (R-01)`, or the key alone. */
export function nameOf(subject: Named | undefined): string {
  if (!subject) return '–'
  return subject.label === undefined ? subject.key : `${subject.label} (${subject.key})`
}

function totals(report: RunReport, language: Language): string {
  return report.payouts.totals
    .filter(({ total }) => total.amount)
    .map(({ total, currency, people }) => {
      const amount = total.amount ? groupedText(total.amount) : ''
      const money = currency === undefined ? amount : `${amount} ${currency}`
      const sentence = total.held > 0 ? words.totalWithHeld : words.totalOf
      const who = fillWords(people === 1 ? words.onePerson : words.people, language, {
        count: String(people),
      })
      return `${fillWords(sentence, language, { amount: money, people: who, held: String(total.held) })}\n`
    })
    .join('')
}

/** How many were decided how, for each decision and period; of amounts, how many there are and between what. */
function decisionsText(report: RunReport, language: Language, paint: Paint): string {
  const groups = new Map<string, ResultLine['value'][]>()
  for (const { line, period } of report.lines) {
    const { is } = line.output
    if (is !== 'decision' || line.value.is === 'not-applicable') continue
    const head = `${titleOf(line.output)} · ${period}`
    const found = groups.get(head)
    const value = withRank(line)
    if (found) found.push(value)
    else groups.set(head, [value])
  }
  if (groups.size === 0) return ''
  const lines = [...groups].map(
    ([head, values]) => `  ${printable(`${head}${colon(language)}${verdicts(values, language)}`)}`,
  )
  return [paint('strong', words.decisions[language]), ...lines, ''].join('\n')
}

/** What an authority decides is counted rank by rank. */
function withRank({ output, value, also }: ResultLine): ResultLine['value'] {
  const rank = output.label === 'authority' ? also.find(({ label }) => label === 'level')?.value : undefined
  if (rank?.is !== 'enum' || value.is !== 'enum') return value
  return { ...value, text: `${value.text} ${rank.text}` }
}

function verdicts(values: readonly ResultLine['value'][], language: Language): string {
  const amounts = values.flatMap((value) => (value.is === 'number' ? [value] : []))
  const distinct = new Set(amounts.map(({ digits }) => digits))
  if (distinct.size > 2) {
    const sorted = [...amounts].sort((a, b) => (isLess(a, b) ? -1 : 1))
    const [least, largest] = [sorted[0], sorted.at(-1)].map((value) =>
      value ? amountText(value, language) : '',
    )
    const held = values.filter((value) => value.is === 'held').length
    const more = held === 0 ? '' : `${comma(language)}${words.held[language]} ${held}`
    return `${amounts.length} × ${least} … ${largest}${more}`
  }
  const found = new Map<string, number>()
  for (const value of values) {
    const verdict = verdictText(value, language)
    found.set(verdict, (found.get(verdict) ?? 0) + 1)
  }
  const shown = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, most)
  const more = found.size > most ? [moreText(found.size - most, language)] : []
  // Of amounts the count stands before: `1 × 6`, since `6 1` says nothing.
  const counted = ([verdict, count]: readonly [string, number]) =>
    amounts.length > 0 && verdict !== words.held[language] ? `${count} × ${verdict}` : `${verdict} ${count}`
  return [...shown.map(counted), ...more].join(comma(language))
}

function isLess(a: Decimal, b: Decimal): boolean {
  return a.digits * power10(b.scale) < b.digits * power10(a.scale)
}

function verdictText(value: ResultLine['value'], language: Language): string {
  switch (value.is) {
    case 'number':
      return amountText(value, language)
    case 'truth':
      return words[value.text === 'true' ? 'yes' : 'no'][language]
    case 'held':
      return words.held[language]
    case 'not-applicable':
      return ''
    default:
      return value.text
  }
}

/** Shares as `17%`, everything else with its own digits. */
function amountText(value: Extract<ResultLine['value'], { is: 'number' }>, language: Language): string {
  return value.unit === 'percent' ? printShown(shownValue(value), language) : groupedText(value)
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

/** Said with their amounts, so that what reaches nobody, and what is taken from nobody, is not overlooked. */
function unpaidText({ unpaid }: RunReport, language: Language, paint: Paint): string {
  if (unpaid.length === 0) return ''
  const lines = unpaid.slice(0, most).map(({ line, payout }) => {
    const { output, subject, item, value, currency } = line
    const row = item && item.key !== subject?.key ? [nameOf(item)] : []
    const amount = value.is === 'number' ? groupedText(value) : ''
    const of = [titleOf(output), ...row, currency === undefined ? amount : `${amount} ${currency}`]
    const { reason } = payout.value.is === 'not-applicable' ? payout.value : {}
    const why = reason
      ? `\n      ${printable(titleOf(payout.output))}${colon(language)}${reasonText(reason, language)}`
      : ''
    return `  ${printable(`${nameOf(subject)}${colon(language)}${of.join(' · ')}`)}${why}`
  })
  const more = unpaid.length > most ? [`  ${moreText(unpaid.length - most, language)}`] : []
  return [paint('warning', words.unpaid[language]), ...lines, ...more, ''].join('\n')
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
    const alike = count === 2 ? words.oneAlike : words.alike
    const others = count > 1 ? ` ${fillWords(alike, language, { count: String(count - 1) })}` : ''
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

function filesText(
  folder: string,
  { decisions, deadlines }: { readonly decisions: boolean; readonly deadlines: boolean },
  language: Language,
  paint: Paint,
): string {
  const names: readonly (readonly [string, keyof typeof words])[] = [
    ['payouts.csv', 'filePayouts'],
    ['lines.csv', 'fileLines'],
    ...(decisions ? [['decisions.csv', 'fileDecisions'] as const] : []),
    ['held.csv', 'fileHeld'],
    ['problems.csv', 'fileProblems'],
    ...(deadlines ? [['deadlines.csv', 'fileDeadlines'] as const] : []),
    ['results.json', 'fileResults'],
    ['statements/', 'fileStatements'],
  ]
  const lines = names.map(
    ([name, what]) => `  ${printable(folder)}/${name.padEnd(14)} ${words[what][language]}`,
  )
  return [paint('strong', words.files[language]), ...lines, ''].join('\n')
}
