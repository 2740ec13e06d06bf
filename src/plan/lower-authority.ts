import type * as clauses from '../check/clauses.ts'
import { spellResult } from '../check/result-names.ts'
import type { Builder, Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { guarded } from './lower-scope.ts'
import { lower } from './lowered.ts'
import type { Id, PlanStep } from './plan.ts'
import { rowPlace } from './row-place.ts'

/** An authority is a decision whose results stand on parts of their own: all of them columns, in the order given. */
export function lowerAuthority(
  builder: Builder,
  clause: clauses.Decision,
  parts: readonly clauses.AuthorityPart[],
): void {
  const { grain } = clause.scope
  const { language } = builder.checked.policy
  const columns = new Map<string, Id>()
  for (const { name, value, type, span, inner } of clause.results) {
    const site: Site = { builder, grain, owner: `${clause.id}.${name}` }
    const main = name === 'verdict' ? (clause.title ?? clause.id) : spellResult(name, language)
    const label = inner ? inner.label : main
    const lowered = lower(site, value)
    const stored = addColumn(
      site,
      inner ? lowered : guarded(site, clause, lowered),
      type,
      span,
      undefined,
      label,
    )
    builder.results.set(`${clause.id}.${name}`, { ...stored, grain, type })
    columns.set(name, stored.column)
  }
  const columnOf = (name: string): Id => {
    const id = columns.get(name)
    if (id === undefined) throw new Error(`${clause.id} has no ${name}`)
    return id
  }
  const open = clause.results.filter(({ inner }) => !inner)
  const steps = parts.map(
    ({ is, label, result, from, span }): PlanStep => ({
      is,
      ...(label !== undefined && { label }),
      column: columnOf(result),
      ...(from !== undefined && { operand: columnOf(from) }),
      origin: builder.origin(span),
    }),
  )
  builder.outputs.push({
    id: clause.id,
    ...(clause.title !== undefined && { title: clause.title }),
    is: 'decision',
    label: 'authority',
    grain: builder.grain(grain),
    ...rowPlace({ builder, grain, owner: clause.id }, clause.scope),
    column: columnOf('verdict'),
    listed: false,
    steps,
    also: open
      .filter(({ name }) => name !== 'verdict')
      .map(({ name }) => ({ label: name, column: columnOf(name) })),
    origin: builder.origin(clause.span),
  })
}
