import { type Decimal, normalize, power10 } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import { valueOfLiteral } from '../syntax/literal.ts'
import type { Duration } from './types.ts'

/** A number literal's exact value, whatever its unit; undefined for a spelling that only another form can hold. */
export function literalNumber(literal: ast.Literal): Decimal | undefined {
  const value = valueOfLiteral(literal)
  return value && 'value' in value && typeof value.value === 'object' ? value.value : undefined
}

/** A date literal's day. */
export function literalDay(literal: ast.Literal | ast.DateLiteral): number | undefined {
  const value = valueOfLiteral(literal)
  return value?.is === 'date' ? value.day : undefined
}

/** A duration as whole days or whole months; undefined when it is neither (`1.5 months`, `4 hours`). */
export function literalDuration(literal: ast.Literal): { count: number; of: 'days' | 'months' } | undefined {
  const span = literalSpan(literal)
  return span?.of === 'days' || span?.of === 'months' ? { count: span.count, of: span.of } : undefined
}

type Span = { readonly count: number; readonly of: Duration['of']; readonly per?: number }

/**
 * A duration in whole days, months or seconds; undefined when it is none of them (`1.5 months`). Working days alone may
 * have parts.
 */
export function literalSpan(literal: ast.Literal): Span | undefined {
  const value = valueOfLiteral(literal)
  const unit = value?.is === 'duration' ? units.get(value.unit) : undefined
  if (value?.is !== 'duration' || !unit) return undefined
  const { digits, scale } = normalize(value.count)
  const one = power10(scale)
  if (unit.of === 'working-days' && scale <= 9)
    return { count: Number(digits), of: unit.of, ...(scale > 0 && { per: Number(one) }) }
  const times = digits * BigInt(unit.times)
  return times % one === 0n ? { count: Number(times / one), of: unit.of } : undefined
}

const units: ReadonlyMap<ast.DurationUnit, { of: Duration['of']; times: number }> = new Map([
  ['days', { of: 'days', times: 1 }],
  ['weeks', { of: 'days', times: 7 }],
  ['months', { of: 'months', times: 1 }],
  ['years', { of: 'months', times: 12 }],
  ['seconds', { of: 'seconds', times: 1 }],
  ['minutes', { of: 'seconds', times: 60 }],
  ['hours', { of: 'seconds', times: 3600 }],
  ['working-days', { of: 'working-days', times: 1 }],
  ['working-minutes', { of: 'working-seconds', times: 60 }],
  ['working-hours', { of: 'working-seconds', times: 3600 }],
])
