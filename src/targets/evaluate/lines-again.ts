import type { Day } from '../../base/day.ts'
import type { Id } from '../../plan/plan.ts'
import type { Results } from './evaluate.ts'
import { linesOf, type ResultLine } from './results.ts'
import { sameLines } from './same-lines.ts'

type Told = {
  readonly from: Day
  readonly until: Day
  readonly lines: ReadonlyMap<Id, readonly ResultLine[]>
}
/** The lines of runs that are there, by output. */
const told = new WeakMap<Results, Told>()

/**
 * All lines of a run's days, as `lines` gives them. Of a run whose columns were taken from an `earlier` one, so are the
 * lines of outputs that have not changed, as the very same objects.
 */
export function linesAgain(
  results: Results,
  days: { readonly from: Day; readonly until: Day },
  earlier: Results | undefined,
): readonly ResultLine[] {
  const { engine } = results
  const { from, until } = days
  const before = earlier && told.get(earlier)
  const known = before?.from === from && before.until === until ? before.lines : undefined
  const isSame = earlier && known ? sameLines(earlier.engine, engine) : () => false
  const found = new Map<Id, readonly ResultLine[]>()
  for (const output of engine.model.plan.outputs) {
    const same = known?.get(output.id)
    found.set(output.id, same && isSame(output) ? same : linesOf(engine, output, days))
  }
  told.set(results, { from, until, lines: found })
  return [...found.values()].flat()
}
