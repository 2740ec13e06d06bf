import type { Field, Id, Type } from '../../plan/plan.ts'
import { cellState, type FieldColumn } from '../../plan/rows.ts'
import { type Engine, need, type Stored } from './engine.ts'
import { codeRange, fits64, type Range, type Vector } from './vector.ts'

/**
 * A field of all rows, ready to compute with. A value outside its type is bad here again, even if the reader let it
 * pass: everything after relies on the proved range, and a store of 64 bits wraps without a word.
 */
export function loadField(engine: Engine, relation: Id, id: Id): Stored {
  const key = JSON.stringify([relation, id])
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
  const states = new Uint16Array(count)
  let failed = false
  const cells = column.states
  if (cells !== undefined) {
    for (let row = 0; row < count; row++) {
      const cell = cells[row]
      if (cell === undefined || cell === cellState.present) continue
      states[row] = cell === cellState.missing ? field.missing : field.bad
      failed = true
    }
  }
  const range = rangeOf(engine, field.type)
  if (column.is === 'text') return { vector: vectorOf(column, failed ? states : undefined, range), range }
  for (let row = 0; row < count; row++) {
    if (states[row] !== 0) continue
    const value = column.values[row] ?? 0
    if (value >= range.min && value <= range.max) continue
    states[row] = field.bad
    failed = true
  }
  return { vector: vectorOf(column, failed ? states : undefined, range), range }
}

function vectorOf(column: FieldColumn, states: Uint16Array | undefined, range: Range): Vector {
  switch (column.is) {
    case 'code':
      return { is: 'code', values: column.values, states }
    case 'text':
      return { is: 'text', values: column.values, states }
    case 'int': {
      if (column.values instanceof BigInt64Array) return { is: 'int', values: column.values, states }
      if (!fits64(range)) return { is: 'big', values: column.values, states }
      return { is: 'int', values: BigInt64Array.from(column.values, (v) => v ?? 0n), states }
    }
  }
}

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
    default:
      return codeRange
  }
}
