import { floorOf, less, type Rational } from '../../base/rational.ts'
import type { Expr } from '../../plan/plan.ts'
import { amongOthers, withFollower } from './among-others.ts'
import { applying } from './applying.ts'
import { copied } from './copies.ts'
import { anotherEarlier, earlierRows } from './earlier-rows.ts'
import { type Goal, isMet, type NumberGoal, numbersOf, resultsOf, type Search } from './goal.ts'
import { columnsSummed, countedRelations, countedWhere, type Knob, knobsOf, turnedTo } from './knobs.ts'
import { finer, moreRows } from './more-rows.ts'
import { reachParts } from './reach-parts.ts'
import { reachQuotient } from './reach-quotient.ts'
import type { ReachAll } from './reach-state.ts'
import { readIn } from './read-in.ts'
import { moves, turned, turnedTogether } from './turn-cell.ts'
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
  const knobs = straightFirst(search, goal, read).filter(
    ({ field: { type } }) => type.is === 'int' || type.is === 'date' || type.is === 'time',
  )
  yield* reachParts(search, world, goal, depth, reachAll)
  // Where nobody else is there, no cell moves a place among others.
  const isAmong = read.some((expr) => readIn(search.plan)(expr).amongOthers)
  if (isAmong && depth < 6) yield* withMore(search, world, goal, read)
  let passes = false
  for (const knob of movingFirst(search, world, goal, knobs))
    if (yield* turned(search, world, goal, knob)) passes = true
  for (const next of ofOthers(search, world, read)) if (isMet(search, next, goal)) yield next
  if (!isAmong && depth < 6) yield* withMore(search, world, goal, read)
  yield* finer(search, world, goal, read)
  yield* reachQuotient(search, world, goal, depth, reachAll)
  yield* moreRows(search, world, goal, read)
  // Where no row counts, no cell moves the number.
  if (depth < 6) {
    const asked = wheresOf(search, read).filter((one) => !isMet(search, world, one))
    const all = asked.length > 1 ? asManyAs(search, world, asked, depth, reachAll) : world
    if (all !== world) for (const knob of knobs) yield* turned(search, all, goal, knob)
    for (const one of asked)
      for (const next of reachAll(search, world, [one], depth + 1))
        for (const knob of knobs) yield* turned(search, next, goal, knob)
  }
  for (const relation of countedRelations(search, read)) {
    const rows = world.rows.get(relation.id) ?? []
    if (rows.length === 0) continue
    const [first] = rows
    const wanted = Number(floorOf(goal.bound))
    const most = wanted >= 0 && wanted < 60 ? wanted + 2 : 4
    const far: World[] = []
    const counts = [...Array.from({ length: most + 1 }, (_, i) => i), ...(goal.want === 'at' ? [] : manyRows)]
    for (const count of counts) {
      if (count === rows.length || !first) continue
      const next = withRows(world, relation.id, copied(relation, first, count))
      if (closeBy(search, next, goal)) yield next
      else if (isMet(search, next, goal)) far.push(next)
    }
    // What is larger, and no more than that, need not be near.
    yield* far.slice(0, 1)
  }
  for (const knob of knobs) yield* turnedTogether(search, world, goal, knob)
  if (!passes && depth < 6)
    for (const next of earlierRows(search, world, read))
      for (const knob of knobs) yield* turned(search, next, goal, knob)
}

/** Worlds in which a row that counts is another's, as an approval that somebody else has given. */
function* ofOthers(search: Search, world: World, read: readonly Expr[]): Generator<World> {
  const counted = countedRelations(search, read)
  for (const knob of knobsOf(search, read)) {
    if (knob.is !== 'cell' || knob.field.type.is !== 'ref' || !counted.includes(knob.relation)) continue
    const { relation: named } = knob.field.type
    const { key } = search.plan.relations.find(({ id }) => id === named) ?? {}
    const rows = world.rows.get(knob.relation.id) ?? []
    if (key === undefined || rows.length !== 1 || named === knob.relation.id) continue
    for (const other of (world.rows.get(named) ?? []).slice(0, mostOthers)) {
      const text = other.get(key)
      if (text !== rows[0]?.get(knob.field.id)) yield turnedTo(search, world, knob, 0, text)
    }
  }
}

const mostOthers = 8

/** What else has rows of its own: those below somebody, others beside, an earlier period. */
function* withMore(search: Search, world: World, goal: NumberGoal, read: readonly Expr[]): Generator<World> {
  const all = read.map((expr) => readIn(search.plan)(expr))
  const more = [
    withFollower,
    ...(all.some((one) => one.amongOthers) ? [amongOthers] : []),
    ...(all.some((one) => one.otherPeriods) ? [anotherEarlier] : []),
  ]
  const counted = countedRelations(search, read)
  const knobs = knobsOf(search, read).filter(
    (knob) => knob.is === 'cell' && knob.field.type.is === 'int' && counted.includes(knob.relation),
  )
  for (const worlds of more)
    for (const next of worlds(search, world, read)) {
      if (isMet(search, next, goal)) yield next
      for (const knob of knobs.slice(0, mostTurned)) yield* turned(search, next, goal, knob)
    }
}

const mostTurned = 3

/** What one row cannot bring about within its own limits, many may. */
const manyRows = [8, 16, 32]

/** Few cells are turned as they stand; of many, those that move the number at all come first. */
const fewKnobs = 4

/** Looked for one by one: whoever takes the first asks nothing of the others. */
function* movingFirst(
  search: Search,
  world: World,
  goal: NumberGoal,
  knobs: readonly Knob[],
): Generator<Knob> {
  const others: Knob[] = []
  for (const knob of knobs)
    if (knobs.length <= fewKnobs || moves(search, world, goal, knob)) yield knob
    else others.push(knob)
  yield* others
}

/** The cells that a number hangs on: those that it is divided by last, since the line in them is bent. */
function straightFirst(search: Search, { value }: NumberGoal, read: readonly Expr[]): readonly Knob[] {
  const all = knobsOf(search, read)
  if (!value.d) return all
  const bent = new Set(knobsOf(search, [value.d]))
  return [...all.filter((knob) => !bent.has(knob)), ...all.filter((knob) => bent.has(knob))]
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
  return [
    ...countedWhere(search, exprs).flatMap((id): readonly Goal[] => {
      const where = search.column(id)
      return where ? [{ is: 'code', grain: where.grain, expr: where.expr, code: 1n, holds: true }] : []
    }),
    ...columnsSummed(search, exprs).flatMap((column) => applying(search, { op: 'column', column }, true)),
  ]
}

/** A world in which as many of some goals are met as can be, in their order. */
function asManyAs(
  search: Search,
  world: World,
  goals: readonly Goal[],
  depth: number,
  reachAll: ReachAll,
): World {
  let best = world
  let kept = search.kept ?? []
  for (const goal of goals)
    for (const next of reachAll({ ...search, kept }, best, [goal], depth + 1)) {
      best = next
      kept = [...kept, goal]
      break
    }
  return best
}
