import { farDay, type Period } from '../../calendar/periods.ts'
import type { Grain, Id, PeriodKind } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { type Domain, type Engine, need, type Periods } from './engine.ts'
import { neededPeriods } from './needed-periods.ts'
import type { Span } from './spans.ts'

/** The rows of every grain: its records, times the periods of its kind that the run has. */
export function domainsOf(engine: Engine, span: Span): ReadonlyMap<Id, Domain> {
  const needed = neededPeriods(engine, span)
  const { plan } = engine.model
  const periods = new Map(plan.periods.map((kind) => [kind.id, periodsIn(kind, need(needed, kind.id))]))
  return new Map(plan.grains.map((grain) => [grain.id, domainOf(grain, engine.rows, periods)]))
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

/** INVARIANT: `list` ascends without overlap; there may be gaps. */
function periodsIn(kind: PeriodKind, list: readonly Period[]): Periods {
  const first = list[0]
  const last = list[list.length - 1]
  if (first === undefined || last === undefined) return { kind, list, at: () => -1 }
  const low = first.start
  const end = last.end === farDay ? last.start + 1 : last.end
  const open = list.length - 1
  if (end - low > tableDays) return { kind, list, at: (day) => search(list, day) }
  const table = new Int32Array(end - low).fill(-1)
  for (const [index, p] of list.entries()) table.fill(index, p.start - low, Math.min(p.end, end) - low)
  return {
    kind,
    list,
    at: (day) => (day < low || day >= last.end ? -1 : day >= end ? open : (table[day - low] ?? -1)),
  }
}

function search(list: readonly Period[], day: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.end ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return (list[low]?.start ?? farDay) <= day ? low : -1
}
