import { rowsFromObjects } from '../../data/from-objects.ts'
import type { Id, Plan } from '../../plan/plan.ts'
import { askedPeriod, asksForAll } from '../../targets/evaluate/asked-period.ts'
import type { Case } from '../cases/case.ts'
import type { Row, World } from './world.ts'

/** The rows of a case that there is, and the clauses that it is about: where to begin with what is still missing. */
export type KnownWorld = { readonly of: Case; readonly world: World; readonly clauses: ReadonlySet<Id> }

/** The worlds of cases that give rows of their own, and ask for one period. */
export function knownWorlds(plan: Plan, cases: readonly Case[]): readonly KnownWorld[] {
  return cases.flatMap((one): readonly KnownWorld[] => {
    const clauses = new Set(
      one.expectations.flatMap((expectation) =>
        expectation.is === 'result' && expectation.target.is !== 'value' ? [expectation.target.clause] : [],
      ),
    )
    if (one.data || one.previous.length > 0 || clauses.size === 0 || asksForAll(one.period)) return []
    const asked = askedPeriod(plan, rowsFromObjects(plan, one.given).rows, one.period)
    if (!asked) return []
    const world: World = {
      period: one.period,
      day: Math.floor((asked.from + asked.until) / 2),
      rows: new Map(Object.entries(one.given).map(([id, rows]) => [id, rows.map(rowOf)])),
      ...(one.now !== undefined && { now: one.now }),
    }
    return [{ of: one, world, clauses }]
  })
}

function rowOf(row: Case['given'][Id][number]): Row {
  return new Map(
    Object.entries(row).flatMap(([field, value]) =>
      value === null || value === undefined || value === '' ? [] : [[field, String(value)] as const],
    ),
  )
}
