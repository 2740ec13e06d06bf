import { sameData } from '../../base/same-data.ts'
import type { Grain, Id } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { type Domain, type Engine, need, type Periods } from './engine.ts'
import { neededPeriods } from './needed-periods.ts'
import { periodsIn } from './periods-in.ts'
import { samePeriods } from './same-periods.ts'
import type { Span } from './spans.ts'

/**
 * The rows of every grain: its records, times the periods of its kind that the run has. What is as it was in an `earlier`
 * run is the very same, so that who compares the two sees it at once.
 */
export function domainsOf(
  engine: Engine,
  span: Span,
  earlier?: { readonly engine: Engine; readonly span: Span },
): ReadonlyMap<Id, Domain> {
  const before = earlier?.engine
  const isAsked = earlier?.span.from === span.from && earlier.span.until === span.until
  const periods = (before && isAsked && samePeriods(before, engine)) || periodsOf(engine, span, before)
  return new Map(
    engine.model.plan.grains.map((grain) => {
      const made = domainOf(grain, engine.rows, periods)
      const known = before?.domains.get(grain.id)
      return [grain.id, known && isSame(known, made) ? known : made]
    }),
  )
}

function periodsOf(engine: Engine, span: Span, earlier: Engine | undefined): ReadonlyMap<Id, Periods> {
  const needed = neededPeriods(engine, span)
  const known = new Map<Id, Periods>()
  for (const { periods } of earlier?.domains.values() ?? []) if (periods) known.set(periods.kind.id, periods)
  return new Map(
    engine.model.plan.periods.map((kind) => {
      const list = need(needed, kind.id)
      const before = known.get(kind.id)
      const isSame = before && sameData(before.kind, kind) && sameData(before.list, list)
      return [kind.id, isSame ? before : periodsIn(kind, list)]
    }),
  )
}

function isSame(a: Domain, b: Domain): boolean {
  return a.relation === b.relation && a.periods === b.periods && sameData(a.grain, b.grain)
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
