import type { Column, Expr, Id, Plan } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import type { Condition } from './point.ts'

/** Where an expression stands in the columns of its grain: what must be so before it is asked there. */
export type Reached = (
  grain: Id,
  expr: Expr,
) => readonly { readonly under: readonly Condition[]; readonly column: Column }[]

const asks: ReadonlySet<Expr['op']> = new Set<Expr['op']>(['compare', 'same', 'is', 'choose', 'max', 'min'])

/**
 * Every test and choice of the plan, by its grain and meaning. The second of two choices that stand in one another is
 * asked only where the first one leads to it.
 */
export function reachedParts(plan: Plan): Reached {
  const found = new Map<string, { readonly under: readonly Condition[]; readonly column: Column }[]>()
  const key = (grain: Id, expr: Expr) => `${grain} ${JSON.stringify(expr)}`
  const walk = (column: Column, expr: Expr, under: readonly Condition[]): void => {
    if (asks.has(expr.op)) {
      const name = key(column.grain, expr)
      const list = found.get(name) ?? []
      list.push({ under, column })
      found.set(name, list)
    }
    if (expr.op !== 'choose') {
      for (const part of partsOf(expr)) walk(column, part, under)
      return
    }
    let before = under
    for (const { when, then } of expr.cases) {
      walk(column, when, before)
      walk(column, then, [...before, { is: 'truth', expr: when, holds: true }])
      before = [...before, { is: 'truth', expr: when, holds: false }]
    }
    walk(column, expr.otherwise, before)
  }
  for (const column of plan.columns) walk(column, column.expr, [])
  return (grain, expr) => found.get(key(grain, expr)) ?? []
}
