import type { Expr, Id, Output, Plan } from '../../plan/plan.ts'
import { partsWithin } from '../../plan/reached.ts'
import { allOf, type Clearly, columnOf, type Writer, whenRow } from './conditions.ts'
import { rowNumber } from './paths.ts'

/** A table that a result stands on: the column that says which of its rows matched, or whether one row did. */
export type TableUse = {
  readonly column: Id
  readonly table: Plan['tables'][number]
  readonly expr: Extract<Expr, { op: 'table' }>
}

/** More rows than this are not each told. */
const mostRows = 400

/** The tables that are asked at the same row on the way to a result, in the order in which they are. */
export function tablesBehind(writer: Writer, output: Output): readonly TableUse[] {
  const found = new Map<Id, TableUse>()
  const seen = new Set<Id>()
  const waiting = [output.column, ...output.also.map(({ column }) => column)]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const column = columnOf(writer, id)
    if (column === undefined || column.grain !== writer.grain || seen.has(id)) continue
    seen.add(id)
    for (const part of partsWithin(column.expr)) if (part.op === 'column') waiting.push(part.column)
    const { expr } = column
    if (expr.op !== 'table') continue
    const table = writer.plan.tables.find((one) => one.id === expr.table)
    if (table) found.set(id, { column: id, table, expr })
  }
  const order = new Map(writer.plan.columns.map(({ id }, i) => [id, i]))
  const uses = [...found.values()].sort((a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0))
  return uses.reduce((sum, { table }) => sum + table.rows.length, 0) > mostRows ? [] : uses
}

/** For each row of a table that may match: its place, and when it is known to. */
export function matchesOf(
  writer: Writer,
  { column, table, expr }: TableUse,
): readonly { readonly row: number; readonly when: Clearly }[] {
  const number = (n: number): Clearly => ({
    fact: rowNumber(writer, column),
    operator: 'bylaw.equal',
    value: String(n),
  })
  // Of a column that asks for one row alone, 1 says that it matched.
  if (expr.row !== undefined)
    return [{ row: expr.row, when: allOf([whenRow(writer, table, expr.inputs, expr.row), number(1)]) }]
  // Where every row that matches counts, this column says only whether none did.
  const rows = table.hit === 'every' ? [] : table.rows.map((_, row) => row)
  return [
    ...rows.map((row) => ({ row, when: allOf([whenRow(writer, table, expr.inputs, row), number(row + 1)]) })),
    ...(table.otherwise === undefined
      ? []
      : [{ row: table.rows.length, when: number(table.rows.length + 1) }]),
  ]
}
