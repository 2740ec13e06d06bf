import { instantsOf } from '../base/local-time.ts'
import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { valueOfLiteral } from '../syntax/literal.ts'
import type { Typed } from './checked.ts'
import { broken, constant } from './constants.ts'
import type { Context, Environment } from './environment.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { asDay } from './local-day.ts'
import { describe, type Type, time } from './types.ts'

/** `2026-05-09 17:00`: the instant at which clocks of the policy's zone show it. */
export function inferTimeLiteral({ env }: Context, literal: Extract<ast.Expr, { is: 'time' }>): Typed {
  const { span } = literal
  const value = valueOfLiteral(literal)
  if (value?.is !== 'time' || !hasZone(env, span)) return broken(span)
  const [at, another] = env.zone ? instantsOf(env.zone, value.day, value.seconds) : []
  if (at !== undefined && another === undefined)
    return { is: 'const', value: BigInt(at), type: time, span, literal: true }
  env.report(
    at === undefined ? 'BY333' : 'BY334',
    { written: literal.spelling, zone: env.zone?.id ?? '' },
    span,
  )
  return broken(span)
}

/** Reported where the policy names no zone, if neither a record with times nor an unknown calendar has been. */
export function hasZone({ zone, records, report, unknownCalendar }: Environment, span: Span): boolean {
  if (zone) return true
  if (unknownCalendar) return false
  if (![...records.values()].some(({ fields }) => [...fields.values()].some((f) => f.type.is === 'time')))
    report('BY325', {}, span)
  return false
}

export function inferNow({ env }: Context, span: Span): Typed {
  return hasZone(env, span) ? { is: 'now', type: time, span } : broken(span)
}

/** `18:00`, only where a time of day is asked for. */
export function inferClock(literal: Extract<ast.Expr, { is: 'clock' }>): Typed {
  const { span } = literal
  const value = valueOfLiteral(literal)
  if (value?.is !== 'clock') return broken(span)
  return { is: 'const', value: value.seconds, type: { is: 'clock' }, span, literal: true }
}

/** `date(t)`: its day. */
export function dateOfTime({ env }: Context, [a]: readonly Typed[], span: Span): Typed {
  if (a?.type.is === 'time') return { ...asDay(a), span }
  if (a && a.type.is !== 'error') env.report('BY316', { expected: 'time', found: describe(a.type) }, a.span)
  return broken(span)
}

/** `time(signed, 18:00)`: that hour of a day. */
export function timeOfDay({ env }: Context, [a, b]: readonly Typed[], span: Span): Typed {
  if (!a || !b || a.type.is === 'error' || b.type.is === 'error') return broken(span)
  const wrong = a.type.is !== 'date' ? a : b.type.is !== 'clock' ? b : undefined
  if (wrong) {
    const expected = wrong === a ? 'date' : 'clock'
    env.report('BY316', { expected, found: describe(wrong.type) }, wrong.span)
    return broken(span)
  }
  return hasZone(env, span) ? { is: 'instant', day: a, clock: b, type: time, span } : broken(span)
}

/** Seconds from `a` to `b`. */
function secondsBetween(a: Typed, b: Typed, span: Span): Typed {
  const most = 4_102_444_800n
  const type: Type = { is: 'number', unit: 'count', range: { scale: 0, min: -most, max: most } }
  return { is: 'days-between', a, b, type, span }
}

/** `hours(a, b)`: a fraction, exact to the second. */
export function elapsed(seconds: bigint) {
  return ({ env }: Context, [a, b]: readonly Typed[], span: Span): Typed => {
    if (!a || !b) return broken(span)
    for (const one of [a, b]) {
      if (one.type.is === 'time') continue
      if (one.type.is !== 'error')
        env.report('BY316', { expected: 'time', found: describe(one.type) }, one.span)
      return broken(span)
    }
    const between = secondsBetween(a, b, span)
    if (seconds === 1n) return between
    const hours = arithmetic(env.report, '/', between, constant(seconds, 0, 'number', span), span)
    // A number, not a share of something.
    return hours.type.is === 'number' ? { ...hours, type: { ...hours.type, unit: 'number' } } : hours
  }
}
