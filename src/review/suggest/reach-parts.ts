import { minus, type Rational } from '../../base/rational.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import { type Goal, liesAs, type NumberGoal, resultsOf, type Search } from './goal.ts'
import type { ReachAll } from './reach-state.ts'
import { readRatio } from './trial.ts'
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
  const other = (n: Expr): Goal => {
    const { bound, less } = goal
    const by = expr.op === 'max' ? 'most' : 'least'
    return { is: 'bounded', grain, value: { n, scale: value.scale }, ...(less && { less }), bound, by }
  }
  switch (expr.op) {
    case 'max':
    case 'min': {
      const { a, b } = expr
      const both = (expr.op === 'max') === (want === 'below')
      if (want === 'at')
        for (const [one, rest] of [
          [a, b],
          [b, a],
        ] as const)
          yield* reachAll(search, world, [other(rest), part(one)], depth + 1)
      else if (both) yield* reachAll(search, world, [part(a), part(b)], depth + 1)
      else for (const one of [a, b]) yield* reachAll(search, world, [part(one)], depth + 1)
      return
    }
    case 'pick':
      for (const i of itemsFor(search, world, goal, expr.items, (number) => liesAs(number, goal)))
        yield* reachAll(
          search,
          world,
          [{ is: 'code', grain, expr: expr.index, code: BigInt(i), holds: true }],
          depth + 1,
        )
      return
  }
}

/** Which of some items a number may be: of those that are constants, only what lies as it is to. */
export function itemsFor(
  search: Search,
  world: World,
  { grain, value, less: other }: Pick<NumberGoal, 'grain' | 'value' | 'less'>,
  items: readonly Expr[],
  isWanted: (number: Rational) => boolean,
): readonly number[] {
  const results = other && resultsOf(search, world)
  const [taken] = other && results ? readRatio(results, grain, other) : [{ n: 0n, d: 1n }]
  return items.flatMap((item, i) => {
    if (item.op === 'fail') return []
    if (item.op !== 'const' || !taken) return [i]
    const number = { n: BigInt(item.value), d: 10n ** BigInt(Math.max(value.scale, 0)) }
    return isWanted(minus(number, taken)) ? [i] : []
  })
}

/** What stands in the column that an expression names, of the same grain. */
export function madeOf(search: Search, grain: Id, expr: Expr): Expr {
  let made = expr
  for (let next = made; next.op === 'column'; ) {
    const column = search.column(next.column)
    if (column?.grain !== grain || column.denominator !== undefined) return made
    made = column.expr
    next = made
  }
  return made
}
