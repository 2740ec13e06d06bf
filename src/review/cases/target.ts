import { nearest } from '../../base/nearest.ts'
import { resultNamed } from '../../check/result-names.ts'
import type { Column, Id, Output, Plan, Type } from '../../plan/plan.ts'
import type { Target } from './case.ts'

/** What an expectation can be about. */
export type Found = { readonly target: Target; readonly type: Type; readonly grain: Id }

/**
 * A clause by its name or title, `kpi.level`, or a value that has a name: a value’s own name before another’s title.
 * Undefined when the policy has none of that name.
 */
export function targetNamed(plan: Plan, name: string): Found | undefined {
  const clause = clauseNamed(plan, name)
  const titled = clause?.target.is === 'clause' && clause.target.clause !== name
  const own = titled ? plan.columns.find(({ id, label }) => id === name && label !== undefined) : undefined
  if (own) return { target: { is: 'value', name, column: own.id }, type: own.type, grain: own.grain }
  if (clause) return clause
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const found = clauseNamed(plan, name.slice(0, dot))
    const result = found && withResult(plan, found, name.slice(dot + 1))
    if (result) return result
  }
  const column = valueNamed(plan, name)
  if (column)
    return { target: { is: 'value', name, column: column.id }, type: column.type, grain: column.grain }
  return undefined
}

function clauseNamed(plan: Plan, name: string): Found | undefined {
  const [output] = outputsOf(plan, name)
  if (!output) return undefined
  const column = columnOf(plan, output.column)
  const clause = output.id === name || output.title === name ? output.id : (output.releases ?? output.id)
  return { target: { is: 'clause', name, clause }, type: column.type, grain: output.grain }
}

/** The outputs that a name means: a clause that is paid in parts has several. */
function outputsOf(plan: Plan, name: string): readonly Output[] {
  const own = plan.outputs.filter(({ id }) => id === name)
  if (own.length > 0) return own
  const parts = plan.outputs.filter(({ releases }) => releases === name)
  return parts.length > 0 ? parts : plan.outputs.filter(({ title }) => title === name).slice(0, 1)
}

/** One of the results of a clause: `level`, its own word for the first one, or that word in another language. */
export function withResult(plan: Plan, found: Found, word: string): Found | undefined {
  const { target } = found
  if (target.is !== 'clause') return undefined
  const [output] = outputsOf(plan, target.clause)
  if (!output) return undefined
  const first = firstResults(output)
  if (resultNamed(new Set(first), word) !== undefined) return found
  const result = resultNamed(new Set(output.also.map(({ label }) => label)), word)
  const column = output.also.find(({ label }) => label === result)?.column
  if (result === undefined || column === undefined) return undefined
  return { ...found, target: { ...target, result }, type: columnOf(plan, column).type }
}

/** What the first result of a clause is called by those who read it. */
function firstResults({ id, is, column }: Output): readonly string[] {
  const own = column.startsWith(`${id}.`) ? [column.slice(id.length + 1)] : []
  if (is === 'score') return [...own, 'score']
  if (is === 'pay' || is === 'payout') return ['amount']
  return [...own, 'value', ...(is === 'deadline' ? ['state'] : [])]
}

/** The names of a clause's results, for a message. */
export function resultsOf(plan: Plan, { target }: Found): readonly string[] {
  if (target.is !== 'clause') return []
  const [output] = outputsOf(plan, target.clause)
  return output ? [...firstResults(output).slice(0, 1), ...output.also.map(({ label }) => label)] : []
}

function valueNamed(plan: Plan, name: string): Column | undefined {
  const labelled = plan.columns.filter(({ label }) => label !== undefined)
  const titled = labelled.filter(({ label }) => label === name)
  return labelled.find(({ id }) => id === name) ?? (titled.length === 1 ? titled[0] : undefined)
}

/** Everything that can be expected, the likeliest first. */
export function targetNames(plan: Plan, word: string): readonly string[] {
  const clauses = plan.outputs.flatMap(({ id, title, releases }) => [
    releases ?? id,
    ...(title === undefined ? [] : [title]),
  ])
  const values = plan.columns.flatMap(({ id, label }) =>
    label === undefined || id.includes('.') ? [] : [id, label],
  )
  const names = [...new Set([...clauses, ...values])]
  const near = nearest(word, names)
  const ids = [...new Set(plan.outputs.map(({ id, releases }) => releases ?? id))]
  return near === undefined ? ids : [near, ...ids.filter((id) => id !== near)]
}

function columnOf(plan: Plan, id: Id): Column {
  const column = plan.columns.find((one) => one.id === id)
  if (!column) throw new Error(`the plan has no column ${id}`)
  return column
}
