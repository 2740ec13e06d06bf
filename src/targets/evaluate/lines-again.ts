import type { Day } from '../../base/day.ts'
import { sameData } from '../../base/same-data.ts'
import type { Id, Output, Plan } from '../../plan/plan.ts'
import type { Engine } from './engine.ts'
import type { Results } from './evaluate.ts'
import { linesOf, type ResultLine } from './results.ts'

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

/**
 * Tells of which outputs the lines are those of an earlier run: their columns came out as they were, and whatever else a
 * line says of a row is the same in both. The names of rows are those of the data, which is the same where fields are.
 */
function sameLines(earlier: Engine, now: Engine): (output: Output) => boolean {
  if (earlier.fields !== now.fields || !sameNames(earlier.model.plan, now.model.plan)) return () => false
  const before = new Map(earlier.model.plan.outputs.map((output) => [output.id, output]))
  const isSame = (id: Id): boolean => {
    const [was, is] = [earlier.model.columns.get(id), now.model.columns.get(id)]
    if (!was || !is || earlier.columns.get(id) !== now.columns.get(id)) return false
    if (was.grain !== is.grain || was.denominator !== is.denominator || !sameData(was.type, is.type))
      return false
    return is.denominator === undefined || isSame(is.denominator)
  }
  const sameRows = (relation: Id | undefined): boolean => {
    if (relation === undefined) return true
    const [was, is] = [earlier.model.derived.get(relation), now.model.derived.get(relation)]
    return sameData(was, is) && (is === undefined || isSame(is.share))
  }
  return (output) => {
    const was = before.get(output.id)
    if (!was || !sameData(was, output)) return false
    const domain = now.domains.get(output.grain)
    if (!domain || earlier.domains.get(output.grain) !== domain) return false
    if (!sameRows(domain.grain.relation) || !sameRows(output.payee?.relation)) return false
    return columnsOf(output).every(isSame)
  }
}

function columnsOf({ column, posting, payee, also }: Output): readonly Id[] {
  const day = posting === undefined ? [] : [posting]
  return [column, ...day, ...(payee ? [payee.column] : []), ...also.map((one) => one.column)]
}

/** What is held, and why, is said by the reasons; records, kinds of periods and the zone give values their texts. */
function sameNames(a: Plan, b: Plan): boolean {
  return (
    sameData(a.reasons, b.reasons) &&
    sameData(a.relations, b.relations) &&
    sameData(a.periods, b.periods) &&
    a.zone === b.zone
  )
}
