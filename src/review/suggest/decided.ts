import { remembered } from '../../base/remembered.ts'
import type { Expr, Id, Output, Plan, Relation } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { stateAt } from '../../targets/evaluate/vector.ts'
import { applying } from './applying.ts'
import { type Goal, isMet, resultsOf, type Search } from './goal.ts'
import { mended } from './mended.ts'
import { probed } from './probe-values.ts'
import { reachAll } from './reach.ts'
import { rowsAsked } from './trial.ts'
import { type World, withRows } from './world.ts'

/** More rows than these are not what a case should give. */
const mostNamed = 12

/** How many worlds are gone on from, each with a reason of its own for having no result. */
const mostReasons = 24
/** How many runs are made to go on from one. */
const runsForReason = 300

/**
 * A world in which a clause has a result, looked for from reason to reason: of a world without one, the reason says what
 * might be mended. Where none is found, the last world that came nearest.
 */
export function decided(search: Search, world: World, output: Output): World {
  const goal: Goal = { is: 'state', grain: output.grain, column: output.column, state: 0 }
  const seen = new Set<string>()
  const waiting: World[] = [world]
  let nearest = world
  let nearestIsHeld = false
  for (let count = 0; count < mostReasons && search.budget.left > 0; count++) {
    const from = waiting.shift()
    if (!from) break
    if (isMet(search, from, goal)) return from
    const states = statesAt(search, from, output)
    if (states.length === 0) continue
    seen.add(states.join())
    if (!nearestIsHeld && states.some((state) => state >= firstHeld)) {
      nearest = from
      nearestIsHeld = true
    }
    const own: Search = { ...search, budget: { left: Math.min(runsForReason, search.budget.left) } }
    const before = own.budget.left
    for (const next of changed(own, from, output, states)) {
      if (own.budget.left <= 0) break
      if (isMet(own, next, goal)) return next
      const key = statesAt(own, next, output).join()
      if (key === '' || seen.has(key)) continue
      seen.add(key)
      waiting.push(next)
    }
    search.budget.left -= before - own.budget.left
  }
  return nearest
}

/** Why there is no result, over all rows of the clause; nothing where there are no rows. */
function statesAt(search: Search, world: World, { grain, column }: Output): readonly number[] {
  const results = resultsOf(search, world)
  if (!results) return []
  const { states } = results.engine.columns.get(column) ?? { states: undefined }
  return [...new Set(rowsAsked(results, grain).map((row) => stateAt(states, row)))].sort((a, b) => b - a)
}

function* changed(search: Search, world: World, output: Output, states: readonly number[]): Generator<World> {
  const column: Expr = { op: 'column', column: output.column }
  if (states.some((state) => state < firstHeld)) {
    const half: Search = { ...search, budget: { left: Math.ceil(search.budget.left / 2) } }
    const before = half.budget.left
    yield* reachAll(half, world, applying(search, column, true))
    search.budget.left -= before - half.budget.left
  }
  for (const state of states) yield* mended(search, world, output.grain, column, state)
  const named = withNamedRows(search, world)
  if (named !== world) yield named
  // What is not there cannot hold anything.
  for (const relation of search.plan.relations)
    if ((world.rows.get(relation.id) ?? []).length > 0 && !isReferredTo(search, world, relation))
      yield withRows(world, relation.id, [])
  yield* probed(search, world, [column])
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
