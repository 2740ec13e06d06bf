import type { Expr, Id } from '../../plan/plan.ts'
import { usedOffset } from '../../plan/states.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { type Goal, resultsOf, type Search } from './goal.ts'
import { reachAll } from './reach.ts'
import { presence } from './reach-presence.ts'
import { readRows } from './trial.ts'
import type { World } from './world.ts'

type Spot = { readonly grain: Id; readonly expr: Expr }

/** Worlds in which whatever gives a column a state gives it no more: by the place where the state arises. */
export function* mended(
  search: Search,
  world: World,
  grain: Id,
  expr: Expr,
  state: number,
): Generator<World> {
  const results = resultsOf(search, world)
  if (!results) return
  const states: ReadonlySet<number> = new Set([state, state - usedOffset])
  const trail = arising(search, results, { grain, expr }, states)
  // The place itself first, then what stands around it.
  for (const spot of trail.reverse().slice(0, 12)) yield* mendedAt(search, world, spot, states)
}

/** From a column down to where a state arises, each part in the one before. */
function arising(search: Search, results: Results, from: Spot, states: ReadonlySet<number>): Spot[] {
  const trail: Spot[] = []
  const seen = new Set<Id>()
  const has = ({ grain, expr }: Spot): boolean =>
    readRows(results, grain, expr).some(({ state }) => states.has(state))
  const below = ({ grain, expr }: Spot): readonly Spot[] => {
    const of = (id: Id | undefined): readonly Spot[] => {
      const column = id === undefined || seen.has(id) ? undefined : search.column(id)
      if (!column) return []
      seen.add(column.id)
      return [{ grain: column.grain, expr: column.expr }]
    }
    switch (expr.op) {
      case 'column':
      case 'lookup':
        return of(expr.column)
      case 'aggregate':
        return [...of(expr.where), ...of(expr.value), ...of(expr.at.row)]
      case 'field':
        return of(expr.row)
      case 'share':
        return [...of(expr.pool), ...of(expr.weight)]
      case 'line':
        return expr.columns.flatMap((id) => of(id ?? undefined))
      default:
        return partsOf(expr).map((part) => ({ grain, expr: part }))
    }
  }
  for (let spot: Spot | undefined = from; spot && trail.length < 60; ) {
    trail.push(spot)
    spot = below(spot).find(has)
  }
  return trail
}

function* mendedAt(
  search: Search,
  world: World,
  { grain, expr }: Spot,
  states: ReadonlySet<number>,
): Generator<World> {
  const truth = (part: Expr, holds: boolean): Goal => ({ is: 'code', grain, expr: part, code: 1n, holds })
  switch (expr.op) {
    case 'field':
      yield* presence(search, world, grain, expr, false, 0)
      return
    case 'nonzero':
      for (const want of ['above', 'below'] as const)
        yield* reachAll(search, world, [
          { is: 'number', grain, value: { n: expr.a, scale: 0 }, bound: { n: 0n, d: 1n }, want },
        ])
      return
    case 'choose': {
      const fails = (part: Expr) => part.op === 'fail' && states.has(part.state)
      for (const { when, then } of expr.cases)
        if (fails(then)) yield* reachAll(search, world, [truth(when, false)])
      if (fails(expr.otherwise))
        for (const { when } of expr.cases) yield* reachAll(search, world, [truth(when, true)])
      return
    }
    case 'pick':
      for (const [i, item] of expr.items.entries())
        if (!(item.op === 'fail' && states.has(item.state)))
          yield* reachAll(search, world, [
            { is: 'code', grain, expr: expr.index, code: BigInt(i), holds: true },
          ])
      return
    case 'table': {
      const table = search.plan.tables.find(({ id }) => id === expr.table)
      for (const i of table?.rows.keys() ?? [])
        yield* reachAll(search, world, [{ is: 'code', grain, expr, code: BigInt(i), holds: true }])
      return
    }
    case 'aggregate': {
      const where = expr.where === undefined ? undefined : search.column(expr.where)
      if (where)
        yield* reachAll(search, world, [
          { is: 'code', grain: where.grain, expr: where.expr, code: 1n, holds: true },
        ])
      return
    }
  }
}
