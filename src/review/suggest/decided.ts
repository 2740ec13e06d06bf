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
const runsForReason = 300

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
  const seen = new Set<string>()
  const waiting: World[] = [world]
  let nearest = world
  let nearestIsHeld = false
  for (let count = 0; count < mostReasons && search.budget.left > 0; count++) {
    const from = waiting.shift()
    if (!from) break
    if (isMeant(search, from)) return from
    const states = statesAt(search, from, aim)
    if (states.length === 0) continue
    seen.add(reasonsOf(search, from, aim))
    if (!nearestIsHeld && states.some((state) => state >= firstHeld)) {
      nearest = from
      nearestIsHeld = true
    }
    const own: Search = { ...search, budget: partOf(search.budget, runsForReason) }
    for (const next of changed(own, from, aim, states)) {
      if (own.budget.left <= 0) break
      if (isMeant(own, next)) return next
      const key = reasonsOf(own, next, aim)
      if (key === '' || seen.has(key)) continue
      seen.add(key)
      // What has a value, and stays 0, is nearer than what has none.
      if (aim.nonzero === true && statesAt(own, next, aim).includes(0)) waiting.unshift(next)
      else waiting.push(next)
    }
  }
  return nearest
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
