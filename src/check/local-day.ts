import type { Span } from '../base/span.ts'
import type { Typed } from './checked.ts'
import { date, time } from './types.ts'

/** Where a date is wanted a time gives its day, in the policy's zone; anything else is left as it is. */
export function asDay(typed: Typed): Typed
export function asDay(typed: Typed | undefined): Typed | undefined
export function asDay(typed: Typed | undefined): Typed | undefined {
  return typed?.type.is === 'time' ? { is: 'local-day', a: typed, type: date, span: typed.span } : typed
}

/** A time moved by days or months: the same hour of another day. */
export function sameHourLater(a: Typed, by: Typed, months: boolean, span: Span): Typed {
  const day: Typed = { is: 'date-add', a: asDay(a), months, by, type: date, span }
  const clock: Typed = { is: 'local-clock', a, type: { is: 'clock' }, span }
  return { is: 'instant', day, clock, type: time, span }
}
