import { formatDecimal, power10 } from '../../base/decimal.ts'
import type { Id, Output, PlanStep } from '../../plan/plan.ts'
import { type Engine, need } from '../../targets/evaluate/engine.ts'
import { titleOf } from '../../targets/evaluate/payouts.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import { unpaidLines } from '../../targets/evaluate/unpaid.ts'
import { type Value, valueAt } from '../../targets/evaluate/value.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import { minus } from '../impact/amount.ts'
import type { StatedRun } from './statement.ts'

/** What a table of people says beside the money: what tiers go by, and scores. */
export type Measure = { readonly id: Id; readonly label: string }

/** `exact` is a decimal (of a percentage its fraction); a quotient without end is cut, which `…` says. */
export type Measured = { readonly exact: string; readonly shown: string; readonly period?: string }

/** What made an amount other than its formula alone (a gate not met, a knock-out, a limit that it met), or paid to nobody. */
export type Flag = {
  readonly is: 'gate' | 'knock-out' | 'cap' | 'floor' | 'limit-by-law' | 'unpaid'
  readonly clause: Id
  readonly title: string
}

export type Standing = {
  /** In the order of the measures. */
  readonly measured: readonly (Measured | undefined)[]
  readonly flags: readonly Flag[]
}

export type Standings = {
  readonly measures: readonly Measure[]
  /** By record and key of the person, as `standingId` writes them. */
  readonly of: ReadonlyMap<string, Standing>
}

export function standingId(record: string | undefined, key: string): string {
  return `${record ?? ''}\n${key}`
}

type Building = { readonly measured: (Measured | undefined)[]; readonly flags: Flag[] }

/** Where everybody stands; of several periods in the run the last one is told, with its name. */
export function standingsOf({ plan, results, lines }: StatedRun): Standings {
  const { engine } = results
  const measures: (Measure & { readonly output: Id })[] = plan.outputs.flatMap(
    (output) => measureOf(engine, output) ?? [],
  )
  const kept = measures.filter(({ id }, at) => measures.findIndex((one) => one.id === id) === at)
  const own = new Map(
    plan.outputs.map(({ id }) => [id, kept.flatMap((one, at) => (isOf(measures, one, id) ? [at] : []))]),
  )
  const found = new Map<string, Building>()
  for (const line of lines) {
    const { subject, output } = line
    if (!subject || line.value.is === 'not-applicable') continue
    const id = standingId(subject.record, subject.key)
    const standing: Building = found.get(id) ?? { measured: kept.map(() => undefined), flags: [] }
    found.set(id, standing)
    const { measured, flags } = standing
    for (const at of own.get(output.id) ?? []) {
      const value = measuredOf(valueAt(engine, kept[at]?.id ?? '', line.row))
      if (!value) continue
      const several = measured[at] !== undefined && line.period !== undefined
      measured[at] = several && line.period ? { ...value, period: line.period.key } : value
    }
    for (const flag of flagsOf(engine, line))
      if (!flags.some((one) => one.is === flag.is && one.clause === flag.clause)) flags.push(flag)
  }
  for (const { line } of unpaidLines(plan.outputs, lines)) {
    const { id: clause } = line.output
    const flags = line.subject && found.get(standingId(line.subject.record, line.subject.key))?.flags
    if (flags?.some((one) => one.is === 'unpaid' && one.clause === clause)) continue
    flags?.push({ is: 'unpaid', clause, title: titleOf(line.output) })
  }
  return { measures: kept.map(({ id, label }) => ({ id, label })), of: found }
}

function isOf(all: readonly (Measure & { readonly output: Id })[], { id }: Measure, output: Id): boolean {
  return all.some((one) => one.id === id && one.output === output)
}

/** What the tiers of a result go by, where that is a quotient; of a scorecard its score. */
function measureOf(engine: Engine, output: Output): (Measure & { readonly output: Id }) | undefined {
  if (output.is === 'score') return { id: output.column, label: titleOf(output), output: output.id }
  const by = output.steps.find(({ tiers }) => tiers !== undefined)?.tiers?.by
  const column = by === undefined ? undefined : need(engine.model.columns, by)
  if (!column || column.grain !== output.grain || column.label === undefined || output.payee) return undefined
  if (column.type.is !== 'int' || (column.type.unit !== 'ratio' && column.type.unit !== 'percent'))
    return undefined
  return { id: column.id, label: column.label, output: output.id }
}

/** Places of a percentage in a table; what is cut off is never rounded over a threshold. */
const mostPlaces = 2

function measuredOf(value: Value): Measured | undefined {
  if (value.is !== 'number') return undefined
  const exact = formatDecimal(value.digits, value.scale)
  const isPart = value.unit === 'ratio' || value.unit === 'percent'
  if (!isPart) return { exact, shown: `${trimmed(exact)}${value.rounded ? '…' : ''}` }
  const digits = value.digits * 100n
  const cut = value.scale > mostPlaces ? power10(value.scale - mostPlaces) : 1n
  const places = Math.min(value.scale, mostPlaces)
  const goesOn = value.rounded || digits % cut !== 0n
  return { exact, shown: `${trimmed(formatDecimal(digits / cut, places))}${goesOn ? '…' : ''}%` }
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text
}

function flagsOf(engine: Engine, { output, row, value }: ResultLine): readonly Flag[] {
  if (value.is !== 'number') return []
  const found: Flag[] = []
  for (const [at, step] of output.steps.entries()) {
    if (need(engine.model.columns, step.column).grain !== output.grain) continue
    const is = flagKind(engine, step, amountBefore(output, at), row)
    if (is) found.push({ is, clause: output.id, title: titleOf(output) })
  }
  return found
}

/** The step before, of those that leave an amount. */
function amountBefore({ steps }: Output, at: number): PlanStep | undefined {
  return steps.slice(0, at).findLast(({ is }) => is !== 'gate')
}

function flagKind(
  engine: Engine,
  step: PlanStep,
  before: PlanStep | undefined,
  row: number,
): Flag['is'] | undefined {
  switch (step.is) {
    case 'gate':
      return step.operand !== undefined && truthAt(engine, step.operand, row) === false ? 'gate' : undefined
    case 'knock-out': {
      const test = step.when ?? step.operand
      return test !== undefined && truthAt(engine, test, row) === true ? 'knock-out' : undefined
    }
    case 'cap':
    case 'floor':
    case 'limit-by-law':
      return before && differs(engine, before.column, step.column, row) ? step.is : undefined
    default:
      return undefined
  }
}

function truthAt(engine: Engine, id: Id, row: number): boolean | undefined {
  const vector = need(engine.columns, id)
  return stateAt(vector.states, row) === 0 ? integerAt(vector, row) !== 0n : undefined
}

/** Whether a step changed the amount. */
function differs(engine: Engine, before: Id, after: Id, row: number): boolean {
  const [a, b] = [valueAt(engine, before, row), valueAt(engine, after, row)]
  if (a.is !== 'number' || b.is !== 'number') return false
  return minus(a, b).digits !== 0n
}
