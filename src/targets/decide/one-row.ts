import type { Field, Id, Plan, Relation } from '../../plan/plan.ts'
import { cellState, type FieldColumn, type RelationRows, type Rows } from '../../plan/rows.ts'
import { fits64 } from '../evaluate/vector.ts'
import { isKeyAlone, isThere, keyIn, type Reading } from './reading.ts'
import { type Shape, type Slot, slotKind } from './shape.ts'

/** The rows that a request speaks of, as a run has them: what the engine explains, or decides itself. */
export function rowsOfRequest(reading: Reading): { readonly rows: Rows; readonly row: number } {
  const tables = newTables(reading.plan)
  const row = addShape(reading, tables, reading.root)
  return { rows: new Map([...tables].map(([id, table]) => [id, rowsOf(table)])), row }
}

export type Cell = { readonly state: number; readonly value: number | bigint | string }
/** The rows of one record as a request says them. */
export type Table = {
  readonly relation: Relation
  readonly names: string[]
  readonly keys: (string | undefined)[]
  readonly byKey: Map<string, number>
  readonly cells: Map<Id, Cell>[]
  /** The rows of which nothing is said but the key. */
  readonly bare: Set<number>
}

export function newTables(plan: Plan): ReadonlyMap<Id, Table> {
  return new Map(plan.relations.map((relation) => [relation.id, newTable(relation)]))
}

function newTable(relation: Relation): Table {
  return { relation, names: [], keys: [], byKey: new Map(), cells: [], bare: new Set() }
}

/** Every record of a plan without a row. */
export function emptyRows(plan: Plan): Rows {
  return new Map([...newTables(plan)].map(([id, table]) => [id, rowsOf(table)]))
}

const missing: Cell = { state: cellState.missing, value: 0 }
const bad: Cell = { state: cellState.bad, value: 0 }

/** Adds the row that stands in the registers of a shape, and those it refers to. */
export function addShape(reading: Reading, tables: ReadonlyMap<Id, Table>, shape: Shape): number {
  const table = tableOf(tables, shape.relation.id)
  const key = keyIn(reading, shape)
  const known = key === undefined ? undefined : table.byKey.get(key)
  if (known !== undefined) return known
  const row = addRow(table, key)
  if (shape !== reading.root && isKeyAlone(reading, shape)) table.bare.add(row)
  const cells = table.cells[row]
  for (const slot of shape.slots.values()) cells?.set(slot.name, cellOf(reading, tables, slot))
  return row
}

function addRow(table: Table, key: string | undefined): number {
  const row = table.cells.length
  table.cells.push(new Map())
  table.names.push(key ?? 'request')
  table.keys.push(key)
  if (key !== undefined) table.byKey.set(key, row)
  return row
}

function cellOf(reading: Reading, tables: ReadonlyMap<Id, Table>, slot: Slot): Cell {
  const { states, numbers, bigs, texts } = reading.registers
  const state = states[slot.register]
  const { type } = slot.field
  if (slot.kind === slotKind.ref && type.is === 'ref')
    return referenceOf(reading, tables, slot, type.relation)
  if (state === slot.field.missing) return missing
  if (state !== 0) return bad
  if (slot.kind === slotKind.text) return { state: 0, value: texts[slot.register] ?? '' }
  return { state: 0, value: (slot.kind === slotKind.big ? bigs : numbers)[slot.register] ?? 0 }
}

/** A row that is there may still have no key that is known. */
function referenceOf(reading: Reading, tables: ReadonlyMap<Id, Table>, slot: Slot, relation: Id): Cell {
  const { states, texts } = reading.registers
  const state = states[slot.register]
  if (state === slot.field.missing) return missing
  const { child } = slot
  if (child !== undefined && isThere(reading, child, slot))
    return { state: 0, value: addShape(reading, tables, child) }
  if (state !== 0) return bad
  const table = tableOf(tables, relation)
  const key = texts[slot.register] ?? ''
  const known = table.byKey.get(key)
  if (known !== undefined) return { state: 0, value: known }
  const row = addRow(table, key)
  table.bare.add(row)
  for (const field of table.relation.fields) table.cells[row]?.set(field.id, bad)
  return { state: 0, value: row }
}

function tableOf(tables: ReadonlyMap<Id, Table>, id: Id): Table {
  const table = tables.get(id)
  if (!table) throw new Error(`the plan has no ${id}`)
  return table
}

function rowsOf({ relation, names, cells }: Table): RelationRows {
  return {
    relation: relation.id,
    count: cells.length,
    fields: new Map(
      relation.fields.map((field) => [
        field.id,
        fieldColumn(
          field,
          cells.map((row) => row.get(field.id) ?? missing),
        ),
      ]),
    ),
    name: (row) => names[row] ?? 'request',
    place: () => ({ file: 'request', line: 1 }),
  }
}

/** Cells of one field as a column. */
export function fieldColumn({ type }: Field, found: readonly Cell[]): FieldColumn {
  const states = Uint8Array.from(found, ({ state }) => state)
  if (type.is === 'text') return { is: 'text', values: found.map(({ value }) => String(value)), states }
  if (type.is !== 'int' && type.is !== 'time')
    return { is: 'code', values: Int32Array.from(found, ({ value }) => Number(value)), states }
  const values = found.map(({ value, state }) => (state === 0 ? BigInt(value) : 0n))
  const words = type.is === 'time' || fits64({ min: BigInt(type.min), max: BigInt(type.max) })
  return { is: 'int', values: words ? BigInt64Array.from(values) : values, states }
}

/** A day of the policy's time: a request has no period of its own. */
export function dayOfPlan({ policy }: Plan): number {
  return policy.from ?? 0
}
