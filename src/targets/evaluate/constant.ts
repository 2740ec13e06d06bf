import type { Type } from '../../plan/plan.ts'
import { fits64, fitsCode, type Node } from './vector.ts'

/** A constant: one block, filled once. */
export function constantNode(value: string | number | boolean, type: Type, capacity: number): Node {
  if (type.is === 'text') {
    const values = new Array<string>(capacity).fill(String(value))
    return { is: 'text', run: () => ({ is: 'text', values, states: undefined }) }
  }
  if (type.is === 'int' || type.is === 'time') return integerNode(BigInt(value), capacity)
  return codeConstant(codeOf(value, type), capacity)
}

/** The code of a constant: an enum's place among its values, a truth as 0 or 1, a date as its day. */
export function codeOf(value: string | number | boolean, type: Type): number {
  if (type.is === 'enum') return type.values.indexOf(String(value))
  return typeof value === 'boolean' ? (value ? 1 : 0) : Number(value)
}

export function codeConstant(code: number, capacity: number): Node {
  const values = new Int32Array(capacity).fill(code)
  const range = { min: BigInt(code), max: BigInt(code) }
  return { is: 'code', range, constant: code, run: () => ({ is: 'code', values, states: undefined }) }
}

export function integerNode(value: bigint, capacity: number): Node {
  const range = { min: value, max: value }
  if (fitsCode(range)) return codeConstant(Number(value), capacity)
  if (fits64(range)) {
    const values = new BigInt64Array(capacity).fill(value)
    return { is: 'int', range, run: () => ({ is: 'int', values, states: undefined }) }
  }
  const values = new Array<bigint>(capacity).fill(value)
  return { is: 'big', range, run: () => ({ is: 'big', values, states: undefined }) }
}
