import type { FlatTable } from './flat-table.ts'
import { plainDate, plainDecimal } from './plain-text.ts'
import { type QuickFields, quickFields, stride } from './quick-fields.ts'
import { quickPlace } from './quick-words.ts'
import type { Reading } from './reading.ts'

/**
 * Reads and decides in one pass what most requests are: the fields of the request before in their order, each with a
 * plain value, of a clause that is one table. Every field is checked as elsewhere; nothing is written to the registers,
 * for each value leads at once to the rows whose test it passes. Whatever is not so plain is read again the general way.
 */
export type Quick = {
  readonly fields: QuickFields
  readonly asked: ReadonlySet<string>
  readonly size: number
  /** How many keys were learnt; 0: none yet. */
  count: number
  /** How often keys may still be learnt: not for ever, where requests differ in them all the time. */
  left: number
  readonly keys: string[]
  /** What `fields` has of each key. */
  readonly code: Int32Array
  readonly limits: Float64Array
  readonly cells: Int32Array
  readonly words: readonly string[]
  readonly unique: boolean
  /** The row where none matches: −1 where that is no decision. */
  readonly otherwise: number
}

/** Undefined for a table or a record that needs the general way. */
export function newQuick(table: FlatTable, reading: Reading): Quick | undefined {
  const { root: shape } = reading
  if (table.words > 2 || table.inputs === 0 || new Set(table.registers).size < table.inputs) return undefined
  if (shape.hasChildren || reading.alike.length > 0) return undefined
  const fields = quickFields(table, shape)
  if (fields === undefined) return undefined
  const slots = [...shape.slots.values()].filter(({ register }) => table.registers.includes(register))
  return {
    fields,
    asked: new Set(slots.map(({ name }) => name)),
    size: shape.slots.size,
    count: 0,
    left: 100,
    keys: [],
    code: new Int32Array(fields.code.length),
    limits: new Float64Array(fields.limits.length),
    cells: fields.cells,
    words: fields.words,
    unique: table.unique,
    otherwise: table.otherwise ? table.rows : -1,
  }
}

/** Learns the keys of a request that was decided the general way, where all are of a kind that is read at once. */
export function learnQuick(quick: Quick, request: object): void {
  if (quick.left === 0) return
  quick.left--
  quick.count = 0
  const { fields, keys } = quick
  let count = 0
  let asked = 0
  for (const key in request) {
    const place = fields.places.get(key)
    const from = (place ?? 0) * stride
    if (place === undefined || count >= quick.size || (fields.code[from] as number) < 0) return
    // As the request has it, not the record: the very same string is compared at once.
    keys[count] = key
    quick.code.set(fields.code.subarray(from, from + stride), count * stride)
    quick.limits.set(fields.limits.subarray(from, from + stride), count * stride)
    count++
    if (quick.asked.has(key)) asked++
  }
  // What is not said is for the general way, which knows what that means.
  if (asked === quick.asked.size) quick.count = count
}

/** The row of the table that surely matches: one more than there are for `otherwise`. −1 where that has to be found the general way. */
export function quickRow(quick: Quick, request: unknown): number {
  const { count, keys, code, limits, cells } = quick
  if (count === 0 || typeof request !== 'object' || request === null) return -1
  const object = request as { readonly [key: string]: unknown }
  let low = -1
  let high = -1
  let at = 0
  let base = 0
  for (const key in object) {
    if (keys[at] !== key) return -1
    const value = object[key]
    let cell = code[base + 1] as number
    switch (code[base]) {
      case 0: // unread
        if (typeof value !== 'string') return -1
        at++
        base += stride
        continue
      case 1: {
        // A number, by its shortest decimal text (see `readObject`), or that text itself.
        let scaled: number
        if (typeof value === 'number') {
          const factor = limits[base] as number
          scaled = Math.floor(value * factor + 0.5)
          if (scaled / factor !== value) return -1
        } else if (typeof value === 'string') scaled = plainDecimal(value, code[base + 2] as number)
        else return -1
        if (!(scaled >= (limits[base + 1] as number) && scaled <= (limits[base + 2] as number))) return -1
        cell += placeOf(limits, base, scaled)
        break
      }
      case 2: {
        // A word.
        if (typeof value !== 'string') return -1
        const place = quickPlace(
          value,
          code[base + 3] as number,
          code[base + 4] as number,
          code[base + 5] as number,
        )
        if (quick.words[(code[base + 2] as number) + place] !== value || value === '') return -1
        cell += place * 2
        break
      }
      case 3: // truth
        if (typeof value !== 'boolean') return -1
        if (value) cell += 2
        break
      default: {
        const day = typeof value === 'string' ? plainDate(value) : undefined
        if (day === undefined) return -1
        cell += placeOf(limits, base, day)
      }
    }
    low &= cells[cell] as number
    high &= cells[cell + 1] as number
    at++
    base += stride
  }
  if (at !== count) return -1
  const bits = low !== 0 ? low : high
  if (bits === 0) return quick.otherwise
  if (quick.unique && ((bits & (bits - 1)) !== 0 || (low !== 0 && high !== 0))) return -1
  return (low !== 0 ? 31 : 63) - Math.clz32(bits & -bits)
}

/** Where a value's cell stands on the grid of the bounds; two words a cell. */
function placeOf(limits: Float64Array, base: number, value: number): number {
  let steps = value / (limits[base + 3] as number)
  const least = limits[base + 4] as number
  const most = limits[base + 5] as number
  if (steps < least) steps = least
  if (steps > most) steps = most
  return (Math.floor(steps) + Math.ceil(steps)) * 2
}
