import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { date, type NumberType } from '../check/types.ts'
import type { Lowered, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { choose, compare, no } from './expressions.ts'
import type { Expr, Id } from './plan.ts'

/** A part of an amount that is paid by rows: which one, what it comes to, and what ends it. */
export type PaidPart = {
  readonly i: number
  readonly label: string
  readonly whole: Id
  readonly cancelled?: Id
}

/** A part that is paid row by row of another record: what each brings, when, to whom, and the lines that explain it. */
export type PartRows = {
  readonly grain: checked.Grain
  readonly column: Id
  readonly posting: Id
  /** From a row to the row that is paid for. */
  readonly path: readonly Id[]
}

/** A part as a column, with the results that `paid on` reads: how much, and on which day. */
export function addPart(
  site: Site,
  clause: clauses.Commission,
  { i, label }: Pick<PaidPart, 'i' | 'label'>,
  part: {
    readonly value: Lowered
    readonly type: NumberType
    readonly posting: Id
    readonly span: checked.Typed['span']
  },
  name: 'part' | 'row',
): { readonly column: Id; readonly posting: Id } {
  const { builder, grain } = site
  const { value, type, posting, span } = part
  const title = `${clause.title ?? clause.id} ${label}`
  const { column } = addColumn(site, value, type, span, name, title)
  builder.results.set(`${clause.id}.part-${i + 1}`, { column, grain, type })
  builder.results.set(`${clause.id}.day-${i + 1}`, { column: posting, grain, type: date })
  return { column, posting }
}

/** What is due later than the day of cancellation is never paid. */
export function cancelledCase(
  { builder }: Site,
  cancelled: Expr,
  day: Expr,
  label: string,
  span: checked.Typed['span'],
): { readonly when: Expr; readonly then: Lowered } {
  const state = builder.reason({ class: 'excluded', code: 'BY855', args: { name: label }, origin: span })
  const late = compare(day, '>', cancelled)
  return {
    when: choose({ op: 'is', what: 'missing', a: cancelled }, no, late),
    then: { n: { op: 'fail', state } },
  }
}
