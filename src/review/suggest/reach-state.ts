import type { Expr, Id } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { copied } from './copies.ts'
import type { Goal, Search } from './goal.ts'
import { statesOf } from './states-of.ts'
import { changed, type World, withCell, withRows } from './world.ts'

export type ReachAll = (
  search: Search,
  world: World,
  goals: readonly Goal[],
  depth?: number,
) => Generator<World>

/** Worlds in which a result is held, or left out, with a state: by the way on which it comes about. */
export function* reachState(
  search: Search,
  world: World,
  { column, state }: Extract<Goal, { is: 'state' }>,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  if (state === 0) return
  yield* inColumn({ search, state, reachAll, seen: new Set() }, world, column, depth)
}

type Way = {
  readonly search: Search
  readonly state: number
  readonly reachAll: ReachAll
  readonly seen: Set<Id>
}

function* inColumn(way: Way, world: World, id: Id, depth: number): Generator<World> {
  if (way.seen.has(id)) return
  way.seen.add(id)
  const column = way.search.column(id)
  if (!column) return
  yield* inExpr(way, world, column.grain, column.expr, depth + 1)
  if (column.denominator !== undefined) yield* inColumn(way, world, column.denominator, depth + 1)
}

function* inExpr(way: Way, world: World, grain: Id, expr: Expr, depth: number): Generator<World> {
  const { search, state, reachAll } = way
  if (depth > 40 || search.budget.left <= 0 || !leadsTo(way, expr)) return
  const after = function* (goals: readonly Goal[], part: Expr): Generator<World> {
    for (const next of reachAll(search, world, goals, 0)) yield* inExpr(way, next, grain, part, depth + 1)
  }
  switch (expr.op) {
    case 'fail':
      if (expr.state === state) yield world
      return
    case 'field': {
      const field = search.plan.relations
        .find(({ id }) => id === expr.relation)
        ?.fields.find(({ id }) => id === expr.field)
      if (field?.missing !== state) return
      const rows = world.rows.get(expr.relation) ?? []
      yield rows.reduce((next, _, at) => withCell(next, expr.relation, at, expr.field, undefined), world)
      return
    }
    case 'now': {
      const { now: _, ...untold } = world
      if (expr.state === state) yield changed(world, untold)
      return
    }
    case 'column':
    case 'lookup':
      yield* inColumn(way, world, expr.column, depth)
      return
    case 'and':
    case 'or': {
      const { seen } = way
      const before = new Set(seen)
      for (const part of expr.all) yield* inExpr(way, world, grain, part, depth + 1)
      // One that the others decide alone is never asked.
      for (const part of expr.all) {
        if (!leadsTo(way, part)) continue
        const others = expr.all
          .filter((one) => one !== part)
          .map((one) => truth(grain, one, expr.op === 'and'))
        for (const next of reachAll(search, world, others, 0))
          yield* inExpr({ ...way, seen: new Set(before) }, next, grain, part, depth + 1)
      }
      return
    }
    case 'choose': {
      const before: Goal[] = []
      for (const { when, then } of expr.cases) {
        yield* inExpr(way, world, grain, when, depth + 1)
        if (leadsTo(way, then)) yield* after([...before, truth(grain, when, true)], then)
        before.push(truth(grain, when, false))
      }
      if (leadsTo(way, expr.otherwise)) yield* after(before, expr.otherwise)
      return
    }
    case 'pick':
      for (const [i, item] of expr.items.entries())
        if (leadsTo(way, item) && item.op !== 'const')
          yield* after([{ is: 'code', grain, expr: expr.index, code: BigInt(i), holds: true }], item)
      yield* inExpr(way, world, grain, expr.index, depth + 1)
      return
    case 'nonzero':
      if (expr.state === state)
        yield* reachAll(
          search,
          world,
          [{ is: 'number', grain, value: { n: expr.a, scale: 0 }, bound: { n: 0n, d: 1n }, want: 'at' }],
          0,
        )
      yield* inExpr(way, world, grain, expr.a, depth + 1)
      return
    case 'in-force':
      if (expr.none === state) yield withRows(world, expr.relation, [])
      return
    case 'band': {
      const schedule = search.plan.schedules.find(({ id }) => id === expr.schedule)
      const from = schedule?.bands[0]?.from
      if (schedule?.uncovered === state && from)
        yield* reachAll(
          search,
          world,
          [
            {
              is: 'number',
              grain,
              value: expr.by,
              bound: { n: BigInt(from.at), d: 10n ** BigInt(schedule.scale) },
              want: 'below',
            },
          ],
          0,
        )
      break
    }
    case 'aggregate': {
      const source = search.plan.grains.find(({ id }) => id === expr.source)
      const derived = search.plan.derived.find(({ id }) => id === source?.relation)
      const relation = search.plan.relations.find(({ id }) => id === (derived?.of ?? source?.relation))
      const rows = (relation && world.rows.get(relation.id)) ?? []
      const [first] = rows
      if (relation && expr.empty === state) yield withRows(world, relation.id, [])
      if (relation && first && expr.several === state)
        yield withRows(world, relation.id, copied(relation, first, rows.length + 1))
      if (expr.value !== undefined) yield* inColumn(way, world, expr.value, depth)
      if (expr.where !== undefined) yield* inColumn(way, world, expr.where, depth)
      return
    }
  }
  // What has few reasons to be without a value is soon looked through.
  const reasons = (part: Expr) => statesOf(search.plan)(part).size
  for (const part of partsOf(expr).toSorted((a, b) => reasons(a) - reasons(b)))
    yield* inExpr(way, world, grain, part, depth + 1)
}

function truth(grain: Id, expr: Expr, holds: boolean): Goal {
  return { is: 'code', grain, expr, code: 1n, holds }
}

/** Whether a state can come of an expression at all. */
function leadsTo({ search, state }: Way, expr: Expr): boolean {
  return expr.op !== 'const' && statesOf(search.plan)(expr).has(state)
}
