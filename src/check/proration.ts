import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import { broken, constant } from './constants.ts'
import { type Context, infer } from './environment.ts'
import { arithmetic, daysBetween } from './infer-arithmetic.ts'
import { describeGrain } from './place.ts'
import { date, describe, type Type } from './types.ts'

/** `wage prorated by working days`: only for the part of the period in which the subject is there. */
export function inferProrated(context: Context, expr: Extract<ast.Expr, { is: 'prorated' }>): Typed {
  const a = infer(context, expr.a)
  const share = shareOnRoll(context, expr.by, expr.span)
  if (a.type.is === 'error' || share.type.is === 'error') return broken(expr.span)
  if (a.type.is !== 'number') {
    context.env.report('BY316', { expected: 'number', found: describe(a.type) }, expr.a.span)
    return broken(expr.span)
  }
  return arithmetic(context.env.report, '*', a, share, expr.span)
}

/** Days on roll over days of the period, as an exact fraction: by the `exists from … until …` of the record. */
export function shareOnRoll(context: Context, by: ast.Proration, span: Span): Typed {
  const { env, grain, record } = context
  if (!record?.exists || grain.period === undefined) {
    env.report('BY684', { here: describeGrain(grain) }, span)
    return broken(span)
  }
  if (by === 'working-days' && !knowsWorkingDays(context, span)) return broken(span)
  const field = ({ id, type }: { readonly id: string; readonly type: Type }): Typed => ({
    is: 'field',
    path: [],
    record: record.id,
    field: id,
    type,
    span,
  })
  const first = periodDay('first', span)
  const last = periodDay('last', span)
  const { from, until } = record.exists
  env.used.add(`${record.id}.${from.id}`)
  const left: Typed = until ? { is: 'if-missing', a: field(until), b: last, type: date, span } : last
  const begins: Typed = { is: 'pick', which: 'larger', a: field(from), b: first, type: date, span }
  const ends: Typed = { is: 'pick', which: 'smaller', a: left, b: last, type: date, span }
  const n = counted(context, by, begins, ends, span)
  return arithmetic(env.report, '/', n, counted(context, by, first, last, span), span)
}

/** Reported where the policy names no calendar; one that is not known has been reported where it is named. */
export function knowsWorkingDays({ env }: Context, span: Span): boolean {
  if (!env.calendar && !env.unknownCalendar) env.report('BY685', {}, span)
  return env.calendar !== undefined
}

/** How much lies between two days, both included. */
function counted(context: Context, by: ast.Proration, a: Typed, b: Typed, span: Span): Typed {
  const { report } = context.env
  const one = constant(1n, 0, 'count', span)
  switch (by) {
    case 'calendar-days':
      // Who left before he came was never there.
      return atLeastNone(arithmetic(report, '+', daysBetween(a, b, span), one, span), span)
    case 'working-days':
      return workingDays(a, b, span)
    case 'months':
      // Months that begin on `a` or later and end on `b` or before.
      return atLeastNone(monthsBetween(nextStart(a, span), monthOf(moved(b, 1, span), span), span), span)
    case 'mid-month': {
      // Months whose 15th is `a` or later, and `b` or before.
      const from = nextStart(moved(a, -14, span), span)
      const to = monthOf(moved(b, -14, span), span)
      return atLeastNone(arithmetic(report, '+', monthsBetween(from, to, span), one, span), span)
    }
  }
}

export function workingDays(a: Typed, b: Typed, span: Span): Typed {
  const type: Type = { is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: 3_652_059n } }
  return { is: 'working-days', a, b, type, span }
}

function periodDay(which: 'first' | 'last', span: Span): Typed {
  return { is: 'period-day', which, type: date, span }
}

function moved(a: Typed, days: number, span: Span): Typed {
  const by: Typed = { is: 'const', value: days, type: { is: 'duration', of: 'days' }, span }
  return { is: 'date-add', a, months: false, by, type: date, span }
}

/** The first day of the month that holds a date. */
function monthOf(a: Typed, span: Span): Typed {
  const month: Typed = { is: 'period-of', kind: 'month', a, type: { is: 'period', kind: 'month' }, span }
  return { is: 'period-start', a: month, type: date, span }
}

/** The first day of a month that is not before a date. */
function nextStart(a: Typed, span: Span): Typed {
  const by: Typed = { is: 'const', value: 1, type: { is: 'duration', of: 'months' }, span }
  return { is: 'date-add', a: monthOf(moved(a, -1, span), span), months: true, by, type: date, span }
}

function monthsBetween(a: Typed, b: Typed, span: Span): Typed {
  const type: Type = { is: 'number', unit: 'count', range: { scale: 0, min: -120_000n, max: 120_000n } }
  return { is: 'months-between', a, b, type, span }
}

function atLeastNone(a: Typed, span: Span): Typed {
  const none = constant(0n, 0, 'count', span)
  if (a.type.is !== 'number') return a
  const type: Type = { ...a.type, range: { ...a.type.range, min: 0n } }
  return { is: 'pick', which: 'larger', a, b: none, type, span }
}
