/**
 * Distinct byte strings, numbered from 0 in the order in which they first came.
 * Cells of dates, enumerations, references and texts repeat, or are looked up as keys: numbering them costs one hash
 * a cell, makes no string, and leaves each distinct text to be read once. Number 0 is always the empty text.
 */
export type ByteIndex = {
  bytes: Uint8Array
  /** Text `id` is `bytes[starts[id] … starts[id + 1])`. */
  starts: Uint32Array
  hashes: Int32Array
  /** Open addressing: `id + 1`, or 0 where free. Its length is a power of two. */
  table: Int32Array
  count: number
}

export function byteIndex(): ByteIndex {
  const index = {
    bytes: new Uint8Array(256),
    starts: new Uint32Array(65),
    hashes: new Int32Array(64),
    table: new Int32Array(128),
    count: 0,
  }
  internBytes(index, index.bytes, 0, 0)
  return index
}

/** The number of `bytes[from … to)`, given to it now if it is new. */
export function internBytes(index: ByteIndex, bytes: Uint8Array, from: number, to: number): number {
  const hash = hashOf(bytes, from, to)
  const table = index.table
  const mask = table.length - 1
  let slot = mix(hash) & mask
  for (;;) {
    const id = (table[slot] ?? 0) - 1
    if (id < 0) break
    if (index.hashes[id] === hash && sameBytes(index, id, bytes, from, to)) return id
    slot = (slot + 1) & mask
  }
  return append(index, hash, slot, bytes, from, to)
}

/** The number of `bytes[from … to)`, or -1. */
export function findBytes(index: ByteIndex, bytes: Uint8Array, from: number, to: number): number {
  const hash = hashOf(bytes, from, to)
  const mask = index.table.length - 1
  for (let slot = mix(hash) & mask; ; slot = (slot + 1) & mask) {
    const id = (index.table[slot] ?? 0) - 1
    if (id < 0 || (index.hashes[id] === hash && sameBytes(index, id, bytes, from, to))) return id
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return hash
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

function append(
  index: ByteIndex,
  hash: number,
  slot: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  const id = index.count
  const start = index.starts[id] ?? 0
  const end = start + to - from
  if (end > index.bytes.length) {
    const grown = new Uint8Array(Math.max(index.bytes.length * 2, end))
    grown.set(index.bytes)
    index.bytes = grown
  }
  const own = index.bytes
  for (let i = from, j = start; i < to; i++, j++) own[j] = bytes[i] ?? 0
  index.table[slot] = id + 1
  index.hashes[id] = hash
  index.starts[id + 1] = end
  index.count = id + 1
  if (index.count === index.hashes.length) grow(index)
  return id
}

function grow(index: ByteIndex): void {
  const room = index.count * 2
  const hashes = new Int32Array(room)
  hashes.set(index.hashes)
  index.hashes = hashes
  const starts = new Uint32Array(room + 1)
  starts.set(index.starts)
  index.starts = starts
  const table = new Int32Array(room * 2)
  const mask = table.length - 1
  for (let id = 0; id < index.count; id++) {
    let slot = mix(hashes[id] ?? 0) & mask
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = id + 1
  }
  index.table = table
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
