import { trimEnd, trimStart } from './blanks.ts'
import { type Cells, emptyCells, markCells } from './csv-block.ts'
import { readColumn } from './csv-column.ts'
import { type Fault, fault } from './problem-log.ts'
import {
  dropRow,
  keepBrokenRow,
  keepRow,
  keepRows,
  makeRoom,
  type Part,
  type RelationStore,
  reportCell,
} from './relation-store.ts'
import { addCell, type Store } from './store.ts'

type Failed = (store: Store, row: number, found: Fault) => void

/** What a CSV file's rows are read into. */
export type CsvTarget = {
  readonly rows: RelationStore
  readonly part: Part
  /** The store that each column feeds, by its place; columns that nobody needs have none. */
  readonly columns: readonly (Store | undefined)[]
  readonly delimiter: number
  /** Stores that are no field's (what `where` tests), which need room as well. */
  readonly extra: readonly Store[]
  /** False leaves the row out. */
  readonly accepts: ((row: number) => boolean) | undefined
  /** The row as a spreadsheet counts it; the heading is 1. */
  line: number
  empty: number
  left: number
  /** How often a quotation mark was followed to the end of the file in vain. */
  unclosed: number
}

const quote = 34
const lineFeed = 10
const carriageReturn = 13
const space = 32

/** Reads all rows from `from` on: blocks of plain ones column by column, the others cell by cell. */
export function scanCsv(target: CsvTarget, bytes: Uint8Array, from: number): void {
  const { rows, columns, delimiter } = target
  const width = columns.length
  const end = bytes.length
  const limit = Math.max(delimiter, carriageReturn)
  const failed: Failed = (store, _row, found) => {
    rows.pending.push({ store, found })
  }
  const cells = emptyCells()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let p = from
  // Where the next block may begin: the rows before it are read one by one.
  let block = from
  while (p < end) {
    if (p >= block && !target.accepts) {
      const next = readBlock(target, bytes, view, p, cells)
      if (next > p) {
        p = next
        continue
      }
      block = cells.next
    }
    const start = p
    const first = bytes[p]
    if (first === lineFeed || first === carriageReturn) {
      p += first === carriageReturn && bytes[p + 1] === lineFeed ? 2 : 1
      target.line++
      target.empty++
      continue
    }
    const row = rows.count
    if (row >= rows.room) makeRoom(rows, target.extra, expectedRows(target, p, end))
    let column = 0
    let filled = false
    let broken = false
    for (;;) {
      let from = p
      while (from < end && bytes[from] === space) from++
      let to = from
      if (bytes[from] === quote) {
        const close = closingQuote(bytes, from + 1)
        if (close < 0) {
          p = end
          broken = true
          break
        }
        p = close + 1
        while (p < end && bytes[p] === space) p++
        const c = bytes[p]
        if (p < end && c !== delimiter && c !== lineFeed && c !== carriageReturn) {
          broken = true
          break
        }
        from = trimStart(bytes, from + 1, close)
        to = trimEnd(bytes, from, close)
        if (to > from) filled = true
        const store = column < width ? columns[column] : undefined
        if (store) addQuoted(store, row, bytes, from, to, failed)
      } else {
        while (to < end) {
          const c = bytes[to] ?? 0
          if (c <= limit && (c === delimiter || c === lineFeed || c === carriageReturn)) break
          to++
        }
        p = to
        if (to > from) {
          to = trimEnd(bytes, from, to)
          if ((bytes[from] ?? 0) <= space || (bytes[from] ?? 0) >= 0xc2) from = trimStart(bytes, from, to)
          if (to > from) filled = true
        }
        const store = column < width ? columns[column] : undefined
        if (store) addCell(store, row, bytes, from, to, failed)
      }
      column++
      if (p >= end || bytes[p] !== delimiter) break
      p++
    }
    target.line++
    if (broken) {
      p = passBroken(target, bytes, start, p)
      continue
    }
    if (bytes[p] === carriageReturn) p++
    if (bytes[p] === lineFeed) p++
    if (!filled) {
      target.empty++
      dropRow(rows)
    } else if (column !== width) {
      const args = { found: String(column), expected: String(width) }
      keepBrokenRow(rows, target.part, target.line, fault('BY740', args))
    } else if (target.accepts && !target.accepts(row)) {
      target.left++
      dropRow(rows)
    } else keepRow(rows, target.part, target.line)
  }
}

/** Reads the whole rows of the next block column by column, where nothing about them is unusual; gives their end. */
function readBlock(target: CsvTarget, bytes: Uint8Array, view: DataView, from: number, cells: Cells): number {
  const { rows, columns, delimiter, part } = target
  const width = columns.length
  markCells(cells, view, from, delimiter, width)
  if (cells.rows === 0) return from
  const row = rows.count
  while (row + cells.rows > rows.room) makeRoom(rows, target.extra, expectedRows(target, from, bytes.length))
  const failed: { readonly store: Store; readonly row: number; readonly found: Fault }[] = []
  for (const [column, store] of columns.entries()) {
    const note: Failed = (of, at, found) => failed.push({ store: of, row: at, found })
    if (store) readColumn(store, bytes, { cells, view, column, width, row }, note)
  }
  keepRows(rows, part, target.line + 1, cells.rows)
  target.line += cells.rows
  failed.sort((a, b) => a.row - b.row)
  for (const { store, row: at, found } of failed) reportCell(rows, found, at, store.field.id)
  return cells.next
}

/** The quotation mark that closes a cell, or -1. */
function closingQuote(bytes: Uint8Array, from: number): number {
  for (let q = bytes.indexOf(quote, from); q >= 0; q = bytes.indexOf(quote, q + 2)) {
    if (bytes[q + 1] !== quote) return q
  }
  return -1
}

/** What stands between quotation marks, the doubled ones among it made single. */
function addQuoted(
  store: Store,
  row: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  failed: Failed,
): void {
  const doubled = bytes.subarray(from, to).includes(quote)
  if (!doubled) {
    addCell(store, row, bytes, from, to, failed)
    return
  }
  const single = new Uint8Array(to - from)
  let length = 0
  for (let i = from; i < to; i++) {
    single[length++] = bytes[i] ?? 0
    if (bytes[i] === quote) i++
  }
  addCell(store, row, single, 0, length, failed)
}

/**
 * Reports the row that begins at `start` and goes on with the line after it: one mistake must not take the rest of
 * the file with it. A quotation mark that never closes would otherwise swallow every row that follows.
 */
function passBroken(target: CsvTarget, bytes: Uint8Array, start: number, at: number): number {
  const unclosed = at >= bytes.length
  keepBrokenRow(target.rows, target.part, target.line, fault(unclosed ? 'BY738' : 'BY739', {}))
  // Each such mark costs a walk to the end of the file; a file full of them is given up.
  if (unclosed && ++target.unclosed > 100) return bytes.length
  let p = start
  while (p < bytes.length && bytes[p] !== lineFeed && bytes[p] !== carriageReturn) p++
  if (bytes[p] === carriageReturn) p++
  if (bytes[p] === lineFeed) p++
  return p
}

/** How many rows there will be if the rest of the file is like what was read. */
function expectedRows({ rows, part }: CsvTarget, p: number, end: number): number {
  const read = rows.count - part.first
  return read < 1000 ? 0 : part.first + Math.ceil((read / p) * end * 1.02) + 16
}
