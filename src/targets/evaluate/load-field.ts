import { firstInstant, lastInstant } from '../../base/local-time.ts'
import type { Field, Id, Type } from '../../plan/plan.ts'
import { cellState, type FieldColumn } from '../../plan/rows.ts'
import { narrow } from './convert.ts'
import { type Engine, need, type Stored } from './engine.ts'
import { nextOutsideWords } from './kernels.ts'
import { codeRange, fits64, fitsCode, type Range, type States, type Vector } from './vector.ts'

/**
 * A field of all rows, ready to compute with. A value outside its type is bad here again, even if the reader let it
 * pass: everything after relies on the proved range, and a store of 64 bits wraps without a word.
 */
export function loadField(engine: Engine, relation: Id, id: Id): Stored {
  // Asked for once a row where rows are ordered; a name holds no line end.
  const key = `${relation}\n${id}`
  const known = engine.fields.get(key)
  if (known !== undefined) return known
  const field = need(need(engine.model.fields, relation), id)
  const rows = need(engine.rows, relation)
  const column = need(rows.fields, id)
  const loaded = load(engine, field, column, rows.count)
  engine.fields.set(key, loaded)
  return loaded
}

function load(engine: Engine, field: Field, column: FieldColumn, count: number): Stored {
  const range = rangeOf(engine, field.type)
  const states = column.states && statesOf(field, column.states, count)
  return { vector: vectorOf(field, column, range, count, states), range }
}

/** The states of the plan for those of the cells; none where every cell is present. */
function statesOf(field: Field, cells: Uint8Array, count: number): States {
  let states: Uint16Array | undefined
  for (let row = 0; row < count; row++) {
    const cell = cells[row] ?? cellState.present
    if (cell === cellState.present) continue
    states ??= new Uint16Array(count)
    states[row] = cell === cellState.missing ? field.missing : field.bad
  }
  return states
}

function vectorOf(field: Field, column: FieldColumn, range: Range, count: number, given: States): Vector {
  let states = given
  const low = Number(range.min)
  const high = Number(range.max)
  const refuse = (row: number): void => {
    states ??= new Uint16Array(count)
    if (states[row] === 0) states[row] = field.bad
  }
  switch (column.is) {
    case 'code': {
      const { values } = column
      for (let row = 0; ; row++) {
        row = nextOutside(values, low, high, row)
        if (row >= count) break
        refuse(row)
      }
      return { is: 'code', values, states }
    }
    case 'text':
      return {
        is: 'text',
        get values() {
          return column.values
        },
        ...(column.at && { at: column.at }),
        states,
      }
    case 'int': {
      const { values } = column
      for (let row = 0; ; row++) {
        row = nextOutsideIntegers(values, count, range, row)
        if (row >= count) break
        refuse(row)
      }
      if (fitsCode(range)) return { is: 'code', values: codesOf(values, count), states }
      if (values instanceof BigInt64Array) return { is: 'int', values, states }
      if (!fits64(range)) return { is: 'big', values, states }
      return { is: 'int', values: BigInt64Array.from(values, (v) => v ?? 0n), states }
    }
  }
}

/** The next row from `row` on whose code is out of range; the number of rows when there is none. */
function nextOutside(values: Int32Array, low: number, high: number, row: number): number {
  let at = row
  for (; at < values.length; at++) {
    const value = values[at] ?? 0
    if (value < low || value > high) return at
  }
  return at
}

/** The next row from `row` on whose number is out of range; the number of rows when there is none. */
function nextOutsideIntegers(
  values: BigInt64Array | readonly bigint[],
  count: number,
  range: Range,
  row: number,
): number {
  if (values instanceof BigInt64Array && fits64(range)) return nextOutsideWords(values, count, range, row)
  let at = row
  for (; at < count; at++) {
    const value = values[at] ?? 0n
    if (value < range.min || value > range.max) return at
  }
  return at
}

/** Integers whose range fits codes; what has a state may wrap, and means nothing. */
function codesOf(values: BigInt64Array | readonly bigint[], count: number): Int32Array {
  const codes = new Int32Array(count)
  if (values instanceof BigInt64Array) narrow(values, codes, count)
  else for (let row = 0; row < count; row++) codes[row] = Number(BigInt.asIntN(32, values[row] ?? 0n))
  return codes
}

/** Wider than the calendar, which ends with the year 9999, but so that the difference of any two days is a code. */
const dayRange: Range = { min: -(2n ** 30n), max: 2n ** 30n - 1n }

function rangeOf(engine: Engine, type: Type): Range {
  switch (type.is) {
    case 'int':
      return { min: BigInt(type.min), max: BigInt(type.max) }
    case 'enum':
      return { min: 0n, max: BigInt(type.values.length - 1) }
    case 'ref':
      return { min: 0n, max: BigInt(need(engine.rows, type.relation).count - 1) }
    case 'truth':
      return { min: 0n, max: 1n }
    case 'time':
      return { min: BigInt(firstInstant), max: BigInt(lastInstant) }
    case 'date':
    case 'period':
      return dayRange
    default:
      return codeRange
  }
}
