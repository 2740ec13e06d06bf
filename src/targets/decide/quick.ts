import type { FlatTable } from './flat-table.ts'
import { plainDate, plainDecimal } from './plain-text.ts'
import { type QuickField, type QuickFields, quickFields } from './quick-fields.ts'
import { nearestInteger, placeOn } from './quick-grid.ts'
import { quickPlace } from './quick-words.ts'
import type { Reading } from './reading.ts'

/**
 * Reads and decides in one pass what most requests are: the fields of the request before in their order, each with a
 * plain value, of a clause that is one table. Every field is checked as elsewhere; nothing is written to the registers,
 * for each value leads at once to the rows whose test it passes. Whatever is not so plain is read again the general way.
 */
export type Quick = {
  readonly known: QuickFields
  readonly inputs: number
  /** The first field of the last request that was learnt, the others after it in its order; undefined at first. */
  first: QuickField | undefined
  /** How often fields may still be learnt: not for ever, where requests differ in them all the time. */
  left: number
  readonly cells: Int32Array
  readonly unique: boolean
  /** The row where none matches: −1 where that is no decision. */
  readonly otherwise: number
}

/** Undefined for a table or a record that needs the general way. */
export function newQuick(table: FlatTable, reading: Reading): Quick | undefined {
  const { root: shape } = reading
  if (table.words > 2 || table.inputs === 0 || new Set(table.registers).size < table.inputs) return undefined
  if (shape.hasChildren || reading.alike.length > 0) return undefined
  const known = quickFields(table, shape)
  if (known === undefined) return undefined
  return {
    known,
    inputs: table.inputs,
    first: undefined,
    left: 100,
    cells: known.cells,
    unique: table.unique,
    otherwise: table.otherwise ? table.rows : -1,
  }
}

/** Learns the fields of a request that was decided the general way, where all are of a kind that is read at once. */
export function learnQuick(quick: Quick, request: object): void {
  if (quick.left === 0) return
  quick.left--
  quick.first = undefined
  const found: QuickField[] = []
  for (const key in request) {
    const field = quick.known.fields.get(key)
    if (field === undefined) return
    field.key = key
    found.push(field)
  }
  // What is not said is for the general way, which knows what that means.
  if (found.filter(({ asked }) => asked).length !== quick.inputs) return
  found.forEach((field, i) => {
    field.next = found[i + 1]
  })
  quick.first = found[0]
}

/**
 * The row of the table that surely matches: one more than there are for `otherwise`. −1 where that has to be found the
 * general way. The numbers are those of `way` (quick-fields.ts).
 */
export function quickRow(quick: Quick, request: unknown): number {
  const { first, cells } = quick
  if (first === undefined || typeof request !== 'object' || request === null) return -1
  const object = request as { readonly [key: string]: unknown }
  let low = -1
  let high = -1
  let field: QuickField | undefined = first
  for (const key in object) {
    if (field === undefined || field.key !== key) return -1
    const value = object[key]
    const { way } = field
    let { cell } = field
    if (way === 1 && typeof value === 'number') {
      // By its shortest decimal text (see `readObject`).
      const scaled = nearestInteger(value * field.factor)
      if (scaled / field.factor !== value) return -1
      if (!(scaled >= field.least && scaled <= field.most)) return -1
      // Shifted and cut to 32 bits: so nothing has to be checked for a number that is too large.
      cell = (cell + ((placeOn(field, scaled) | 0) << 1)) | 0
    } else if (way === 2 && typeof value === 'string') {
      const place = quickPlace(value, field.position, field.multiplier, field.mask)
      if (field.words[place] !== value) return -1
      cell = (cell + (place << 1)) | 0
    } else if (way === 0) {
      if (typeof value !== 'string') return -1
      field = field.next
      continue
    } else {
      cell = rarerCell(field, value)
      if (cell < 0) return -1
    }
    low &= cells[cell] as number
    high &= cells[cell + 1] as number
    field = field.next
  }
  if (field !== undefined) return -1
  // One where the first row that matches is among the second 32: without a branch, which could not be guessed.
  const second = ((low | -low) >>> 31) ^ 1
  const bits = low | (high & -second)
  if (bits === 0) return quick.otherwise
  if (quick.unique && ((bits & (bits - 1)) !== 0 || (low !== 0 && high !== 0))) return -1
  return 31 + 32 * second - Math.clz32(bits & -bits)
}

/** The cell of a value that few requests have: a number as its text, a truth, a date. −1 for one that is none of these. */
function rarerCell(field: QuickField, value: unknown): number {
  const { way, cell } = field
  if (way === 3) return typeof value === 'boolean' ? cell + Number(value) * 2 : -1
  if (typeof value !== 'string' || way === 2) return -1
  if (way === 1) {
    const scaled = plainDecimal(value, field.scale)
    return scaled >= field.least && scaled <= field.most ? cell + placeOn(field, scaled) * 2 : -1
  }
  const day = plainDate(value)
  return day === undefined ? -1 : cell + placeOn(field, day) * 2
}
