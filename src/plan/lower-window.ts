import { formatDay } from '../base/day.ts'
import type * as checked from '../check/checked.ts'
import type { Lowered, Site } from './builder.ts'
import { addColumn, columnOf } from './columns.ts'
import { dataBegins, dayConstant, ownDay } from './days.ts'
import { column, compare } from './expressions.ts'
import { unless } from './lowered.ts'
import type { Expr, Id } from './plan.ts'

/**
 * What a value is over windows: a column at the grain of the windows, read at the one that ends with this period.
 * A window that begins before the data is complete is held.
 */
export function lowerWindow(site: Site, typed: Extract<checked.Typed, { is: 'over-window' }>): Lowered {
  const { builder } = site
  const inner: Site = {
    builder,
    grain: { ...site.grain, period: typed.kind },
    owner: `${site.owner}.window`,
  }
  const known = columnOf(inner, typed.a, 'value')
  const value: Lowered = {
    n: column(known.column),
    ...(known.denominator !== undefined && { d: column(known.denominator) }),
  }
  const { early, state } = beforeHistory(site, typed.span, '<')
  const held = early ? unless(early, state, value) : value
  const stored = addColumn(inner, held, typed.type, typed.span, 'whole')
  const nowhere = builder.reason({
    class: 'no-period',
    code: 'BY813',
    args: { name: builder.checked.policy.id },
    origin: typed.span,
  })
  const read = (id: Id): Expr => ({
    op: 'lookup',
    column: id,
    at: { ...(site.grain.record !== undefined && { path: [] }), period: { is: 'own' } },
    state: nowhere,
  })
  return { n: read(stored.column), ...(stored.denominator && { d: read(stored.denominator) }) }
}

/** What an expression was one period earlier: its column, read in the period that holds the day before this one. */
export function lowerPrevious(site: Site, typed: Extract<checked.Typed, { is: 'previous' }>): Lowered {
  const { builder } = site
  const known = columnOf(site, typed.a, 'before')
  const { early, state } = beforeHistory(site, typed.span, '<=')
  const args = { name: builder.checked.policy.id }
  const nowhere = builder.reason({ class: 'no-period', code: 'BY813', args, origin: typed.span })
  const eve: Expr = {
    op: 'add',
    a: { op: 'period-day', which: 'first' },
    b: { op: 'const', value: '-1', type: { is: 'int', scale: 0, min: '-1', max: '-1', unit: 'count' } },
  }
  const read = (id: Id): Expr => ({
    op: 'lookup',
    column: id,
    at: { ...(site.grain.record !== undefined && { path: [] }), period: { is: 'date', date: eve } },
    state: nowhere,
  })
  const value: Lowered = {
    n: read(known.column),
    ...(known.denominator !== undefined && { d: read(known.denominator) }),
  }
  return early ? unless(early, state, value) : value
}

/**
 * Whether a day, unless it is said the first of this period (or window), lies before the data is complete, and the state
 * that holds what looks back so far.
 */
export function beforeHistory(
  { builder }: Site,
  origin: checked.Typed['span'],
  by: '<' | '<=',
  day: Expr = ownDay('first'),
): { readonly early?: Expr; readonly state: number } {
  const { policy } = builder.checked
  const { history } = policy
  const state =
    history === undefined
      ? builder.reason({ class: 'before-history', code: 'BY825', args: { name: policy.id }, origin })
      : builder.reason({ class: 'before-history', code: 'BY843', args: { day: formatDay(history) }, origin })
  const begins = dataBegins(policy)
  if (begins === undefined) return { state }
  return { state, early: compare(day, by, dayConstant(begins)) }
}
