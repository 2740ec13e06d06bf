import type * as checked from '../check/checked.ts'
import { denominatorType, type Lowered, planType, type Site } from './builder.ts'
import type { Expr, Id, Type } from './plan.ts'

export type Stored = { readonly column: Id; readonly denominator?: Id }

/** Stores an amount under the site's name; a fraction takes two columns. */
export function addColumn(
  site: Site,
  lowered: Lowered,
  type: checked.Typed['type'],
  span: checked.Typed['span'],
  part?: string,
  label?: string,
): Stored {
  const { builder, owner } = site
  const id = part === undefined ? owner : `${owner}.${part}`
  const shape = { grain: builder.grain(site.grain), origin: builder.origin(span) }
  const denominator =
    lowered.d && type.is === 'number'
      ? builder.column({ ...shape, id: `${id}.over`, type: denominatorType(type), expr: lowered.d })
      : undefined
  const stored = builder.column({
    ...shape,
    id,
    type: planType(type),
    expr: lowered.n,
    ...(denominator && { denominator }),
    ...(label !== undefined && { label }),
  })
  return { column: stored, ...(denominator && { denominator }) }
}

/** How many rows there are. */
export const counts: Type = { is: 'int', scale: 0, min: '0', max: '2147483647', unit: 'count' }

/** Stores an expression that is laid out as it is to stand. */
export function addExpr(
  site: Site,
  part: string,
  type: Type,
  expr: Expr,
  span: checked.Typed['span'],
  grain: checked.Grain = site.grain,
): Id {
  const { builder, owner } = site
  return builder.column({
    id: `${owner}.${part}`,
    grain: builder.grain(grain),
    type,
    expr,
    origin: builder.origin(span),
  })
}

/** A column that holds the expression: the one it already is, or a new one at the site's grain. */
export function columnOf(site: Site, typed: checked.Typed, part: string): Stored {
  const { builder } = site
  if (typed.is === 'result' && !typed.at) {
    const result = builder.results.get(`${typed.of}.${typed.result}`)
    if (result)
      return { column: result.column, ...(result.denominator && { denominator: result.denominator }) }
  }
  return addColumn(site, builder.lower(site, typed), typed.type, typed.span, part)
}
