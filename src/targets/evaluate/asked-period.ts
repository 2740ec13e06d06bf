import type { Day } from '../../base/day.ts'
import { localOf } from '../../base/local-time.ts'
import { remembered } from '../../base/remembered.ts'
import { farDay, type Period, parsePeriod, periodAt, periodsBetween } from '../../calendar/periods.ts'
import type { Expr, Id, PeriodKind, Plan } from '../../plan/plan.ts'
import { cellState, type FieldColumn, type Rows } from '../../plan/rows.ts'
import { partsOf } from './spans.ts'

/** Days, both included, as the caller named them. */
export type AskedPeriod = { readonly key: string; readonly from: Day; readonly until: Day }

/** Whether all that the data has is asked for, and no period of its own. */
export function asksForAll(text: string): boolean {
  return /^(all|全部)$/i.test(text.trim())
}

/** The period that `--period` means; undefined when the policy has none of that name. */
export function askedPeriod(plan: Plan, rows: Rows, text: string): AskedPeriod | undefined {
  if (asksForAll(text)) return wholeOf(plan, rows)
  for (const kind of kindsOf(plan)) {
    const period = parsePeriod(kind, text)
    if (!period) continue
    const last = period.end === farDay ? latestDay(plan, rows, period.start) : period.end - 1
    return { key: period.key, from: period.start, until: last }
  }
  return yearOfBounds(plan, text)
}

/** Period names to offer: the last ones that the data has. */
export function knownPeriods(plan: Plan, rows: Rows): readonly string[] {
  return lastPeriods(plan, rows).map(({ key }) => key)
}

/**
 * The period to show where none is asked for: the last one that most of the dates reach. A receipt that comes in long after
 * its order makes no period in which anybody sold something.
 */
export function usualPeriod(plan: Plan, rows: Rows): string | undefined {
  const ranges = dayRanges(plan, rows)
  const known = lastPeriods(plan, rows)
  const reached = ({ start, end }: Period) =>
    ranges.filter(({ from, until }) => from < end && until >= start).length * 2 > ranges.length
  return (known.findLast(reached) ?? known.at(-1))?.key
}

function lastPeriods(plan: Plan, rows: Rows): readonly Period[] {
  const whole = wholeOf(plan, rows)
  const kind = paidKind(plan)
  return whole && kind ? periodsBetween(kind, whole.from, whole.until).slice(-4) : []
}

/** The kind of period that the policy pays by: that of its first result that has one. */
export function paidKind(plan: Plan): PeriodKind | undefined {
  for (const output of plan.outputs) {
    const id = plan.grains.find((grain) => grain.id === output.grain)?.period
    const kind = plan.periods.find((one) => one.id === id)
    if (kind) return kind
  }
  return plan.periods[0]
}

/** The policy's own kinds first, then the usual ones of its fiscal year: a year of quarters may be asked for too. */
function kindsOf(plan: Plan): readonly PeriodKind[] {
  const months = plan.periods.find((kind) => kind.is === 'months')
  const own = plan.periods.filter((kind) => kind.is !== 'window')
  if (own.length > 0 && !months) return own
  const start = months?.is === 'months' ? months : { startMonth: 1, startDay: 1 }
  const usual = ([3, 1, 6, 12] as const).map(
    (count): PeriodKind => ({
      id: `months-${count}`,
      is: 'months',
      months: count,
      startMonth: start.startMonth,
      startDay: start.startDay,
    }),
  )
  return [...own, ...usual]
}

/** `2012` where the periods are bounds of their own: all whose key begins with it. */
function yearOfBounds(plan: Plan, text: string): AskedPeriod | undefined {
  const kind = plan.periods.find((one) => one.is === 'bounds')
  if (kind?.is !== 'bounds' || !/^\d{4}$/.test(text)) return undefined
  const inYear = kind.bounds.filter((bound) => bound.key.startsWith(`${text}-`))
  const first = inYear[0]
  const last = inYear.at(-1)
  if (!first || !last) return undefined
  return { key: text, from: first.start, until: (last.end ?? last.start + 1) - 1 }
}

/** Every period that a row of the data falls into; the days in force when the policy writes an end. */
function wholeOf(plan: Plan, rows: Rows): AskedPeriod | undefined {
  const days = dayRange(plan, rows) ?? undated(plan)
  if (!days) return undefined
  const kind = paidKind(plan)
  const from = Math.max(days.from, plan.policy.from ?? days.from)
  const until = Math.min(days.until, plan.policy.until ?? days.until)
  if (until < from) return undefined
  const last = kind && periodAt(kind, until)
  const end = last && last.end !== farDay ? last.end - 1 : until
  return { key: 'all', from: (kind && periodAt(kind, from)?.start) ?? from, until: Math.max(end, until) }
}

/** Where nothing that is given counts on a day, as decisions about rows, any day of the policy will do. */
function undated({ outputs, policy, grains }: Plan): { from: Day; until: Day } | undefined {
  const dated = outputs.some(
    ({ grain, posting }) =>
      posting !== undefined || grains.find(({ id }) => id === grain)?.period !== undefined,
  )
  return dated || policy.from === undefined ? undefined : { from: policy.from, until: policy.from }
}

function latestDay(plan: Plan, rows: Rows, start: Day): Day {
  return Math.max(start, dayRange(plan, rows)?.until ?? start)
}

/** The first and last day on which a row counts: by the dates that place rows in periods. */
function dayRange(plan: Plan, rows: Rows): { from: Day; until: Day } | undefined {
  return dayRanges(plan, rows).reduce<Days | undefined>(widened, undefined)
}

/** The first and last day of each field that places rows in periods, where it has any. */
function dayRanges(plan: Plan, rows: Rows): readonly Days[] {
  return placingFields(plan).flatMap(({ relation, field }) => {
    const column = rows.get(relation)?.fields.get(field)
    return (column && rangeOf(column).in(plan.zone)) ?? []
  })
}

type Days = { readonly from: Day; readonly until: Day }

function widened(a: Days | undefined, b: Days): Days {
  return a ? { from: Math.min(a.from, b.from), until: Math.max(a.until, b.until) } : b
}

/** The first and last day of a field, of the zone that was asked for last: rows stay, while the plan is edited. */
const rangeOf = remembered((column: FieldColumn) => {
  let last: { readonly zone: Plan['zone']; readonly days: Days | undefined } | undefined
  return {
    in: (zone: Plan['zone']): Days | undefined => {
      if (last && last.zone === zone) return last.days
      let days: Days | undefined
      for (const day of daysOf(zone, column)) days = widened(days, { from: day, until: day })
      last = { zone, days }
      return days
    },
  }
})

/** Dates as they are, times by their day. */
function* daysOf(zone: Plan['zone'], column: FieldColumn): Generator<Day> {
  if (column.is === 'text') return
  for (const [row, value] of column.values.entries()) {
    if ((column.states?.[row] ?? cellState.present) !== cellState.present) continue
    if (typeof value === 'number') yield value
    else if (zone) yield localOf(zone, Number(value)).day
  }
}

type FieldPlace = { readonly relation: Id; readonly field: Id }

/** The fields by which aggregates and row clauses find their period. */
const placingFields = remembered((plan: Plan): readonly FieldPlace[] => {
  const named = new Set<Id>()
  for (const { expr } of plan.columns) for (const id of placingIn(expr)) named.add(id)
  for (const output of plan.outputs) if (output.posting !== undefined) named.add(output.posting)
  return plan.columns.flatMap(({ id, expr }) => {
    const read = expr.op === 'local-day' ? expr.a : expr
    return named.has(id) && read.op === 'field' ? [{ relation: read.relation, field: read.field }] : []
  })
})

const placingIn = remembered((expr: Expr): readonly Id[] => {
  const found: Id[] = []
  const collect = (part: Expr): void => {
    const period = part.op === 'aggregate' ? part.at.period : undefined
    if (period && period.is !== 'own') found.push(period.column)
    for (const inner of partsOf(part)) collect(inner)
  }
  collect(expr)
  return found
})
