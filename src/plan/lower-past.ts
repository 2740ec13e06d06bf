import type * as checked from '../check/checked.ts'
import type { NumberType } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { dayConstant, ownDay } from './days.ts'
import { compare, whole } from './expressions.ts'
import { beforeHistory } from './lower-window.ts'
import { convert, lower } from './lowered.ts'
import type { Expr, Id } from './plan.ts'

/**
 * What a column was one period earlier for the same subject; what it starts with, where this period is its first:
 * the first of the data, the first of a year that it resets in, or the subject's own first.
 */
export function lowerEarlier(site: Site, past: checked.Past, of: Id, span: checked.Typed['span']): Lowered {
  const { early, state } = beforeHistory(site, span, '<=')
  const starts = convert(lower(site, past.starts), past.starts.type, past.type)
  const earlier: Expr = {
    op: 'lookup',
    column: of,
    at: { ...(site.grain.record !== undefined && { path: [] }), period: { is: 'previous' } },
    state,
  }
  const begins: readonly Expr[] = [
    ...(early ? [early] : []),
    ...firstWritten(site),
    ...(past.resets === undefined ? [] : [{ op: 'begins', kind: past.resets } as const]),
    { op: 'is', what: 'not-applicable', a: earlier },
  ]
  return {
    n: { op: 'choose', cases: begins.map((when) => ({ when, then: starts.n })), otherwise: earlier },
  }
}

/** Periods with written bounds: whether there is none before this one. */
function firstWritten({ builder, grain }: Site): readonly Expr[] {
  const kind = builder.checked.periods.get(grain.period ?? '')
  const first = kind?.is === 'bounds' ? kind.bounds[0] : undefined
  if (!first) return []
  return [compare(ownDay('first'), '<=', dayConstant(first.start))]
}

/** Held where it left the bounds that every column of its kind keeps, whatever the periods add up to. */
export function bounded(
  site: Site,
  n: Expr,
  type: NumberType,
  name: string,
  span: checked.Typed['span'],
): Expr {
  const state = site.builder.reason({ class: 'out-of-range', code: 'BY826', args: { name }, origin: span })
  const { scale, min, max } = type.range
  const outside = (by: '<' | '>', limit: bigint): Expr => ({
    op: 'compare',
    by,
    a: { n, scale },
    b: { n: whole(limit, scale), scale },
  })
  return {
    op: 'choose',
    cases: [{ when: { op: 'or', all: [outside('<', min), outside('>', max)] }, then: { op: 'fail', state } }],
    otherwise: n,
  }
}
