import type { Plan } from '../../plan/plan.ts'
import type { Case, Expectation } from '../cases/case.ts'
import { prunerOf } from './pruned-plan.ts'

/** What a case names, and whether that is all that it looks at: one that counts, or wants everything, looks at all. */
export type Named = { readonly names: ReadonlySet<string>; readonly alone: boolean }

export function namedIn({ expectations, only, golden }: Case): Named {
  const names = new Set<string>()
  let alone = !only && golden === undefined
  for (const each of expectations) {
    if (each.is === 'count') alone = false
    else names.add(nameOf(each))
  }
  return { names, alone }
}

/** The clause or value that something is expected of. */
export function nameOf({ target }: Extract<Expectation, { is: 'result' }>): string {
  return target.is === 'clause' ? target.clause : (target.column.split('~')[0] ?? '')
}

/**
 * The part of a plan that a case looks at, the same for all cases that name the same; the plan itself where a case counts,
 * or wants every result. Rows that belong to nobody are noted by whatever adds them up: a part may note fewer.
 */
export function planOfCases(plan: Plan): (one: Case) => Plan {
  const prune = prunerOf(plan)
  const known = new Map<string, Plan>()
  return (one) => {
    const { names, alone } = namedIn(one)
    if (!alone) return plan
    const key = JSON.stringify([...names].sort())
    const found = known.get(key) ?? prune(names).plan
    known.set(key, found)
    return found
  }
}
