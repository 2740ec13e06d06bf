import type { Column, Expr, Id, Plan } from '../../plan/plan.ts'
import type { MatchedRow } from './answer.ts'
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

/** The rows of the table of such a column, as answers show them: `otherwise` last. */
export function matchedRows(plan: Plan, rowColumn: Id | undefined): readonly MatchedRow[] {
  const expr = plan.columns.find((c) => c.id === rowColumn)?.expr
  const table = plan.tables.find((t) => expr?.op === 'table' && t.id === expr.table)
  if (!table) return []
  const origins = new Map(plan.origins.map((o) => [o.id, o]))
  const ids = [...table.rows.map((row) => row.origin), table.otherwise ?? table.origin]
  return ids.map((id, i) => {
    const origin = origins.get(id)
    return { table: table.label, row: i + 1, file: origin?.file ?? '', line: origin?.line ?? 0 }
  })
}
