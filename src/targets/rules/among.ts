import { periodAt } from '../../calendar/periods.ts'
import type { Expr, Id, ShareRemainder } from '../../plan/plan.ts'
import { firstHeld, used, usedOffset } from '../../plan/states.ts'
import { isNotApplicable } from './aggregate.ts'
import { need } from './model.ts'
import { compareSpots } from './order.ts'
import { liesIn } from './place.ts'
import { spotsOf } from './spots.ts'
import { big, type Found, failing, present, type Spot, type World } from './world.ts'

type Share = Extract<Expr, { op: 'share' }>
type Group = { readonly rows: readonly Spot[]; readonly held: number }

/** The place of a row among those of its period, or group: 1 for the largest, equal ones alike. */
export function rankAt(world: World, expr: Extract<Expr, { op: 'rank' }>, spot: Spot): Found {
  const within = expr.within === undefined ? [] : [expr.within]
  const group = groupOf(world, spot, within, [expr.value], samePeriod(world, spot))
  if (typeof group === 'number') return failing(group)
  if (group.held !== 0) return failing(group.held)
  const { value, denominator } = expr
  const at = (id: Id | undefined, row: Spot): bigint => (id === undefined ? 1n : big(world.column(id, row)))
  const larger = group.rows.filter(
    (row) => at(value, row) * at(denominator, spot) > at(value, spot) * at(denominator, row),
  )
  return present(BigInt(larger.length + 1))
}

/** A row's part of a pool in proportion to its weight: the parts of a group make up its pool. */
export function shareAt(world: World, expr: Share, spot: Spot): Found {
  const rows = expr.periods === undefined ? samePeriod(world, spot) : ownPeriods(world, spot, expr.periods)
  const within = expr.periods === undefined ? (expr.within ?? []) : []
  const group = groupOf(world, spot, within, [expr.pool, expr.weight], rows)
  if (typeof group === 'number') return failing(group)
  if (group.held !== 0) return failing(group.held)
  const weightOf = (row: Spot): bigint => big(world.column(expr.weight, row))
  const total = group.rows.reduce((sum, row) => sum + weightOf(row), 0n)
  if (total === 0n || group.rows.some((row) => weightOf(row) < 0n)) return failing(expr.state)
  const ordered = [...group.rows].sort((a, b) => compareSpots(world, a, b))
  const own = ordered.findIndex((row) => isSame(row, spot))
  const pool = big(world.column(expr.pool, ordered[0] ?? spot))
  const size = pool < 0n ? -pool : pool
  const weights = ordered.map(weightOf)
  const parts =
    expr.remainder === undefined
      ? apportioned(size, weights, total)
      : inUnits(world, size, ordered, weights, total, expr.remainder)
  if (typeof parts === 'number') return failing(parts)
  const part = parts[own] ?? 0n
  return present(pool < 0n ? -part : part)
}

function isSame(a: Spot, b: Spot): boolean {
  return a.row === b.row && a.period?.start === b.period?.start && a.period?.end === b.period?.end
}

function samePeriod(world: World, spot: Spot): readonly Spot[] {
  const { relation } = need(world.model.grains, spot.grain)
  const count = relation === undefined ? 1 : world.count(relation)
  return Array.from({ length: count }, (_, row) => ({ ...spot, row }))
}

/** The periods of one subject that lie in the same period of another kind. */
function ownPeriods(world: World, spot: Spot, id: Id): readonly Spot[] {
  const kind = need(world.model.kinds, id)
  const own = spot.period
  const outer = own && periodAt(kind, own.start)
  if (!own || !outer) return [spot]
  const ownKind = need(world.model.kinds, own.kind)
  return spotsOf(world, spot.grain, { from: outer.start, until: outer.end - 1 }).filter(
    ({ row, period }) => row === spot.row && period !== undefined && liesIn(period, ownKind, outer, kind),
  )
}

/** The rows that stand with a row in its group; the state of a row that stands in none. */
function groupOf(
  world: World,
  spot: Spot,
  within: readonly Id[],
  inputs: readonly Id[],
  rows: readonly Spot[],
): Group | number {
  const stateOf = (row: Spot): number => {
    const out = inputs.map((id) => world.column(id, row).state).find(isNotApplicable)
    return out ?? Math.max(0, ...within.map((id) => used(world.column(id, row).state)))
  }
  const own = stateOf(spot)
  if (own !== 0) return own
  const key = (row: Spot): string => JSON.stringify(within.map((id) => String(world.column(id, row).value)))
  const members: Spot[] = []
  let held = 0
  for (const row of rows) {
    const state = stateOf(row)
    if (state >= firstHeld) held = Math.max(held, state)
    if (state !== 0 || key(row) !== key(spot)) continue
    members.push(row)
    for (const id of inputs) {
      const input = world.column(id, row).state
      if (input >= firstHeld) held = Math.max(held, input)
    }
  }
  return { rows: members, held }
}

/** Whole units in proportion; what is left goes one by one to the largest remainders, of equal ones to the first. */
function apportioned(size: bigint, weights: readonly bigint[], total: bigint): readonly bigint[] {
  const wholes = weights.map((weight) => (size * weight) / total)
  const left = Number(size - wholes.reduce((sum, part) => sum + part, 0n))
  const byRest = weights
    .map((weight, i) => ({ i, rest: (size * weight) % total }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1))
  const extra = new Set(byRest.slice(0, left).map(({ i }) => i))
  return wholes.map((whole, i) => whole + (extra.has(i) ? 1n : 0n))
}

/** Multiples of a unit; what is left goes to one row. A state where nobody can take it. */
function inUnits(
  world: World,
  size: bigint,
  rows: readonly Spot[],
  weights: readonly bigint[],
  total: bigint,
  remainder: ShareRemainder,
): readonly bigint[] | number {
  const unit = BigInt(remainder.unit)
  const parts = weights.map((weight) => ((size * weight) / (total * unit)) * unit)
  const left = size - parts.reduce((sum, part) => sum + part, 0n)
  const { order, to } = remainder
  const places = rows.map((row) => (order === undefined ? undefined : world.column(order, row)))
  const held = places.map((place) => place?.state ?? 0).filter((state) => state >= usedOffset)
  if (held.length > 0) return Math.max(...held)
  const able = rows.map((_, i) => i).filter((i) => (places[i]?.state ?? 0) === 0)
  const better = (a: number, b: number): boolean => {
    if (to === 'largest') return (weights[a] ?? 0n) > (weights[b] ?? 0n)
    const [x, y] = [places[a], places[b]]
    if (x === undefined || y === undefined) return to === 'last'
    return to === 'first' ? big(x) < big(y) : big(x) > big(y)
  }
  const taker = able.reduce<number | undefined>(
    (best, i) => (best === undefined || better(i, best) ? i : best),
    undefined,
  )
  if (taker === undefined) return left === 0n ? parts : remainder.nobody
  return parts.map((part, i) => (i === taker ? part + left : part))
}
