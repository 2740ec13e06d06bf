import { mentionedIn } from '../dependency-order.ts'
import type { Rule, RuleInput } from './rule.ts'

function isWatched(kind: string): boolean {
  return kind === 'value' || kind === 'parameter' || kind === 'table'
}

/** Every name that a clause mentions, itself or through others: what only unused ones use is not used either. */
function reachedNames({ declared }: RuleInput['env']): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...declared.values()].filter(({ kind }) => !isWatched(kind))
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const name of mentionedIn(next)) {
      if (reached.has(name)) continue
      reached.add(name)
      const declaration = declared.get(name)
      if (declaration) waiting.push(declaration)
    }
  return reached
}

/** Values, parameters, tables and records that nothing refers to. Only once there is something that pays or scores. */
export const reportUnused: Rule = ({ checked, env, report, sound }) => {
  const clauses = checked.order.some(
    (d) => d.kind !== 'value' && d.kind !== 'parameter' && d.kind !== 'table' && d.kind !== 'credit',
  )
  if (!sound || !clauses) return
  const reached = reachedNames(env)
  for (const definition of checked.order) {
    const isReached = reached.has(definition.id) || !env.declared.has(definition.id)
    const isUsed = env.used.has(definition.id) && isReached
    if (isWatched(definition.kind) && !env.parts.has(definition.id) && !isUsed)
      report('BY613', { name: definition.id }, definition.span)
  }
  for (const record of checked.records.values()) {
    const referred = [...checked.records.values()].some((r) =>
      [...r.fields.values()].some((f) => f.type.is === 'ref' && f.type.record === record.id),
    )
    if (!referred && !env.used.has(record.id)) report('BY613', { name: record.id }, record.span)
  }
}
