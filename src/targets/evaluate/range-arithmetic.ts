import { unreachable } from '../../base/unreachable.ts'
import type { Range } from './vector.ts'

export type BinaryOperation = 'add' | 'sub' | 'mul' | 'min' | 'max'
export type UnaryOperation = 'neg' | 'abs' | 'sign'

export function applied(op: BinaryOperation, a: bigint, b: bigint): bigint {
  switch (op) {
    case 'add':
      return a + b
    case 'sub':
      return a - b
    case 'mul':
      return a * b
    case 'min':
      return a < b ? a : b
    case 'max':
      return a < b ? b : a
    default:
      return unreachable(op)
  }
}

/** What the operation can give for operands of these ranges. */
export function rangeOfBinary(op: BinaryOperation, a: Range, b: Range): Range {
  switch (op) {
    case 'add':
      return { min: a.min + b.min, max: a.max + b.max }
    case 'sub':
      return { min: a.min - b.max, max: a.max - b.min }
    case 'mul': {
      const ends = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max]
      return {
        min: ends.reduce((x, y) => applied('min', x, y)),
        max: ends.reduce((x, y) => applied('max', x, y)),
      }
    }
    case 'min':
    case 'max':
      return { min: applied(op, a.min, b.min), max: applied(op, a.max, b.max) }
    default:
      return unreachable(op)
  }
}

export function rangeOfUnary(op: UnaryOperation, { min, max }: Range): Range {
  switch (op) {
    case 'neg':
      return { min: -max, max: -min }
    case 'abs':
      return { min: 0n, max: min < 0n && -min > max ? -min : max }
    case 'sign':
      return { min: -1n, max: 1n }
    default:
      return unreachable(op)
  }
}
