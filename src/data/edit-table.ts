import type { Table, TableRow } from './table.ts'
import { type CsvCell, plainCell, textCell, writeCsv } from './write-csv.ts'

/** A table with one cell changed; the same table where nothing changes. */
export function withCell(table: Table, row: number, column: number, text: string): Table {
  return withCells(table, row, column, [[text]])
}

/** A block of cells from one place on, as it is pasted; rows that it needs beyond the last are added. */
export function withCells(
  table: Table,
  row: number,
  column: number,
  block: readonly (readonly string[])[],
): Table {
  const rows = [...table.rows]
  let changed = false
  for (const [down, cells] of block.entries()) {
    const before = rows[row + down]
    if (before?.locked) continue
    const after = changedRow(table, before?.cells ?? [], column, cells)
    if (before && same(before.cells, after)) continue
    rows[row + down] = { cells: after }
    changed = true
  }
  return changed ? { ...table, rows } : table
}

/** With a cell for each heading, and none beyond the last that is filled. */
function changedRow(
  { headings }: Table,
  before: readonly string[],
  column: number,
  cells: readonly string[],
): readonly string[] {
  const after = Array.from({ length: Math.max(headings.length, before.length) }, (_, at) => before[at] ?? '')
  for (const [right, text] of cells.entries()) if (column + right < after.length) after[column + right] = text
  while (after.length > headings.length && after.at(-1) === '') after.pop()
  return after
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at])
}

/** With an empty row before row `at`. */
export function withRow(table: Table, at: number): Table {
  const empty: TableRow = { cells: table.headings.map(() => '') }
  return { ...table, rows: [...table.rows.slice(0, at), empty, ...table.rows.slice(at)] }
}

export function withoutRow(table: Table, at: number): Table {
  return { ...table, rows: table.rows.filter((_, row) => row !== at) }
}

/** How many columns any row has: one may have more cells than there are headings. */
export function widthOf({ headings, rows }: Table): number {
  return Math.min(
    rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length),
    headings.length + 8,
  )
}

/** The table as a CSV file to keep: with a mark, and no cell that a spreadsheet would run. */
export function tableCsv({ headings, rows }: Table): string {
  return writeCsv(
    headings,
    rows.map(({ cells }) => cells.map(safeCell)),
  )
}

/** A number stays one, also `-12.50` and `+5%`; of anything else a sign at its begin is defused. */
function safeCell(text: string): CsvCell {
  return /^[+-]?[\d,]*\.?\d+\s*[%‰]?$/.test(text) ? plainCell(text) : textCell(text)
}
