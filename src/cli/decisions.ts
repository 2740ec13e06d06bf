import { formatDay } from '../base/day.ts'
import { reasonText } from '../base/render.ts'
import { plainCell, textCell } from '../data/write-csv.ts'
import type { Id } from '../plan/plan.ts'
import type { MatchedRow, ResultValue } from '../targets/decide/answer.ts'
import { firstName } from '../targets/decide/compile-program.ts'
import { plainValue } from '../targets/decide/decode.ts'
import { matchedRows, tableRowOf } from '../targets/decide/matched-row.ts'
import type { ResultLine } from '../targets/evaluate/results.ts'
import type { Why } from '../targets/evaluate/trace.ts'
import { integerAt, stateAt } from '../targets/evaluate/vector.ts'
import { runCsv } from './run-csv.ts'
import type { RunReport } from './run-report.ts'
import type { Settled } from './settle.ts'

/** One decision of a run: its results by name, the row of the table that gave the first, or why there is none. */
export type RunDecision = {
  readonly line: ResultLine
  readonly period: string
  readonly results: readonly (readonly [name: string, value: ResultValue])[]
  readonly row: MatchedRow | undefined
  readonly why: Why | undefined
}

export function decisionsOf({ plan, run }: Settled, report: RunReport): readonly RunDecision[] {
  const { engine } = run.results
  const held = new Map(report.held.map(({ line, why }) => [line, why]))
  const rows = new Map<Id, (at: number) => MatchedRow | undefined>()
  for (const output of plan.outputs) {
    const column = output.is === 'decision' ? tableRowOf(engine.model.columns, output.column) : undefined
    const vector = column === undefined ? undefined : engine.columns.get(column)
    const all = matchedRows(plan, column)
    rows.set(output.id, (at) =>
      vector === undefined || stateAt(vector.states, at) !== 0
        ? undefined
        : all[Number(integerAt(vector, at))],
    )
  }
  return report.lines.flatMap(({ line, period }) => {
    if (line.output.is !== 'decision') return []
    const named = [{ label: firstName(line.output), value: line.value }, ...line.also]
    const results = named.flatMap(({ label, value }) => {
      const plain = plainValue(value)
      return plain === undefined ? [] : [[label, plain] as const]
    })
    const row = 'reason' in line.value ? undefined : rows.get(line.output.id)?.(line.row)
    return [{ line, period, results, row, why: held.get(line) }]
  })
}

/** `decisions.csv`, where a policy decides anything. */
export function decisionFiles(settled: Settled, report: RunReport): readonly (readonly [string, string])[] {
  if (!settled.plan.outputs.some(({ is }) => is === 'decision')) return []
  return [['decisions.csv', decisionsCsv(settled, report)]]
}

function decisionsCsv(settled: Settled, report: RunReport): string {
  const { language } = settled
  return runCsv(
    report,
    [
      'clause',
      'key',
      'name',
      'period',
      'posting',
      'decision',
      'more',
      'state',
      'table',
      'row',
      'line',
      'code',
      'reason',
    ],
    decisionsOf(settled, report).map(({ line, period, results, row, why }) => {
      const { value } = line
      const reason = why ?? ('reason' in value ? value.reason : undefined)
      const decided = !('reason' in value)
      const [first] = decided ? results : []
      const more = results.slice(decided ? 1 : 0).map(([name, one]) => `${name} = ${one}`)
      return [
        textCell(line.output.id),
        textCell(line.subject?.key ?? ''),
        textCell(line.subject?.label ?? ''),
        textCell(period),
        plainCell(line.posting === undefined ? '' : formatDay(line.posting)),
        textCell(first === undefined ? '' : String(first[1])),
        textCell(more.join('; ')),
        textCell(decided ? 'decided' : value.is),
        textCell(row?.table ?? ''),
        plainCell(row === undefined ? '' : String(row.row)),
        textCell(row === undefined ? '' : `${row.file}:${row.line}`),
        textCell(reason?.code ?? ''),
        textCell(reason === undefined ? '' : reasonText(reason, language)),
      ]
    }),
  )
}

export function decisionJson({ line, period, results, row, why }: RunDecision) {
  const { value, subject, posting } = line
  const reason = why ?? ('reason' in value ? { code: value.reason.code, args: value.reason.args } : undefined)
  return {
    clause: line.output.id,
    kind: line.output.label,
    subject: subject && { record: subject.record, key: subject.key, name: subject.label },
    period,
    posting: posting === undefined ? undefined : formatDay(posting),
    state: 'reason' in value ? value.is : 'decided',
    results: Object.fromEntries(results),
    row,
    reason,
  }
}
