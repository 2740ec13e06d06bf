import type { Language } from '../../base/language.ts'
import type { PlanStep } from '../../plan/plan.ts'
import { type Engine, need } from '../../targets/evaluate/engine.ts'
import { tierRows } from '../../targets/evaluate/print-steps.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import type { TraceTiers } from '../../targets/evaluate/trace.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import { conditionsOf, scopeOf } from './conditions.ts'
import { shortOf } from './short-of.ts'
import type { NextTierView, StepView, WhyNotView } from './view.ts'

/** Why a line gave nothing: the conditions that do not hold, with their numbers; else the first step that left nothing. */
export function whyNot(
  engine: Engine,
  { output, row, value }: ResultLine,
  steps: readonly StepView[],
  language: Language,
): readonly WhyNotView[] {
  if (value.is === 'not-applicable') {
    const found = scopeOf(engine, output.column, row)
    if (!found) return []
    const column = need(engine.model.columns, found.of)
    const conditions = conditionsOf(engine, found, language)
    return [
      {
        is: 'not-for',
        ...(found.of !== output.column && column.label !== undefined && { of: column.label }),
        conditions,
      },
    ]
  }
  if (value.is !== 'number' || value.digits !== 0n) return []
  const gates = output.steps.flatMap((step) => gateOf(engine, step, row, language))
  if (gates.length > 0) return gates
  const at = steps.findIndex(({ amount }) => /^[−-]?0(?:\.0*)?%?$/u.test(amount))
  const step = steps[at]
  return step ? [{ is: 'step', step: step.word, number: at + 1 }] : []
}

function gateOf(engine: Engine, step: PlanStep, row: number, language: Language): readonly WhyNotView[] {
  if (step.is !== 'gate' || step.operand === undefined) return []
  const column = need(engine.model.columns, step.operand)
  const vector = need(engine.columns, column.id)
  if (stateAt(vector.states, row) !== 0 || integerAt(vector, row) !== 0n) return []
  const domain = need(engine.domains, column.grain)
  return [{ is: 'gate', conditions: conditionsOf(engine, { domain, row, test: column.expr }, language) }]
}

/** What the measure of the tiers would have to be for the row above the one that is reached. */
export function nextTier(
  engine: Engine,
  { output, row }: ResultLine,
  traced: TraceTiers | undefined,
  language: Language,
): NextTierView | undefined {
  const tiers = output.steps.find((step) => step.tiers !== undefined)?.tiers
  if (!tiers || !traced) return undefined
  const schedule = need(engine.model.schedules, tiers.schedule)
  const column = need(engine.model.columns, tiers.by)
  const band = need(engine.columns, tiers.band)
  // The tiers of what is paid for the whole of several periods stand at another grain.
  if (schedule.mode === 'linear' || column.grain !== output.grain || stateAt(band.states, row) !== 0)
    return undefined
  const next = Number(integerAt(band, row)) + 1
  const from = schedule.bands[next]?.from
  const shown = tierRows(traced, language)[next]
  if (!from || !shown) return undefined
  const domain = need(engine.domains, column.grain)
  const threshold = { n: BigInt(from.at), d: 1n, scale: schedule.scale }
  const short = shortOf(engine, domain, row, tiers.by, from.included ? '>=' : '>', threshold)
  return short && { start: shown.start, give: shown.give, short }
}
