import { unreachable } from '../../base/unreachable.ts'
import type { Aggregate, Id } from '../../plan/plan.ts'
import { firstHeld, used } from '../../plan/states.ts'
import { need, relationAt } from './model.ts'
import { compareSpots, compareText } from './order.ts'
import { begins, liesIn, reach, startOf } from './place.ts'
import { spotsOf } from './spots.ts'
import { big, type Found, failing, present, type Spot, truth, type World } from './world.ts'

/** What the rows of another grain that belong to this row come to. */
export function aggregateAt(world: World, aggregate: Aggregate, spot: Spot): Found {
  const { rows, held } = countedAt(world, aggregate, spot)
  switch (aggregate.fn) {
    case 'count':
      return held === 0 ? present(BigInt(rows.length)) : failing(held)
    case 'any':
    case 'all': {
      if (held !== 0) return failing(held)
      const holds = (row: Spot): boolean => world.column(aggregate.value ?? '', row).value !== 0n
      return truth(aggregate.fn === 'any' ? rows.some(holds) : rows.every(holds))
    }
    case 'sum': {
      const sum = rows.reduce((total, row) => total + big(world.column(aggregate.value ?? '', row)), 0n)
      const { limit } = aggregate
      const outside = limit !== undefined && (sum < BigInt(limit.min) || sum > BigInt(limit.max))
      const state = Math.max(held, outside ? limit.state : 0)
      return state === 0 ? present(sum) : failing(state)
    }
    case 'min':
    case 'max':
    case 'only':
    case 'first':
    case 'last':
    case 'nth': {
      const several = aggregate.fn === 'only' && rows.length > 1
      const chosen = several ? undefined : chosenOf(world, aggregate, rows)
      const own = several ? aggregate.several : chosen === undefined ? aggregate.empty : 0
      const state = held === 0 ? own : several ? Math.max(own, held) : held
      if (state !== 0 || chosen === undefined) return failing(state)
      return world.column(
        (aggregate.part === 'denominator' ? aggregate.denominator : aggregate.value) ?? '',
        chosen,
      )
    }
    default:
      return unreachable(aggregate.fn)
  }
}

/** A held state of two: the larger; a not-applicable one holds nothing. */
export function heldOf(a: number, b: number): number {
  return Math.max(a >= firstHeld ? a : 0, b >= firstHeld ? b : 0)
}

export function isNotApplicable(state: number): boolean {
  return state > 0 && state < firstHeld
}

/** The rows that count for one spot, and the state with which others hold it. */
function countedAt(
  world: World,
  aggregate: Aggregate,
  spot: Spot,
): { readonly rows: readonly Spot[]; readonly held: number } {
  const rows: Spot[] = []
  let held = 0
  for (const { at, loose } of candidates(world, aggregate, spot)) {
    const fate = fateOf(world, aggregate, at)
    if (fate === 'left-out') continue
    if (fate === 0 && loose === 0) rows.push(at)
    else held = Math.max(held, fate, loose)
  }
  return { rows, held }
}

/** Rows that belong to a spot, or may (`loose`: the state of a period that is not known). */
function candidates(
  world: World,
  aggregate: Aggregate,
  spot: Spot,
): readonly { readonly at: Spot; readonly loose: number }[] {
  const { model } = world
  const target = need(model.grains, spot.grain)
  const bySubject = aggregate.at.path !== undefined && target.relation !== undefined
  const byPeriod = aggregate.at.period !== undefined && target.period !== undefined
  const found: { at: Spot; loose: number }[] = []
  for (const at of bySubject ? ofSubject(world, aggregate, spot) : sourceSpots(world, aggregate, spot)) {
    const place = byPeriod ? periodOf(world, aggregate, at, spot) : true
    if (place !== false) found.push({ at, loose: place === true ? 0 : place })
  }
  return found
}

/** The rows of the source that lead to the subject of a spot: all are gone through once for all subjects. */
export function ofSubject(
  world: World,
  aggregate: Pick<Aggregate, 'source' | 'at'>,
  spot: Spot,
): readonly Spot[] {
  const { source, at } = aggregate
  const period = need(world.model.grains, source).period
  const key = JSON.stringify([
    'aggregate',
    source,
    at.row,
    at.path,
    period && [spot.period?.start, spot.period?.end],
  ])
  const groups = world.once(key, () => {
    const made = new Map<bigint | string, Spot[]>()
    for (const row of sourceSpots(world, aggregate, spot)) {
      const subject = reach(world, row, at.path ?? [], at.row)
      if (subject.state !== 0) noteUnplaced(world, source, row, subject.state, absentByRight(world, row, at))
      else if (made.get(subject.value)?.push(row) === undefined) made.set(subject.value, [row])
    }
    return made
  })
  return groups.get(BigInt(spot.row)) ?? []
}

/** A row of which it is not known whose it is belongs to nobody: whoever runs the rules is told. */
function noteUnplaced(
  world: World,
  source: Id,
  row: Spot,
  state: number,
  byRight: ReadonlySet<number>,
): void {
  if (isNotApplicable(state) || byRight.has(state)) return
  const { relation } = need(world.model.grains, source)
  if (relation !== undefined)
    world.unplaced.set(`${relation} ${row.row}`, { record: relation, row: row.row, state })
}

/** The states of references that may be empty: such a row is nobody's by right. */
function absentByRight(world: World, spot: Spot, { row, path = [] }: Aggregate['at']): ReadonlySet<number> {
  const { model } = world
  const states = new Set<number>()
  if (row !== undefined)
    for (const { fields } of model.relations.values())
      for (const field of fields) if (field.optional && field.type.is === 'ref') states.add(field.missing)
  const start = startOf(world, spot, row)
  for (const [i, id] of path.entries()) {
    const field = need(need(model.fields, relationAt(model, start, path.slice(0, i))), id)
    if (field.optional) states.add(field.missing)
  }
  return states
}

/**
 * The rows of a source that may count in a period: of periods those that lie in it. Where each has a day of its own, as
 * parts that are paid later do, all since the data begins.
 */
function sourceSpots(
  world: World,
  { source, at }: Pick<Aggregate, 'source' | 'at'>,
  { period }: Spot,
): readonly Spot[] {
  if (period === undefined) return spotsOf(world, source)
  const own = need(world.model.grains, source).period
  const later = own !== undefined && at.period !== undefined && at.period.is !== 'own'
  const from = later ? begins(world, need(world.model.kinds, own)) : period.start
  return spotsOf(world, source, { from: Math.min(from, period.start), until: period.end - 1 })
}

/** Whether a row counts in the spot's period; a state where that is not known. */
function periodOf(world: World, { at }: Aggregate, row: Spot, spot: Spot): boolean | number {
  const target = spot.period
  if (at.period === undefined || target === undefined) return true
  const { kinds } = world.model
  if (at.period.is === 'own')
    return (
      row.period !== undefined &&
      liesIn(row.period, need(kinds, row.period.kind), target, need(kinds, target.kind))
    )
  const day = world.column(at.period.column, row)
  if (day.state !== 0) return isNotApplicable(day.state) ? false : day.state
  return target.start <= Number(big(day)) && Number(big(day)) < target.end
}

/** What one row does: counts (0), is left out, or holds with a state. */
function fateOf(world: World, aggregate: Aggregate, row: Spot): 'left-out' | number {
  let held = 0
  if (aggregate.where !== undefined) {
    const test = world.column(aggregate.where, row)
    if (isNotApplicable(test.state) || (test.state === 0 && test.value === 0n)) return 'left-out'
    held = test.state
  }
  for (const id of [aggregate.value, aggregate.denominator]) {
    if (id === undefined) continue
    const { state } = world.column(id, row)
    if (isNotApplicable(state)) return 'left-out'
    held = heldOf(held, state)
  }
  if (aggregate.order !== undefined) held = heldOf(held, used(world.column(aggregate.order, row).state))
  return held
}

/** The one row whose value is given. */
function chosenOf(world: World, aggregate: Aggregate, rows: readonly Spot[]): Spot | undefined {
  if (aggregate.fn === 'nth') return nthOf(world, aggregate, rows)
  const before = comparison(world, aggregate)
  return rows.reduce<Spot | undefined>(
    (chosen, row) => (chosen === undefined || before(row, chosen) ? row : chosen),
    undefined,
  )
}

function comparison(world: World, aggregate: Aggregate): (row: Spot, other: Spot) => boolean {
  const { fn, order, value = '', denominator } = aggregate
  const at = (id: Id, row: Spot): bigint => big(world.column(id, row))
  if (fn === 'first' || fn === 'last')
    return (row, other) => {
      const days = order === undefined ? 0n : at(order, row) - at(order, other)
      const found = days === 0n ? compareSpots(world, row, other) : days > 0n ? 1 : -1
      return fn === 'first' ? found < 0 : found > 0
    }
  const least = fn === 'min'
  return (row, other) => {
    const left = at(value, row) * (denominator === undefined ? 1n : at(denominator, other))
    const right = at(value, other) * (denominator === undefined ? 1n : at(denominator, row))
    // Of equal fractions the one in smaller numbers, so that both halves are of one row.
    if (left === right) return denominator !== undefined && at(denominator, row) < at(denominator, other)
    return least ? left < right : left > right
  }
}

/** The row at `index` in the order of the keys that `order` names; of equal ones the larger `then`. */
function nthOf(world: World, aggregate: Aggregate, rows: readonly Spot[]): Spot | undefined {
  const { order = '', then, index = 1 } = aggregate
  const { type } = need(world.model.columns, order)
  const keyOf = (row: Spot): string =>
    type.is === 'ref' ? world.keyOf(type.relation, Number(big(world.column(order, row)))) : ''
  const sorted = [...rows].sort((a, b) => {
    const keys = compareText(keyOf(a), keyOf(b))
    if (keys !== 0) return keys
    const after = then === undefined ? 0n : big(world.column(then, b)) - big(world.column(then, a))
    return after === 0n ? compareSpots(world, a, b) : after > 0n ? 1 : -1
  })
  return sorted[index - 1]
}
