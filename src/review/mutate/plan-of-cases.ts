import type { Plan } from '../../plan/plan.ts'
import type { Case, Expectation } from '../cases/case.ts'
import { prunedPlan } from './pruned-plan.ts'

/** What cases name, where that is all they look at; undefined where they count, or want everything. */
export function namesIn(cases: readonly Case[]): ReadonlySet<string> | undefined {
  const named = new Set<string>()
  for (const { expectations, only, golden } of cases) {
    if (only || golden) return undefined
    for (const each of expectations) {
      if (each.is === 'count') return undefined
      named.add(nameOf(each))
    }
  }
  return named
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
  const known = new Map<string, Plan>()
  return (one) => {
    const names = namesIn([one])
    if (!names) return plan
    const key = JSON.stringify([...names].sort())
    const found = known.get(key) ?? prunedPlan(plan, (id) => names.has(id))
    known.set(key, found)
    return found
  }
}
