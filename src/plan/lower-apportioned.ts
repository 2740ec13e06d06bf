import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { seenThrough } from '../check/currency.ts'
import { date, fixed } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { addColumn, addExpr, counts } from './columns.ts'
import { dayConstant, ownDay } from './days.ts'
import { column, compare, not, whole } from './expressions.ts'
import { chooseLowered, fix, lower } from './lowered.ts'
import type { Expr, Id } from './plan.ts'
import { addPart, cancelledCase, type PaidPart, type PartRows } from './release-columns.ts'

/** A part of a period's pay as its rows have it: in proportion, cents by largest remainder, each on a day of its own. */
export function lowerApportioned(
  at: Site,
  clause: clauses.Commission,
  part: clauses.Apportioned & { readonly span: checked.Typed['span'] },
  paid: PaidPart,
): PartRows {
  const { builder } = at
  const { span, path } = part
  const { policy } = builder.checked
  const grain: checked.Grain = { record: part.record }
  const site: Site = { ...at, grain }
  const type = seenThrough(clause.type, path)
  const excluded = { class: 'excluded', code: 'BY811', args: { name: clause.id } } as const
  const out = builder.reason({ ...excluded, origin: span })
  const nowhere = builder.reason({
    class: 'no-period',
    code: 'BY813',
    args: { name: clause.id },
    origin: span,
  })
  const day = addColumn(site, lower(site, part.day), date, part.day.span, 'own-day').column
  const there = (id: Id): Expr => ({
    op: 'lookup',
    column: id,
    at: { path, period: { is: 'date', date: column(day) } },
    state: nowhere,
  })
  // Rows of no time of the policy's, and rows that belong to nobody, share in nothing.
  const row: Expr = { op: 'row', path, relation: clause.scope.grain.record ?? '' }
  const none = (when: Expr): { readonly when: Expr; readonly then: Lowered } => ({
    when,
    then: { n: { op: 'fail', state: out } },
  })
  const left = [
    none({ op: 'is', what: 'missing', a: row }),
    ...(policy.from === undefined ? [] : [none(compare(column(day), '<', dayConstant(policy.from)))]),
    ...(policy.until === undefined ? [] : [none(compare(column(day), '>', dayConstant(policy.until)))]),
  ]
  const pool = addColumn(site, chooseLowered(left, { n: there(paid.whole) }), type, span, 'pool').column
  const by = part.by.type
  if (by.is !== 'number') throw new Error('a weight is a number')
  const weight = addColumn(
    site,
    { n: fix(lower(site, part.by), by) },
    fixed(by),
    part.by.span,
    'weight',
  ).column
  const first = addColumn(at, { n: ownDay('first') }, date, span, 'first-day').column
  const own = clause.scope.grain.record ?? ''
  const groups = [
    addColumn(site, { n: row }, { is: 'ref', record: own }, span, 'of').column,
    addColumn(site, { n: there(first) }, date, span, 'of-period').column,
  ]
  const state = builder.reason({ class: 'undefined', code: 'BY829', args: {}, origin: span })
  const share: Expr = { op: 'share', pool, weight, within: groups, state }
  const shared = addColumn(site, { n: share }, type, span, 'share').column
  const posting = addColumn(site, lower(site, part.on), date, part.on.span, 'day').column
  const cancelledThere = paid.cancelled && there(paid.cancelled)
  const never = cancelledThere && cancelledCase(site, cancelledThere, column(posting), paid.label, span)
  const waits = builder.reason({ class: 'excluded', code: 'BY828', args: { name: paid.label }, origin: span })
  const value = chooseLowered(
    [
      { when: { op: 'is', what: 'not-applicable', a: column(pool) }, then: { n: column(pool) } },
      { when: { op: 'is', what: 'missing', a: column(posting) }, then: { n: { op: 'fail', state: waits } } },
      ...(never ? [never] : []),
      { when: compare(column(pool), '=', whole(0n)), then: { n: whole(0n) } },
    ],
    { n: column(shared) },
  )
  return { ...addPart(site, clause, paid, { value, type, posting, span }, 'row'), grain, path }
}

/** An amount of a period in which no row is there to have its part of it. */
export function noRows(
  site: Site,
  { record, path, day, span }: clauses.Apportioned & { readonly span: checked.Typed['span'] },
  amount: Expr,
): { readonly when: Expr; readonly then: Lowered } {
  const { builder } = site
  const state = builder.reason({ class: 'undefined', code: 'BY856', args: { record }, origin: span })
  const grain: checked.Grain = { record }
  const inner: Site = { ...site, grain }
  const posting = addColumn(inner, lower(inner, day), date, day.span, 'own-day').column
  const there: Expr = {
    op: 'aggregate',
    fn: 'count',
    source: builder.grain(grain),
    at: { path, period: { is: 'date', column: posting } },
    empty: state,
    several: state,
  }
  const count = addExpr(site, 'rows', counts, there, span)
  return {
    when: { op: 'and', all: [not(compare(amount, '=', whole(0n))), compare(column(count), '=', whole(0n))] },
    then: { n: { op: 'fail', state } },
  }
}
