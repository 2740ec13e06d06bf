import { formatDay } from '../../base/day.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Id, Output, PlanStep } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from './engine.ts'
import type { Results } from './evaluate.ts'
import { traceStep } from './explain-step.ts'
import { type Asked, traceValue } from './explain-value.ts'
import { formulaOfColumn } from './formula.ts'
import type { NamedValue, Reader } from './formula-reader.ts'
import { lineAt, periodOfRow, type ResultLine, rowFor, subjectOfRow } from './results.ts'
import { placeOf, shownColumn } from './shown.ts'
import type { Explanation, Ref, TraceStep, TraceValue } from './trace.ts'

/** Which result: of an output, for a row of its record, in a period; each as far as the output's grain has it. */
export type Question = {
  readonly output: Id
  readonly subjectRow?: number
  readonly period?: Period
} & Fullness

/** How much is told: how many rows of those that were counted, and whether each value says where it stands. */
export type Fullness = { readonly rows?: number; readonly refs?: boolean }

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
  return explainRow(engine, output, domain, row, question)
}

/** Why a line is what it is: also one that is shown on another day than that of the result it is a part of. */
export function explainLine(
  results: Results,
  { output, row }: ResultLine,
  fullness: Fullness = {},
): Explanation {
  const { engine } = results
  return explainRow(engine, output, need(engine.domains, output.grain), row, fullness)
}

function explainRow(
  engine: Engine,
  output: Output,
  domain: Domain,
  row: number,
  { rows, refs = false }: Fullness,
): Explanation {
  const own = [output.column, ...output.steps.flatMap((step) => [step.column, ...partsOfTotal(step)])]
  const found = valueList(engine, new Set(own), {
    domain,
    row,
    ...(rows !== undefined && { most: rows }),
    refs,
  })
  const reader: Reader = { engine, domain, row, named: found.add, refs }
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

function partsOfTotal({ is, parts }: PlanStep): readonly Id[] {
  return is === 'total' ? (parts ?? []) : []
}

/**
 * Where one value of a run comes from, and the values that it reads; the first is the value itself. Undefined when the run
 * has no such value.
 */
export function explainValue(
  { engine }: Results,
  { column, row }: Ref,
  { rows, refs = false }: Fullness,
): readonly TraceValue[] | undefined {
  const found = engine.model.columns.get(column)
  const domain = found && need(engine.domains, found.grain)
  if (!found || !domain || row < 0 || row >= domain.count) return undefined
  const values = valueList(engine, new Set(), {
    domain,
    row,
    ...(rows !== undefined && { most: rows }),
    refs,
  })
  values.add(found, row)
  return values.all()
}

/**
 * The values with a name that were read, each once, in the order in which they are first met: those of the steps, then
 * those that these read in their turn.
 */
function valueList(
  engine: Engine,
  own: ReadonlySet<Id>,
  asked: Asked,
): { readonly add: Reader['named']; readonly all: () => readonly TraceValue[] } {
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
      if (item !== undefined) values.push(traceValue(engine, item, asked, add))
    }
    return values
  }
  return { add, all }
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
