import type { Id, Plan } from '../../plan/plan.ts'
import { partsWithin } from '../../plan/reached.ts'

/**
 * The records of whose rows a plan looks at more than those that others refer to: it adds them up, counts them, ranks them,
 * or seeks the one in force. Where such rows are not at hand nothing can be decided: none is not the same as not known.
 */
export function lookedAt(plan: Plan): ReadonlySet<Id> {
  const found = new Set<Id>()
  const grains = new Map(plan.grains.map((grain) => [grain.id, grain.relation]))
  const made = new Map(plan.derived.map(({ id, of }) => [id, of]))
  const paired = new Map((plan.pairs ?? []).map((pair) => [pair.id, pair]))
  const add = (relation: Id | undefined): void => {
    if (relation === undefined) return
    const of = made.get(relation)
    const pair = paired.get(relation)
    if (pair) {
      add(pair.of)
      add(pair.with)
    } else if (of === undefined) found.add(relation)
    else add(of)
  }
  for (const { expr, grain } of plan.columns) {
    const relation = grains.get(grain)
    // What is made of a record's rows is made of all of them.
    if (relation !== undefined && (made.has(relation) || paired.has(relation))) add(relation)
    for (const part of partsWithin(expr))
      switch (part.op) {
        case 'aggregate':
        case 'rolling':
          add(grains.get(part.source))
          break
        case 'in-force':
          add(part.relation)
          break
        case 'rank':
        case 'share':
        case 'earlier-row':
          add(relation)
          break
      }
  }
  for (const { grain, events } of plan.clocks ?? [])
    for (const { source, next, like } of events)
      if (source !== grain || next !== undefined || like !== undefined) add(grains.get(source))
  return found
}
