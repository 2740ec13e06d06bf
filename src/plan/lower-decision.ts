import type * as clauses from '../check/clauses.ts'
import { spellResult } from '../check/result-names.ts'
import type { Builder, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { lowerAuthority } from './lower-authority.ts'
import { guarded } from './lower-scope.ts'
import { lower } from './lowered.ts'
import type { Id, PlanStep } from './plan.ts'
import { rowPlace } from './row-place.ts'

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
    const label = i === 0 && first !== undefined ? first : spellResult(name, builder.checked.policy.language)
    const stored = addColumn(site, guarded(site, clause, lower(site, value)), type, span, undefined, label)
    builder.results.set(`${clause.id}.${name}`, { ...stored, grain, type })
    return { label: name, column: stored.column }
  })
}

/** Each thing that a penalty decides is a line of its explanation, in the order in which they stand on each other. */
export function decidedSteps(
  builder: Builder,
  results: clauses.Decision['results'],
  columns: readonly { readonly label: string; readonly column: Id }[],
): PlanStep[] {
  const { language } = builder.checked.policy
  return columns.map(({ label, column }, i) => ({
    is: 'gives',
    label: spellResult(label, language),
    column,
    operand: column,
    origin: builder.origin(results[i]?.span ?? builder.checked.policy.span),
  }))
}

/** The first result is the decision's, the others stand beside it. */
export function lowerDecision(builder: Builder, clause: clauses.Decision): void {
  if (clause.authority) {
    lowerAuthority(builder, clause, clause.authority)
    return
  }
  const { grain } = clause.scope
  const penalty = clause.label === 'penalty'
  const title = penalty ? undefined : (clause.title ?? clause.id)
  const columns = lowerResults(builder, clause, clause.results, title)
  // Which time it is leads to what is decided, and is not it.
  const first = (penalty ? columns.find(({ label }) => label !== 'nth') : undefined) ?? columns[0]
  const also = columns.filter((one) => one !== first)
  if (!first) throw new Error(`the decision ${clause.id} has no result`)
  builder.outputs.push({
    id: clause.id,
    ...(clause.title !== undefined && { title: clause.title }),
    is: 'decision',
    label: clause.label ?? 'decision',
    grain: builder.grain(grain),
    ...rowPlace({ builder, grain, owner: clause.id }, clause.scope),
    column: first.column,
    listed: false,
    steps: penalty ? decidedSteps(builder, clause.results, columns) : [],
    also,
    origin: builder.origin(clause.span),
  })
}
