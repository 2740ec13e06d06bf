import { type ColumnSource, csvOf, type MatchHow, readTable, type Table } from '../../../src/index.ts'
import type { Sheet } from './sheets.ts'

/** Data that was brought, and how it is meant: guessed at first, then as chosen. */
export type Brought = Choice & {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly table: Table
  /** Of a spreadsheet: all of its sheets that hold anything, the chosen one, and the rows above its headings. */
  readonly sheets: readonly Sheet[]
  readonly sheet: number
  readonly top: number
  /** Its rows come beside those of the record's other files; else they take their place. */
  readonly adds: boolean
}

export type Choice = {
  readonly record: string | undefined
  /** The heading of each field that has one. */
  readonly columns: ReadonlyMap<string, string>
  readonly styles: ReadonlyMap<string, NonNullable<ColumnSource['style']>>
  /** How a heading was found; absent where it was chosen. */
  readonly how: ReadonlyMap<string, MatchHow | 'said'>
}

export type Refused = {
  readonly name: string
  readonly why: 'large' | 'many' | 'kind' | 'old' | 'broken' | 'empty'
}

/** A sheet as a CSV file, from its headings on; `top`: the rows above them, counted where it is not said. */
export function sheetTable(name: string, sheet: Sheet, top = rowsAbove(sheet)) {
  const bytes = csvOf(sheet.rows.slice(top))
  return { top, bytes, table: readTable(name.replace(/\.\w+$/, '.csv'), bytes) }
}

/** A sheet often begins with its title: the headings are the first row that fills most of the width. */
function rowsAbove({ rows }: Sheet): number {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length
  const widest = Math.max(...rows.slice(0, 20).map(filled))
  return Math.max(
    0,
    rows.slice(0, 20).findIndex((row) => filled(row) * 2 > widest),
  )
}
