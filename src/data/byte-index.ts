/**
 * Distinct byte strings, numbered from 0 in the order in which they first came.
 * Cells of dates, enumerations, references and texts repeat, or are looked up as keys: numbering them costs one hash
 * a cell, makes no string, and leaves each distinct text to be read once. Number 0 is always the empty text.
 * Keys mostly come in their order: as long as each text is greater than the one before, or the same, nothing is hashed.
 */
export type ByteIndex = {
  bytes: Uint8Array
  /** Text `id` is `bytes[starts[id] … starts[id + 1])`. */
  starts: Uint32Array
  hashes: Int32Array
  /** Open addressing: `id + 1`, or 0 where free. Its length is a power of two. Absent while the texts ascend. */
  table: Int32Array | undefined
  count: number
}

export function byteIndex(): ByteIndex {
  return {
    bytes: new Uint8Array(256),
    starts: new Uint32Array(65),
    hashes: new Int32Array(0),
    table: undefined,
    count: 1,
  }
}

/** The number of `bytes[from … to)`, given to it now if it is new. */
export function internBytes(index: ByteIndex, bytes: Uint8Array, from: number, to: number): number {
  if (index.table !== undefined) return internHashed(index, hashOf(bytes, from, to), bytes, from, to)
  if (from === to) return 0
  // Written behind the last text already, and kept there only when it is greater.
  const order = putBehindLast(index, bytes, from, to)
  if (order === 0) return index.count - 1
  if (order > 0) return keepLast(index, to - from)
  hashAll(index)
  return internHashed(index, hashOf(bytes, from, to), bytes, from, to)
}

/** The same, by one who has the hash already; the index must have begun to hash. */
export function internHashed(
  index: ByteIndex,
  hash: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  const table = index.table ?? hashAll(index)
  const mask = table.length - 1
  let slot = mix(hash) & mask
  for (;;) {
    const id = (table[slot] ?? 0) - 1
    if (id < 0) break
    if (index.hashes[id] === hash && sameBytes(index, id, bytes, from, to)) return id
    slot = (slot + 1) & mask
  }
  table[slot] = index.count + 1
  index.hashes[index.count] = hash
  putBehindLast(index, bytes, from, to)
  const id = keepLast(index, to - from)
  if (index.count === index.hashes.length) hashAll(index)
  return id
}

/** Writes a text behind the last, and tells how it is to it, byte for byte: below 0 when it stands before it. */
function putBehindLast(index: ByteIndex, bytes: Uint8Array, from: number, to: number): number {
  const end = index.starts[index.count] ?? 0
  const before = index.starts[index.count - 1] ?? 0
  if (end + to - from > index.bytes.length) {
    const grown = new Uint8Array(Math.max(index.bytes.length * 2, end + to - from))
    grown.set(index.bytes)
    index.bytes = grown
  }
  const own = index.bytes
  let order = 0
  for (let i = from, j = end, k = before; i < to; i++, j++, k++) {
    const c = bytes[i] ?? 0
    own[j] = c
    if (order === 0) order = k < end ? c - (own[k] ?? 0) : 1
  }
  return order === 0 ? to - from - (end - before) : order
}

/** The number of `bytes[from … to)`, or -1. */
export function findBytes(index: ByteIndex, bytes: Uint8Array, from: number, to: number): number {
  const hash = hashOf(bytes, from, to)
  const table = index.table ?? hashAll(index)
  const mask = table.length - 1
  for (let slot = mix(hash) & mask; ; slot = (slot + 1) & mask) {
    const id = (table[slot] ?? 0) - 1
    if (id < 0 || (index.hashes[id] === hash && sameBytes(index, id, bytes, from, to))) return id
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = firstHash
  for (let i = from; i < to; i++) hash = nextHash(hash, bytes[i] ?? 0)
  return hash
}

/** FNV-1a, for those who make it byte by byte: of no bytes, and with one more. */
export const firstHash = 0x811c9dc5 | 0

export function nextHash(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193)
}

/** FNV leaves its low bits weak; the table uses the low bits. */
function mix(hash: number): number {
  const a = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return a ^ (a >>> 13)
}

function sameBytes(index: ByteIndex, id: number, bytes: Uint8Array, from: number, to: number): boolean {
  const start = index.starts[id] ?? 0
  if ((index.starts[id + 1] ?? 0) - start !== to - from) return false
  const own = index.bytes
  for (let i = from, j = start; i < to; i++, j++) if (bytes[i] !== own[j]) return false
  return true
}

/** Counts the text that stands behind the last. */
function keepLast(index: ByteIndex, length: number): number {
  const id = index.count
  if (id + 1 === index.starts.length) {
    const starts = new Uint32Array(id * 2 + 2)
    starts.set(index.starts)
    index.starts = starts
  }
  index.starts[id + 1] = (index.starts[id] ?? 0) + length
  index.count = id + 1
  return id
}

/** Makes the table, with room for as many texts again, and the hashes of those that have none yet. */
function hashAll(index: ByteIndex): Int32Array {
  let length = 128
  while (length < index.count * 4) length *= 2
  const hashes = new Int32Array(length / 2)
  hashes.set(index.hashes)
  if (index.table === undefined) {
    for (let id = 0; id < index.count; id++)
      hashes[id] = hashOf(index.bytes, index.starts[id] ?? 0, index.starts[id + 1] ?? 0)
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
