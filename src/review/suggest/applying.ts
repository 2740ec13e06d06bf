import type { Expr } from '../../plan/plan.ts'
import type { Goal, Search } from './goal.ts'

/** A result applies where none of the tests before it leaves the row out. */
export function applying(search: Search, expr: Expr, applies: boolean): readonly Goal[] {
  if (expr.op !== 'column' && expr.op !== 'lookup') return []
  const column = search.column(expr.column)
  if (column?.expr.op !== 'choose') return []
  const tests = column.expr.cases.flatMap(({ when, then }): readonly Goal[] =>
    then.op === 'fail' && then.state < 10_000
      ? [{ is: 'code', grain: column.grain, expr: when, code: 1n, holds: false }]
      : [],
  )
  if (applies || tests.length === 0) return tests
  const last = tests.at(-1)
  return last?.is === 'code' ? [...tests.slice(0, -1), { ...last, holds: true }] : []
}
