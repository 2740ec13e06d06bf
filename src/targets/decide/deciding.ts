import type { Instant } from '../../base/local-time.ts'
import type { Id, Reason } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { evaluate, type Results } from '../evaluate/evaluate.ts'
import { explain } from '../evaluate/explain.ts'
import { printExplanation } from '../evaluate/print-explanation.ts'
import { type Value, valueAt } from '../evaluate/value.ts'
import { integerAt, stateAt } from '../evaluate/vector.ts'
import type { AnswerReason, DecisionExplanation, MatchedRow } from './answer.ts'
import { type Compiled, compileProgram, resultsOf } from './compile-program.ts'
import { type FlatTable, failingInput } from './flat-table.ts'
import type { Clock } from './host.ts'
import { type DecisionInput, inputsOf, pathsRead } from './inputs.ts'
import { tableRowOf } from './matched-row.ts'
import { dayOfPlan, rowsOfRequest } from './one-row.ts'
import { pathText, type RequestProblem } from './problem.ts'
import { readRequest } from './read-request.ts'
import { isKeyAlone, newReading, type Reading, shapesBelow } from './reading.ts'
import type { RequestPlan } from './request-plan.ts'
import { runProgram } from './run-program.ts'
import { registersOf, type Shares, shapesOf } from './shape.ts'

/** A clause made ready to decide requests. */
export type Deciding = {
  readonly request: RequestPlan
  readonly reading: Reading
  /** Absent where there is an operation on references that only the engine can follow: then each request is a run. */
  readonly compiled: Compiled | undefined
  readonly inputs: readonly DecisionInput[]
  readonly results: readonly { readonly name: string; readonly column: Id }[]
  readonly reasons: ReadonlyMap<number, Reason>
  /** The column with the row of the table that gives the first result. */
  readonly rowColumn: Id | undefined
  readonly rowTable: FlatTable | undefined
  /** What `now` is for the request that stands in the registers. */
  readonly clock: Clock
}

export function newDeciding(request: RequestPlan, shares: Shares): Deciding {
  const root = shapesOf(request, pathsRead(request), shares)
  const clock: Clock = { now: undefined }
  const compiled = compileProgram(request, root, clock)
  const count = registersOf(root)
  const registers = compiled?.program ?? {
    numbers: new Float64Array(count),
    bigs: new Array<bigint>(count).fill(0n),
    texts: new Array<string>(count).fill(''),
    states: new Int32Array(count),
  }
  const columns = new Map(request.plan.columns.map((c) => [c.id, c]))
  const rowColumn = tableRowOf(columns, request.output.column)
  const rowRegister = rowColumn === undefined ? undefined : compiled?.columns.get(rowColumn)?.register
  return {
    request,
    reading: newReading(request.plan, root, registers, shares),
    compiled,
    inputs: inputsOf(request),
    results: resultsOf(request, columns).map(({ name, column }) => ({ name, column: column.id })),
    reasons: new Map(request.plan.reasons.map((r) => [r.state, r])),
    rowColumn,
    rowTable: compiled?.program.tables.find((t) => t.to === rowRegister),
    clock,
  }
}

/** Reads a request and works its results out, which then stand in the registers; or says what is wrong with it. */
export function work(
  deciding: Deciding,
  request: unknown,
  now: Instant | undefined,
): readonly RequestProblem[] | undefined {
  deciding.clock.now = now
  const problems = readRequest(deciding.reading, request)
  if (problems === undefined && deciding.compiled) runProgram(deciding.compiled.program)
  return problems
}

/** The engine's own run of the request that stands in the registers. */
export function runRequest({ request, reading, clock }: Deciding): {
  readonly results: Results
  readonly row: number
} {
  const { rows, row } = rowsOfRequest(reading)
  const day = dayOfPlan(request.plan)
  const { now } = clock
  const options = { span: { from: day, until: day }, ...(now !== undefined && { now }) }
  return { results: evaluate(request.plan, rows, options), row }
}

export function engineValues(
  deciding: Deciding,
  { results, row }: ReturnType<typeof runRequest>,
): ReadonlyMap<string, Value> {
  return new Map(
    deciding.results.map(({ name, column }) => [name, valueAt(results.engine, column, row)] as const),
  )
}

/** The row of the table in such a run; −1 for none. */
export function engineRow({ rowColumn }: Deciding, { results, row }: ReturnType<typeof runRequest>): number {
  const vector = rowColumn === undefined ? undefined : results.engine.columns.get(rowColumn)
  if (vector === undefined || stateAt(vector.states, row) !== 0) return -1
  return Number(integerAt(vector, row))
}

export function matchedRow({ request, rowColumn }: Deciding, row: number): MatchedRow | undefined {
  const expr = request.plan.columns.find((c) => c.id === rowColumn)?.expr
  const table = request.plan.tables.find((t) => expr?.op === 'table' && t.id === expr.table)
  if (row < 0 || !table) return undefined
  const id = table.rows[row]?.origin ?? table.otherwise ?? table.origin
  const origin = request.plan.origins.find((o) => o.id === id)
  return { table: table.label, row: row + 1, file: origin?.file ?? '', line: origin?.line ?? 0 }
}

/** A reason with the field of the request that it comes from: the registers hold that request. */
export function locate({ reading }: Deciding, state: number, reason: Reason): AnswerReason {
  const { states } = reading.registers
  const { code, args } = reason
  const is = reason.is === 'held' ? 'undecided' : 'not-applicable'
  for (const shape of shapesBelow(reading.root))
    for (const slot of shape.slots.values()) {
      const own = states[slot.register] as number
      if (own === 0 || (own !== state && used(own) !== state)) continue
      if (own !== slot.field.missing && own !== slot.field.bad) continue
      const path = pathText(shape.path, slot.name)
      if (shape.path.length > 0 && own === slot.field.bad && isKeyAlone(reading, shape))
        return { state: is, code: 'BY937', args: { path: pathText(shape.path) }, path }
      return { state: is, code, args, path }
    }
  return { state: is, code, args }
}

/** Built part by part, as it is asked for. */
export function explanationOf(
  deciding: Deciding,
  request: unknown,
  now: Instant | undefined,
): DecisionExplanation {
  const { rowTable } = deciding
  const tree = () => {
    if (work(deciding, request, now) !== undefined) return undefined
    const run = runRequest(deciding)
    return explain(run.results, { output: deciding.request.output.id, subjectRow: run.row })
  }
  return {
    get row() {
      if (work(deciding, request, now) !== undefined) return undefined
      if (!deciding.compiled) return matchedRow(deciding, engineRow(deciding, runRequest(deciding)))
      const { states, numbers } = deciding.reading.registers
      const known = rowTable !== undefined && states[rowTable.to] === 0
      return matchedRow(deciding, known ? (numbers[rowTable.to] as number) : -1)
    },
    get failed() {
      if (rowTable === undefined || work(deciding, request, now) !== undefined) return []
      return failedCells(deciding, rowTable)
    },
    get tree() {
      return tree()
    },
    text: (language) => {
      const found = tree()
      return found === undefined ? '' : printExplanation(found, language)
    },
  }
}

function failedCells({ reading }: Deciding, table: FlatTable): readonly (string | undefined)[] {
  const { states } = reading.registers
  const labels = table.source.inputs.map((input) => input.label)
  const known = Array.from(table.registers, (register, i) => {
    const over = table.details[i]?.over ?? -1
    return states[register] === 0 && (over < 0 || states[over] === 0)
  })
  const failed: (string | undefined)[] = []
  for (let row = 0; row < table.rows; row++) failed.push(labels[failingInput(table, known, row)])
  return failed
}
