import type { Output } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { Point } from '../coverage/point.ts'
import { type Goal, isMet, resultsOf, type Search } from './goal.ts'
import { readRows } from './trial.ts'
import type { World } from './world.ts'

// What a case can expect of a clause.

/** What there is no result to be seen for. */
export function isNothing(what: Point['what']['is']): boolean {
  return what === 'held' || what === 'left-out'
}

/** Whether a case tells of a result: of rows with a day of their own, of one in the period that it asks for. */
export function isDecided(search: Search, world: World, output: Output): boolean {
  if (!isMet(search, world, decidedGoal(output))) return false
  const { grain, column, posting } = output
  const results = posting === undefined ? undefined : resultsOf(search, world)
  if (!results || posting === undefined) return true
  const { from, until } = results.span
  const days = readRows(results, grain, { op: 'column', column: posting })
  return readRows(results, grain, { op: 'column', column }).some(({ state }, i) => {
    const day = days[i]
    return state === 0 && day?.state === 0 && day.n >= BigInt(from) && day.n <= BigInt(until)
  })
}

/** Whether a clause is not for any of the rows that there are. */
export function leavesOut(results: Results, { grain, column }: Output): boolean {
  const rows = readRows(results, grain, { op: 'column', column })
  return rows.length > 0 && rows.every(({ state }) => state > 0 && state < firstHeld)
}

export function decidedGoal({ grain, column }: Output): Goal {
  return { is: 'state', grain, column, state: 0 }
}
