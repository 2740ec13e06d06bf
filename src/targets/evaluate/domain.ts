import { farDay, periodsBetween } from '../../calendar/periods.ts'
import type { Grain, Id, PeriodKind } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { type Domain, type Model, need, type Periods } from './engine.ts'
import { type Span, spansOf } from './spans.ts'

/** The rows of every grain: its records, times the periods of its kind that the run has. */
export function domainsOf(model: Model, rows: Rows, span: Span): ReadonlyMap<Id, Domain> {
  const spans = spansOf(model, rows, span)
  const periods = new Map<Id, Periods>()
  for (const kind of model.plan.periods) {
    const own = spans.get(kind.id) ?? span
    periods.set(kind.id, periodsIn(kind, own))
  }
  return new Map(model.plan.grains.map((grain) => [grain.id, domainOf(grain, rows, periods)]))
}

function domainOf(grain: Grain, rows: Rows, kinds: ReadonlyMap<Id, Periods>): Domain {
  const relation = grain.relation === undefined ? undefined : need(rows, grain.relation)
  const periods = grain.period === undefined ? undefined : need(kinds, grain.period)
  return {
    grain,
    count: (relation?.count ?? 1) * (periods?.list.length ?? 1),
    ...(relation && { relation }),
    ...(periods && { periods }),
  }
}

/** As many days as are looked up in a table of their own; of longer spans the period is searched. */
const tableDays = 200_000

function periodsIn(kind: PeriodKind, span: Span): Periods {
  const list = periodsBetween(kind, span.from, span.until)
  const first = list[0]
  const last = list[list.length - 1]
  if (first === undefined || last === undefined) return { kind, list, at: () => -1 }
  const low = first.start
  const end = last.end === farDay ? last.start + 1 : last.end
  if (end - low > tableDays)
    return { kind, list, at: (day) => list.findIndex((p) => p.start <= day && day < p.end) }
  const table = new Int32Array(end - low).fill(-1)
  for (const [index, p] of list.entries()) table.fill(index, p.start - low, Math.min(p.end, end) - low)
  const open = list.length - 1
  return {
    kind,
    list,
    at: (day) => (day < low || day >= last.end ? -1 : day >= end ? open : (table[day - low] ?? -1)),
  }
}
