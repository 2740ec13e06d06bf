import { firstHash, internBytes, internHashed, nextHash } from './byte-index.ts'
import { datePlace } from './date-table.ts'
import { addPlainNumber } from './number-bytes.ts'
import type { CodeStore, Store } from './store.ts'

const quote = 34
const lineFeed = 10
const carriageReturn = 13
const space = 32

/**
 * Reads the cell at `p` where nothing about it is unusual, and gives its end: a delimiter or a line end. −1, and
 * nothing read, where it is quoted, may have blanks at its ends, or has to be looked at closely: the long way round
 * is for those, and decides alone what is wrong with them.
 * INVARIANT: a line end follows at or after `p`, so the loops here need no other end. Nearly all of a file's bytes
 * pass through them, which is why they are written out for each kind of column.
 */
export function plainCell(
  store: Store | undefined,
  row: number,
  bytes: Uint8Array,
  p: number,
  delimiter: number,
): number {
  const first = bytes[p] ?? 0
  if (first === delimiter || first === lineFeed || first === carriageReturn) return emptyCell(store, row, p)
  if (first <= space || first === quote || first === 0xc2 || first === 0xe3) return -1
  if (store === undefined) return endOfCell(bytes, p, delimiter)
  if (store.next !== undefined) return -1
  if (store.is === 'int') {
    const to = endOfCell(bytes, p, delimiter)
    return addPlainNumber(store, row, bytes, p, to) ? to : -1
  }
  if (store.dates !== undefined) return dateCell(store, store.dates, row, bytes, p, delimiter)
  return store.index.table === undefined
    ? ascendingCell(store, row, bytes, p, delimiter)
    : hashedCell(store, row, bytes, p, delimiter)
}

function emptyCell(store: Store | undefined, row: number, p: number): number {
  if (store === undefined) return p
  if (store.is === 'int' || store.next !== undefined) return -1
  store.ids[row] = 0
  return p
}

function endOfCell(bytes: Uint8Array, p: number, delimiter: number): number {
  const limit = Math.max(delimiter, carriageReturn)
  let to = p + 1
  for (;;) {
    const c = bytes[to] ?? lineFeed
    // One comparison for nearly every byte: letters and digits stand above commas and line ends.
    if (c <= limit && (c === delimiter || c === lineFeed || c === carriageReturn)) return to
    to++
  }
}

/** Blanks, also U+00A0 and U+3000, end in one of these bytes. */
function mayEndBlank(bytes: Uint8Array, to: number): boolean {
  const last = bytes[to - 1] ?? 0
  return last <= space || last === 0xa0 || last === 0x80
}

function ascendingCell(
  store: CodeStore,
  row: number,
  bytes: Uint8Array,
  p: number,
  delimiter: number,
): number {
  const to = endOfCell(bytes, p, delimiter)
  if (mayEndBlank(bytes, to)) return -1
  store.ids[row] = internBytes(store.index, bytes, p, to)
  return to
}

/** The hash is made on the way to the end. */
function hashedCell(store: CodeStore, row: number, bytes: Uint8Array, p: number, delimiter: number): number {
  const limit = Math.max(delimiter, carriageReturn)
  let hash = firstHash
  let to = p
  for (;;) {
    const c = bytes[to] ?? lineFeed
    if (c <= limit && (c === delimiter || c === lineFeed || c === carriageReturn)) break
    hash = nextHash(hash, c)
    to++
  }
  if (mayEndBlank(bytes, to)) return -1
  store.ids[row] = internHashed(store.index, hash, bytes, p, to)
  return to
}

/** `2026-04-01`: its digits say where the number of this text stands, without a hash. */
function dateCell(
  store: CodeStore,
  dates: Int32Array,
  row: number,
  bytes: Uint8Array,
  p: number,
  delimiter: number,
): number {
  const end = bytes[p + 10]
  if (end !== delimiter && end !== lineFeed && end !== carriageReturn) return -1
  const place = datePlace(bytes, p)
  if (place < 0) return -1
  let id = dates[place] ?? 0
  if (id === 0) {
    id = internBytes(store.index, bytes, p, p + 10)
    dates[place] = id
  }
  store.ids[row] = id
  return p + 10
}
