import type { Language } from '../base/language.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import type { Lowered, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { column, whole } from './expressions.ts'
import { bounded } from './lower-past.ts'
import { convert, lower } from './lowered.ts'
import type { Expr, Id } from './plan.ts'

/** The column that goes on from row to row: what a clause has taken of one thing, this row included. */
export function takenId(clause: string): Id {
  return `${clause}.taken`
}

/** What the rows before this one have taken of the same thing. */
export function lowerTakenBefore(
  site: Site,
  { by, row, day, type, span }: Extract<checked.Typed, { is: 'taken-before' }>,
): Lowered {
  const { builder } = site
  const known = builder.results.get(`${by}.taken-before`)
  if (known) return { n: column(known.column) }
  const own: Site = { ...site, owner: takenId(by) }
  const args = { name: by }
  const state = builder.reason({ class: 'excluded', code: 'BY811', args, origin: span })
  const earlier: Expr = {
    op: 'earlier-row',
    column: takenId(by),
    within: addColumn(own, lower(own, row), row.type, row.span, 'of').column,
    day: addColumn(own, lower(own, day), day.type, day.span, 'day').column,
    state,
  }
  const n: Expr = {
    op: 'choose',
    cases: [{ when: { op: 'is', what: 'not-applicable', a: earlier }, then: whole(0n) }],
    otherwise: earlier,
  }
  const label = words.before[builder.checked.policy.language]
  const before = addColumn(own, { n }, type, span, 'before', label)
  builder.results.set(`${by}.taken-before`, { ...before, grain: site.grain, type })
  return { n: column(before.column) }
}

/** A row to which the clause does not apply takes nothing; one that is held holds those after it. */
export function addTaken(
  site: Site,
  clause: clauses.Commission,
  { row, day, type }: NonNullable<clauses.Commission['nets']>,
  amount: Id,
): void {
  const { span } = clause
  const taken: checked.Typed = { is: 'taken-before', by: clause.id, row, day, type, span }
  const { n: before } = lowerTakenBefore(site, taken)
  const added: Expr = { op: 'add', a: before, b: convert({ n: column(amount) }, clause.type, type).n }
  const next: Expr = {
    op: 'choose',
    cases: [{ when: { op: 'is', what: 'not-applicable', a: column(amount) }, then: before }],
    otherwise: added,
  }
  const label = words.after[site.builder.checked.policy.language]
  const kept = bounded(site, next, type, clause.title ?? clause.id, span)
  addColumn({ ...site, owner: clause.id }, { n: kept }, type, span, 'taken', label)
}

const words: { readonly [when in 'before' | 'after']: { readonly [language in Language]: string } } = {
  before: { en: 'taken back before', 'zh-Hans': '此前已追回', 'zh-Hant': '此前已追回' },
  after: { en: 'taken back so far', 'zh-Hans': '累计已追回', 'zh-Hant': '累計已追回' },
}
