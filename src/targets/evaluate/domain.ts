import type { Grain, Id } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { type Domain, type Engine, need, type Periods } from './engine.ts'
import { neededPeriods } from './needed-periods.ts'
import { periodsIn } from './periods-in.ts'
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
