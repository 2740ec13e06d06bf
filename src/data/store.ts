import type { Field, IntType } from '../plan/plan.ts'
import { cellState } from '../plan/rows.ts'
import { type ByteIndex, byteIndex, internBytes } from './byte-index.ts'
import { type NumberField, readNumber, type ShareStyle } from './cell-number.ts'
import { addPlainNumber, type PlainNumbers } from './number-bytes.ts'
import type { Fault } from './problem-log.ts'

/**
 * A numeric field while its rows arrive: 64-bit `values`, of which `words` are the halves, or `wide` where its range
 * passes them. The other form is empty.
 */
export type IntStore = PlainNumbers & {
  readonly is: 'int'
  readonly field: Field
  readonly number: NumberField
  /** Only where the range passes 64 bits. */
  readonly wide: bigint[] | undefined
  values: BigInt64Array
  states: Uint8Array | undefined
  next: Store | undefined
}

/** Any other field while its rows arrive: which distinct text each row has. */
export type CodeStore = {
  readonly is: 'code'
  readonly field: Field
  readonly index: ByteIndex
  /** Of a date in a file: the numbers of the texts that are written as `2026-04-01`, made when the first is read. */
  dates: Int32Array | undefined
  ids: Int32Array
  states: Uint8Array | undefined
  next: Store | undefined
}

/** `next`: another store fed by the same column. */
export type Store = IntStore | CodeStore

const least64 = -(2n ** 63n)
const most64 = 2n ** 63n - 1n
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

export function intStore(field: Field, type: IntType, style: ShareStyle): IntStore {
  const min = BigInt(type.min)
  const max = BigInt(type.max)
  const fits = min >= least64 && max <= most64
  const fast = fits && littleEndian
  const share = type.unit === 'percent' || type.unit === 'price-ratio'
  const values = new BigInt64Array(fits ? 64 : 0)
  return {
    is: 'int',
    field,
    number: { name: field.id, type, style },
    scale: type.scale,
    bareShift: !fast ? -1 : !share || style === 'fraction' ? 0 : style === 'percent' ? 2 : -1,
    percent: fast && type.unit === 'percent',
    low: Number(min),
    high: Number(max),
    wide: fits ? undefined : [],
    values,
    words: new Int32Array(values.buffer),
    states: undefined,
    next: undefined,
  }
}

export function codeStore(field: Field): CodeStore {
  return {
    is: 'code',
    field,
    index: byteIndex(),
    dates: undefined,
    ids: new Int32Array(64),
    states: undefined,
    next: undefined,
  }
}

/** Makes room for rows up to `room`. */
export function growStore(store: Store, room: number): void {
  if (store.states) store.states = grown(store.states, new Uint8Array(room))
  if (store.is === 'code') {
    store.ids = grown(store.ids, new Int32Array(room))
  } else if (!store.wide) {
    const values = new BigInt64Array(room)
    values.set(store.values)
    store.values = values
    store.words = new Int32Array(values.buffer)
  }
}

function grown<A extends Uint8Array | Int32Array>(old: A, bigger: A): A {
  bigger.set(old)
  return bigger
}

export function setState(store: Store, row: number, state: number): void {
  const room = roomOf(store)
  store.states ??= new Uint8Array(Math.max(room, row + 1))
  if (row >= store.states.length) store.states = grown(store.states, new Uint8Array(row * 2))
  store.states[row] = state
}

function roomOf(store: Store): number {
  if (store.is === 'code') return store.ids.length
  return (store.wide ?? store.values).length
}

/** Takes one cell, already without blanks at its ends. What is wrong with it goes to `failed`. */
export function addCell(
  store: Store,
  row: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  failed: (store: Store, row: number, found: Fault) => void,
): void {
  if (store.is === 'code') store.ids[row] = internBytes(store.index, bytes, from, to)
  else if (!addPlainNumber(store, row, bytes, from, to)) addAnyNumber(store, row, bytes, from, to, failed)
  if (store.next) addCell(store.next, row, bytes, from, to, failed)
}

const decoder = new TextDecoder('utf-8')

/** Takes a number in any accepted spelling, or what is no number. */
export function addAnyNumber(
  store: IntStore,
  row: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  failed: (store: Store, row: number, found: Fault) => void,
): void {
  const text = from === to ? '' : decoder.decode(bytes.subarray(from, to))
  const reading = text.trim() === '' ? undefined : readNumber(store.number, text)
  if (reading === undefined) {
    setState(store, row, cellState.missing)
    putInt(store, row, 0n)
  } else if ('fault' in reading) {
    putInt(store, row, 0n)
    setState(store, row, cellState.bad)
    failed(store, row, reading.fault)
  } else putInt(store, row, reading.value)
}

function putInt(store: IntStore, row: number, value: bigint): void {
  if (store.wide) store.wide[row] = value
  else store.values[row] = value
}

/** Undoes a row that turned out not to count, or marks all of it as unreadable. */
export function stampRow(store: Store, row: number, state: 0 | 2): void {
  if (state === cellState.bad) {
    if (store.is === 'code') store.ids[row] = 0
    else putInt(store, row, 0n)
    setState(store, row, cellState.bad)
  } else if (store.states && row < store.states.length) store.states[row] = cellState.present
}

/** What a cell that is no single value (a list in JSON) leaves behind. */
export function addBroken(
  store: Store,
  row: number,
  why: Fault,
  failed: (s: Store, r: number, f: Fault) => void,
): void {
  stampRow(store, row, cellState.bad)
  failed(store, row, why)
  if (store.next) addBroken(store.next, row, why, failed)
}
