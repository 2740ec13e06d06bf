import { formatDay } from '../base/day.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { severityOf } from '../base/render.ts'
import type { Reason } from '../plan/plan.ts'
import { need } from '../targets/evaluate/engine.ts'
import { periodHolding, type ResultLine } from '../targets/evaluate/results.ts'
import { type Payouts, payoutsOf } from './payouts.ts'
import { paidKind } from './period.ts'
import type { Settled } from './settle.ts'

/** A line that could not be decided, and why. */
export type HeldLine = { readonly line: ResultLine; readonly period: string; readonly reason: Reason }

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
  readonly payouts: Payouts
  /** Every line with the period it is shown under. */
  readonly lines: readonly { readonly line: ResultLine; readonly period: string }[]
  readonly held: readonly HeldLine[]
  /** The held lines that are not held only because a line above them is: what somebody must mend. */
  readonly heldFirst: readonly HeldLine[]
  readonly notApplicable: readonly { readonly label: string; readonly count: number }[]
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
    line.value.is === 'held' ? [{ line, period, reason: line.value.reason }] : [],
  )
  const found = [...loaded.problems.map((problem) => problem.diagnostic), ...loaded.notes]
  return {
    payouts: payoutsOf(plan.outputs, run.lines, plan.policy.currency, periodOf),
    lines,
    held,
    heldFirst: withoutFollowing(held),
    notApplicable: plan.outputs.flatMap((output) => {
      const count = run.lines.filter(
        (l) => l.output.id === output.id && l.value.is === 'not-applicable',
      ).length
      return count > 0 ? [{ label: output.title ?? output.id, count }] : []
    }),
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

/** A payout is held because a clause of it is: only the clause is shown first. */
function withoutFollowing(held: readonly HeldLine[]): readonly HeldLine[] {
  const id = (h: HeldLine) => JSON.stringify([h.line.subject?.key, h.period])
  const clauses = new Set(held.filter((h) => h.line.output.is !== 'payout').map(id))
  return held.filter((h) => h.line.output.is !== 'payout' || !clauses.has(id(h)))
}

/** The period a line is shown under: its own, else of the policy's usual kind the one that holds its posting day. */
function periodNamer(settled: Settled): (line: ResultLine) => string {
  const kind = paidKind(settled.plan)
  const { engine } = settled.run.results
  const known = new Map<number, string>()
  return (line) => {
    if (line.period) return line.period.key
    if (line.posting === undefined || !kind) return settled.asked.key
    const found = known.get(line.posting)
    if (found !== undefined) return found
    const key = periodHolding(engine, kind.id, line.posting)?.key ?? formatDay(line.posting)
    known.set(line.posting, key)
    return key
  }
}
