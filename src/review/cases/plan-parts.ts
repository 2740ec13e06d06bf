import type { Id, Plan } from '../../plan/plan.ts'
import { type PlanPart, prunerOf } from '../mutate/pruned-plan.ts'
import type { Case } from './case.ts'

/** What a case looks at of its plan: `part` is absent where it is all of it. `id`: the same for cases that look at the same. */
export type LookedAt = { readonly id: string; readonly plan: Plan; readonly part?: PlanPart }

/** For each case the part of the plan that it looks at: what it does not look at need not be worked out for it. */
export function planParts(plan: Plan): (one: Case) => LookedAt {
  const prune = prunerOf(plan)
  const known = new Map<string, LookedAt>()
  return (one) => {
    const names = namesOf(one)
    if (!names) return { id: '', plan }
    const id = [...names].sort().join('\n')
    const before = known.get(id)
    if (before) return before
    const part = prune(names)
    const found = { id, plan: part.plan, part }
    known.set(id, found)
    return found
  }
}

/** What a case names, where that is all it looks at; undefined where it counts, or wants everything. */
function namesOf({ expectations, only, golden }: Case): ReadonlySet<Id> | undefined {
  if (only || golden) return undefined
  const names = new Set<Id>()
  for (const each of expectations) {
    if (each.is === 'count') return undefined
    const { target } = each
    names.add(target.is === 'clause' ? target.clause : (target.column.split('~')[0] ?? ''))
  }
  return names
}
