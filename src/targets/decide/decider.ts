import type { Instant } from '../../base/local-time.ts'
import { listed } from '../../data/headings.ts'
import type { Id, Output, Plan, Type } from '../../plan/plan.ts'
import { newAmong, type OtherRows, saysRows } from './among.ts'
import { answerAmong, inputsAmong } from './among-decider.ts'
import type { Answer, AnswerReason, ResultValue } from './answer.ts'
import { Decided, FromRow, none, rawResults } from './decided.ts'
import { type Deciding, engineRow, engineValues, newDeciding, runRequest } from './deciding.ts'
import { matchTable } from './flat-table.ts'
import type { DecisionInput } from './inputs.ts'
import type { RequestProblem } from './problem.ts'
import type { Program } from './program.ts'
import { learnQuick, type Quick, quickRow } from './quick.ts'
import { readRequest } from './read-request.ts'
import { Refused, reasonOf } from './refused.ts'
import { requestPlan } from './request-plan.ts'
import { plainResults, type RowOutcomes } from './row-outcomes.ts'
import { runProgram } from './run-program.ts'
import type { Shares } from './shape.ts'

export type DeciderOptions = {
  /**
   * What a bare number means where a percentage or a price ratio stands: `fraction` 0.12, `percent` 12. Without it such
   * a number is refused, since it could be either; `"12%"` is always clear.
   */
  readonly shares?: 'fraction' | 'percent'
  /**
   * What `now` is, in seconds since 1970-01-01T00:00Z: asked once for each request that may read it. Without it, what
   * reads `now` is undecided; no clock is ever read by itself.
   */
  readonly now?: () => Instant
  /**
   * The other rows: a request then gives only its own row, and all that is worked out from others is worked out from
   * these. Each request is a run of what the clause needs.
   */
  readonly data?: OtherRows
}

/** One clause of a policy, compiled once to decide many requests. Everything is synchronous, exact, and never throws. */
export type Decider<
  Request = { readonly [field: string]: unknown },
  Results = { readonly [name: string]: ResultValue },
> = {
  readonly clause: Id
  readonly title: string | undefined
  /** The record whose row a request is. */
  readonly record: Id
  /** What the results depend on, and so what a request should say. It may say the other fields of the record too. */
  readonly inputs: readonly DecisionInput[]
  readonly results: readonly { readonly name: string; readonly type: Type }[]
  /** `program`: the flat program. `engine`: each request is a run of its own, some hundred times slower. */
  readonly runs: 'program' | 'engine'
  /** Why nothing can be decided at all: no such clause, or one that is not of single rows. */
  readonly problems: readonly AnswerReason[]
  readonly decide: (request: Request) => Answer<Results>
  readonly decideMany: (requests: Iterable<Request>) => readonly Answer<Results>[]
}

/**
 * Compiles a clause of a plan. A request is an object with fields of the clause's record; a reference is the key of a
 * row or an object with its fields; a value that is worked out from other rows is said by its name. Amounts are decimal
 * texts (`"1200.50"`), or numbers, which mean their shortest decimal text.
 */
export function decider<
  Request = { readonly [field: string]: unknown },
  Results = { readonly [name: string]: ResultValue },
>(plan: Plan, clause: Id, options: DeciderOptions = {}): Decider<Request, Results> {
  const output = plan.outputs.find((o) => o.id === clause)
  const request = output && requestPlan(plan, output)
  const base = { clause, title: output?.title }
  if (!output || !request) {
    const names = listed(plan.outputs.map(({ id }) => id))
    const problem: RequestProblem = output
      ? { path: '', code: 'BY932', args: { name: clause } }
      : { path: '', code: 'BY931', args: { name: clause, names } }
    const decide = () => new Refused<Results>([problem])
    return {
      ...base,
      record: '',
      inputs: [],
      results: [],
      runs: 'engine',
      problems: [reasonOf(problem)],
      decide,
      decideMany: (requests) => Array.from(requests, decide),
    }
  }
  const shares: Shares = options.shares ?? 'signed'
  const among = lazily(() => newAmong(plan, output, shares, options.data))
  const refuse = (found: readonly RequestProblem[]): Answer<Results> => new Refused<Results>(found)
  const decideAmong = (one: unknown): Answer<Results> | undefined => {
    if (!saysLists(one)) return undefined
    const ready = among()
    return ready && saysRows(ready, one) ? answerAmong(ready, one, options.now?.(), refuse) : undefined
  }
  const whole = options.data || isOfEvents(plan, output) ? among() : undefined
  if (whole)
    return {
      ...base,
      record: whole.relation,
      inputs: inputsAmong(whole),
      results: whole.results.map(({ name, type }) => ({ name, type })),
      runs: 'engine',
      problems: [],
      decide: (one) => answerAmong(whole, one, options.now?.(), refuse),
      decideMany: (requests) =>
        Array.from(requests, (one) => answerAmong(whole, one, options.now?.(), refuse)),
    }
  const deciding = newDeciding(request, shares)
  const types = new Map(request.plan.columns.map((c) => [c.id, c.type]))
  // A request that says rows of other records beside its own is a run among them.
  const refused: Refuses<Results> = (one, found) => decideAmong(one) ?? refuse(found)
  const { quick, outcomes } = deciding
  const slowly = (one: Request): Answer<Results> => slowAnswer(deciding, one, options.now?.(), refused)
  const quickly = (known: Quick, given: RowOutcomes, one: Request): Answer<Results> => {
    const row = quickRow(known, one)
    const outcome = row < 0 ? undefined : given[row]
    return outcome === undefined ? slowly(one) : new FromRow<Results>(deciding, one, outcome)
  }
  const decide =
    quick === undefined || outcomes === undefined ? slowly : (one: Request) => quickly(quick, outcomes, one)
  return {
    ...base,
    record: request.relation,
    inputs: deciding.inputs,
    results: deciding.results.flatMap(({ name, column }) => {
      const type = types.get(column)
      return type ? [{ name, type }] : []
    }),
    runs: deciding.compiled ? 'program' : 'engine',
    problems: [],
    decide,
    decideMany: (requests) => Array.from(requests, decide),
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A time limit on which rows of other records bear can only be decided with them. */
function isOfEvents(plan: Plan, output: Output): boolean {
  return (
    output.is === 'deadline' &&
    plan.clocks?.some(
      ({ id, events, grain }) =>
        id === output.id &&
        events.some(({ source, next, like }) => source !== grain || next !== undefined || like !== undefined),
    ) === true
  )
}

function saysLists(request: unknown): request is object {
  return typeof request === 'object' && request !== null && Object.values(request).some(Array.isArray)
}

type Refuses<Results> = (request: unknown, problems: readonly RequestProblem[]) => Answer<Results>

/** What is not decided at once. */
function slowAnswer<Results>(
  deciding: Deciding,
  request: unknown,
  now: Instant | undefined,
  refused: Refuses<Results>,
): Answer<Results> {
  const { quick, compiled, rowTable, outcomes } = deciding
  deciding.clock.now = now
  const problems = readRequest(deciding.reading, request)
  if (problems !== undefined) return refused(request, problems)
  if (quick !== undefined) learnQuick(quick, request as object)
  if (compiled === undefined) return ranAnswer(deciding, request, now)
  const { program } = compiled
  const { states, numbers } = program
  if (deciding.oneTable && rowTable !== undefined && outcomes !== undefined) {
    matchTable(rowTable, program)
    if (states[rowTable.to] === 0) {
      const row = numbers[rowTable.to] as number
      const outcome = outcomes[row]
      if (outcome !== undefined) return new FromRow<Results>(deciding, request, outcome)
    }
  }
  runProgram(program)
  const row = rowTable !== undefined && states[rowTable.to] === 0 ? (numbers[rowTable.to] as number) : -1
  const outcome = outcomes?.[row]
  if (outcome !== undefined && allPresent(program))
    return new Decided<Results>(deciding, request, now, outcome, none, row)
  return new Decided<Results>(deciding, request, now, undefined, rawResults(program), row)
}

function allPresent({ results, states }: Program): boolean {
  for (const { register } of results) if (states[register] !== 0) return false
  return true
}

function ranAnswer<Results>(deciding: Deciding, request: unknown, now: Instant | undefined): Answer<Results> {
  const run = runRequest(deciding)
  const values = engineValues(deciding, run)
  const outcome = { values, results: plainResults(values) }
  return new Decided<Results>(deciding, request, now, outcome, none, engineRow(deciding, run))
}
