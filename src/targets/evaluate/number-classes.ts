import { fits64, fitsCode, type Node, type States } from './vector.ts'

type Classes = (from: number, count: number) => { readonly values: Int32Array; readonly states: States }

/**
 * The classes of whole numbers that are narrower than BigInt, between the bounds of a table's input: class 2i + 1 is
 * bound i itself, 2i what lies below it and above the one before. Undefined where only BigInt can tell.
 */
export function narrowClasses(node: Node, bounds: readonly bigint[], capacity: number): Classes | undefined {
  if (node.is === 'text' || node.is === 'big') return undefined
  const values = new Int32Array(capacity)
  const first = bounds[0] ?? 0n
  const last = bounds[bounds.length - 1] ?? 0n
  const range = { min: first, max: last }
  if (!fits64(range)) return undefined
  const words = BigInt64Array.from(bounds)
  if (node.is === 'int')
    return (from, count) => {
      const block = node.run(from, count)
      classifyWords(block.values, words, values, count)
      return { values, states: block.states }
    }
  // For a single row, as explanations ask for, a list costs more than it saves.
  if (capacity > 1 && fitsCode(range) && last - first < mostListed) {
    const low = Number(first) - 1
    const listed = listClasses(words, low, Number(last) + 1)
    return (from, count) => {
      const block = node.run(from, count)
      lookUpCodes(block.values, listed, low, values, count)
      return { values, states: block.states }
    }
  }
  return (from, count) => {
    const block = node.run(from, count)
    for (let i = 0; i < count; i++) values[i] = classOf(words, BigInt(block.values[i] ?? 0))
    return { values, states: block.states }
  }
}

/** Days and counts lie close together: their classes are listed, one for each number from bound to bound. */
const mostListed = 20_000n

function listClasses(bounds: BigInt64Array, low: number, high: number): Int32Array {
  return Int32Array.from({ length: high - low + 1 }, (_, i) => classOf(bounds, BigInt(low + i)))
}

function lookUpCodes(from: Int32Array, listed: Int32Array, low: number, out: Int32Array, n: number): void {
  const most = listed.length - 1
  for (let i = 0; i < n; i++) out[i] = listed[Math.min(Math.max((from[i] ?? 0) - low, 0), most)] ?? 0
}

function classOf(bounds: BigInt64Array, value: bigint): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    const bound = bounds[middle] ?? 0n
    if (bound === value) return middle * 2 + 1
    if (bound < value) low = middle + 1
    else high = middle
  }
  return low * 2
}

function classifyWords(from: BigInt64Array, bounds: BigInt64Array, out: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = classOf(bounds, from[i] ?? 0n)
}
