import type { Expr } from '../../plan/plan.ts'
import { type BoundedGoal, type Goal, isWithin, type Search } from './goal.ts'
import { itemsFor, madeOf } from './reach-parts.ts'
import type { ReachAll } from './reach-state.ts'
import type { World } from './world.ts'

/**
 * Worlds in which a number is no larger than a bound, or no smaller: each of those of which the largest is taken, or one of
 * those of which the smallest is; from a row of a table that gives as much; else right at the bound, or beside it.
 */
export function* reachBounded(
  search: Search,
  world: World,
  goal: BoundedGoal,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  const { value, grain, by, bound, less } = goal
  const again = (goals: readonly Goal[]) => reachAll(search, world, goals, depth + 1)
  const expr = value.d === undefined ? madeOf(search, grain, value.n) : value.n
  const part = (n: Expr): Goal => ({ ...goal, value: { n, scale: value.scale } })
  if (value.d === undefined)
    switch (expr.op) {
      case 'max':
      case 'min':
        if ((expr.op === 'max') === (by === 'most')) yield* again([part(expr.a), part(expr.b)])
        else for (const one of [expr.a, expr.b]) yield* again([part(one)])
        return
      case 'pick':
        for (const i of itemsFor(search, world, goal, expr.items, (number) => isWithin(number, goal)))
          yield* again([{ is: 'code', grain, expr: expr.index, code: BigInt(i), holds: true }])
        return
    }
  for (const want of ['at', by === 'most' ? 'below' : 'above'] as const)
    yield* again([{ is: 'number', grain, value, ...(less && { less }), bound, want }])
}
