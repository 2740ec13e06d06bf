import type * as checked from '../check/checked.ts'
import { asDay } from '../check/local-day.ts'
import type { Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { lower } from './lowered.ts'
import type { Id } from './plan.ts'

/** Row clauses: who is paid and when, as columns. */
export function rowPlace(
  site: Site,
  { grain, payee, posting }: checked.Scope,
): { payee?: { column: Id; relation: Id }; posting?: Id } {
  const { builder } = site
  const record = builder.checked.records.get(grain.record ?? '')
  if (grain.period !== undefined || !record) return {}
  const add = (part: string, typed: checked.Typed): Id =>
    addColumn(site, lower(site, typed), typed.type, typed.span, part).column
  const own =
    record.posting &&
    asDay({
      is: 'field',
      path: [],
      record: record.id,
      field: record.posting.id,
      type: record.posting.type,
      span: record.posting.span,
    })
  const date = posting ?? own
  return {
    ...(payee?.type.is === 'ref' && { payee: { column: add('payee', payee), relation: payee.type.record } }),
    ...(date && { posting: add('posting', date) }),
  }
}
