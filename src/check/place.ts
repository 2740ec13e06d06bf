import type { Span } from '../base/span.ts'
import type { Grain, PeriodKind, Place, Typed } from './checked.ts'
import type { Context } from './environment.ts'
import { asDay } from './local-day.ts'
import { onlyPath } from './paths.ts'
import { date } from './types.ts'

/** As a reader says it: `each Order`, `Rep per quarter`, `quarter`, `the whole policy`. */
export function describeGrain({ record, period: kind }: Grain): string {
  // A window is named after the periods that it ends with; only these have a word.
  const period = kind?.replace(/<.*$/su, '')
  if (record === undefined) return period === undefined ? 'the whole policy' : `per ${period}`
  return period === undefined ? `each ${record}` : `${record} per ${period}`
}

/** Whether every period of `inner` lies within one of `outer`. */
export function within(periods: ReadonlyMap<string, PeriodKind>, inner: string, outer: string): boolean {
  if (inner === outer) return true
  const a = periods.get(inner)
  const b = periods.get(outer)
  if (a?.is === 'window') {
    // Only what runs to date lies in one period of the kind it runs in.
    const ends = a.window.is === 'to-date' ? a.window.kind : undefined
    return ends !== undefined && within(periods, ends, outer)
  }
  if (b?.is === 'window') return within(periods, inner, b.of) && within(periods, inner, b.window.kind)
  return a?.is === 'months' && b?.is === 'months' && b.months % a.months === 0
}

/** The date that places a row of the context in time: its clause's, else its record's posting field. */
export function ownDate(context: Context): Typed | undefined {
  if (context.date) return context.date
  const posting = context.record?.posting
  if (context.grain.period !== undefined || !posting || !context.record) return undefined
  return asDay({
    is: 'field',
    path: [],
    record: context.record.id,
    field: posting.id,
    type: posting.type,
    span: posting.span,
  })
}

/**
 * How a row here finds the row of a coarser grain: through the one chain of references, in the period that holds
 * this row's period or date. Reports and gives undefined when there is none, or more than one.
 */
export function placeOf(
  context: Context,
  name: string,
  target: Grain,
  span: Span,
  explicit?: Pick<Place, 'row' | 'path'>,
): Place | undefined {
  const path = explicit ? explicit.path : pathTo(context, name, target, span)
  if (!path) return undefined
  const reached = { ...(explicit?.row && { row: explicit.row }), path }
  if (target.period === undefined) return reached
  const period = periodOf(context, name, target, span)
  return period && { ...reached, period }
}

function pathTo(context: Context, name: string, target: Grain, span: Span): readonly string[] | undefined {
  if (target.record === undefined || target.record === context.record?.id) return []
  const none = () => {
    const here = describeGrain(context.grain)
    context.env.report('BY401', { name, grain: describeGrain(target), here }, span)
  }
  if (context.record) return onlyPath(context.env, context.record, target.record, span, none)
  none()
  return undefined
}

function periodOf(context: Context, name: string, target: Grain, span: Span): Place['period'] | undefined {
  const { env, grain } = context
  const incomparable = () => {
    env.report('BY401', { name, grain: describeGrain(target), here: describeGrain(grain) }, span)
    return undefined
  }
  if (target.period === undefined) return undefined
  if (context.day) return { date: context.day.date, written: true }
  if (grain.period !== undefined)
    return within(env.periods, grain.period, target.period) ? 'own' : incomparable()
  const own = ownDate(context)
  if (!own) {
    // Only the period is missing here: it is the clause that lacks it, not the rows that lack a date.
    if (context.record && target.record !== context.record.id)
      env.report('BY405', { record: context.record.id }, span)
    else incomparable()
    return undefined
  }
  return own.type.is === date.is ? { date: own } : { period: own }
}
