import { trimEnd, trimStart } from './blanks.ts'
import { internView } from './byte-index.ts'
import type { Cells } from './csv-block.ts'
import { datePlace, dateTable } from './date-table.ts'
import { addPlainNumber } from './number-bytes.ts'
import type { Fault } from './problem-log.ts'
import { addAnyNumber, type CodeStore, type IntStore, type Store } from './store.ts'

type Failed = (store: Store, row: number, found: Fault) => void

/** A column of a block, and the number of its first row in the relation. */
export type ColumnCells = {
  readonly cells: Cells
  /** The file's bytes. */
  readonly view: DataView
  readonly column: number
  readonly width: number
  readonly row: number
}

/**
 * Reads the cells of one column, row by row, into the stores it feeds. Each kind of column has a loop of its own, so
 * that a million cells are read without asking a million times what they are.
 */
export function readColumn(store: Store, bytes: Uint8Array, place: ColumnCells, failed: Failed): void {
  if (store.is === 'int') readNumbers(store, bytes, place, failed)
  else if (store.field.type.is !== 'date') readTexts(store, bytes, place)
  else {
    store.dates ??= dateTable()
    readDates(store, store.dates, bytes, place)
  }
  if (store.next) readColumn(store.next, bytes, place, failed)
}

function readNumbers(store: IntStore, bytes: Uint8Array, place: ColumnCells, failed: Failed): void {
  const { cells, column, width, row } = place
  const { starts, ends, rows } = cells
  for (let i = 0, cell = column; i < rows; i++, cell += width) {
    const from = starts[cell] ?? 0
    const to = ends[cell] ?? 0
    if (addPlainNumber(store, row + i, bytes, from, to)) continue
    const first = trimStart(bytes, from, to)
    addAnyNumber(store, row + i, bytes, first, trimEnd(bytes, first, to), failed)
  }
}

function readTexts(store: CodeStore, bytes: Uint8Array, place: ColumnCells): void {
  const { cells, view, column, width, row } = place
  const { starts, ends, rows } = cells
  const { index, ids } = store
  for (let i = 0, cell = column; i < rows; i++, cell += width) {
    let from = starts[cell] ?? 0
    let to = ends[cell] ?? 0
    const first = bytes[from] ?? 0
    const last = bytes[to - 1] ?? 0
    // Blanks, also U+00A0 and U+3000, begin and end in these bytes.
    if (first <= 32 || first === 0xc2 || first === 0xe3) from = trimStart(bytes, from, to)
    if (last <= 32 || last === 0xa0 || last === 0x80) to = trimEnd(bytes, from, to)
    ids[row + i] = internView(index, view, from, to)
  }
}

/** `2026-04-01`: its digits say where the number of this text stands, without a hash. */
function readDates(store: CodeStore, dates: Int32Array, bytes: Uint8Array, place: ColumnCells): void {
  const { cells, view, column, width, row } = place
  const { starts, ends, rows } = cells
  const { index, ids } = store
  for (let i = 0, cell = column; i < rows; i++, cell += width) {
    const from = starts[cell] ?? 0
    const to = ends[cell] ?? 0
    const known = to - from === 10 ? datePlace(view, from) : -1
    let id = known < 0 ? 0 : (dates[known] ?? 0)
    if (id === 0) {
      const first = trimStart(bytes, from, to)
      id = internView(index, view, first, trimEnd(bytes, first, to))
      if (known >= 0) dates[known] = id
    }
    ids[row + i] = id
  }
}
