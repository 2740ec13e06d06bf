import { placesOfCode } from '../base/currency-places.ts'
import { formatDecimal, power10 } from '../base/decimal.ts'
import type { Field, Id, Plan } from '../plan/plan.ts'
import { cellState, type FieldColumn, type RelationRows } from '../plan/rows.ts'
import { textOf, textsOf } from './byte-index.ts'
import { type CodeReading, readDate, readEnum, readPeriod, readTruth } from './cell-code.ts'
import { readTime } from './cell-time.ts'
import { type Keys, referenceReader } from './keys.ts'
import { type Fault, fault } from './problem-log.ts'
import { partOf, placeOf, type RelationStore, reportCell } from './relation-store.ts'
import { type CodeStore, type IntStore, type Store, setState } from './store.ts'

/**
 * Turns the texts of a relation into what the engines hold, once all of its files are read and the keys of all
 * relations are known. Reports each bad cell, and each empty one that must not be.
 */
export function finishRelation(
  plan: Plan,
  target: RelationStore,
  keysOf: ReadonlyMap<Id, Keys | undefined>,
): RelationRows {
  const { relation, parts, count, key } = target
  // The stores are emptied into their columns; names are still asked for afterwards.
  const keyIds = key?.ids.slice(0, count)
  const fields = new Map<Id, FieldColumn>()
  for (const [id, store] of target.stores) fields.set(id, finishField(plan, target, store, keysOf))
  for (const store of target.stores.values()) if (store.is === 'int') refuseTooFine(target, store, fields)
  return {
    relation: relation.id,
    count,
    fields,
    name: (row) => {
      const id = keyIds?.[row] ?? 0
      if (key && id > 0) return textOf(key.index, id)
      const place = placeOf(parts, row)
      return `${place.file}:${place.line}`
    },
    place: (row) => placeOf(parts, row),
  }
}

function finishField(
  plan: Plan,
  target: RelationStore,
  store: Store,
  keysOf: ReadonlyMap<Id, Keys | undefined>,
): FieldColumn {
  const { field } = store
  // Instants are wider than the codes that their texts have.
  const times = field.type.is === 'time' ? new BigInt64Array(target.count) : undefined
  if (store.is === 'code') setCodes(target, store, readerOf(plan, field, keysOf), times)
  if (!field.optional && store.states) reportMissing(target, store.field, store.states)
  const states = store.states && { states: fitted(store.states, target.count) }
  if (store.is === 'int') {
    const values = store.wide ?? store.values.subarray(0, target.count)
    return { is: 'int', values, ...states }
  }
  if (times) return { is: 'int', values: times, ...states }
  const ids = store.ids.subarray(0, target.count)
  if (field.type.is !== 'text') return { is: 'code', values: ids, ...states }
  let values: readonly string[] | undefined
  return {
    is: 'text',
    // Most texts of most rows are never asked for.
    get values() {
      if (!values) {
        const texts = textsOf(store.index)
        values = Array.from(ids, (id) => texts[id] ?? '')
      }
      return values
    },
    at: (row) => (values ? (values[row] ?? '') : textOf(store.index, ids[row] ?? 0)),
    ...states,
  }
}

/** Amounts whose currency stands beside them: no more digits than that currency has, unless the field says more. */
function refuseTooFine(target: RelationStore, store: IntStore, fields: Map<Id, FieldColumn>): void {
  const { type, name } = store.number
  const beside = type.currencyIn && target.stores.get(type.currencyIn.field)?.field.type
  const currency = type.currencyIn && fields.get(type.currencyIn.field)
  const amounts = fields.get(store.field.id)
  if (beside?.is !== 'enum' || currency?.is !== 'code' || amounts?.is !== 'int') return
  const places = beside.values.map(placesOfCode)
  if (type.scale > Math.max(...places)) return
  const units = places.map((each) => power10(Math.max(0, type.scale - each)))
  for (let row = 0; row < target.count; row++) {
    const code = currency.values[row] ?? 0
    const amount = amounts.values[row] ?? 0n
    const present = (column: FieldColumn) => (column.states?.[row] ?? cellState.present) === cellState.present
    if (!present(currency) || !present(amounts) || amount % (units[code] ?? 1n) === 0n) continue
    setState(store, row, cellState.bad)
    const text = formatDecimal(amount, type.scale)
    const step = formatDecimal(1n, places[code] ?? 0)
    reportCell(target, fault('BY703', { text, field: name, step }), row, store.field.id)
  }
  if (store.states) fields.set(store.field.id, { ...amounts, states: fitted(store.states, target.count) })
}

function fitted(states: Uint8Array, count: number): Uint8Array {
  if (states.length >= count) return states.subarray(0, count)
  const all = new Uint8Array(count)
  all.set(states)
  return all
}

/** Reads a distinct text; undefined for fields that keep their text. */
function readerOf(
  plan: Plan,
  field: Field,
  keysOf: ReadonlyMap<Id, Keys | undefined>,
): ((text: string) => CodeReading) | undefined {
  const { type } = field
  switch (type.is) {
    case 'int':
    case 'text':
      return undefined
    case 'time':
      return (text) => readTime(plan.zone, field.id, text)
    case 'date':
      return (text) => readDate(field.id, text)
    case 'period': {
      const kind = plan.periods.find((k) => k.id === type.kind)
      return (text) => readPeriod(kind, type.kind, text)
    }
    case 'enum':
      return (text) => readEnum(field.id, type.values, text)
    case 'ref':
      return referenceReader(keysOf.get(type.relation), type.relation)
    case 'truth':
      return readTruth
  }
}

/** Replaces the number of each row's text by what the text means; what `times` holds goes there instead. */
function setCodes(
  target: RelationStore,
  store: CodeStore,
  read: ((text: string) => CodeReading) | undefined,
  times: BigInt64Array | undefined,
): void {
  const texts = read ? textsOf(store.index) : []
  const meaning = new Float64Array(store.index.count)
  const faults = new Map<number, Fault>()
  if (read) {
    for (let id = 1; id < texts.length; id++) {
      const reading = read(texts[id] ?? '')
      if ('value' in reading) meaning[id] = reading.value
      else faults.set(id, reading.fault)
    }
  }
  const { ids } = store
  if (faults.size === 0 && !hasEmpty(ids, target.count)) {
    if (times) for (let row = 0; row < target.count; row++) times[row] = BigInt(meaning[ids[row] ?? 0] ?? 0)
    else if (read) replaceCodes(ids, Int32Array.from(meaning), target.count)
    return
  }
  for (let row = 0; row < target.count; row++) {
    const id = ids[row] ?? 0
    if (id === 0) {
      if (store.states?.[row] !== cellState.bad) setState(store, row, cellState.missing)
      continue
    }
    if (times) times[row] = BigInt(meaning[id] ?? 0)
    else if (read) ids[row] = meaning[id] ?? 0
    const found = faults.size > 0 ? faults.get(id) : undefined
    if (found) {
      setState(store, row, cellState.bad)
      reportCell(target, found, row, store.field.id)
    }
  }
}

function hasEmpty(ids: Int32Array, count: number): boolean {
  for (let row = 0; row < count; row++) if (ids[row] === 0) return true
  return false
}

function replaceCodes(ids: Int32Array, meaning: Int32Array, count: number): void {
  for (let row = 0; row < count; row++) ids[row] = meaning[ids[row] ?? 0] ?? 0
}

function reportMissing(target: RelationStore, field: Field, states: Uint8Array): void {
  const found = fault('BY701', { record: target.relation.id, field: field.id })
  for (let row = 0; row < target.count; row++) {
    if (states[row] !== cellState.missing) continue
    const part = partOf(target.parts, row)
    // A file without the column was reported once, or nobody needs the field.
    if (part?.headings.has(field.id)) reportCell(target, found, row, field.id)
  }
}
