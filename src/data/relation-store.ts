import type { Field, Id, Relation } from '../plan/plan.ts'
import { cellState } from '../plan/rows.ts'
import type { ShareStyle } from './cell-number.ts'
import type { Fault, ProblemLog } from './problem-log.ts'
import { type CodeStore, codeStore, growStore, intStore, type Store, setState, stampRow } from './store.ts'

/** The rows of one relation while its files are read, one after the other. */
export type RelationStore = {
  readonly relation: Relation
  readonly stores: ReadonlyMap<Id, Store>
  /** Every store once, with the one for the key's text. */
  readonly all: readonly Store[]
  /** The key's text, whatever its type. */
  readonly key: CodeStore | undefined
  readonly parts: Part[]
  readonly log: ProblemLog
  count: number
  room: number
  /** Faults of the row that is being read. */
  pending: { readonly store: Store; readonly found: Fault }[]
}

/** The rows that came from one file. `lines` keeps only the rows where the distance to the line changes. */
export type Part = {
  readonly file: string
  readonly first: number
  /** What a field's column is called in this file. */
  readonly headings: ReadonlyMap<Id, string>
  readonly lines: { readonly rows: number[]; readonly shifts: number[] }
}

export function relationStore(
  relation: Relation,
  styles: ReadonlyMap<Id, ShareStyle>,
  log: ProblemLog,
): RelationStore {
  const stores = new Map(relation.fields.map((f) => [f.id, storeOf(f, styles.get(f.id) ?? 'signed')]))
  const own = relation.key === undefined ? undefined : stores.get(relation.key)
  const key = own === undefined || own.is === 'code' ? own : codeStore(own.field)
  return {
    relation,
    stores,
    all: [...stores.values(), ...(key === undefined || key === own ? [] : [key])],
    key,
    parts: [],
    log,
    count: 0,
    room: 64,
    pending: [],
  }
}

function storeOf(field: Field, style: ShareStyle): Store {
  return field.type.is === 'int' ? intStore(field, field.type, style) : codeStore(field)
}

export function beginPart(target: RelationStore, file: string, headings: ReadonlyMap<Id, string>): Part {
  const part = { file, first: target.count, headings, lines: { rows: [], shifts: [] } }
  target.parts.push(part)
  target.log.open(file)
  return part
}

/** Makes room for one more row; `expected` is a guess at how many there will be. */
export function makeRoom(target: RelationStore, extra: readonly Store[], expected: number): void {
  const room = Math.max(target.room * 2, 1024, Math.min(expected, 1 << 28))
  for (const store of target.all) growStore(store, room)
  for (const store of extra) growStore(store, room)
  target.room = room
}

/** Counts the row just read as one of the relation's. */
export function keepRow(target: RelationStore, part: Part, line: number): void {
  const row = target.count
  keepRows(target, part, line, 1)
  if (target.pending.length === 0) return
  for (const { store, found } of target.pending) reportCell(target, found, row, store.field.id)
  target.pending = []
}

/** Counts rows that have no faults that wait; `line` is the first one's. */
export function keepRows(target: RelationStore, part: Part, line: number, count: number): void {
  const row = target.count
  const { rows, shifts } = part.lines
  const shift = line - row
  if (rows.length === 0 || shifts[shifts.length - 1] !== shift) {
    rows.push(row)
    shifts.push(shift)
  }
  target.count = row + count
}

/** Reports a cell of a row that is kept. */
export function reportCell(target: RelationStore, found: Fault, row: number, field: Id): void {
  const part = partOf(target.parts, row)
  if (!part) return
  const { id: relation, fields } = target.relation
  target.log.add(found, part.file, () => ({
    row: lineOf(part, row),
    column: part.headings.get(field) ?? field,
    relation,
    index: row,
    field,
    order: fields.findIndex((f) => f.id === field),
  }))
}

/** Forgets the row just read. */
export function dropRow(target: RelationStore): void {
  for (const store of target.all) if (store.states) stampRow(store, target.count, cellState.present)
  target.pending = []
}

/** A row whose cells cannot be told apart: all of it is bad, for one reason. */
export function keepBrokenRow(target: RelationStore, part: Part, line: number, found: Fault): void {
  const row = target.count
  for (const store of target.all) stampRow(store, row, cellState.bad)
  target.pending = []
  keepRow(target, part, line)
  target.log.add(found, part.file, () => ({ row: line, relation: target.relation.id, index: row }))
}

/** Gives the rows of a part one state in a field that this file has no column for. */
export function fillField(target: RelationStore, part: Part, field: Id, state: 1 | 2): void {
  const store = target.stores.get(field)
  if (!store) return
  if (store.is === 'code') store.ids.fill(0, part.first, target.count)
  if (target.key?.field.id === field && target.key !== store) target.key.ids.fill(0, part.first, target.count)
  if (store.is === 'code' && state === cellState.missing) return
  for (let row = part.first; row < target.count; row++) setState(store, row, state)
}

/** The file and line of a row. */
export function placeOf(parts: readonly Part[], row: number): { file: string; line: number } {
  const part = partOf(parts, row)
  return part ? { file: part.file, line: lineOf(part, row) } : { file: '', line: 0 }
}

export function partOf(parts: readonly Part[], row: number): Part | undefined {
  return parts.findLast((part) => part.first <= row)
}

function lineOf(part: Part, row: number): number {
  const { rows, shifts } = part.lines
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle] ?? 0) <= row) low = middle
    else high = middle - 1
  }
  return row + (shifts[low] ?? 0)
}
