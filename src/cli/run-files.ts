import { formatDay } from '../base/day.ts'
import { formatDecimal } from '../base/decimal.ts'
import type { Language } from '../base/language.ts'
import { messageOf, reasonText, severityOf } from '../base/render.ts'
import { type CsvCell, type CsvOptions, plainCell, textCell } from '../data/write-csv.ts'
import { exactText, nothing } from '../targets/evaluate/payouts.ts'
import type { Value } from '../targets/evaluate/value.ts'
import { deadlinesCsv } from './deadline-files.ts'
import { decisionFiles } from './decisions.ts'
import { resultsJson } from './results-json.ts'
import { runCsv } from './run-csv.ts'
import type { RunReport } from './run-report.ts'
import { nowIn, type Settled } from './settle.ts'
import { statements } from './statement.ts'

/** The files of `--out`, by path. Headings are the same in every language, so that programs can rely on them. */
export function resultFiles(
  settled: Settled,
  report: RunReport,
  onStatement: (done: number, total: number) => void,
): ReadonlyMap<string, string> {
  const { language } = settled
  return new Map([
    ['payouts.csv', payoutsCsv(report)],
    ['lines.csv', linesCsv(report, language)],
    ...decisionFiles(settled, report),
    ['held.csv', heldCsv(report, language)],
    ['problems.csv', problemsCsv(report, language)],
    ...(report.deadlines.length > 0
      ? [['deadlines.csv', deadlinesCsv(report, nowIn(settled), language)] as const]
      : []),
    ['results.json', resultsJson(settled, report)],
    ...statements(settled, report, onStatement),
  ])
}

/** One line a person, for payroll. */
export function payoutsCsv(report: RunReport, options: CsvOptions = {}): string {
  const { outputs, rows } = report.payouts
  return runCsv(
    report,
    ['key', 'name', 'period', ...outputs.map((output) => output.id), 'total', 'currency', 'held'],
    rows.map((row) => [
      textCell(row.key),
      textCell(row.label ?? ''),
      textCell(row.period),
      ...outputs.map((output) => plainCell(exactText(row.clauses.get(output.id) ?? nothing))),
      plainCell(exactText(row.total)),
      textCell(row.currency ?? ''),
      plainCell(String(row.total.held)),
    ]),
    options,
  )
}

function linesCsv(report: RunReport, language: Language): string {
  return runCsv(
    report,
    ['clause', 'result', 'key', 'name', 'period', 'row', 'posting', 'value', 'unit', 'state', 'reason'],
    report.lines.flatMap(({ line, period }) => {
      const head = [
        textCell(line.subject?.key ?? ''),
        textCell(line.subject?.label ?? ''),
        textCell(period),
        textCell(line.item?.key ?? ''),
        plainCell(line.posting === undefined ? '' : formatDay(line.posting)),
      ]
      const { output } = line
      return [
        [textCell(output.id), textCell(''), ...head, ...valueCells(line.value, language)],
        ...line.also.map(({ label, value }) => [
          textCell(output.id),
          textCell(label),
          ...head,
          ...valueCells(value, language),
        ]),
      ]
    }),
  )
}

function valueCells(value: Value, language: Language): readonly CsvCell[] {
  switch (value.is) {
    case 'number':
      return [
        plainCell(formatDecimal(value.digits, value.scale)),
        textCell(value.currency ?? value.unit),
        textCell('decided'),
        textCell(''),
      ]
    case 'held':
    case 'not-applicable':
      return [plainCell(''), textCell(''), textCell(value.is), textCell(reasonText(value.reason, language))]
    default:
      return [textCell(value.text), textCell(value.is), textCell('decided'), textCell('')]
  }
}

function heldCsv(report: RunReport, language: Language): string {
  return runCsv(
    report,
    ['key', 'name', 'period', 'clause', 'row', 'code', 'reason', 'because of', 'file', 'line', 'field'],
    report.held.map(({ line, period, why }) => [
      textCell(line.subject?.key ?? ''),
      textCell(line.subject?.label ?? ''),
      textCell(period),
      textCell(line.output.id),
      textCell(line.item?.key ?? ''),
      textCell(why.code),
      textCell(reasonText(why, language)),
      textCell(why.at?.row ?? ''),
      textCell(why.at?.file ?? ''),
      plainCell(why.at?.line === undefined ? '' : String(why.at.line)),
      textCell(why.at?.field ?? ''),
    ]),
  )
}

function problemsCsv(report: RunReport, language: Language): string {
  const findings = [...report.problems, ...report.notes].map((d) => [
    textCell(d.code),
    textCell(severityOf(d)),
    textCell(d.cell?.file ?? ''),
    plainCell(d.cell?.row === undefined ? '' : String(d.cell.row)),
    textCell(d.cell?.column ?? ''),
    textCell(messageOf(d, language)),
  ])
  const unplaced = report.unplaced.map((row) => [
    textCell(row.reason?.code ?? ''),
    textCell('error'),
    textCell(row.file),
    plainCell(String(row.line)),
    textCell(''),
    textCell(row.reason ? reasonText(row.reason, language) : ''),
  ])
  return runCsv(report, ['code', 'severity', 'file', 'row', 'column', 'message'], [...findings, ...unplaced])
}
