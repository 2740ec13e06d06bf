import { divideRounded, power10 } from '../../base/decimal.ts'
import type { Checked, Tiers } from '../../check/clauses.ts'
import { type Curve, curveOf } from '../../check/pay-curve.ts'
import type { Id, PlanStep } from '../../plan/plan.ts'
import { type Engine, need } from '../../targets/evaluate/engine.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'

/** A tier step of a clause with what it pays as a curve, where all of that is written in the policy. */
export type TierStep = {
  readonly tiers: Tiers
  readonly curve: Curve
  readonly columns: NonNullable<PlanStep['tiers']>
  /** The amount after the step. */
  readonly amount: Id
}

/** The tier steps of a commission in one version, in the order of the policy. */
export function tierSteps(checked: Checked, engine: Engine, clause: Id): readonly TierStep[] {
  const definition = checked.order.find((one) => one.kind === 'commission' && one.id === clause)
  const output = engine.model.plan.outputs.find(({ id }) => id === clause)
  if (definition?.kind !== 'commission' || !output) return []
  const written = definition.steps.flatMap((step) => (step.is === 'tiers' ? [step] : []))
  const planned = output.steps.flatMap((step) => (step.tiers ? [{ step, tiers: step.tiers }] : []))
  if (written.length !== planned.length) return []
  return written.flatMap((step, i) => {
    const plan = planned[i]
    const curve = step.joins === 'minus' ? undefined : curveOf(step.tiers)
    return plan && curve ? [{ tiers: step.tiers, curve, columns: plan.tiers, amount: plan.step.column }] : []
  })
}

/** A column's value at a row as a fraction: `n / (d × 10^scale)`; undefined where it has none. */
export function fractionAt(
  engine: Engine,
  id: Id,
  row: number,
): { readonly n: bigint; readonly d: bigint } | undefined {
  const column = need(engine.model.columns, id)
  const vector = need(engine.columns, id)
  const below = column.denominator === undefined ? undefined : need(engine.columns, column.denominator)
  if (stateAt(vector.states, row) !== 0 || column.type.is !== 'int') return undefined
  if (below && stateAt(below.states, row) !== 0) return undefined
  const d = below ? integerAt(below, row) : 1n
  return d > 0n ? { n: integerAt(vector, row), d: d * power10(column.type.scale) } : undefined
}

/** Where a row stands on the grid of a curve: the last whole step that it has reached. */
export function stepAt(engine: Engine, { curve, columns }: TierStep, row: number): bigint | undefined {
  const found = fractionAt(engine, columns.by, row)
  if (!found) return undefined
  return divideRounded(found.n * power10(curve.measure.range.scale), found.d, 'floor')
}
