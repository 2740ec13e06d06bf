import type { Ratio } from '../../plan/plan.ts'
import { binaryNode, shiftNode } from './compile-arithmetic.ts'
import { toBig, toInt } from './convert.ts'
import { equalCodes, equalWords, lessCodes, lessWords } from './kernels.ts'
import type { Scope } from './scope.ts'
import { type Node, usedStates } from './vector.ts'

type Order = '<' | '<=' | '=' | '<>' | '>=' | '>'

/** Two fractions compared by their cross products: nothing is divided, so one cent under the quota is under 100 %. */
export function compileCompare(scope: Scope, by: Order, a: Ratio, b: Ratio): Node {
  const { capacity } = scope
  const left = crossed(scope, a, b)
  const right = crossed(scope, b, a)
  // a > b is b < a; a >= b is not a < b.
  const swap = by === '>' || by === '<='
  const yes = by === '<' || by === '>' || by === '=' ? 1 : 0
  const equal = by === '=' || by === '<>'
  const [first, second] = swap ? [right, left] : [left, right]
  const values = new Int32Array(capacity)
  const states = new Uint16Array(capacity)
  const range = { min: 0n, max: 1n }
  if (first.is === 'big' || second.is === 'big') {
    const x = toBig(first, capacity)
    const y = toBig(second, capacity)
    return {
      is: 'code',
      range,
      run: (from, count) => {
        const p = x.run(from, count)
        const q = y.run(from, count)
        for (let i = 0; i < count; i++) {
          const u = p.values[i] ?? 0n
          const v = q.values[i] ?? 0n
          values[i] = (equal ? u === v : u < v) ? yes : 1 - yes
        }
        return { is: 'code', values, states: usedStates(states, count, p.states, q.states) }
      },
    }
  }
  if (first.is === 'code' && second.is === 'code') {
    const kernel = equal ? equalCodes : lessCodes
    return {
      is: 'code',
      range,
      run: (from, count) => {
        const p = first.run(from, count)
        const q = second.run(from, count)
        kernel(p.values, q.values, values, count, yes, 1 - yes)
        return { is: 'code', values, states: usedStates(states, count, p.states, q.states) }
      },
    }
  }
  const x = toInt(first, capacity)
  const y = toInt(second, capacity)
  const kernel = equal ? equalWords : lessWords
  return {
    is: 'code',
    range,
    run: (from, count) => {
      const p = x.run(from, count)
      const q = y.run(from, count)
      kernel(p.values, q.values, values, count, yes, 1 - yes)
      return { is: 'code', values, states: usedStates(states, count, p.states, q.states) }
    },
  }
}

/** `own.n × other.d`, at the larger of their scales. */
function crossed(scope: Scope, own: Ratio, other: Ratio): Node {
  const n = shiftNode(scope.capacity, scope.compile(own.n), Math.max(0, other.scale - own.scale))
  return other.d === undefined ? n : binaryNode(scope.capacity, 'mul', n, scope.compile(other.d))
}
