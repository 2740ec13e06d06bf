import type { Id } from '../plan/plan.ts'
import type { Fault } from './problem-log.ts'
import { makeRoom, type RelationStore } from './relation-store.ts'
import { addBroken, addCell, type Store } from './store.ts'

/** A cell of a row that is an object: its text (empty where there is none), or why it cannot be one. */
export type ObjectCell = string | Fault

const encoder = new TextEncoder()
const noBytes = new Uint8Array()

/** Puts the cells of one row into the stores; the caller then keeps or drops the row. */
export function addObjectRow(target: RelationStore, cellOf: (field: Id) => ObjectCell): void {
  const row = target.count
  if (row >= target.room) makeRoom(target, [], 0)
  const failed = (store: Store, _row: number, found: Fault) => {
    target.pending.push({ store, found })
  }
  for (const [field, store] of target.stores) {
    const cell = cellOf(field)
    const key = target.key?.field.id === field && target.key !== store ? target.key : undefined
    if (typeof cell !== 'string') {
      addBroken(store, row, cell, failed)
      if (key) key.ids[row] = 0
      continue
    }
    const text = cell.trim()
    const bytes = text === '' ? noBytes : encoder.encode(text)
    addCell(store, row, bytes, 0, bytes.length, failed)
    if (key) addCell(key, row, bytes, 0, bytes.length, failed)
  }
}
