import { printable } from '../base/render-frame.ts'
import type { Paint } from '../base/render-paint.ts'
import { displayWidth, padStartToWidth, padToWidth } from '../base/width.ts'

export type TableColumn = { readonly heading: string; readonly numeric: boolean }

/** A table for a terminal: columns aligned also where characters take two places, the last row set off when `foot`. */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  foot = false,
): string {
  const cells = rows.map((row) => columns.map((_, i) => printable(row[i] ?? '')))
  const headings = columns.map((column) => printable(column.heading))
  const widths = columns.map((column, i) =>
    widthOfColumn(
      column,
      rows.map((row) => row[i] ?? ''),
    ),
  )
  const line = (row: readonly string[]) =>
    columns
      .map((column, i) => (column.numeric ? padStartToWidth : padToWidth)(row[i] ?? '', widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  const rule = paint('frame', '─'.repeat(widths.reduce((a, b) => a + b, 0) + 2 * (columns.length - 1)))
  const last = foot ? cells.at(-1) : undefined
  const body = last ? cells.slice(0, -1) : cells
  return [
    paint('strong', line(headings)),
    rule,
    ...body.map(line),
    ...(last ? [rule, paint('strong', line(last))] : []),
    '',
  ].join('\n')
}

/** How many places of a terminal a column takes. */
export function widthOfColumn(column: TableColumn, cells: readonly string[]): number {
  return cells.reduce(
    (widest, cell) => Math.max(widest, displayWidth(printable(cell))),
    displayWidth(printable(column.heading)),
  )
}
