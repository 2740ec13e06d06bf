import type { Language } from '../../base/language.ts'
import type { Instant } from '../../base/local-time.ts'
import type { Id, Reason } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { evaluate, type Results } from '../evaluate/evaluate.ts'
import { explain } from '../evaluate/explain.ts'
import { printExplanation } from '../evaluate/print-explanation.ts'
import type { Explanation } from '../evaluate/trace.ts'
import { type Value, valueAt } from '../evaluate/value.ts'
import { integerAt, stateAt } from '../evaluate/vector.ts'
import { why } from '../evaluate/why.ts'
import type { AnswerReason, DecisionExplanation, MatchedRow } from './answer.ts'
import { type Compiled, compileProgram, resultsOf } from './compile-program.ts'
import { type FlatTable, failingInputs } from './flat-table.ts'
import type { Clock } from './host.ts'
import { type DecisionInput, inputsOf, pathsRead } from './inputs.ts'
import { matchedRows, tableRowOf } from './matched-row.ts'
import { dayOfPlan, rowsOfRequest } from './one-row.ts'
import { pathText, type RequestProblem } from './problem.ts'
import { newQuick, type Quick } from './quick.ts'
import { readRequest } from './read-request.ts'
import { isKeyAlone, isThere, newReading, type Reading, shapesBelow } from './reading.ts'
import type { RequestPlan } from './request-plan.ts'
import { isOneTable, type RowOutcomes, rowOutcomes } from './row-outcomes.ts'
import { runProgram } from './run-program.ts'
import { registersOf, type Shares, shapesOf } from './shape.ts'

/** A clause made ready to decide requests. */
export type Deciding = {
  readonly request: RequestPlan
  readonly reading: Reading
  /** What `now` is for the request that stands in the registers. */
  readonly clock: Clock
  /** Absent where there is an operation on references that only the engine can follow: then each request is a run. */
  readonly compiled: Compiled | undefined
  readonly inputs: readonly DecisionInput[]
  readonly results: readonly { readonly name: string; readonly column: Id }[]
  readonly reasons: ReadonlyMap<number, Reason>
  /** The column with the row of the table that gives the first result. */
  readonly rowColumn: Id | undefined
  readonly rowTable: FlatTable | undefined
  /** The rows that can match, as answers show them. */
  readonly rows: readonly MatchedRow[]
  /** What each of these rows gives, where that depends on nothing else. */
  readonly outcomes: RowOutcomes | undefined
  /** Whether there is nothing to do but to match the table. */
  readonly oneTable: boolean
  /** How most requests are decided then. */
  readonly quick: Quick | undefined
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
  const reasons = new Map(request.plan.reasons.map((r) => [r.state, r]))
  const results = resultsOf(request, columns)
  const outcomes = rowOutcomes(request, results, rowColumn, reasons)
  const rowRegister = rowColumn === undefined ? undefined : compiled?.columns.get(rowColumn)?.register
  const reading = newReading(request.plan, root, registers, shares)
  const rowTable = compiled?.program.tables.find((t) => t.to === rowRegister)
  const oneTable = outcomes !== undefined && compiled !== undefined && isOneTable(compiled.program)
  return {
    request,
    clock,
    reading,
    compiled,
    inputs: inputsOf(request),
    results: results.map(({ name, column }) => ({ name, column: column.id })),
    reasons,
    rowColumn,
    rowTable,
    rows: matchedRows(request.plan, rowColumn),
    outcomes,
    oneTable,
    quick: oneTable && rowTable !== undefined ? newQuick(rowTable, reading) : undefined,
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
      if (slot.child && isThere(reading, slot.child, slot)) continue
      const path = pathText(shape.path, slot.name)
      if (shape.path.length > 0 && own === slot.field.bad && isKeyAlone(reading, shape))
        return { state: is, code: 'BY937', args: { path: pathText(shape.path) }, path }
      return { state: is, code, args, path }
    }
  return { state: is, code, args }
}

/** Built part by part, as it is asked for; a class for the same reason as an answer is one. */
class Explained implements DecisionExplanation {
  private readonly deciding: Deciding
  private readonly request: unknown
  private readonly now: Instant | undefined
  readonly row: MatchedRow | undefined

  constructor(deciding: Deciding, request: unknown, now: Instant | undefined, row: MatchedRow | undefined) {
    this.deciding = deciding
    this.request = request
    this.now = now
    this.row = row
  }

  get failed(): readonly (string | undefined)[] {
    const { rowTable } = this.deciding
    if (rowTable === undefined || work(this.deciding, this.request, this.now) !== undefined) return []
    return failedCells(this.deciding, rowTable)
  }

  get tree(): Explanation | undefined {
    const run = wholeRun(this.deciding, this.request, this.now)
    const output = this.deciding.request.output.id
    return run && explain(run.results, { output, subjectRow: run.row })
  }

  text(language: Language): string {
    const { tree } = this
    return tree === undefined ? '' : printExplanation(tree, language)
  }
}

/** The engine's run of all that a request says. */
function wholeRun(
  deciding: Deciding,
  request: unknown,
  now: Instant | undefined,
): ReturnType<typeof runRequest> | undefined {
  const { reading } = deciding
  reading.whole = true
  deciding.clock.now = now
  const wrong = readRequest(reading, request) !== undefined
  reading.whole = false
  return wrong ? undefined : runRequest(deciding)
}

/** What the reason of a result that is not there says with the values of this request. */
export function argsInRun(
  deciding: Deciding,
  request: unknown,
  now: Instant | undefined,
  name: string,
): AnswerReason['args'] | undefined {
  const column = deciding.results.find((one) => one.name === name)?.column
  const run = column === undefined ? undefined : wholeRun(deciding, request, now)
  return column === undefined || !run ? undefined : why(run.results.engine, column, run.row).args
}

export function explanationOf(
  deciding: Deciding,
  request: unknown,
  now: Instant | undefined,
  row: MatchedRow | undefined,
): DecisionExplanation {
  return new Explained(deciding, request, now, row)
}

function failedCells({ reading }: Deciding, table: FlatTable): readonly (string | undefined)[] {
  const labels = table.source.inputs.map((input) => input.label)
  return failingInputs(table, reading.registers).map((i) => labels[i])
}
