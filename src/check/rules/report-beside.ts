import { remembered } from '../../base/remembered.ts'
import type { Value } from '../checked.ts'
import type { Commission, Definition } from '../clauses.ts'
import type { Rule } from './rule.ts'

/**
 * A clause that no payout lists is paid by itself. Where another for the same person and period works with it, and the
 * policy does pay that person through payouts, its author may have taken it for a step on the way. What a settlement
 * takes off (an advance, what was paid so far) is meant to have been paid.
 */
export const reportBeside: Rule = ({ checked, report, sound }) => {
  if (!sound) return
  const payouts = checked.order.filter((definition) => definition.kind === 'payout')
  const listed = new Set(
    payouts.flatMap(({ steps }) =>
      steps.flatMap((step) => ('clauses' in step ? step.clauses.map(({ clause }) => clause) : [])),
    ),
  )
  if (listed.size === 0) return
  const definitions = new Map(checked.order.map((definition) => [definition.id, definition]))
  for (const definition of checked.order) {
    if (definition.kind !== 'commission' || !listed.has(definition.id)) continue
    for (const id of clausesReadBy(definition, definitions)) {
      const other = definitions.get(id)
      if (other?.kind !== 'commission' || other.label === 'clawback' || listed.has(id)) continue
      const [a, b] = [other.scope.grain, definition.scope.grain]
      if (id === definition.id || a.record !== b.record || a.period !== b.period) continue
      report('BY695', { name: id, other: definition.id }, other.span)
    }
  }
}

/** The clauses whose results a clause reads, by itself or through values. */
function clausesReadBy(start: Commission, definitions: ReadonlyMap<string, Definition>): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<Value>()
  const read = (ids: readonly string[]): void => {
    for (const id of ids) {
      const definition = definitions.get(id)
      if (definition?.kind !== 'value') found.add(id)
      else if (!seen.has(definition)) {
        seen.add(definition)
        read(resultsIn(definition))
      }
    }
  }
  read(resultsIn(start))
  return found
}

/** What a definition itself reads. The same is asked of it after each edit of another. */
const resultsIn = remembered((definition: Commission | Value): readonly string[] => {
  const found = new Set<string>()
  const seen = new Set<object>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return
    seen.add(node)
    if ('is' in node && node.is === 'result' && 'of' in node && typeof node.of === 'string')
      found.add(node.of)
    for (const part of Object.values(node)) visit(part)
  }
  if (definition.kind === 'value') visit(definition)
  else for (const step of definition.steps) if (step.is !== 'minus') visit(step)
  return [...found]
})
