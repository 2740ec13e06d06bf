import { divideRounded, power10, type RoundingMode } from '../../base/decimal.ts'
import type { Expr, Ratio } from '../../plan/plan.ts'
import { binaryNode, numeric, shiftNode } from './compile-arithmetic.ts'
import { integerNode } from './constant.ts'
import { toBig, toInt } from './convert.ts'
import { nextOutsideWords } from './kernels.ts'
import { roundBy, roundEach } from './round-words.ts'
import type { Scope } from './scope.ts'
import { fits64, keptStates, type Node, type Range, type States, usedStates } from './vector.ts'

type Limit = Extract<Expr, { op: 'round' }>['limit']

/**
 * The multiple of `unit × 10^-scale` nearest to `a` by `mode`, as an integer of `scale`: the one division. With a limit a
 * quotient is fixed to its places, which lays it out and reckons nothing: what is not applicable stays so.
 */
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
  const statesOf = limit ? keptStates : usedStates
  const bottom =
    a.d === undefined ? step : numeric(binaryNode(capacity, 'mul', step, scope.compile(a.d), statesOf))
  const least = bottom.range.min > 0n ? bottom.range.min : 1n
  const range = {
    min: divideRounded(top.range.min < 0n ? top.range.min : 0n, least, 'up') * unit,
    max: divideRounded(top.range.max > 0n ? top.range.max : 0n, least, 'up') * unit,
  }
  const checked =
    limit && (range.min < BigInt(limit.min) || range.max > BigInt(limit.max)) ? limit : undefined
  const states = new Uint16Array(capacity)
  if (fitsWords(top.range, bottom.range, range)) {
    const numerator = toInt(top, capacity)
    const divisor = a.d === undefined ? undefined : toInt(bottom, capacity)
    const values = new BigInt64Array(capacity)
    return {
      is: 'int',
      range,
      run: (from, count) => {
        const n = numerator.run(from, count)
        const d = divisor?.run(from, count)
        if (d === undefined) roundBy(n.values, bottom.range.min, values, count, mode)
        else roundEach(n.values, d.values, values, count, mode)
        if (unit !== 1n) for (let i = 0; i < count; i++) values[i] = (values[i] ?? 0n) * unit
        const used = statesOf(states, count, n.states, d?.states)
        return { is: 'int', values, states: checked ? outside(values, count, checked, states, used) : used }
      },
    }
  }
  const numerator = toBig(top, capacity)
  const divisor = toBig(bottom, capacity)
  const values: bigint[] = new Array<bigint>(capacity).fill(0n)
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
      const used = statesOf(states, count, n.states, d.states)
      return { is: 'big', values, states: limit ? outside(values, count, limit, states, used) : used }
    },
  }
}

/** Whether nothing passes 64 bits on the way to the quotients. */
function fitsWords(n: Range, d: Range, result: Range): boolean {
  const size = n.max > -n.min ? n.max : -n.min
  const most = size + d.max
  return fits64({ min: -most, max: most }) && fits64({ min: -2n * d.max, max: 2n * d.max }) && fits64(result)
}

/** Holds the values that lie outside the limit and are not held already. */
function outside(
  values: BigInt64Array | bigint[],
  count: number,
  limit: NonNullable<Limit>,
  states: Uint16Array,
  used: States,
): States {
  const min = BigInt(limit.min)
  const max = BigInt(limit.max)
  const inWords = values instanceof BigInt64Array && fits64({ min, max })
  if (inWords && nextOutsideWords(values, count, { min, max }, 0) >= count) return used
  if (used === undefined) states.fill(0, 0, count)
  let any = used !== undefined
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0n
    if (value >= min && value <= max) continue
    // What stands there means nothing, but must not grow further.
    values[i] = 0n
    if (states[i] !== 0) continue
    states[i] = limit.state
    any = true
  }
  return any ? states : undefined
}
