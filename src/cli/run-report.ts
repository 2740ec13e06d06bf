import { formatDay } from '../base/day.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { severityOf } from '../base/render.ts'
import type { Period } from '../calendar/periods.ts'
import type { Reason } from '../plan/plan.ts'
import { type Deadline, deadlinesOf } from '../review/deadlines/deadlines.ts'
import { paidKind } from '../targets/evaluate/asked-period.ts'
import { need } from '../targets/evaluate/engine.ts'
import { type Payouts, payoutsOf } from '../targets/evaluate/payouts.ts'
import { type Named, periodHolding, type ResultLine } from '../targets/evaluate/results.ts'
import type { Why } from '../targets/evaluate/trace.ts'
import { type UnpaidLine, unpaidLines } from '../targets/evaluate/unpaid.ts'
import { why } from '../targets/evaluate/why.ts'
import type { Settled } from './settle.ts'
import { changedText } from './words-what-if.ts'

/** A line that could not be decided, and why. */
export type HeldLine = { readonly line: ResultLine; readonly period: string; readonly why: Why }

/** Held lines of one person and period that are held for one reason: what somebody must mend, once. */
export type HeldGroup = {
  readonly subject: Named | undefined
  readonly period: string
  readonly why: Why
  readonly lines: readonly ResultLine[]
}

/** A row that belongs to nobody. */
export type UnplacedRow = {
  readonly record: string
  readonly key: string
  readonly file: string
  readonly line: number
  readonly reason: Reason | undefined
}

/** A run as all its forms (table, CSV, JSON, statements) show it. */
export type RunReport = {
  /** How the run differs from the policy as it is written: in words, for every form of it to say. */
  readonly whatIf?: string
  readonly payouts: Payouts
  /** Every line with the period it is shown under. */
  readonly lines: readonly { readonly line: ResultLine; readonly period: string }[]
  readonly held: readonly HeldLine[]
  readonly heldGroups: readonly HeldGroup[]
  readonly notApplicable: readonly { readonly label: string; readonly count: number }[]
  /** Amounts that no payout pays, since none that lists them applies to the person. */
  readonly unpaid: readonly UnpaidLine[]
  /** What has a time limit, soonest first. */
  readonly deadlines: readonly Deadline[]
  readonly unplaced: readonly UnplacedRow[]
  /** Cells and files with errors. */
  readonly problems: readonly Diagnostic[]
  /** What the reader left out on purpose and said so. */
  readonly notes: readonly Diagnostic[]
}

export function reportOfRun(settled: Settled): RunReport {
  const { plan, run, loaded } = settled
  const { engine } = run.results
  const periodOf = periodNamer(settled)
  const lines = run.lines.map((line) => ({ line, period: periodOf(line) }))
  const held = lines.flatMap(({ line, period }) =>
    line.value.is === 'held' ? [{ line, period, why: why(engine, line.output.column, line.row) }] : [],
  )
  const found = [
    ...loaded.problems.map((problem) => problem.diagnostic),
    ...run.results.problems,
    ...loaded.notes,
  ]
  return {
    ...(settled.whatIf && { whatIf: changedText(settled.whatIf, settled.language) }),
    payouts: payoutsOf(plan.outputs, run.lines, plan.policy.currency, periodOf),
    lines,
    held,
    heldGroups: groupHeld(held),
    deadlines: deadlinesOf(plan, run.lines),
    notApplicable: plan.outputs.flatMap((output) => {
      const count = run.lines.filter(
        (l) => l.output.id === output.id && l.value.is === 'not-applicable',
      ).length
      return count > 0 ? [{ label: output.title ?? output.id, count }] : []
    }),
    unpaid: unpaidLines(plan.outputs, run.lines),
    unplaced: run.results.unplaced.map((row) => {
      const relation = need(engine.rows, row.relation)
      return {
        record: row.relation,
        key: relation.name(row.row),
        ...relation.place(row.row),
        reason: engine.model.reasons.get(row.state),
      }
    }),
    problems: found.filter((d) => severityOf(d) === 'error'),
    notes: found.filter((d) => severityOf(d) !== 'error'),
  }
}

function groupHeld(held: readonly HeldLine[]): readonly HeldGroup[] {
  const groups = new Map<string, HeldGroup & { readonly lines: ResultLine[] }>()
  for (const { line, period, why: reason } of held) {
    const id = JSON.stringify([line.subject?.record, line.subject?.key, period, reason])
    const group = groups.get(id) ?? { subject: line.subject, period, why: reason, lines: [] }
    group.lines.push(line)
    groups.set(id, group)
  }
  return [...groups.values()]
}

/** The period a line is shown under: its own, else of the policy's usual kind the one that holds its posting day. */
function periodNamer(settled: Settled): (line: ResultLine) => string {
  const kind = paidKind(settled.plan)
  const { engine } = settled.run.results
  const known = new Map<number, string>()
  const { asked } = settled
  // Of a month that was asked for, its rows are: not of the quarter or year in which the policy pays.
  const shownPeriod = (period: Period | undefined): string | undefined =>
    period && asked.from >= period.start && asked.until < period.end ? asked.key : period?.key
  return (line) => {
    if (line.period) return line.period.key
    if (line.posting === undefined || !kind) return settled.asked.key
    const found = known.get(line.posting)
    if (found !== undefined) return found
    const key = shownPeriod(periodHolding(engine, kind.id, line.posting)) ?? formatDay(line.posting)
    known.set(line.posting, key)
    return key
  }
}
