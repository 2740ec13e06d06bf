import type { Language } from '../base/language.ts'
import type { Instant } from '../base/local-time.ts'
import { type CsvCell, plainCell, textCell } from '../data/write-csv.ts'
import { type Deadline, isOpen } from '../review/deadlines/deadlines.ts'
import { reasonText } from '../targets/evaluate/print-shown.ts'
import type { Value } from '../targets/evaluate/value.ts'
import { runCsv } from './run-csv.ts'
import type { RunReport } from './run-report.ts'

/** Headings are the same in every language, so that programs can rely on them. */
export const deadlineHeadings = [
  'clause',
  'key',
  'name',
  'state',
  'due',
  'seconds left',
  'escalated',
  'reason',
]

export function deadlineCells(
  one: Deadline,
  now: Instant | undefined,
  language: Language,
): readonly CsvCell[] {
  const { line, state, escalated } = one
  const row = line.item ?? line.subject
  return [
    textCell(line.output.id),
    textCell(row?.key ?? ''),
    textCell(row?.label ?? ''),
    textCell(state ?? 'held'),
    plainCell(dueText(one)),
    plainCell(left(one, now)?.toString() ?? ''),
    textCell(escalated ?? ''),
    textCell(line.value.is === 'held' ? reasonText(line.value.reason, language) : ''),
  ]
}

export function deadlinesCsv(report: RunReport, now: Instant | undefined, language: Language): string {
  return runCsv(
    report,
    deadlineHeadings,
    report.deadlines.map((one) => deadlineCells(one, now, language)),
  )
}

/** Null where it is not known, and `reason` says why. States are in English, whatever the policy is written in. */
export function deadlineJson(one: Deadline, now: Instant | undefined) {
  const { line, state, escalated } = one
  const row = line.item ?? line.subject
  return {
    clause: line.output.id,
    row: row && { record: row.record, key: row.key, name: row.label },
    state: state ?? null,
    due: dueText(one) || null,
    secondsLeft: left(one, now),
    escalated,
    ...(line.value.is === 'held' && {
      reason: { code: line.value.reason.code, args: line.value.reason.args },
    }),
  }
}

function dueText({ line }: Deadline): string {
  const due: Value | undefined = line.also.find(({ label }) => label === 'due')?.value
  return due?.is === 'time' ? due.text : ''
}

/** Negative when it is over; nothing for what is done. */
function left(one: Deadline, now: Instant | undefined): number | undefined {
  return one.due === undefined || now === undefined || !isOpen(one) ? undefined : one.due - now
}
