import type { Source } from '../../base/span.ts'
import type { Id, Plan } from '../../plan/plan.ts'
import { addClocks } from './clock-points.ts'
import { type Gathering, gathering, isTrue } from './gather.ts'
import { addOutcomes } from './outcome-points.ts'
import { addApprovals, addBest } from './pick-points.ts'
import type { Condition, Points } from './point.ts'
import { addSteps } from './step-points.ts'
import { addTables } from './table-points.ts'
import { addTiers } from './tier-points.ts'
import { addWritten } from './written-points.ts'

/**
 * Everything that cases of a policy should meet, in the order of its text: see `grammar/coverage.md`. `sources` give
 * tests the words that they were written in. Tests and choices are there where the plan was lowered with `written`.
 */
export function pointsOf(plan: Plan, sources: readonly Source[] = []): Points {
  const { into, all } = gathering(plan, sources)
  const conditions = behindGates(into)
  const inSteps = behindGates(into, true)
  addOutcomes(into)
  addClocks(into)
  addSteps(into)
  addBest(into)
  addApprovals(into)
  addTiers(into, conditions)
  addTables(into, conditions)
  // What the head of a clause asks is asked of those that it leaves out, too.
  addWritten(into, inSteps)
  return all()
}

/**
 * What must be so before something in a step of a clause counts: that the clause applies, and the gates above it are
 * met, since without them the amount is 0 whatever the step says.
 */
function behindGates(into: Gathering, stepsOnly = false): (origin: Id) => readonly Condition[] {
  const { origins, plan } = into
  const inside = (inner: Id, outer: Id): boolean => {
    const a = origins.get(inner)
    const b = origins.get(outer)
    return a !== undefined && b !== undefined && a.file === b.file && b.from <= a.from && a.to <= b.to
  }
  const size = (id: Id) => {
    const origin = origins.get(id)
    return origin ? origin.to - origin.from : 0
  }
  return (origin) => {
    const own = into.ownerAt(origin)
    const among = plan.outputs.filter((one) => (one.releases ?? one.id) === own.id)
    const output = among.find(({ steps }) => steps.some((step) => inside(origin, step.origin))) ?? among[0]
    if (!output) return []
    const at = output.steps
      .map((step, i) => ({ step, i }))
      .filter(({ step }) => inside(origin, step.origin))
      .sort((a, b) => size(a.step.origin) - size(b.step.origin))[0]
    if (!at && stepsOnly) return []
    const gates = output.steps.slice(0, at?.i ?? 0).filter(({ is }) => is === 'gate')
    return [
      { is: 'applies', column: output.column },
      ...gates.map(({ column }) => isTrue({ op: 'column', column })),
    ]
  }
}
