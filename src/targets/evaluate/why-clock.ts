import type { Id } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { clockNamed } from './clock.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { groupingOf } from './grouping.ts'
import { stateAt } from './vector.ts'

/** Where a column has the state that holds a clock: its own row's, or that of a row whose event it should follow. */
export type Holding = {
  readonly domain: Domain
  readonly row: number
  readonly column: Id
  readonly state: number
}

/** What holds a clock with a state; undefined where the clock itself does (it stands, or its events do not fit). */
export function holdsClock(
  engine: Engine,
  domain: Domain,
  row: number,
  id: string,
  state: number,
): Holding | undefined {
  const clock = clockNamed(engine, id)
  const at = (from: Domain, place: number, columns: readonly (Id | undefined)[]): Holding | undefined => {
    for (const column of columns) {
      const own = column === undefined ? 0 : stateAt(need(engine.columns, column).states, place)
      if (column !== undefined && own !== 0 && (own === state || used(own) === state))
        return { domain: from, row: place, column, state: own }
    }
    return undefined
  }
  const itself = at(domain, row, [clock.start, clock.chosen, clock.extend?.most])
  if (itself) return itself
  for (const { source, time, until, where, at: way } of clock.events) {
    const from = need(engine.domains, source)
    const rows = way ? groupingOf(engine, domain, { source, at: way }).rowsOf(row) : [row]
    for (const one of rows) {
      const found = at(from, one, [where, time, until])
      if (found) return found
    }
  }
  return undefined
}
