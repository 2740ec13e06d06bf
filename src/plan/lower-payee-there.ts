import type { Site } from './builder.ts'
import type { ReleasedPart } from './lower-release.ts'
import type { Output } from './plan.ts'

/** Who is paid by a row of another record: whoever the row that it leads to pays. */
export function payeeThere(
  site: Site,
  { grain, path }: NonNullable<ReleasedPart['rows']>,
  { payee, origin }: Pick<Output, 'payee' | 'origin'>,
): Pick<Output, 'payee'> {
  const { builder } = site
  if (!payee && site.grain.period !== undefined && site.grain.record !== undefined) {
    const relation = site.grain.record
    const row = builder.column({
      id: `${site.owner}.payee-there`,
      grain: builder.grain(grain),
      type: { is: 'ref', relation },
      expr: { op: 'row', path, relation },
      origin,
    })
    return { payee: { column: row, relation } }
  }
  if (!payee) return {}
  const args = { name: site.owner }
  const state = builder.reason({
    class: 'no-period',
    code: 'BY813',
    args,
    origin: builder.checked.policy.span,
  })
  const id = builder.column({
    id: `${site.owner}.payee-there`,
    grain: builder.grain(grain),
    type: { is: 'ref', relation: payee.relation },
    expr: { op: 'lookup', column: payee.column, at: { path }, state },
    origin,
  })
  return { payee: { ...payee, column: id } }
}
