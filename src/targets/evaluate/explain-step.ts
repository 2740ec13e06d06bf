import type { Column, Id, PlanStep } from '../../plan/plan.ts'
import { type Engine, need } from './engine.ts'
import { traceScore, traceTiers } from './explain-tiers.ts'
import { formulaOfColumn, withoutName } from './formula.ts'
import { roundingOf } from './formula-parts.ts'
import { type Reader, refTo } from './formula-reader.ts'
import { named } from './results.ts'
import { placeOf, shownColumn } from './shown.ts'
import type { Formula, TraceStep, TraceTiers } from './trace.ts'
import { integerAt, stateAt } from './vector.ts'

/** One step of a clause: what it worked with, and the amount after it. */
export function traceStep(asked: Reader, step: PlanStep): TraceStep {
  const { engine } = asked
  // Steps to date stand at the window that ends with the period, in the same row.
  const domain = need(engine.domains, need(engine.model.columns, step.column).grain)
  // What is paid in credited parts is worked out on the row itself.
  const made = engine.model.derived.get(asked.domain.grain.relation ?? '')
  const whole = made !== undefined && made.id !== domain.grain.relation
  const row = whole ? Math.floor(asked.row / made.lines.length) : asked.row
  const reader: Reader = { ...asked, domain, row }
  const operand = step.operand === undefined ? undefined : need(engine.model.columns, step.operand)
  const applied = step.when === undefined ? undefined : isTrue(engine, step.when, row)
  const when =
    step.when === undefined ? undefined : formulaOfColumn(reader, need(engine.model.columns, step.when))
  const formula = ownFormula(reader, step)
  const person = personOf(reader, step)
  const tiers = tiersOf(reader, step)
  return {
    is: step.is,
    ...(step.label !== undefined && { label: step.label }),
    source: placeOf(engine, step.origin),
    result: shownColumn(engine, step.column, row),
    ...(person && { person }),
    // The role of whoever was sought is told with him: how he was sought is not said twice.
    ...(operand &&
      (step.is === 'asker' || !aboutPeople.has(step.is)) && {
        operand: { formula: operandFormula(reader, operand), value: shownColumn(engine, operand.id, row) },
      }),
    ...(formula && { formula }),
    ...(applied !== undefined && { applied }),
    ...(when && { when }),
    ...(tiers && { tiers }),
    ...(step.parts && {
      parts: step.parts.map((id) => ({ ...partOf(reader, id), value: shownColumn(engine, id, row) })),
    }),
  }
}

const aboutPeople: ReadonlySet<string> = new Set([
  'asker',
  'approver',
  'granter',
  'named',
  'substitute',
] satisfies readonly PlanStep['is'][])

/** Who it is, and as what: the step's operand is his role. */
function personOf({ engine, row }: Reader, step: PlanStep): TraceStep['person'] {
  const { type } = need(engine.model.columns, step.column)
  const vector = need(engine.columns, step.column)
  if (!aboutPeople.has(step.is) || type.is !== 'ref' || stateAt(vector.states, row) !== 0) return undefined
  const { key, label } = named(engine, type.relation, Number(integerAt(vector, row)))
  const role = step.operand === undefined ? undefined : shownColumn(engine, step.operand, row)
  return {
    key,
    ...(label !== undefined && { label }),
    ...(role !== undefined && 'text' in role && { role: role.text }),
  }
}

function tiersOf(reader: Reader, step: PlanStep): TraceTiers | undefined {
  if (step.tiers !== undefined) return traceTiers(reader, step.tiers)
  if (step.is !== 'indicator') return undefined
  return traceScore(reader, need(reader.engine.model.columns, step.column).expr)
}

/** Of an indicator, the measure that scored; of a rounding, to what and how. */
function ownFormula(reader: Reader, step: PlanStep): Formula | undefined {
  const column = need(reader.engine.model.columns, step.column)
  if (step.is === 'indicator') return scoreFormula(formulaOfColumn(reader, column))
  return step.is === 'round' ? roundingOf(column.expr) : undefined
}

/** The scorecard rounds all its scores alike, and a schedule is shown as such: neither is part of the measure. */
function scoreFormula(formula: Formula): Formula | undefined {
  if (formula.is !== 'apply') return formula
  const [first] = formula.args
  if (formula.op === 'round' && first !== undefined) return scoreFormula(first)
  return formula.op === 'tiers' ? undefined : formula
}

function operandFormula(reader: Reader, operand: Column) {
  if (operand.label !== undefined) reader.named(operand, reader.row)
  return withoutName(reader, operand)
}

/** A part of a payout by the title of the clause that it is the result of. */
function partOf(reader: Reader, id: Id): Omit<NonNullable<TraceStep['parts']>[number], 'value'> {
  const { engine, named, row, refs } = reader
  const column = need(engine.model.columns, id)
  const source = column.expr.op === 'column' || column.expr.op === 'lookup' ? column.expr.column : id
  const clause = engine.model.plan.outputs.find((o) => o.column === id || o.column === source)
  if (clause === undefined) named(column, row)
  return {
    label: clause?.title ?? clause?.id ?? column.label ?? id,
    ...(clause === undefined ? refTo(reader, id, row) : refs && { clause: clause.id }),
  }
}

function isTrue(engine: Engine, id: Id, row: number): boolean {
  const vector = need(engine.columns, id)
  return stateAt(vector.states, row) === 0 && integerAt(vector, row) !== 0n
}
