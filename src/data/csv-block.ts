const quote = 34
const lineFeed = 10
const carriageReturn = 13
const space = 32

/** Bytes of a block: its cells' places and what is made of them stay in the processor's cache. */
const blockBytes = 1 << 16

/** Where the cells of a block's rows begin and end, row after row. */
export type Cells = { readonly starts: Int32Array; readonly ends: Int32Array; rows: number; next: number }

export function emptyCells(): Cells {
  return { starts: new Int32Array(blockBytes), ends: new Int32Array(blockBytes), rows: 0, next: 0 }
}

/**
 * Finds the cells of the whole rows in the next block. No row found means that something in it is unusual (a row too
 * short or too long, doubled quotation marks, a blank before a cell, an empty row), and `next` is where to look again:
 * the rows before it have to be read the long way, which alone decides what is wrong with them.
 */
export function markCells(
  cells: Cells,
  bytes: DataView,
  from: number,
  delimiter: number,
  width: number,
): void {
  const reach = Math.min(bytes.byteLength, from + blockBytes)
  let end = reach
  while (end > from && bytes.getUint8(end - 1) !== lineFeed) end--
  cells.rows = end > from ? Math.max(0, markRows(cells, bytes, from, end, delimiter, width)) : 0
  cells.next = cells.rows > 0 ? end : reach
}

/** The number of rows from `from` to `end`, −1 when one of them is unusual. INVARIANT: `end` follows a line feed. */
function markRows(
  { starts, ends }: Cells,
  bytes: DataView,
  from: number,
  end: number,
  delimiter: number,
  width: number,
): number {
  const delimiters = delimiter * 0x01010101
  let p = from
  let start = from
  /** Where the text of a quoted cell ends, once that is known. */
  let close = -1
  let column = 0
  let filled = false
  let cell = 0
  let rows = 0
  while (p < end) {
    // Four bytes at a time: most of them are no delimiter, and none below the quotation mark's next.
    const word = p + 4 <= end ? bytes.getInt32(p, true) : lastWord(bytes, p, end)
    const other = word ^ delimiters
    let marks = (((word - 0x23232323) & ~word) | ((other - 0x01010101) & ~other)) & 0x80808080
    let next = p + 4
    for (; marks !== 0; marks &= marks - 1) {
      // A mark says where to look; what stands above a true one may be none.
      const at = p + ((31 - Math.clz32(marks & -marks)) >> 3)
      const c = bytes.getUint8(at)
      if (c !== delimiter && c !== lineFeed && c !== carriageReturn) {
        if (at !== start || close >= 0) continue
        if (c !== quote && c <= space) return -1
        if (c !== quote) continue
        close = closeOf(bytes, at, end, delimiter)
        if (close < 0) return -1
        next = close + 1
        break
      }
      if (
        c === lineFeed &&
        column === 0 &&
        at === start &&
        at > from &&
        bytes.getUint8(at - 1) === carriageReturn
      ) {
        start = at + 1
        continue
      }
      if (column === width) return -1
      starts[cell] = close < 0 ? start : start + 1
      ends[cell] = close < 0 ? at : close
      if (!filled && ends[cell] !== starts[cell]) {
        // Of blanks beyond ASCII the long way decides whether they are all there is.
        const first = bytes.getUint8(starts[cell] ?? 0)
        filled = first > space && first !== 0xc2 && first !== 0xe3
      }
      cell++
      column++
      start = at + 1
      close = -1
      if (c === delimiter) continue
      if (column !== width || !filled) return -1
      column = 0
      filled = false
      rows++
    }
    p = next
  }
  return start === end && column === 0 ? rows : -1
}

/** The last one to three bytes, filled up with what nobody looks at. */
function lastWord(bytes: DataView, p: number, end: number): number {
  let word = 0x7a7a7a7a
  for (let at = end - 1; at >= p; at--) word = (word << 8) | bytes.getUint8(at)
  return word
}

/** The mark that closes a quoted cell; −1 where a doubled one stands in it, or nothing follows that may. */
function closeOf(bytes: DataView, p: number, end: number, delimiter: number): number {
  let q = p + 1
  while (q < end && bytes.getUint8(q) !== quote) q++
  if (q + 1 >= end) return -1
  const c = bytes.getUint8(q + 1)
  return c === delimiter || c === lineFeed || c === carriageReturn ? q : -1
}
