import type { Id, Plan } from '../../plan/plan.ts'
import type { Case } from '../cases/case.ts'
import { knownWorlds } from '../suggest/known-worlds.ts'
import type { World } from '../suggest/world.ts'

/** How many cases of a clause are begun with, and how many rows one of them may have. */
const most = { cases: 24, rows: 30 }

/**
 * The rows of cases of the new version by the clause that they are about: a few of each, from all over, so that a policy with
 * very many takes hardly longer than one with some. `cases` are asked for when a clause first needs them.
 */
export function caseStarts(plan: Plan, cases: () => readonly Case[]): (clause: Id) => readonly World[] {
  let known: ReadonlyMap<Id, readonly Case[]> | undefined
  return (clause) => {
    known ??= casesByClause(cases())
    const list = known.get(clause) ?? []
    const few = list.filter(
      (_, i) => list.length <= most.cases || (i * most.cases) % list.length < most.cases,
    )
    return knownWorlds(plan, few).map(({ world }) => world)
  }
}

function casesByClause(cases: readonly Case[]): ReadonlyMap<Id, readonly Case[]> {
  const byClause = new Map<Id, Case[]>()
  for (const one of cases) {
    const rows = Object.values(one.given).reduce((count, list) => count + list.length, 0)
    if (rows === 0 || rows > most.rows) continue
    const about = one.expectations.flatMap((expectation) =>
      expectation.is === 'result' && expectation.target.is !== 'value' ? [expectation.target.clause] : [],
    )
    for (const clause of new Set(about)) {
      const list = byClause.get(clause) ?? []
      list.push(one)
      byClause.set(clause, list)
    }
  }
  return byClause
}
