import type { Column, Expr, Id } from '../../plan/plan.ts'
import { partsInside } from './rewrite.ts'

/** The column with the row of the decision table from which a result is picked, however it is guarded. */
export function tableRowOf(columns: ReadonlyMap<Id, Column>, id: Id): Id | undefined {
  const seen = new Set<Id>()
  const search = (expr: Expr): Id | undefined => {
    if (expr.op === 'pick' && expr.index.op === 'column') {
      const found = columns.get(expr.index.column)
      if (found?.expr.op === 'table' && found.expr.row === undefined) return found.id
    }
    if (expr.op === 'column' && !seen.has(expr.column)) {
      seen.add(expr.column)
      const column = columns.get(expr.column)
      const found = column && search(column.expr)
      if (found !== undefined) return found
    }
    for (const part of partsInside(expr)) {
      const found = search(part)
      if (found !== undefined) return found
    }
    return undefined
  }
  const column = columns.get(id)
  return column && search(column.expr)
}
