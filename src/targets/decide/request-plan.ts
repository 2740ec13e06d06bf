import type { Id, Output, Plan, Relation } from '../../plan/plan.ts'
import type { AddedInput } from './added-input.ts'
import { NotOfOneRow, newCut } from './cut.ts'
import { clocksOfRows } from './own-clock.ts'

/**
 * The part of a plan that decides one request. What needs other rows (an aggregate, a rolling sum, a rank, a look-up in
 * another period, a row in force) is a field of the request in it; all the rest is as in the whole plan, so that the
 * engine itself can run it on one row: for explanations, and for what the flat program has no instruction for.
 */
export type RequestPlan = {
  readonly plan: Plan
  readonly output: Output
  /** The record whose row a request is. */
  readonly relation: Id
  /** What requests say beside the fields of their records, by record. */
  readonly inputs: ReadonlyMap<Id, readonly AddedInput[]>
}

/** Undefined where the results of a clause are not of single rows. */
export function requestPlan(plan: Plan, output: Output): RequestPlan | undefined {
  const relation = plan.grains.find((g) => g.id === output.grain)?.relation
  if (relation === undefined || !plan.relations.some((r) => r.id === relation)) return undefined
  const cut = newCut(plan)
  try {
    for (const id of columnsOf(output)) cut.take(id)
  } catch (error) {
    if (error instanceof NotOfOneRow) return undefined
    throw error
  }
  const inputs = cut.inputs()
  const relations = plan.relations.map(
    (r): Relation => ({ ...r, fields: [...r.fields, ...(inputs.get(r.id) ?? []).map(({ field }) => field)] }),
  )
  const { payee: _payee, posting: _posting, releases: _releases, ...shown } = output
  const kept: Output = { ...shown, grain: relation }
  const grains = [{ id: 'constant' }, ...plan.relations.map(({ id }) => ({ id, relation: id }))]
  const reasons = [...plan.reasons, ...cut.reasons()]
  const { targets: _targets, ...rest } = plan
  return {
    plan: {
      ...rest,
      relations,
      derived: [],
      ...(plan.clocks && { clocks: clocksOfRows(plan) }),
      grains,
      columns: cut.columns(),
      outputs: [kept],
      reasons,
      checks: [],
    },
    output: kept,
    relation,
    inputs,
  }
}

/** Every column that the results and their explanation show. */
function columnsOf(output: Output): readonly Id[] {
  const all: (Id | undefined)[] = [output.column, ...output.also.map(({ column }) => column)]
  for (const step of output.steps) {
    all.push(step.column, step.operand, step.when, ...(step.parts ?? []))
    const { tiers } = step
    if (tiers) all.push(tiers.band, tiers.of, tiers.by, tiers.base, ...tiers.gives)
  }
  return [...new Set(all.filter((id) => id !== undefined))]
}
