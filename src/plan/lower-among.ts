import type * as checked from '../check/checked.ts'
import { fixed } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { column, not } from './expressions.ts'
import { rowNamed } from './lower-in-force.ts'
import { existsColumn } from './lower-scope.ts'
import { convert, fix, lower, unless } from './lowered.ts'
import type { Expr, Id, ShareRemainder } from './plan.ts'

/** Results that look at the other rows of the same period, or group. */
export function lowerRank(site: Site, typed: Extract<checked.Typed, { is: 'rank' }>): Lowered {
  const { type } = typed.a
  const stored = addColumn(site, present(site, lower(site, typed.a), typed.span), type, typed.span, 'ranked')
  const { column: value, denominator } = stored
  const group = groupColumn(site, typed.within)
  return { n: { op: 'rank', value, ...(denominator && { denominator }), ...(group && { within: group }) } }
}

export function lowerShare(site: Site, typed: Extract<checked.Typed, { is: 'share' }>): Lowered {
  const { builder } = site
  const { pool, by, row, path, of, type, span } = typed
  if (type.is !== 'number' || by.type.is !== 'number') throw new Error('a share is a number')
  const inner: Site = { builder, grain: of, owner: `${site.owner}.pool` }
  const whole = convert(lower(inner, pool), pool.type, type)
  const common = addColumn(inner, whole, type, span).column
  const args = { name: site.owner }
  const nowhere = builder.reason({ class: 'no-period', code: 'BY813', args, origin: span })
  const there: Expr = {
    op: 'lookup',
    column: common,
    at: {
      ...(of.record !== undefined && { ...rowNamed(site, row), path }),
      ...(of.period !== undefined && { period: { is: 'own' } as const }),
    },
    state: nowhere,
  }
  const read = addColumn(site, { n: there }, type, span, 'pool-here').column
  const weight = addColumn(
    site,
    present(site, { n: fix(lower(site, by), by.type) }, span),
    fixed(by.type),
    by.span,
    'weight',
  ).column
  const group = groupColumn(site, typed.within)
  const state = builder.reason({ class: 'undefined', code: 'BY829', args: {}, origin: span })
  const remainder = typed.remainder && lowerRemainder(site, typed.remainder, span)
  return {
    n: {
      op: 'share',
      pool: read,
      weight,
      ...(group && { within: [group] }),
      ...(typed.periods !== undefined && { periods: typed.periods }),
      state,
      ...(remainder && { remainder }),
    },
  }
}

function lowerRemainder(
  site: Site,
  remainder: checked.Remainder,
  span: checked.Typed['span'],
): ShareRemainder {
  const { unit, to, order } = remainder
  const nobody = site.builder.reason({ class: 'undefined', code: 'BY850', args: {}, origin: span })
  if (!order) return { unit: String(unit), to, nobody }
  // An order needs no more than to be told apart: a fraction is fixed.
  const lowered = order.type.is === 'number' ? { n: fix(lower(site, order), order.type) } : lower(site, order)
  const type = order.type.is === 'number' ? fixed(order.type) : order.type
  return { unit: String(unit), to, order: addColumn(site, lowered, type, order.span, 'order').column, nobody }
}

/** Whoever is not there in a period stands among nobody. */
function present(site: Site, lowered: Lowered, span: checked.Typed['span']): Lowered {
  const { builder, grain } = site
  const exists = existsColumn(builder, grain)
  if (!exists) return lowered
  const args = { record: grain.record ?? '' }
  const state = builder.reason({ class: 'not-existing', code: 'BY810', args, origin: span })
  return unless(not(column(exists)), state, lowered)
}

function groupColumn(site: Site, within: checked.Typed | undefined): Id | undefined {
  return within && addColumn(site, lower(site, within), within.type, within.span, 'group').column
}
