import type { Span } from '../base/span.ts'
import type { Typed } from './checked.ts'
import { broken, constant } from './constants.ts'
import type { Context } from './environment.ts'
import { arithmetic, daysBetween } from './infer-arithmetic.ts'
import { dateOfTime, elapsed, timeOfDay } from './infer-time.ts'
import { asDay } from './local-day.ts'
import { knowsWorkingDays, workingDays } from './proration.ts'
import { absolute } from './range.ts'
import { date, describe, type Type } from './types.ts'
import { worked } from './working-time.ts'

/** A function by name: how many arguments it takes, and what it gives. Aggregates and tables are not functions. */
export type BuiltIn = {
  readonly arguments: number
  /** It may do without the last one. */
  readonly optional?: true
  readonly infer: (context: Context, args: readonly Typed[], span: Span) => Typed
}

/**
 * The built-in functions. A new one is an entry here: put together from what there is, as `days_in_period`, or an
 * expression of its own that `plan/lower-expression.ts` knows.
 */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['days', { arguments: 2, infer: dates((a, b, span) => daysBetween(a, b, span)) }],
  ['months', { arguments: 2, infer: dates(monthsBetween) }],
  ['hours', { arguments: 2, infer: elapsed(3600n) }],
  ['minutes', { arguments: 2, infer: elapsed(60n) }],
  ['seconds', { arguments: 2, infer: elapsed(1n) }],
  ['date', { arguments: 1, infer: dateOfTime }],
  ['time', { arguments: 2, infer: timeOfDay }],
  ['abs', { arguments: 1, infer: inferAbsolute }],
  ['first_day', { arguments: 1, optional: true, infer: periodDay('first') }],
  ['last_day', { arguments: 1, optional: true, infer: periodDay('last') }],
  [
    'working_days',
    {
      arguments: 2,
      infer: (context, args, span) =>
        knowsWorkingDays(context, span) ? dates(workingDays)(context, args, span) : broken(span),
    },
  ],
  ['working_hours', { arguments: 2, infer: worked(3600n) }],
  ['working_minutes', { arguments: 2, infer: worked(60n) }],
  ['working_seconds', { arguments: 2, infer: worked(1n) }],
  ['day_of_month', { arguments: 1, infer: ofDate(dayOfMonth) }],
  ...(['month', 'quarter', 'half-year', 'year'] as const).map((kind): [string, BuiltIn] => [
    kind.replace('-', '_'),
    { arguments: 1, infer: ofDate((a, span) => periodOf(kind, a, span)) },
  ]),
  ['days_in_period', { arguments: 0, infer: daysInPeriod }],
])

function dates(make: (a: Typed, b: Typed, span: Span) => Typed): BuiltIn['infer'] {
  return (context, args, span) => {
    const [a, b] = args.map((arg) => asDay(arg))
    if (!a || !b) return broken(span)
    for (const arg of [a, b]) {
      if (arg.type.is === 'date' || arg.type.is === 'error') continue
      context.env.report('BY316', { expected: 'date', found: describe(arg.type) }, arg.span)
      return broken(span)
    }
    return make(a, b, span)
  }
}

function ofDate(make: (a: Typed, span: Span) => Typed): BuiltIn['infer'] {
  return (context, [of], span) => {
    const a = asDay(of)
    if (a?.type.is === 'date') return make(a, span)
    if (a && a.type.is !== 'error')
      context.env.report('BY316', { expected: 'date', found: describe(a.type) }, a.span)
    return broken(span)
  }
}

function dayOfMonth(a: Typed, span: Span): Typed {
  const type: Type = { is: 'number', unit: 'count', range: { scale: 0, min: 1n, max: 31n } }
  return { is: 'day-of-month', a, type, span }
}

function periodOf(kind: string, a: Typed, span: Span): Typed {
  return { is: 'period-of', kind, a, type: { is: 'period', kind }, span }
}

/** `first_day(month(hired))`: a day of a period that is a result. */
function dayOfPeriod({ env }: Context, which: 'first' | 'last', of: Typed, span: Span): Typed {
  if (of.type.is === 'error') return broken(span)
  const kind = of.type.is === 'period' ? env.periods.get(of.type.kind) : undefined
  if (kind?.is !== 'months' && (which === 'last' || kind?.is !== 'bounds')) {
    env.report('BY316', { expected: 'month', found: describe(of.type) }, of.span)
    return broken(span)
  }
  const first: Typed = { is: 'period-start', a: of, type: date, span }
  if (which === 'first' || kind.is !== 'months') return first
  // Months may begin on a 31st: some days into the next period, whatever its own first day is.
  const next = dateAdd(dateAdd(first, kind.months, 'months', span), 5, 'days', span)
  const after: Typed = { is: 'period-start', a: periodOf(kind.id, next, span), type: date, span }
  return dateAdd(after, -1, 'days', span)
}

function dateAdd(a: Typed, value: number, of: 'days' | 'months', span: Span): Typed {
  const by: Typed = { is: 'const', value, type: { is: 'duration', of }, span }
  return { is: 'date-add', a, by, months: of === 'months', type: date, span }
}

function monthsBetween(a: Typed, b: Typed, span: Span): Typed {
  const type: Type = { is: 'number', unit: 'count', range: { scale: 0, min: -120_000n, max: 120_000n } }
  return { is: 'months-between', a, b, type, span }
}

function inferAbsolute(context: Context, args: readonly Typed[], span: Span): Typed {
  const [a] = args
  if (!a || a.type.is === 'error') return broken(span)
  if (a.type.is === 'number')
    return { is: 'absolute', a, type: { ...a.type, range: absolute(a.type.range) }, span }
  context.env.report('BY316', { expected: 'number', found: describe(a.type) }, a.span)
  return broken(span)
}

/** The first or last day of the period that a result is for. */
function periodDay(which: 'first' | 'last'): BuiltIn['infer'] {
  return (context, args, span) => {
    const [of] = args
    if (of) return dayOfPeriod(context, which, of, span)
    if (context.grain.period !== undefined) return { is: 'period-day', which, type: date, span }
    context.env.report('BY408', { name: `${which}_day()` }, span)
    return broken(span)
  }
}

/** How many days the period has that a result is for: from its first to its last, both counted. */
function daysInPeriod(context: Context, _args: readonly Typed[], span: Span): Typed {
  if (context.grain.period === undefined) {
    context.env.report('BY408', { name: 'days_in_period()' }, span)
    return broken(span)
  }
  const day = (which: 'first' | 'last'): Typed => ({ is: 'period-day', which, type: date, span })
  const between = daysBetween(day('first'), day('last'), span)
  const sum = arithmetic(context.env.report, '+', between, constant(1n, 0, 'count', span), span)
  return sum.type.is === 'number'
    ? { ...sum, type: { ...sum.type, range: { ...sum.type.range, min: 1n } } }
    : sum
}
