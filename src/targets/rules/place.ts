import { type Period, periodAt } from '../../calendar/periods.ts'
import type { Id, PeriodKind, PeriodPlace, Place } from '../../plan/plan.ts'
import { need, relationAt } from './model.ts'
import { type Found, failing, present, type Spot, small, type World } from './world.ts'

/** The row that references lead to: from the grain's own row, or from the one that a column names. */
export function reach(world: World, spot: Spot, path: readonly Id[], column?: Id): Found {
  let relation = startOf(world, spot, column)
  let found = column === undefined ? present(BigInt(spot.row)) : world.column(column, spot)
  for (const field of path) {
    if (found.state !== 0) return found
    found = world.cell(relation, small(found), field)
    relation = relationAt(world.model, relation, [field])
  }
  return found
}

/** The record at which a path begins. */
export function startOf({ model }: World, spot: Spot, column?: Id): Id {
  if (column !== undefined) {
    const { type } = need(model.columns, column)
    if (type.is !== 'ref') throw new Error(`${column} is no reference`)
    return type.relation
  }
  const { relation } = need(model.grains, spot.grain)
  if (relation === undefined) throw new Error(`the grain ${spot.grain} has no record`)
  return relation
}

/** The spot of another grain that `at` finds; its state where it finds none. */
export function placeOf(world: World, spot: Spot, grain: Id, at: Place, nowhere: number): Spot | Found {
  const target = need(world.model.grains, grain)
  const subject =
    target.relation === undefined || at.path === undefined ? present(0n) : reach(world, spot, at.path, at.row)
  const period =
    target.period === undefined
      ? undefined
      : periodOf(world, spot, need(world.model.kinds, target.period), at.period)
  const wrong = period !== undefined && 'state' in period ? period.state : 0
  const state = Math.max(subject.state, wrong)
  if (state !== 0) return failing(state)
  const isThere = target.relation === undefined || small(subject) < world.count(target.relation)
  if (!isThere || (target.period !== undefined && period === undefined)) return failing(nowhere)
  return {
    grain,
    row: small(subject),
    ...(period !== undefined && !('state' in period) && { period }),
  }
}

function periodOf(
  world: World,
  spot: Spot,
  kind: PeriodKind,
  at: PeriodPlace | undefined,
): Period | Found | undefined {
  const own = spot.period
  switch (at?.is) {
    case 'own':
      return own && periodAround(kind, own, need(world.model.kinds, own.kind))
    case 'previous': {
      if (own === undefined) return undefined
      const before = previousOf(kind, own)
      return before !== undefined && before.end > begins(world, kind) ? before : undefined
    }
    case 'date':
    case 'period': {
      const day = world.expr(at.is === 'date' ? at.date : at.period, spot)
      if (day.state !== 0) return day
      const found = periodAt(kind, small(day))
      const { until } = world.model.definitions
      if (found === undefined || (until !== undefined && found.start > until)) return undefined
      return found.end > begins(world, kind) ? found : undefined
    }
    default:
      return undefined
  }
}

/** Nothing is worked out for days before the data begins. */
export function begins(world: World, kind: PeriodKind): number {
  const written = kind.is === 'bounds' ? kind.bounds[0]?.start : undefined
  return Math.max(
    world.model.definitions.begins ?? Number.NEGATIVE_INFINITY,
    written ?? Number.NEGATIVE_INFINITY,
  )
}

function previousOf(kind: PeriodKind, own: Period): Period | undefined {
  if (kind.is !== 'window') return periodAt(kind, own.start - 1)
  const last = periodAt(kind.of, own.end - 1)
  return last && periodAt(kind, last.start - 1)
}

/** The period of a kind in which one of another kind lies: by its first day; a window by its last. */
function periodAround(kind: PeriodKind, own: Period, ownKind: PeriodKind): Period | undefined {
  if (kind.id === ownKind.id) return own
  if (kind.is === 'window' && kind.of.id === ownKind.id) return periodAt(kind, own.start)
  return periodAt(kind, ownKind.is === 'window' ? own.end - 1 : own.start)
}

/** Whether a period of one kind counts in one of another. */
export function liesIn(
  source: Period,
  sourceKind: PeriodKind,
  target: Period,
  targetKind: PeriodKind,
): boolean {
  const holds = (day: number): boolean => target.start <= day && day < target.end
  if (sourceKind.is !== 'window')
    return holds(source.start) && !(targetKind.is === 'window' && source.end > target.end)
  if (sourceKind.id === targetKind.id) return source.start === target.start && source.end === target.end
  return holds(source.end - 1)
}
