import type { Id, TableInput, Test, Type } from '../../plan/plan.ts'
import type { Goal, NumberGoal } from './goal.ts'

/** What an input may be for a cell to hold. */
export function goalsOf(
  grain: Id,
  input: TableInput,
  test: Test,
  scale: number,
  type: Type | undefined,
): readonly Goal[] {
  if (test.is === 'any') return []
  const words = type?.is === 'enum' ? type.values : []
  // Well inside what has no end: of days some days on.
  const far = type?.is === 'date' ? 40n : type?.is === 'time' ? 40n * 86_400n : undefined
  if (input.is === 'code') {
    if (test.is === 'range')
      return test.ranges.flatMap(({ low, high }) =>
        rangeGoals(grain, { n: input.value, scale: 0 }, low, high, 0, far),
      )
    return test.values.map((value): Goal => {
      const code =
        typeof value === 'boolean'
          ? value
            ? 1n
            : 0n
          : words.length > 0
            ? BigInt(words.indexOf(String(value)))
            : String(value)
      return { is: 'code', grain, expr: input.value, code, holds: test.is === 'in' }
    })
  }
  if (test.is === 'range')
    return test.ranges.flatMap(({ low, high }) => rangeGoals(grain, input.value, low, high, scale, far))
  return test.values.map((value) => ({
    is: 'number',
    grain,
    value: input.value,
    bound: { n: BigInt(String(value)), d: 10n ** BigInt(scale) },
    want: test.is === 'in' ? 'at' : 'above',
  }))
}

type Limit = { readonly at: string; readonly included: boolean }

/**
 * A number well inside a range, then at an end of it that belongs to it, or just inside. `far`: how far from an end well
 * inside is where there is no other, if not half as far again.
 */
export function rangeGoals(
  grain: Id,
  value: NumberGoal['value'],
  low: Limit | undefined,
  high: Limit | undefined,
  scale: number,
  far?: bigint,
): readonly NumberGoal[] {
  const d = 10n ** BigInt(scale)
  const goal = (limit: Limit, inside: 'above' | 'below'): NumberGoal => ({
    is: 'number',
    grain,
    value,
    bound: { n: BigInt(limit.at), d },
    want: limit.included ? 'at' : inside,
  })
  const middle = insideOf(
    low && BigInt(low.at),
    high && BigInt(high.at),
    value.d === undefined ? 100n * d : d / 2n,
    far,
  )
  // Halfway between two steps of a count there is nothing.
  const between = value.d === undefined && value.scale === scale
  const odd = between && middle !== undefined ? middle & 1n : 0n
  const twice =
    middle === undefined || odd === 0n ? middle : low?.included === false ? middle + 1n : middle - 1n
  return [
    ...(twice === undefined
      ? []
      : [{ is: 'number', grain, value, bound: { n: twice, d: 2n * d }, want: 'at' } as const]),
    ...(low ? [goal(low, 'above')] : []),
    ...(high ? [goal(high, 'below')] : []),
  ]
}

/** Twice a number between two ends, or `far` (half as far again) beyond the one there is; `step` where that is 0. */
function insideOf(
  low: bigint | undefined,
  high: bigint | undefined,
  step: bigint,
  far: bigint | undefined,
): bigint | undefined {
  if (low !== undefined && high !== undefined) return low + high
  const end = low ?? high
  if (end === undefined) return undefined
  const size = far !== undefined ? 2n * far : end < 0n ? -end : end === 0n ? 2n * step : end
  return low === undefined ? 2n * end - size : 2n * end + size
}

export function beyond(grain: Id, input: TableInput, tests: readonly (Test | undefined)[]): readonly Goal[] {
  if (input.is === 'code') return []
  return boundsOf(tests).flatMap((at): readonly Goal[] =>
    (['below', 'above'] as const).map((want) => ({
      is: 'number',
      grain,
      value: input.value,
      bound: { n: at, d: 10n ** BigInt(input.value.scale) },
      want,
    })),
  )
}

/** The ends of the ranges of some cells, each once, in ascending order. */
export function boundsOf(tests: readonly (Test | undefined)[]): readonly bigint[] {
  const bounds = tests.flatMap((test) =>
    test?.is === 'range'
      ? test.ranges.flatMap(({ low, high }) => [low, high].flatMap((one) => (one ? [BigInt(one.at)] : [])))
      : [],
  )
  return [...new Set(bounds)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
