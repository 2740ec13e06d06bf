import type * as checked from '../check/checked.ts'
import type { Lowered, Site } from './builder.ts'
import { columnOf } from './columns.ts'
import { lower } from './lowered.ts'
import type { Expr, Id, Relation } from './plan.ts'

type Typed = checked.Typed

/** Which fields say when a row of a record is in force, and for what. */
export function inForceOf({ inForce }: checked.RecordSymbol): Pick<Relation, 'inForce'> {
  if (!inForce) return {}
  const { from, until, by } = inForce
  return { inForce: { from: from.id, ...(until && { until: until.id }), by: by.map(({ id }) => id) } }
}

/** The row in force, with its reasons for there being none, or more than one. */
export function lowerInForce(site: Site, typed: Extract<Typed, { is: 'in-force' }>): Lowered {
  const { builder } = site
  const record = builder.checked.records.get(typed.record)
  const args = { record: typed.record }
  const origin = typed.span
  return {
    n: {
      op: 'in-force',
      relation: typed.record,
      keys: typed.keys.map((key, i) => asWordOf(lower(site, key).n, key, record?.inForce?.by[i])),
      day: lower(site, typed.day).n,
      none: builder.reason({ class: 'missing', code: 'BY840', args, origin }),
      several: builder.reason({ class: 'conflict', code: 'BY841', args, origin }),
      reversed: builder.reason({ class: 'bad-input', code: 'BY842', args, origin }),
    },
  }
}

/** A word of one list as a word of another that has it too. */
function asWordOf(n: Expr, { type }: Typed, field: checked.FieldSymbol | undefined): Expr {
  const wanted = field?.type
  if (type.is !== 'enum' || wanted?.is !== 'enum') return n
  if (JSON.stringify(type.values) === JSON.stringify(wanted.values) || n.op === 'const')
    return n.op === 'const' ? { ...n, type: { is: 'enum', values: wanted.values } } : n
  const items = type.values.map(
    (value): Expr => ({ op: 'const', value, type: { is: 'enum', values: wanted.values } }),
  )
  return { op: 'pick', index: n, items }
}

/** Where a path goes on from: a row that stands in a column, so that all who go on from it find it once. */
export function rowNamed(site: Site, typed: Typed | undefined): { readonly row?: Id } {
  return typed ? { row: columnOf(site, typed, 'row').column } : {}
}
