import type * as clauses from '../check/clauses.ts'
import type { Builder, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { lowerAuthority } from './lower-authority.ts'
import { guarded } from './lower-scope.ts'
import { lower } from './lowered.ts'
import type { Id } from './plan.ts'

/** Each result a column of its own, so that those after it can read it. */
export function lowerResults(
  builder: Builder,
  clause: clauses.Decision | clauses.Commission,
  results: clauses.Decision['results'],
  first?: string,
): { label: string; column: Id }[] {
  const { grain } = clause.scope
  return results.map(({ name, value, type, span }, i) => {
    const site: Site = { builder, grain, owner: `${clause.id}.${name}` }
    const label = i === 0 ? (first ?? name) : name
    const stored = addColumn(site, guarded(site, clause, lower(site, value)), type, span, undefined, label)
    builder.results.set(`${clause.id}.${name}`, { ...stored, grain, type })
    return { label: name, column: stored.column }
  })
}

/** The first result is the decision's, the others stand beside it. */
export function lowerDecision(builder: Builder, clause: clauses.Decision): void {
  if (clause.authority) {
    lowerAuthority(builder, clause, clause.authority)
    return
  }
  const { grain } = clause.scope
  const columns = lowerResults(builder, clause, clause.results, clause.title ?? clause.id)
  const [first, ...also] = columns
  if (!first) throw new Error(`the decision ${clause.id} has no result`)
  builder.outputs.push({
    id: clause.id,
    ...(clause.title !== undefined && { title: clause.title }),
    is: 'decision',
    label: clause.label ?? 'decision',
    grain: builder.grain(grain),
    column: first.column,
    listed: false,
    steps: [],
    also,
    origin: builder.origin(clause.span),
  })
}
