import { remembered } from '../../base/remembered.ts'
import type { Expr, Id, Output, Plan, Relation } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { applying } from './applying.ts'
import { filled, zeroColumns } from './filled.ts'
import { type Goal, isMet, resultsOf, type Search } from './goal.ts'
import { mended } from './mended.ts'
import { probed } from './probe-values.ts'
import { reachAll } from './reach.ts'
import { partOf, readRows } from './trial.ts'
import { type World, withRows } from './world.ts'

/** More rows than these are not what a case should give. */
const mostNamed = 12

/** How many worlds are gone on from, each with a reason of its own for having no result. */
const mostReasons = 24
/** How many runs are made to go on from one. */
const runsForReason = 400

/** What is to have a value; with `nonzero`, one that is not 0. */
export type Aim = { readonly grain: Id; readonly expr: Expr; readonly nonzero?: boolean }

/** The result of a clause. */
export function resultOf({ grain, column }: Output): Aim {
  return { grain, expr: { op: 'column', column } }
}

export function nonzero({ grain, expr }: Aim): Goal {
  return { is: 'code', grain, expr, code: 0n, holds: false }
}

/** Whether it has. */
export function isThere(search: Search, world: World, { grain, expr, nonzero }: Aim): boolean {
  const results = resultsOf(search, world)
  return (
    results !== undefined &&
    readRows(results, grain, expr).some(({ state, n }) => state === 0 && !(nonzero === true && n === 0n))
  )
}

/**
 * A world in which an expression has a value, looked for from reason to reason: of a world without one, the reason says what
 * might be mended. What is kept of the search stays so. Where none is found, the last world that came nearest.
 */
export function decided(search: Search, world: World, aim: Aim): World {
  const isMeant = (own: Search, next: World) =>
    isThere(own, next, aim) && (search.kept ?? []).every((goal) => isMet(own, next, goal))
  if (isMeant(search, world)) return world
  const seen = new Set([reasonsOf(search, world, aim)])
  const waiting: Place[] = [placeOf(search, world, aim)]
  let nearest = world
  let nearestIsHeld = false
  let opened = 0
  while (search.budget.left > 0) {
    const place = takenNearest(waiting)
    if (!place) break
    if (place.isNew) {
      if (++opened > mostReasons) break
      place.isNew = false
      if (!nearestIsHeld && place.states.some((state) => state >= firstHeld)) {
        nearest = place.world
        nearestIsHeld = true
      }
    }
    for (let way = place.ways.next(); !way.done && place.own.budget.left > 0; way = place.ways.next()) {
      const next = way.value
      if (isMeant(place.own, next)) return next
      const key = reasonsOf(place.own, next, aim)
      if (key === '' || seen.has(key)) continue
      seen.add(key)
      const found = placeOf(search, next, aim)
      waiting.push(found)
      // What is nearer is gone on from at once, and only then is this gone on with.
      if (found.zeros < place.zeros) {
        waiting.push(place)
        break
      }
    }
  }
  return nearest
}

/** Where a search goes on from. `zeros`: how many numbers on the way are 0 still; none is known where there is no value. */
type Place = {
  readonly world: World
  readonly states: readonly number[]
  readonly zeros: number
  readonly own: Search
  readonly ways: Iterator<World, unknown>
  isNew: boolean
}

function placeOf(search: Search, world: World, aim: Aim): Place {
  const states = statesAt(search, world, aim)
  const isZero = aim.nonzero === true && states.includes(0)
  const own: Search = { ...search, budget: partOf(search.budget, runsForReason) }
  return {
    world,
    states,
    // What has a value, and stays 0, is nearer than what has none.
    zeros: isZero ? zeroColumns(search, world, aim.grain, aim.expr).length : Number.POSITIVE_INFINITY,
    own,
    ways: states.length === 0 ? [].values() : changed(own, world, aim, states),
    isNew: true,
  }
}

/** Of what waits the nearest, the first of several. */
function takenNearest(waiting: Place[]): Place | undefined {
  const least = Math.min(...waiting.map(({ zeros }) => zeros))
  const at = waiting.findIndex(({ zeros }) => zeros === least)
  return at < 0 ? undefined : waiting.splice(at, 1)[0]
}

/** What keeps an expression from being as it is to be, as a text; empty where there are no rows. */
function reasonsOf(search: Search, world: World, aim: Aim): string {
  const states = statesAt(search, world, aim)
  const { grain, expr, nonzero } = aim
  const zeros = nonzero === true && states.includes(0) ? zeroColumns(search, world, grain, expr) : []
  return [...states, ...zeros].join()
}

/** Why there is no value, over all rows; nothing where there are no rows. */
function statesAt(search: Search, world: World, { grain, expr }: Aim): readonly number[] {
  const results = resultsOf(search, world)
  const states = results ? readRows(results, grain, expr).map(({ state }) => state) : []
  return [...new Set(states)].sort((a, b) => b - a)
}

function* changed(search: Search, world: World, aim: Aim, states: readonly number[]): Generator<World> {
  const { grain, expr } = aim
  if (states.some((state) => state !== 0 && state < firstHeld)) {
    const half: Search = { ...search, budget: partOf(search.budget, Math.ceil(search.budget.left / 2)) }
    yield* reachAll(half, world, applying(search, expr, true))
  }
  if (aim.nonzero === true && states.includes(0)) yield* filled(search, world, grain, expr)
  for (const state of states) if (state !== 0) yield* mended(search, world, grain, expr, state)
  const named = withNamedRows(search, world)
  if (named !== world) yield named
  // What is not there cannot hold anything.
  for (const relation of search.plan.relations)
    if ((world.rows.get(relation.id) ?? []).length > 0 && !isReferredTo(search, world, relation))
      yield withRows(world, relation.id, [])
  yield* probed(search, world, [expr])
}

function isReferredTo({ plan }: Search, world: World, { id }: Relation): boolean {
  return plan.relations.some(({ id: other, fields }) =>
    fields.some(
      ({ id: field, type }) =>
        type.is === 'ref' &&
        type.relation === id &&
        other !== id &&
        (world.rows.get(other) ?? []).some((row) => row.get(field) !== undefined),
    ),
  )
}

/** With a row of each key that the policy itself names: some of them it may need all. */
function withNamedRows({ plan }: Search, world: World): World {
  return plan.relations.reduce((next, { id, key }) => {
    const rows = next.rows.get(id) ?? []
    const [first] = rows
    const names = namedKeys(plan)(id)
    if (!first || key === undefined || names.length === 0 || names.length > mostNamed) return next
    const missing = names.filter((name) => !rows.some((row) => row.get(key) === name))
    if (missing.length === 0) return next
    return withRows(next, id, [...rows, ...missing.map((name) => new Map(first).set(key, name))])
  }, world)
}

/** The keys of a record that a plan compares with those of its rows. */
const namedKeys = remembered((plan: Plan) => {
  const keys = new Map(plan.relations.map(({ id, key }) => [id, key]))
  const found = new Map<Id, Set<string>>()
  const visit = (expr: Expr): void => {
    if (expr.op === 'same')
      for (const [a, b] of [
        [expr.a, expr.b],
        [expr.b, expr.a],
      ] as const)
        if (
          a.op === 'field' &&
          b.op === 'const' &&
          typeof b.value === 'string' &&
          keys.get(a.relation) === a.field
        )
          found.set(a.relation, (found.get(a.relation) ?? new Set()).add(b.value))
    for (const part of partsOf(expr)) visit(part)
  }
  for (const { expr } of plan.columns) visit(expr)
  return (relation: Id): readonly string[] => [...(found.get(relation) ?? [])]
})
