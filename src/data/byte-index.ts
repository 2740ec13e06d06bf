/**
 * Distinct byte strings, numbered from 0 in the order in which they first came.
 * Cells of dates, enumerations, references and texts repeat, or are looked up as keys: numbering them costs one hash
 * a cell, makes no string, and leaves each distinct text to be read once. Number 0 is always the empty text.
 * Keys mostly come in their order: as long as each text is greater than the one before, or the same, nothing is hashed.
 */
export type ByteIndex = {
  bytes: Uint8Array
  /** The same bytes, four at a time. */
  view: DataView
  /** Text `id` is `bytes[starts[id] … starts[id + 1])`. */
  starts: Uint32Array
  hashes: Int32Array
  /** Open addressing: `id + 1`, or 0 where free. Its length is a power of two. Absent while the texts ascend. */
  table: Int32Array | undefined
  count: number
}

export function byteIndex(): ByteIndex {
  const bytes = new Uint8Array(256)
  return {
    bytes,
    view: new DataView(bytes.buffer),
    starts: new Uint32Array(65),
    hashes: new Int32Array(0),
    table: undefined,
    count: 1,
  }
}

/** The number of `bytes[from … to)`, given to it now if it is new. For single cells; a file's are read by `internView`. */
export function internBytes(index: ByteIndex, bytes: Uint8Array, from: number, to: number): number {
  return internView(index, viewOf(bytes), from, to)
}

/** The number of the bytes of a view, given to it now if they are new. */
export function internView(index: ByteIndex, source: DataView, from: number, to: number): number {
  const length = to - from
  if (length === 0) return 0
  if (index.table === undefined) {
    const end = index.starts[index.count] ?? 0
    const before = index.starts[index.count - 1] ?? 0
    const order = compare(source, from, length, index.view, before, end - before)
    if (order === 0) return index.count - 1
    if (order > 0) return append(index, source, from, length)
  }
  const table = index.table ?? hashAll(index)
  const hash = hashOf(source, from, length)
  const slot = slotOf(index, table, hash, source, from, length)
  const id = (table[slot] ?? 0) - 1
  if (id >= 0) return id
  table[slot] = index.count + 1
  index.hashes[index.count] = hash
  const made = append(index, source, from, length)
  if (index.count === index.hashes.length) hashAll(index)
  return made
}

/** The number of `bytes[from … to)`, or -1. */
export function findBytes(index: ByteIndex, bytes: Uint8Array, from: number, to: number): number {
  const source = viewOf(bytes)
  const table = index.table ?? hashAll(index)
  const slot = slotOf(index, table, hashOf(source, from, to - from), source, from, to - from)
  return (table[slot] ?? 0) - 1
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}

function append(index: ByteIndex, source: DataView, from: number, length: number): number {
  const id = index.count
  const end = index.starts[id] ?? 0
  if (end + length > index.bytes.length) {
    const grown = new Uint8Array(Math.max(index.bytes.length * 2, end + length))
    grown.set(index.bytes)
    index.bytes = grown
    index.view = new DataView(grown.buffer)
  }
  const own = index.view
  if (length < 4) for (let i = 0; i < length; i++) own.setUint8(end + i, source.getUint8(from + i))
  else {
    for (let i = 0; i + 4 < length; i += 4) own.setUint32(end + i, source.getUint32(from + i))
    // The last four overlap what is there already, with the same bytes.
    own.setUint32(end + length - 4, source.getUint32(from + length - 4))
  }
  if (id + 1 === index.starts.length) {
    const starts = new Uint32Array(id * 2 + 2)
    starts.set(index.starts)
    index.starts = starts
  }
  index.starts[id + 1] = end + length
  index.count = id + 1
  return id
}

/** Where in the table a text stands, or would stand. */
function slotOf(
  index: ByteIndex,
  table: Int32Array,
  hash: number,
  source: DataView,
  from: number,
  length: number,
): number {
  const { hashes, starts, view } = index
  const mask = table.length - 1
  for (let slot = mix(hash) & mask; ; slot = (slot + 1) & mask) {
    const id = (table[slot] ?? 0) - 1
    if (id < 0) return slot
    if (hashes[id] !== hash) continue
    const start = starts[id] ?? 0
    if ((starts[id + 1] ?? 0) - start === length && same(source, from, view, start, length)) return slot
  }
}

function same(a: DataView, from: number, b: DataView, start: number, length: number): boolean {
  if (length < 4) {
    for (let i = 0; i < length; i++) if (a.getUint8(from + i) !== b.getUint8(start + i)) return false
    return true
  }
  for (let i = 0; i + 4 < length; i += 4) if (a.getInt32(from + i) !== b.getInt32(start + i)) return false
  return a.getInt32(from + length - 4) === b.getInt32(start + length - 4)
}

/** How one text is to another, byte for byte: below 0 when it stands before it. Highest byte first, words sort alike. */
function compare(
  a: DataView,
  aFrom: number,
  aLength: number,
  b: DataView,
  bFrom: number,
  bLength: number,
): number {
  const both = Math.min(aLength, bLength)
  let i = 0
  for (; i + 4 <= both; i += 4) {
    const x = a.getUint32(aFrom + i)
    const y = b.getUint32(bFrom + i)
    if (x !== y) return x < y ? -1 : 1
  }
  for (; i < both; i++) {
    const order = a.getUint8(aFrom + i) - b.getUint8(bFrom + i)
    if (order !== 0) return order
  }
  return aLength - bLength
}

/** Four bytes at a time; the last four may overlap those before. */
function hashOf(view: DataView, from: number, length: number): number {
  let hash = length
  if (length < 4) {
    for (let i = 0; i < length; i++) hash = stir(hash, view.getUint8(from + i))
    return hash
  }
  for (let i = 0; i + 4 < length; i += 4) hash = stir(hash, view.getInt32(from + i))
  return stir(hash, view.getInt32(from + length - 4))
}

function stir(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** Products leave their low bits weak; the table uses the low bits. */
function mix(hash: number): number {
  const a = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return a ^ (a >>> 13)
}

/** Makes the table, with room for as many texts again, and the hashes of those that have none yet. */
function hashAll(index: ByteIndex): Int32Array {
  let length = 128
  while (length < index.count * 4) length *= 2
  const hashes = new Int32Array(length / 2)
  hashes.set(index.hashes)
  if (index.table === undefined) {
    for (let id = 0; id < index.count; id++) {
      const start = index.starts[id] ?? 0
      hashes[id] = hashOf(index.view, start, (index.starts[id + 1] ?? 0) - start)
    }
  }
  const table = new Int32Array(length)
  const mask = length - 1
  for (let id = 0; id < index.count; id++) {
    let slot = mix(hashes[id] ?? 0) & mask
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = id + 1
  }
  index.hashes = hashes
  index.table = table
  return table
}

const decoder = new TextDecoder('utf-8')
const segmentBytes = 1 << 16

/** One text. */
export function textOf(index: ByteIndex, id: number): string {
  return decoder.decode(index.bytes.subarray(index.starts[id] ?? 0, index.starts[id + 1] ?? 0))
}

/** All texts by number. Decodes in segments: one call a text would cost ten times as much. */
export function textsOf(index: ByteIndex): string[] {
  const texts = new Array<string>(index.count)
  for (let first = 0; first < index.count; ) {
    const from = index.starts[first] ?? 0
    let last = first
    while (last < index.count && (index.starts[last + 1] ?? 0) - from <= segmentBytes) last++
    if (last === first) last++
    const segment = decoder.decode(index.bytes.subarray(from, index.starts[last] ?? 0))
    // Bytes and characters count alike only in ASCII.
    const plain = segment.length === (index.starts[last] ?? 0) - from
    for (let id = first; id < last; id++) {
      texts[id] = plain
        ? segment.slice((index.starts[id] ?? 0) - from, (index.starts[id + 1] ?? 0) - from)
        : textOf(index, id)
    }
    first = last
  }
  return texts
}
