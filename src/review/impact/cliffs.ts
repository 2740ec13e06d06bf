import { type Cliff, cliffsOf } from '../../check/cliffs.ts'
import { showPoint } from '../../check/geometry.ts'
import { rises } from '../../check/rules/report-cliffs.ts'
import type { Id, Output } from '../../plan/plan.ts'
import { type Engine, need } from '../../targets/evaluate/engine.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import { stateAt } from '../../targets/evaluate/vector.ts'
import type { Clause, CliffCrossing, Person } from './impact.ts'
import type { RunLines } from './run-lines.ts'
import { stepAt, type TierStep, tierSteps } from './tier-places.ts'
import type { Version } from './version.ts'

type Side = { readonly version: Version; readonly run: RunLines }
type Standing = {
  readonly cliff?: { readonly cliff: Cliff; readonly step: TierStep; readonly at: bigint }
  readonly gate: boolean | undefined
}

/** Who comes to stand where more pays less, or leaves such a stretch; whose gate is met in one version alone. */
export function crossingsOf(
  before: Side,
  after: Side,
  clauses: readonly { readonly clause: Clause; readonly before: Id }[],
  lineKey: (line: ResultLine) => string,
  told: (line: ResultLine) => { readonly person?: Person; readonly period: string },
): readonly CliffCrossing[] {
  return clauses.flatMap(({ clause, before: name }) => {
    const was = standings(before, name)
    const is = standings(after, clause.id)
    if (!was || !is) return []
    const known = new Map((before.run.lines.get(name) ?? []).map((line) => [lineKey(line), line]))
    return (after.run.lines.get(clause.id) ?? []).flatMap((line): readonly CliffCrossing[] => {
      const old = known.get(lineKey(line))
      if (!old) return []
      const [from, to] = [was(old), is(line)]
      const common = { clause, ...told(line) }
      const gate =
        from.gate === to.gate || from.gate === undefined || to.gate === undefined
          ? []
          : [{ ...common, is: to.gate ? ('gate-met' as const) : ('gate-missed' as const), value: '' }]
      const moved = from.cliff && to.cliff ? undefined : (to.cliff ?? from.cliff)
      if (!moved) return gate
      const { cliff, step, at } = moved
      const show = (t: bigint): string => showPoint(t, step.curve.measure)
      return [
        ...gate,
        {
          ...common,
          is: to.cliff ? 'falls-in' : 'comes-out',
          value: show(at),
          from: show(cliff.from),
          ...(cliff.even !== undefined && { even: show(cliff.even) }),
        },
      ]
    })
  })
}

/** How a line of a clause stands; undefined where the clause has neither cliffs nor gates. */
function standings({ version, run }: Side, clause: Id): ((line: ResultLine) => Standing) | undefined {
  const { engine } = run.results
  const output = engine.model.plan.outputs.find(({ id }) => id === clause)
  if (!output) return undefined
  const falls = tierSteps(version.checked, engine, clause).flatMap((step) =>
    rises(step.curve) ? cliffsOf(step.curve).map((cliff) => ({ cliff, step })) : [],
  )
  return ({ row }) => {
    const found = falls.flatMap(({ cliff, step }) => {
      const at = stepAt(engine, step, row)
      const inside = at !== undefined && at >= cliff.from && (cliff.even === undefined || at < cliff.even)
      return inside ? [{ cliff, step, at }] : []
    })[0]
    return { ...(found && { cliff: found }), gate: gateAt(engine, output, row) }
  }
}

/** Whether all gates of a clause are met, where that is known; a clause without any lets everybody through. */
function gateAt(engine: Engine, output: Output, row: number): boolean | undefined {
  let met = true
  for (const { is, operand } of output.steps) {
    if (is !== 'gate' || operand === undefined) continue
    const vector = need(engine.columns, operand)
    if (vector.is !== 'code' || stateAt(vector.states, row) !== 0) return undefined
    met &&= vector.values[row] === 1
  }
  return met
}
