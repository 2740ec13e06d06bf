import type { Id } from '../../plan/plan.ts'
import { cellState, type FieldColumn, type RelationRows, type Rows } from '../../plan/rows.ts'
import { type Cell, fieldColumn, type Table } from './one-row.ts'

/** The rows of a folder with those of one request among them, and where the request's own row stands. */
export type Together = { readonly rows: Rows; readonly row: number }

/** A reference of the request to a row that is not there. */
export type Dangling = { readonly relation: Id; readonly key: string }

/** Which row of a record has a key: made when first asked for, kept for the next request. */
export type KeysOf = (relation: Id) => ReadonlyMap<string, number>

export function keysOf(base: Rows): KeysOf {
  const known = new Map<Id, ReadonlyMap<string, number>>()
  return (relation) => {
    const found = known.get(relation)
    if (found) return found
    const rows = base.get(relation)
    const keys = new Map<string, number>()
    for (let row = 0; row < (rows?.count ?? 0); row++) keys.set(rows?.name(row) ?? '', row)
    known.set(relation, keys)
    return keys
  }
}

/**
 * Puts the rows that a request says among those that are there: a row with a new key is added, one with a key that is
 * known takes its place, and one that says nothing but a known key is that row as it is. `isGiven`: whether all rows of a
 * record are there, so that a key which none of them has leads nowhere.
 */
export function addRows(
  base: Rows,
  keys: KeysOf,
  tables: ReadonlyMap<Id, Table>,
  own: Id,
  isGiven: (relation: Id) => boolean,
): Together | { readonly dangling: readonly Dangling[] } {
  const dangling: Dangling[] = []
  const places = new Map<Id, readonly number[]>()
  for (const [id, table] of tables) {
    let next = base.get(id)?.count ?? 0
    const known = table.relation.key === undefined ? undefined : keys(id)
    const found = table.cells.map((_, row) => {
      const key = table.keys[row]
      const at = key === undefined ? undefined : known?.get(key)
      if (at === undefined && key !== undefined && isGiven(id) && table.bare.has(row))
        dangling.push({ relation: id, key })
      return at ?? next++
    })
    places.set(id, found)
  }
  if (dangling.length > 0) return { dangling }
  const rows = new Map(base)
  for (const [id, table] of tables) {
    const at = places.get(id) ?? []
    const before = base.get(id)
    const changed = at.flatMap((place, row) =>
      place < (before?.count ?? 0) && table.bare.has(row) ? [] : [row],
    )
    if (before !== undefined && changed.length > 0) rows.set(id, merged(before, table, at, changed, places))
  }
  return { rows, row: places.get(own)?.[0] ?? 0 }
}

function merged(
  before: RelationRows,
  table: Table,
  at: readonly number[],
  changed: readonly number[],
  places: ReadonlyMap<Id, readonly number[]>,
): RelationRows {
  const count = Math.max(before.count, ...changed.map((row) => (at[row] ?? 0) + 1))
  const said = new Map(changed.map((row) => [at[row] ?? 0, row]))
  const fields = new Map<Id, FieldColumn>()
  for (const field of table.relation.fields) {
    const old = before.fields.get(field.id)
    const target = field.type.is === 'ref' ? places.get(field.type.relation) : undefined
    const cellOf = (row: number): Cell => {
      const cell = table.cells[row]?.get(field.id) ?? { state: cellState.missing, value: 0 }
      return target && cell.state === 0 ? { state: 0, value: target[Number(cell.value)] ?? 0 } : cell
    }
    const fresh = fieldColumn(field, [...said.values()].map(cellOf))
    if (old) fields.set(field.id, spliced(old, fresh, [...said.keys()], count))
  }
  const nameOf = (row: number) => table.names[row] ?? 'request'
  return {
    relation: before.relation,
    count,
    fields,
    name: (row) => {
      const own = said.get(row)
      return own === undefined ? before.name(row) : nameOf(own)
    },
    place: (row) => (said.has(row) ? { file: 'request', line: 1 } : before.place(row)),
  }
}

function spliced(old: FieldColumn, fresh: FieldColumn, at: readonly number[], count: number): FieldColumn {
  const states = new Uint8Array(count)
  if (old.states) states.set(old.states.subarray(0, count))
  for (const [i, row] of at.entries()) states[row] = fresh.states?.[i] ?? cellState.present
  if (old.is === 'text' && fresh.is === 'text') {
    const values = [...old.values]
    for (const [i, row] of at.entries()) values[row] = fresh.values[i] ?? ''
    return { is: 'text', values, states }
  }
  if (old.is === 'code' && fresh.is === 'code') {
    const values = new Int32Array(count)
    values.set(old.values.subarray(0, count))
    for (const [i, row] of at.entries()) values[row] = fresh.values[i] ?? 0
    return { is: 'code', values, states }
  }
  if (old.is !== 'int' || fresh.is !== 'int') return fresh
  const values = old.values instanceof BigInt64Array ? new BigInt64Array(count) : new Array<bigint>(count)
  for (const [row, value] of old.values.entries()) values[row] = value
  for (const [i, row] of at.entries()) values[row] = fresh.values[i] ?? 0n
  return { is: 'int', values, states }
}
