import type { Expr } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { toCode, toInt, toText } from './convert.ts'
import { equalCodes, equalWords } from './kernels.ts'
import type { Scope } from './scope.ts'
import { type Node, stateAt, usedStates } from './vector.ts'

const truthRange = { min: 0n, max: 1n }

/** Equality of codes, or of texts. */
export function compileSame(scope: Scope, a: Expr, b: Expr): Node {
  const { capacity } = scope
  const left = scope.compile(a)
  const right = scope.compile(b)
  const values = new Int32Array(capacity)
  const states = new Uint16Array(capacity)
  if (left.is === 'text' || right.is === 'text') {
    const x = toText(left, capacity)
    const y = toText(right, capacity)
    return {
      is: 'code',
      range: truthRange,
      run: (from, count) => {
        const p = x.run(from, count)
        const q = y.run(from, count)
        for (let i = 0; i < count; i++) values[i] = p.values[i] === q.values[i] ? 1 : 0
        return { is: 'code', values, states: usedStates(states, count, p.states, q.states) }
      },
    }
  }
  if (left.is === 'code' && right.is === 'code')
    return {
      is: 'code',
      range: truthRange,
      run: (from, count) => {
        const p = left.run(from, count)
        const q = right.run(from, count)
        equalCodes(p.values, q.values, values, count, 1, 0)
        return { is: 'code', values, states: usedStates(states, count, p.states, q.states) }
      },
    }
  const x = toInt(left, capacity)
  const y = toInt(right, capacity)
  return {
    is: 'code',
    range: truthRange,
    run: (from, count) => {
      const p = x.run(from, count)
      const q = y.run(from, count)
      equalWords(p.values, q.values, values, count, 1, 0)
      return { is: 'code', values, states: usedStates(states, count, p.states, q.states) }
    },
  }
}

/** Kleene: one `false` decides an `and`, one `true` an `or`, whatever is unknown beside it. */
export function compileAll(scope: Scope, op: 'and' | 'or', all: readonly Expr[]): Node {
  const { capacity } = scope
  const parts = all.map((part) => toCode(scope.compile(part), capacity))
  const deciding = op === 'and' ? 0 : 1
  const values = new Int32Array(capacity)
  const states = new Uint16Array(capacity)
  return {
    is: 'code',
    range: truthRange,
    run: (from, count) => {
      values.fill(1 - deciding, 0, count)
      let failed = false
      for (const part of parts) {
        const block = part.run(from, count)
        if (block.states !== undefined && !failed) {
          states.fill(0, 0, count)
          failed = true
        }
        for (let i = 0; i < count; i++) {
          const state = stateAt(block.states, i)
          if (state === 0) {
            if (block.values[i] === deciding) values[i] = deciding
          } else if (used(state) > (states[i] ?? 0)) states[i] = used(state)
        }
      }
      if (!failed) return { is: 'code', values, states: undefined }
      for (let i = 0; i < count; i++) if (values[i] === deciding) states[i] = 0
      return { is: 'code', values, states }
    },
  }
}

export function compileNot(scope: Scope, a: Expr): Node {
  const operand = toCode(scope.compile(a), scope.capacity)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'code',
    range: truthRange,
    run: (from, count) => {
      const p = operand.run(from, count)
      for (let i = 0; i < count; i++) values[i] = p.values[i] === 0 ? 1 : 0
      return { is: 'code', values, states: usedStates(states, count, p.states) }
    },
  }
}
