import { floorOf, less, type Rational } from '../../base/rational.ts'
import type { Expr } from '../../plan/plan.ts'
import { cellOf, digitsOf } from './cells.ts'
import { copied } from './copies.ts'
import { type Goal, isMet, type NumberGoal, numbersOf, resultsOf, type Search } from './goal.ts'
import { countedRelations, countedWhere, type Knob, knobsOf, rowsOf, textAt, turnedTo } from './knobs.ts'
import type { ReachAll } from './reach-state.ts'
import { beside, type Line, solved } from './solve-line.ts'

import { type World, withRows } from './world.ts'

/**
 * Worlds in which a number lies just below, at or just above a bound. Whatever stands between a cell and the number, it
 * is nearly always a straight line in that cell: two values show which, and the cell that meets the bound follows.
 */
export function* reachNumber(
  search: Search,
  world: World,
  goal: NumberGoal,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  const read = [
    goal.value.n,
    ...(goal.value.d ? [goal.value.d] : []),
    ...(goal.less ? [goal.less.n, ...(goal.less.d ? [goal.less.d] : [])] : []),
  ]
  const knobs = knobsOf(search, read).filter(
    ({ field: { type } }) => type.is === 'int' || type.is === 'date' || type.is === 'time',
  )
  for (const knob of knobs) yield* turned(search, world, goal, knob)
  // Where no row counts, no cell moves the number.
  if (depth < 6)
    for (const asked of wheresOf(search, read))
      if (!isMet(search, world, asked))
        for (const next of reachAll(search, world, [asked], depth + 1))
          for (const knob of knobs) yield* turned(search, next, goal, knob)
  for (const relation of countedRelations(search, read)) {
    const rows = world.rows.get(relation.id) ?? []
    if (rows.length === 0) continue
    const [first] = rows
    const wanted = Number(floorOf(goal.bound))
    const most = wanted >= 0 && wanted < 60 ? wanted + 2 : 4
    const far: World[] = []
    for (let count = 0; count <= most; count++) {
      if (count === rows.length || !first) continue
      const next = withRows(world, relation.id, copied(relation, first, count))
      if (closeBy(search, next, goal)) yield next
      else if (isMet(search, next, goal)) far.push(next)
    }
    // What is larger, and no more than that, need not be near.
    yield* far.slice(0, 1)
  }
  yield* finer(search, world, goal, read)
  yield* mixed(search, world, goal, read)
}

/** An average of more rows comes in smaller steps. */
function* finer(search: Search, world: World, goal: NumberGoal, read: readonly Expr[]): Generator<World> {
  if (goal.value.d === undefined || goal.want === 'at') return
  for (const relation of countedRelations(search, read)) {
    const rows = world.rows.get(relation.id) ?? []
    const [first] = rows
    if (!first || rows.length !== 1) continue
    const next = withRows(world, relation.id, copied(relation, first, 10))
    for (const knob of knobsOf(search, read))
      if (knob.is === 'cell' && knob.relation === relation && knob.field.type.is === 'int')
        yield* turned(search, next, goal, knob)
  }
}

/** Values far from one another: none, one, a hundred, the limits of a field where they are near. */
export function landmarks(search: Search, world: World, knob: Knob): readonly bigint[] {
  const { type } = knob.field
  if (type.is !== 'int') return []
  const one = 10n ** BigInt(type.scale)
  const now = digitsOf(search.plan, knob.field, textAt(search, world, knob, 0)) ?? one
  const limits = [BigInt(type.min), BigInt(type.max)].filter((at) => at <= 1000n * one && at >= -one)
  return [...new Set([0n, one, 100n * one, now * 10n, now * 100n, ...limits])].filter((at) => at !== now)
}

/** Sums of what rows of different kinds give: rows of some kinds, up to four together. */
function* mixed(search: Search, world: World, goal: NumberGoal, read: readonly Expr[]): Generator<World> {
  for (const relation of countedRelations(search, read)) {
    const [first] = world.rows.get(relation.id) ?? []
    const kinds = knobsOf(search, read).find(
      (knob) => knob.is === 'cell' && knob.relation === relation && knob.field.type.is === 'enum',
    )
    if (!first || kinds?.field.type.is !== 'enum') continue
    const { values } = kinds.field.type
    for (const chosen of choices(values.slice(0, 8), 4)) {
      if (search.budget.left <= 0) return
      const rows = copied(relation, first, chosen.length).map((row, i) =>
        new Map(row).set(kinds.field.id, chosen[i] ?? ''),
      )
      const next = withRows(world, relation.id, rows)
      if (closeBy(search, next, goal)) yield next
    }
  }
}

/** Every choice of one to so many things, the same one as often as wanted, the fewest first. */
function* choices(items: readonly string[], most: number): Generator<readonly string[]> {
  for (let count = 1; count <= most; count++) yield* ofCount(items, count, 0)
}

function* ofCount(items: readonly string[], count: number, from: number): Generator<readonly string[]> {
  if (count === 0) {
    yield []
    return
  }
  for (let i = from; i < items.length; i++)
    for (const rest of ofCount(items, count - 1, i)) yield [items[i] ?? '', ...rest]
}

/** Of whole numbers the nearest on the wanted side; of others whichever lies there. */
function closeBy(search: Search, world: World, goal: NumberGoal): boolean {
  if (!isMet(search, world, goal)) return false
  if (goal.want === 'at') return true
  const results = resultsOf(search, world)
  if (!results) return false
  const gap: Rational = { n: goal.bound.n + goal.bound.d, d: goal.bound.d }
  const low: Rational = { n: goal.bound.n - goal.bound.d, d: goal.bound.d }
  return numbersOf(results, goal).some((number) =>
    goal.want === 'above'
      ? !less(gap, number) && less(goal.bound, number)
      : !less(number, low) && less(number, goal.bound),
  )
}

/** What rows must be to count, for everything that is added up on the way. */
function wheresOf(search: Search, exprs: readonly Expr[]): readonly Goal[] {
  return countedWhere(search, exprs).flatMap((id): readonly Goal[] => {
    const where = search.column(id)
    return where ? [{ is: 'code', grain: where.grain, expr: where.expr, code: 1n, holds: true }] : []
  })
}

function* turned(search: Search, world: World, goal: NumberGoal, knob: Knob): Generator<World> {
  const rows = rowsOf(world, knob)
  for (const at of rows > 1 ? [0, rows - 1] : [0]) {
    const start = digitsOf(search.plan, knob.field, textAt(search, world, knob, at))
    if (start === undefined) continue
    const line = lineOf(search, world, goal, knob, at)
    const found = solved(line, goal.bound, start, triesFor(start, knob), landmarks(search, world, knob))
    if (!found) continue
    const digits = goal.want === 'at' ? found.at : beside(line, goal, found)
    const next = digits === undefined ? undefined : withDigits(search, world, knob, at, digits)
    if (next && isMet(search, next, goal)) yield next
  }
}

/** The number as it hangs on one cell. */
export function lineOf(search: Search, world: World, goal: NumberGoal, knob: Knob, at: number): Line {
  const known = new Map<bigint, Rational | undefined>()
  const measured = (digits: bigint): Rational | undefined => {
    const next = withDigits(search, world, knob, at, digits)
    const results = next && resultsOf(search, next)
    if (!results) return undefined
    const numbers = numbersOf(results, goal)
    return numbers[Math.min(at, numbers.length - 1)]
  }
  return (digits) => {
    const value = known.has(digits) ? known.get(digits) : measured(digits)
    known.set(digits, value)
    return value
  }
}

export function withDigits(
  search: Search,
  world: World,
  knob: Knob,
  at: number,
  digits: bigint,
): World | undefined {
  const text = cellOf(search.plan, knob.field, digits)
  return text === undefined ? undefined : turnedTo(search, world, knob, at, text)
}

/** Cells at which the number may be another than at the first. */
export function triesFor(start: bigint, { field }: Knob): readonly bigint[] {
  const size = start < 0n ? -start : start
  const tries =
    field.type.is === 'int'
      ? [start + (size === 0n ? 100n : size / 2n + 1n), start * 3n + 7n, start / 2n, start + 1n, 0n]
      : field.type.is === 'date'
        ? [start + 1n, start - 1n, start + 10n, start - 10n]
        : [start + 3600n, start - 3600n, start + 86_400n]
  return tries.filter((cell) => cell !== start)
}
