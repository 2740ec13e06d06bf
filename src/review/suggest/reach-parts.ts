import type { Expr, Id } from '../../plan/plan.ts'
import type { Goal, NumberGoal, Search } from './goal.ts'
import type { ReachAll } from './reach-state.ts'
import type { World } from './world.ts'

/**
 * Worlds in which a number lies on a side of a bound by what it is made of: each of those of which the largest is taken lies
 * below, or one above; or it comes from another row of a table.
 */
export function* reachParts(
  search: Search,
  world: World,
  goal: NumberGoal,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  const { value, grain, want } = goal
  if (value.d !== undefined) return
  const expr = madeOf(search, grain, value.n)
  const part = (n: Expr): Goal => ({ ...goal, value: { n, scale: value.scale } })
  switch (expr.op) {
    case 'max':
    case 'min': {
      const both = (expr.op === 'max') === (want === 'below')
      if (both) yield* reachAll(search, world, [part(expr.a), part(expr.b)], depth + 1)
      else for (const one of [expr.a, expr.b]) yield* reachAll(search, world, [part(one)], depth + 1)
      return
    }
    case 'pick':
      for (const i of expr.items.keys())
        yield* reachAll(
          search,
          world,
          [{ is: 'code', grain, expr: expr.index, code: BigInt(i), holds: true }],
          depth + 1,
        )
      return
  }
}

/** What stands in the column that an expression names, of the same grain. */
function madeOf(search: Search, grain: Id, expr: Expr): Expr {
  let made = expr
  for (let next = made; next.op === 'column'; ) {
    const column = search.column(next.column)
    if (column?.grain !== grain || column.denominator !== undefined) return made
    made = column.expr
    next = made
  }
  return made
}
