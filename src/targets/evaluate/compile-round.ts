import { divideRounded, power10, type RoundingMode } from '../../base/decimal.ts'
import type { Expr, Ratio } from '../../plan/plan.ts'
import { binaryNode, numeric, shiftNode } from './compile-arithmetic.ts'
import { integerNode } from './constant.ts'
import { toBig } from './convert.ts'
import type { Scope } from './scope.ts'
import { type Node, type States, usedStates } from './vector.ts'

type Limit = Extract<Expr, { op: 'round' }>['limit']

/** The multiple of `unit × 10^-scale` nearest to `a` by `mode`, as an integer of `scale`: the one division. */
export function compileRound(
  scope: Scope,
  a: Ratio,
  unit: bigint,
  scale: number,
  mode: RoundingMode,
  limit: Limit,
): Node {
  const { capacity } = scope
  const numerator = toBig(
    numeric(shiftNode(capacity, scope.compile(a.n), Math.max(0, scale - a.scale))),
    capacity,
  )
  const step = integerNode(unit * power10(Math.max(0, a.scale - scale)), capacity)
  const divisor = toBig(
    a.d === undefined ? step : binaryNode(capacity, 'mul', step, scope.compile(a.d)),
    capacity,
  )
  const least = divisor.range.min > 0n ? divisor.range.min : 1n
  const range = {
    min: divideRounded(numerator.range.min < 0n ? numerator.range.min : 0n, least, 'up') * unit,
    max: divideRounded(numerator.range.max > 0n ? numerator.range.max : 0n, least, 'up') * unit,
  }
  const values: bigint[] = new Array<bigint>(capacity).fill(0n)
  const states = new Uint16Array(capacity)
  return {
    is: 'big',
    range,
    run: (from, count) => {
      const n = numerator.run(from, count)
      const d = divisor.run(from, count)
      for (let i = 0; i < count; i++) {
        const by = d.values[i] ?? 0n
        // A denominator is positive wherever it is present; elsewhere the state speaks.
        values[i] = by > 0n ? divideRounded(n.values[i] ?? 0n, by, mode) * unit : 0n
      }
      const used = usedStates(states, count, n.states, d.states)
      return { is: 'big', values, states: limit ? outside(values, count, limit, states, used) : used }
    },
  }
}

/** Holds the values that lie outside the limit and are not held already. */
function outside(
  values: readonly bigint[],
  count: number,
  limit: NonNullable<Limit>,
  states: Uint16Array,
  used: States,
): States {
  const min = BigInt(limit.min)
  const max = BigInt(limit.max)
  if (used === undefined) states.fill(0, 0, count)
  let any = used !== undefined
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0n
    if ((value >= min && value <= max) || states[i] !== 0) continue
    states[i] = limit.state
    any = true
  }
  return any ? states : undefined
}
