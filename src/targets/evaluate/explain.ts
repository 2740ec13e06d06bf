import { formatDay } from '../../base/day.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Column, Id, Output, PlanStep } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from './engine.ts'
import type { Results } from './evaluate.ts'
import { traceScore, traceTiers } from './explain-tiers.ts'
import { traceValue } from './explain-value.ts'
import { formulaOfColumn } from './formula.ts'
import { roundingOf } from './formula-parts.ts'
import type { NamedValue, Reader } from './formula-reader.ts'
import { lineAt, periodOfRow, rowFor, subjectOfRow } from './results.ts'
import { placeOf, shownColumn } from './shown.ts'
import type { Explanation, Formula, TraceStep, TraceTiers, TraceValue } from './trace.ts'
import { integerAt, stateAt } from './vector.ts'

/** Which result: of an output, for a row of its record, in a period; each as far as the output's grain has it. */
export type Question = { readonly output: Id; readonly subjectRow?: number; readonly period?: Period }

/**
 * Why a result is what it is, also when it is zero, held or not applicable. Only the rows of this one subject are
 * looked at. Undefined when the run has no such output, subject or period.
 */
export function explain(results: Results, question: Question): Explanation | undefined {
  const { engine } = results
  const output = engine.model.plan.outputs.find((o) => o.id === question.output)
  if (output === undefined) return undefined
  const domain = need(engine.domains, output.grain)
  const row = rowFor(domain, question.subjectRow, question.period?.start)
  if (row === undefined || row >= domain.count) return undefined
  return explainRow(engine, output, domain, row)
}

function explainRow(engine: Engine, output: Output, domain: Domain, row: number): Explanation {
  const found = valueList(engine, output, domain, row)
  const reader: Reader = { engine, domain, row, named: found.add }
  const steps = output.steps.map((step) => traceStep(reader, step))
  // Of a result without steps the formula of the result itself is what there is to see.
  if (steps.length === 0) steps.push(resultStep(reader, output))
  const subject = subjectOfRow(engine, domain, row)
  const period = periodOfRow(domain, row)
  return {
    version: 1,
    clause: {
      id: output.id,
      ...(output.title !== undefined && { title: output.title }),
      label: output.label,
    },
    source: placeOf(engine, output.origin),
    ...(subject && {
      subject: {
        record: subject.record,
        key: subject.key,
        ...(subject.label !== undefined && { label: subject.label }),
      },
    }),
    ...(period && { period: { kind: period.kind, key: period.key } }),
    ...rowPlace(engine, output, row),
    result: shownColumn(engine, output.column, row),
    steps,
    values: found.all(),
  }
}

/** Of a row clause: who is paid, and when it counts. */
function rowPlace(engine: Engine, output: Output, row: number): Pick<Explanation, 'payee' | 'posting'> {
  const line = lineAt(engine, output, row)
  const { subject } = line
  return {
    ...(output.payee &&
      subject && {
        payee: {
          record: subject.record,
          key: subject.key,
          ...(subject.label !== undefined && { label: subject.label }),
        },
      }),
    ...(line.posting !== undefined && { posting: formatDay(line.posting) }),
  }
}

/**
 * The values with a name that were read, each once, in the order in which they are first met: those of the steps, then
 * those that these read in their turn.
 */
function valueList(
  engine: Engine,
  output: Output,
  domain: Domain,
  row: number,
): { readonly add: Reader['named']; readonly all: () => readonly TraceValue[] } {
  const own = new Set([
    output.column,
    ...output.steps.flatMap((step) => [step.column, ...(step.is === 'total' ? (step.parts ?? []) : [])]),
  ])
  const waiting: NamedValue[] = []
  const met = new Set<string>()
  const add: Reader['named'] = (column, at, given) => {
    const key = JSON.stringify([column.id, at])
    if (met.has(key) || own.has(column.id) || column.expr.op === 'const') return
    met.add(key)
    waiting.push({ column, row: at, ...(given && { given }) })
  }
  const all = (): readonly TraceValue[] => {
    const values: TraceValue[] = []
    for (let next = 0; next < waiting.length; next++) {
      const item = waiting[next]
      if (item !== undefined) values.push(traceValue(engine, item, { domain, row }, add))
    }
    return values
  }
  return { add, all }
}

function traceStep(asked: Reader, step: PlanStep): TraceStep {
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
  const tiers = tiersOf(reader, step)
  return {
    is: step.is,
    ...(step.label !== undefined && { label: step.label }),
    source: placeOf(engine, step.origin),
    result: shownColumn(engine, step.column, row),
    ...(operand && {
      operand: { formula: operandFormula(reader, operand), value: shownColumn(engine, operand.id, row) },
    }),
    ...(formula && { formula }),
    ...(applied !== undefined && { applied }),
    ...(when && { when }),
    ...(tiers && { tiers }),
    ...(step.parts && {
      parts: step.parts.map((id) => ({ label: partLabel(reader, id), value: shownColumn(engine, id, row) })),
    }),
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
  return formulaOfColumn(reader, operand)
}

/** A part of a payout by the title of the clause that it is the result of. */
function partLabel({ engine, named, row }: Reader, id: Id): string {
  const column = need(engine.model.columns, id)
  const source = column.expr.op === 'column' || column.expr.op === 'lookup' ? column.expr.column : id
  const clause = engine.model.plan.outputs.find((o) => o.column === id || o.column === source)
  if (clause === undefined) named(column, row)
  return clause?.title ?? clause?.id ?? column.label ?? id
}

function resultStep(reader: Reader, output: Output): TraceStep {
  const column = need(reader.engine.model.columns, output.column)
  const value = shownColumn(reader.engine, output.column, reader.row)
  return {
    // What is paid is a sum; what is decided is none.
    is: output.is === 'decision' || output.is === 'deadline' ? 'result' : 'total',
    source: placeOf(reader.engine, output.origin),
    result: value,
    operand: { formula: formulaOfColumn(reader, column), value },
  }
}

function isTrue(engine: Engine, id: Id, row: number): boolean {
  const vector = need(engine.columns, id)
  return stateAt(vector.states, row) === 0 && integerAt(vector, row) !== 0n
}
