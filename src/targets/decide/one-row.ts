import type { Id, Plan, Relation } from '../../plan/plan.ts'
import { cellState, type FieldColumn, type RelationRows, type Rows } from '../../plan/rows.ts'
import { fits64 } from '../evaluate/vector.ts'
import { isThere, keyIn, type Reading } from './reading.ts'
import { type Shape, type Slot, slotKind } from './shape.ts'

/** The rows that a request speaks of, as a run has them: what the engine explains, or decides itself. */
export function rowsOfRequest(reading: Reading): { readonly rows: Rows; readonly row: number } {
  const tables = new Map(reading.plan.relations.map((relation) => [relation.id, newTable(relation)]))
  const row = addShape(reading, tables, reading.root)
  return { rows: new Map([...tables].map(([id, table]) => [id, rowsOf(table)])), row }
}

type Cell = { readonly state: number; readonly value: number | bigint | string }
type Table = {
  readonly relation: Relation
  readonly names: string[]
  readonly byKey: Map<string, number>
  readonly cells: Map<Id, Cell>[]
}

function newTable(relation: Relation): Table {
  return { relation, names: [], byKey: new Map(), cells: [] }
}

const missing: Cell = { state: cellState.missing, value: 0 }
const bad: Cell = { state: cellState.bad, value: 0 }

function addShape(reading: Reading, tables: ReadonlyMap<Id, Table>, shape: Shape): number {
  const table = tableOf(tables, shape.relation.id)
  const key = keyIn(reading, shape)
  const known = key === undefined ? undefined : table.byKey.get(key)
  if (known !== undefined) return known
  const row = addRow(table, key)
  const cells = table.cells[row]
  for (const slot of shape.slots.values()) cells?.set(slot.name, cellOf(reading, tables, slot))
  return row
}

function addRow(table: Table, key: string | undefined): number {
  const row = table.cells.length
  table.cells.push(new Map())
  table.names.push(key ?? 'request')
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
    fields: new Map(relation.fields.map((field) => [field.id, columnOf(field, cells)])),
    name: (row) => names[row] ?? 'request',
    place: () => ({ file: 'request', line: 1 }),
  }
}

function columnOf({ id, type }: Relation['fields'][number], cells: Table['cells']): FieldColumn {
  const found = cells.map((row) => row.get(id) ?? missing)
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
