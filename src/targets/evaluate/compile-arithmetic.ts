import { power10 } from '../../base/decimal.ts'
import { unreachable } from '../../base/unreachable.ts'
import type { Expr } from '../../plan/plan.ts'
import { integerNode } from './constant.ts'
import { toBig, toInt } from './convert.ts'
import {
  absoluteCodes,
  absoluteWords,
  addCodes,
  addWords,
  largerCodes,
  largerWords,
  multiplyCodes,
  multiplyWords,
  negateCodes,
  negateWords,
  signCodes,
  smallerCodes,
  smallerWords,
  subtractCodes,
  subtractWords,
} from './kernels.ts'
import {
  applied,
  type BinaryOperation,
  rangeOfBinary,
  rangeOfUnary,
  type UnaryOperation,
} from './range-arithmetic.ts'
import type { Scope } from './scope.ts'
import { fits64, fitsCode, keptStates, type Node, usedStates } from './vector.ts'

export function compileBinary(scope: Scope, op: BinaryOperation, a: Expr, b: Expr): Node {
  return binaryNode(scope.capacity, op, scope.compile(a), scope.compile(b))
}

export function binaryNode(
  capacity: number,
  op: BinaryOperation,
  a: Node,
  b: Node,
  statesOf: typeof keptStates = usedStates,
): Node {
  const left = numeric(a)
  const right = numeric(b)
  const range = rangeOfBinary(op, left.range, right.range)
  const states = new Uint16Array(capacity)
  if (left.is === 'big' || right.is === 'big' || !fits64(range)) {
    const x = toBig(left, capacity)
    const y = toBig(right, capacity)
    const values: bigint[] = new Array<bigint>(capacity).fill(0n)
    return {
      is: 'big',
      range,
      run: (from, count) => {
        const p = x.run(from, count)
        const q = y.run(from, count)
        for (let i = 0; i < count; i++) values[i] = applied(op, p.values[i] ?? 0n, q.values[i] ?? 0n)
        return { is: 'big', values, states: statesOf(states, count, p.states, q.states) }
      },
    }
  }
  if (left.is === 'code' && right.is === 'code' && fitsCode(range)) {
    const kernel = codeKernels[op]
    const values = new Int32Array(capacity)
    return {
      is: 'code',
      range,
      run: (from, count) => {
        const p = left.run(from, count)
        const q = right.run(from, count)
        kernel(p.values, q.values, values, count)
        return { is: 'code', values, states: statesOf(states, count, p.states, q.states) }
      },
    }
  }
  const x = toInt(left, capacity)
  const y = toInt(right, capacity)
  const kernel = wordKernels[op]
  const values = new BigInt64Array(capacity)
  return {
    is: 'int',
    range,
    run: (from, count) => {
      const p = x.run(from, count)
      const q = y.run(from, count)
      kernel(p.values, q.values, values, count)
      return { is: 'int', values, states: statesOf(states, count, p.states, q.states) }
    },
  }
}

const codeKernels = {
  add: addCodes,
  sub: subtractCodes,
  mul: multiplyCodes,
  min: smallerCodes,
  max: largerCodes,
} as const

const wordKernels = {
  add: addWords,
  sub: subtractWords,
  mul: multiplyWords,
  min: smallerWords,
  max: largerWords,
} as const

export function compileAbsolute(scope: Scope, op: UnaryOperation, a: Expr): Node {
  const { capacity } = scope
  const operand = numeric(scope.compile(a))
  const range = rangeOfUnary(op, operand.range)
  const states = new Uint16Array(capacity)
  if (operand.is === 'big' || !fits64(range)) {
    const x = toBig(operand, capacity)
    const values: bigint[] = new Array<bigint>(capacity).fill(0n)
    return {
      is: 'big',
      range,
      run: (from, count) => {
        const p = x.run(from, count)
        for (let i = 0; i < count; i++) values[i] = applyTo(op, p.values[i] ?? 0n)
        return { is: 'big', values, states: usedStates(states, count, p.states) }
      },
    }
  }
  if (operand.is === 'code' && fitsCode(range)) {
    const values = new Int32Array(capacity)
    const kernel = op === 'neg' ? negateCodes : op === 'abs' ? absoluteCodes : signCodes
    return {
      is: 'code',
      range,
      run: (from, count) => {
        const p = operand.run(from, count)
        kernel(p.values, values, count)
        return { is: 'code', values, states: usedStates(states, count, p.states) }
      },
    }
  }
  const x = toInt(operand, capacity)
  const values = new BigInt64Array(capacity)
  return {
    is: 'int',
    range,
    run: (from, count) => {
      const p = x.run(from, count)
      if (op === 'neg') negateWords(p.values, values, count)
      else if (op === 'abs') absoluteWords(p.values, values, count)
      else for (let i = 0; i < count; i++) values[i] = applyTo(op, p.values[i] ?? 0n)
      return { is: 'int', values, states: usedStates(states, count, p.states) }
    },
  }
}

function applyTo(op: UnaryOperation, a: bigint): bigint {
  switch (op) {
    case 'neg':
      return -a
    case 'abs':
      return a < 0n ? -a : a
    case 'sign':
      return a < 0n ? -1n : a > 0n ? 1n : 0n
    default:
      return unreachable(op)
  }
}

/** The operand itself, held where it is 0: so that what follows may divide by it. */
export function compileNonzero(scope: Scope, a: Expr, state: number): Node {
  const { capacity } = scope
  const operand = numeric(scope.compile(a))
  const states = new Uint16Array(capacity)
  const statesOf = (
    values: Numbers,
    own: Uint16Array | undefined,
    count: number,
  ): Uint16Array | undefined => {
    const before = usedStates(states, count, own)
    let failed = before !== undefined
    if (!failed) states.fill(0, 0, count)
    for (let i = 0; i < count; i++) {
      // A zero of any form is false; a place beyond the block is never read.
      if (states[i] !== 0 || values[i]) continue
      states[i] = state
      failed = true
    }
    return failed ? states : undefined
  }
  if (operand.is === 'big')
    return {
      is: 'big',
      range: operand.range,
      run: (from, count) => {
        const p = operand.run(from, count)
        return { is: 'big', values: p.values, states: statesOf(p.values, p.states, count) }
      },
    }
  if (operand.is === 'int')
    return {
      is: 'int',
      range: operand.range,
      run: (from, count) => {
        const p = operand.run(from, count)
        return { is: 'int', values: p.values, states: statesOf(p.values, p.states, count) }
      },
    }
  return {
    is: 'code',
    range: operand.range,
    run: (from, count) => {
      const p = operand.run(from, count)
      return { is: 'code', values: p.values, states: statesOf(p.values, p.states, count) }
    },
  }
}

type Numbers = Int32Array | BigInt64Array | readonly bigint[]

/** `a × 10^by`, not applicable where `a` is not; for a negative `by` the digits that are dropped are zeros. */
export function compileShift(scope: Scope, a: Expr, by: number): Node {
  return shiftNode(scope.capacity, scope.compile(a), by)
}

export function shiftNode(capacity: number, node: Node, by: number): Node {
  if (by === 0) return node
  if (by > 0) return binaryNode(capacity, 'mul', node, integerNode(power10(by), capacity), keptStates)
  const x = toBig(node, capacity)
  const divisor = power10(-by)
  const values: bigint[] = new Array<bigint>(capacity).fill(0n)
  return {
    is: 'big',
    range: { min: x.range.min / divisor, max: x.range.max / divisor },
    run: (from, count) => {
      const p = x.run(from, count)
      for (let i = 0; i < count; i++) values[i] = (p.values[i] ?? 0n) / divisor
      return { is: 'big', values, states: p.states }
    },
  }
}

/** A node that is a number or a code. */
export function numeric(node: Node): Exclude<Node, { readonly is: 'text' }> {
  if (node.is === 'text') throw new Error('a text where a number must stand')
  return node
}
