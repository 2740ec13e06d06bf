import type * as checked from '../check/checked.ts'
import { column, type Lowered, type Site } from './builder.ts'
import { columnOf } from './lower-aggregate.ts'
import { addColumn } from './lower-commission.ts'
import { chooseLowered } from './lowered.ts'
import type { Expr, Id } from './plan.ts'

/**
 * What a value is over windows: a column at the grain of the windows, read at the one that ends with this period.
 * A window that begins before the policy is held: what the data has of that time is not said to be complete.
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
  const { policy } = builder.checked
  const state = builder.reason({
    class: 'before-history',
    code: 'BY825',
    args: { name: policy.id },
    origin: typed.span,
  })
  const begins: Expr = { op: 'period-day', which: 'first' }
  const early: Expr | undefined =
    policy.from === undefined
      ? undefined
      : {
          op: 'compare',
          by: '<',
          a: { n: begins, scale: 0 },
          b: { n: { op: 'const', value: policy.from, type: { is: 'date' } }, scale: 0 },
        }
  const none: Lowered = {
    n: { op: 'fail', state },
    ...(value.d && { d: { op: 'fail', state } as const }),
  }
  const held = early ? chooseLowered([{ when: early, then: none }], value) : value
  const stored = addColumn(inner, held, typed.type, typed.span, 'whole')
  const nowhere = builder.reason({
    class: 'no-period',
    code: 'BY813',
    args: { name: policy.id },
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
