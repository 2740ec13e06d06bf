import { divideRounded, power10, type RoundingMode } from '../../base/decimal.ts'
import type { Expr, Ratio } from '../../plan/plan.ts'
import { binaryNode, numeric, shiftNode } from './compile-arithmetic.ts'
import { integerNode } from './constant.ts'
import { toBig, toDouble } from './convert.ts'
import { roundDoubles } from './round-doubles.ts'
import type { Scope } from './scope.ts'
import { fitsDouble, type Node, type Range, type States, usedStates } from './vector.ts'

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
  const top = numeric(shiftNode(capacity, scope.compile(a.n), Math.max(0, scale - a.scale)))
  const step = numeric(integerNode(unit * power10(Math.max(0, a.scale - scale)), capacity))
  const bottom = a.d === undefined ? step : numeric(binaryNode(capacity, 'mul', step, scope.compile(a.d)))
  const least = bottom.range.min > 0n ? bottom.range.min : 1n
  const range = {
    min: divideRounded(top.range.min < 0n ? top.range.min : 0n, least, 'up') * unit,
    max: divideRounded(top.range.max > 0n ? top.range.max : 0n, least, 'up') * unit,
  }
  if (staysExact(top.range, bottom.range, range)) {
    const numerator = toDouble(top, capacity)
    const divisor = toDouble(bottom, capacity)
    const values = new Float64Array(capacity)
    const states = new Uint16Array(capacity)
    const checked =
      limit && (range.min < BigInt(limit.min) || range.max > BigInt(limit.max)) ? limit : undefined
    return {
      is: 'double',
      range,
      run: (from, count) => {
        const n = numerator.run(from, count)
        const d = divisor.run(from, count)
        roundDoubles(n.values, d.values, values, count, mode, Number(unit))
        const used = usedStates(states, count, n.states, d.states)
        return {
          is: 'double',
          values,
          states: checked ? outside(values, count, checked, states, used) : used,
        }
      },
    }
  }
  const numerator = toBig(top, capacity)
  const divisor = toBig(bottom, capacity)
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

/** Whether the division of `roundDoubles` loses nothing. */
function staysExact(n: Range, d: Range, result: Range): boolean {
  const size = n.max > -n.min ? n.max : -n.min
  const most = size + d.max
  return (
    fitsDouble({ min: -most, max: most }) &&
    fitsDouble({ min: -2n * d.max, max: 2n * d.max }) &&
    fitsDouble(result)
  )
}

/** Holds the values that lie outside the limit and are not held already. */
function outside(
  values: Float64Array | bigint[],
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
    if (value >= min && value <= max) continue
    // What stands there means nothing, but must not grow further.
    if (values instanceof Float64Array) values[i] = 0
    else values[i] = 0n
    if (states[i] !== 0) continue
    states[i] = limit.state
    any = true
  }
  return any ? states : undefined
}
