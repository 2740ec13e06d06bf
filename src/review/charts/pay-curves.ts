import type { Checked } from '../../check/clauses.ts'
import type { Id } from '../../plan/plan.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import { curvesOf } from '../impact/curves.ts'
import type { CurvePair } from '../impact/impact.ts'
import { lineKey } from '../impact/run-lines.ts'

/** One version of a policy as it was run. */
export type CurveRun = {
  readonly checked: Checked
  readonly results: Results
  readonly lines: readonly ResultLine[]
}

/** What each clause with tiers pays as a curve, with everybody who stands on it; beside it that of another version. */
export function payCurves(after: CurveRun, before?: CurveRun): readonly CurvePair[] {
  const names = new Set(before?.results.engine.model.plan.outputs.map(({ id }) => id))
  return curvesOf(
    before && sideOf(before),
    sideOf(after),
    after.results.engine.model.plan.outputs.map(({ id, title, is }) => ({
      clause: { id, title: title ?? id, is },
      before: names.has(id) ? id : undefined,
    })),
    lineKey,
    ({ subject }) => subject && { named: subject, number: subject.row + 1 },
  )
}

function sideOf({ checked, results, lines }: CurveRun) {
  const byClause = new Map<Id, ResultLine[]>()
  for (const line of lines) {
    const own = byClause.get(line.output.id) ?? []
    byClause.set(line.output.id, own)
    own.push(line)
  }
  return { version: { checked }, run: { results, lines: byClause } }
}
