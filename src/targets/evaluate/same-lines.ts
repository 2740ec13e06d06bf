import { sameData } from '../../base/same-data.ts'
import type { Id, Output, Plan } from '../../plan/plan.ts'
import type { Engine } from './engine.ts'

/**
 * Tells of which outputs the lines are those of an earlier run: their columns came out as they were, and whatever else a
 * line says of a row is the same in both. The names of rows are those of the data, which is the same where fields are.
 */
export function sameLines(earlier: Engine, now: Engine): (output: Output) => boolean {
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
