import type { Type } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { narrow, widen } from './convert.ts'
import {
  codeRange,
  fits64,
  fitsCode,
  type IntVector,
  type Node,
  type Range,
  type States,
  type Vector,
} from './vector.ts'

/** Reads values that stand there for every row of the grain. */
export function storedNode(vector: Vector, range: Range): Node {
  switch (vector.is) {
    case 'code':
      return {
        is: 'code',
        range,
        whole: vector,
        run: (from, count) => ({
          is: 'code',
          values: vector.values.subarray(from, from + count),
          states: vector.states?.subarray(from, from + count),
        }),
      }
    case 'int':
      return { is: 'int', range, whole: vector, run: (from, count) => intBlock(vector, from, count) }
    case 'big':
      return {
        is: 'big',
        range,
        whole: vector,
        run: (from, count) => ({
          is: 'big',
          values: vector.values.slice(from, from + count),
          states: vector.states?.subarray(from, from + count),
        }),
      }
    case 'text':
      return {
        is: 'text',
        whole: vector,
        run: (from, count) => ({
          is: 'text',
          values: vector.values.slice(from, from + count),
          states: vector.states?.subarray(from, from + count),
        }),
      }
  }
}

function intBlock(vector: IntVector, from: number, count: number): IntVector {
  return {
    is: 'int',
    values: vector.values.subarray(from, from + count),
    states: vector.states?.subarray(from, from + count),
  }
}

/** Reads stored values at the row that `place` finds; where it finds none, its state is the value's. */
export function gatherNode(vector: Vector, range: Range, place: Place, capacity: number): Node {
  const states = new Uint16Array(capacity)
  const statesOf = (rows: Int32Array, own: States, count: number): States => {
    if (own === undefined && vector.states === undefined) return undefined
    const there = vector.states
    for (let i = 0; i < count; i++) {
      const state = own === undefined ? 0 : (own[i] ?? 0)
      states[i] = state !== 0 || there === undefined ? state : (there[rows[i] ?? 0] ?? 0)
    }
    return states
  }
  switch (vector.is) {
    case 'code': {
      const values = new Int32Array(capacity)
      const run = (from: number, count: number) => {
        const rows = place(from, count)
        for (let i = 0; i < count; i++) values[i] = vector.values[rows.values[i] ?? 0] ?? 0
        return { is: 'code', values, states: statesOf(rows.values, rows.states, count) } as const
      }
      return { is: 'code', range, run }
    }
    case 'int': {
      const values = new BigInt64Array(capacity)
      const run = (from: number, count: number) => {
        const rows = place(from, count)
        for (let i = 0; i < count; i++) values[i] = vector.values[rows.values[i] ?? 0] ?? 0n
        return { is: 'int', values, states: statesOf(rows.values, rows.states, count) } as const
      }
      return { is: 'int', range, run }
    }
    case 'big': {
      const values: bigint[] = new Array<bigint>(capacity).fill(0n)
      const run = (from: number, count: number) => {
        const rows = place(from, count)
        for (let i = 0; i < count; i++) values[i] = vector.values[rows.values[i] ?? 0] ?? 0n
        return { is: 'big', values, states: statesOf(rows.values, rows.states, count) } as const
      }
      return { is: 'big', range, run }
    }
    case 'text': {
      const values: string[] = new Array<string>(capacity).fill('')
      const run = (from: number, count: number) => {
        const rows = place(from, count)
        for (let i = 0; i < count; i++) values[i] = vector.values[rows.values[i] ?? 0] ?? ''
        return { is: 'text', values, states: statesOf(rows.values, rows.states, count) } as const
      }
      return { is: 'text', run }
    }
  }
}

/** Rows of another grain, one for each row of this block; a state where there is none. */
export type Place = (from: number, count: number) => { readonly values: Int32Array; readonly states: States }

/** Instants, and what is reckoned with them. */
export const timeRange: Range = { min: -(2n ** 42n), max: 2n ** 42n }

/** What a column of this type can hold. */
export function typeRange(type: Type): Range {
  if (type.is === 'time') return timeRange
  return type.is === 'int' ? { min: BigInt(type.min), max: BigInt(type.max) } : codeRange
}

/** Runs a node over all rows of a grain and keeps what it gives, in the form that the type asks for. */
export function store(node: Node, type: Type, count: number, block: number): Vector {
  const form = formOf(type)
  // INVARIANT: nobody writes into a vector that stands there, so columns may share one.
  if (node.whole?.is === form) return node.whole
  let states: Uint16Array | undefined
  const keep = (own: States, from: number, n: number): void => {
    if (own === undefined) return
    for (let i = 0; i < n; i++) {
      const state = own[i] ?? 0
      if (state === 0) continue
      states ??= new Uint16Array(count)
      states[from + i] = state
    }
  }
  const each = (visit: (from: number, n: number) => void): void => {
    for (let from = 0; from < count; from += block) visit(from, Math.min(block, count - from))
  }

  if (form === 'text') {
    const values: string[] = []
    each((from, n) => {
      const found = node.run(from, n)
      for (let i = 0; i < n; i++) values.push(found.is === 'text' ? (found.values[i] ?? '') : '')
      keep(found.states, from, n)
    })
    return { is: 'text', values, states }
  }
  if (node.is === 'text') throw new Error(`a text in a column of type ${type.is}`)
  if (form === 'code') {
    const values = new Int32Array(count)
    each((from, n) => {
      const found = node.run(from, n)
      if (found.is === 'code') values.set(found.values.subarray(0, n), from)
      else if (found.is === 'int') narrow(found.values, values.subarray(from, from + n), n)
      else for (let i = 0; i < n; i++) values[from + i] = Number(found.values[i] ?? 0n)
      keep(found.states, from, n)
    })
    return { is: 'code', values, states }
  }
  if (form === 'big') {
    const values: bigint[] = []
    each((from, n) => {
      const found = node.run(from, n)
      for (let i = 0; i < n; i++) values.push(BigInt(found.values[i] ?? 0))
      keep(found.states, from, n)
    })
    return { is: 'big', values, states }
  }
  const range = typeRange(type)
  const isHeld = (row: number): boolean => states !== undefined && states[row] !== 0
  const values = new BigInt64Array(count)
  each((from, n) => {
    const found = node.run(from, n)
    keep(found.states, from, n)
    if (found.is === 'int') values.set(found.values.subarray(0, n), from)
    else if (found.is === 'code') widen(found.values, values.subarray(from, from + n), n)
    else
      for (let i = 0; i < n; i++) {
        if (!isHeld(from + i)) values[from + i] = within(range, BigInt(found.values[i] ?? 0n))
      }
  })
  return { is: 'int', values, states }
}

/** The form in which the values of a type are kept: the fastest that is proved to hold them. */
export function formOf(type: Type): Vector['is'] {
  if (type.is === 'text') return 'text'
  if (type.is !== 'int' && type.is !== 'time') return 'code'
  const range = typeRange(type)
  if (fitsCode(range)) return 'code'
  return fits64(range) ? 'int' : 'big'
}

function within(range: Range, value: bigint): bigint {
  if (value < range.min || value > range.max) throw new Error(`${value} is outside the range of its column`)
  return value
}

/** A held state of two: the larger; a not-applicable one holds nothing. */
export function heldOf(a: number, b: number): number {
  const x = a >= firstHeld ? a : 0
  const y = b >= firstHeld ? b : 0
  return Math.max(x, y)
}
