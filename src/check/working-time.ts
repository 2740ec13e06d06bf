import type { Span } from '../base/span.ts'
import type { Typed } from './checked.ts'
import { broken, constant } from './constants.ts'
import type { Context } from './environment.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { knowsWorkingDays } from './proration.ts'
import { describe, type Type } from './types.ts'

/** Something that was moved by working time: the policy's calendar must know the days, and for times the hours too. */
export function onCalendar(context: Context, typed: Typed): Typed {
  if (typed.is !== 'add-working') return typed
  const { type } = typed.by
  const isPart = type.is === 'duration' && type.per !== undefined
  if (typed.type.is === 'date' && isPart) {
    context.env.report('BY336', {}, typed.span)
    return broken(typed.span)
  }
  const known =
    typed.type.is === 'date' ? knowsWorkingDays(context, typed.span) : knowsHours(context, typed.span)
  return known ? typed : broken(typed.span)
}

/** Reported where the policy's calendar does not say at which hours work is done. */
function knowsHours(context: Context, span: Span): boolean {
  if (!knowsWorkingDays(context, span)) return false
  const { calendar, report } = context.env
  if (calendar?.hours && calendar.zone) return true
  report('BY337', { name: calendar?.id ?? '' }, span)
  return false
}

/** `working_hours(a, b)`: a fraction, exact to the second. */
export function worked(seconds: bigint) {
  return (context: Context, [a, b]: readonly Typed[], span: Span): Typed => {
    const { report } = context.env
    if (!a || !b) return broken(span)
    for (const one of [a, b]) {
      if (one.type.is === 'time') continue
      if (one.type.is !== 'error') report('BY316', { expected: 'time', found: describe(one.type) }, one.span)
      return broken(span)
    }
    if (!knowsHours(context, span)) return broken(span)
    const most = 4_102_444_800n
    const type: Type = { is: 'number', unit: 'count', range: { scale: 0, min: -most, max: most } }
    const between: Typed = { is: 'working-seconds', a, b, type, span }
    if (seconds === 1n) return between
    const hours = arithmetic(report, '/', between, constant(seconds, 0, 'number', span), span)
    // A number, not a share of something.
    return hours.type.is === 'number' ? { ...hours, type: { ...hours.type, unit: 'number' } } : hours
  }
}
