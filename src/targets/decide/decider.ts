import type { Language } from '../../base/language.ts'
import type { Instant } from '../../base/local-time.ts'
import { listed } from '../../data/headings.ts'
import type { Id, Output, Plan, Type } from '../../plan/plan.ts'
import type { Value } from '../evaluate/value.ts'
import { newAmong, type OtherRows, saysRows } from './among.ts'
import { answerAmong, inputsAmong } from './among-decider.ts'
import {
  type Answer,
  type AnswerReason,
  type DecisionExplanation,
  type MatchedRow,
  type ResultValue,
  reasonLine,
} from './answer.ts'
import {
  argsInRun,
  type Deciding,
  engineRow,
  engineValues,
  explanationOf,
  locate,
  newDeciding,
  runRequest,
  work,
} from './deciding.ts'
import { decode } from './decode.ts'
import { matchTable } from './flat-table.ts'
import type { DecisionInput } from './inputs.ts'
import type { RequestProblem } from './problem.ts'
import type { Program } from './program.ts'
import { learnQuick, quickRow } from './quick.ts'
import { readRequest } from './read-request.ts'
import { requestPlan } from './request-plan.ts'
import { plainResults, type RowOutcome } from './row-outcomes.ts'
import { runProgram } from './run-program.ts'
import type { Shares } from './shape.ts'

export type DeciderOptions = {
  /**
   * What a bare number means where a percentage or a price ratio stands: `fraction` 0.12, `percent` 12. Without it such
   * a number is refused, since it could be either; `"12%"` is always clear.
   */
  readonly shares?: 'fraction' | 'percent'
  /**
   * What `now` is: asked once for each request, in seconds since 1970-01-01T00:00Z. Without it, what reads `now` is
   * undecided; no clock is ever read by itself.
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
  const decide = (one: Request): Answer<Results> => answerTo<Results>(deciding, one, options.now?.(), refused)
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
    decideMany: (requests) => {
      const answers: Answer<Results>[] = []
      for (const one of requests) answers.push(answerTo<Results>(deciding, one, options.now?.(), refused))
      return answers
    },
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

function answerTo<Results>(
  deciding: Deciding,
  request: unknown,
  now: Instant | undefined,
  refused: Refuses<Results>,
): Answer<Results> {
  const { quick, compiled, rowTable, outcomes } = deciding
  if (quick !== undefined && outcomes !== undefined) {
    const row = quickRow(quick, request)
    const outcome = row < 0 ? undefined : outcomes[row]
    if (outcome !== undefined) return new Decided<Results>(deciding, request, now, outcome, none, row)
  }
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
      if (outcome !== undefined) return new Decided<Results>(deciding, request, now, outcome, none, row)
    }
  }
  runProgram(program)
  const row = rowTable !== undefined && states[rowTable.to] === 0 ? (numbers[rowTable.to] as number) : -1
  const outcome = outcomes?.[row]
  if (outcome !== undefined && allPresent(program))
    return new Decided<Results>(deciding, request, now, outcome, none, row)
  return new Decided<Results>(deciding, request, now, undefined, rawResults(program), row)
}

type RawResults = readonly (number | bigint | string)[]
const none: RawResults = []

function allPresent({ results, states }: Program): boolean {
  for (const { register } of results) if (states[register] !== 0) return false
  return true
}

/** State and value of each result, and of its denominator where it has one. */
function rawResults({ results, states, numbers, bigs, texts }: Program): RawResults {
  const raw: (number | bigint | string)[] = []
  for (const { register, file, over } of results) {
    raw.push(states[register] as number)
    if (file === 'number') raw.push(numbers[register] as number)
    else raw.push(file === 'big' ? (bigs[register] as bigint) : (texts[register] as string))
    if (over === undefined) continue
    raw.push(states[over.register] as number)
    raw.push(over.file === 'big' ? (bigs[over.register] as bigint) : (numbers[over.register] as number))
  }
  return raw
}

function ranAnswer<Results>(deciding: Deciding, request: unknown, now: Instant | undefined): Answer<Results> {
  const run = runRequest(deciding)
  const values = engineValues(deciding, run)
  const outcome = { values, results: plainResults(values) }
  return new Decided<Results>(deciding, request, now, outcome, none, engineRow(deciding, run))
}

/**
 * What was decided, as it stood in the registers; everything else is worked out when it is asked for. A class because its
 * getters stand once for all answers: making an answer costs four words.
 */
class Decided<Results> implements Answer<Results> {
  private readonly deciding: Deciding
  private readonly request: unknown
  private readonly now: Instant | undefined
  private outcome: RowOutcome | undefined
  private readonly raw: RawResults
  private readonly matched: number

  constructor(
    deciding: Deciding,
    request: unknown,
    now: Instant | undefined,
    outcome: RowOutcome | undefined,
    raw: RawResults,
    matched: number,
  ) {
    this.deciding = deciding
    this.request = request
    this.now = now
    this.outcome = outcome
    this.raw = raw
    this.matched = matched
  }

  private decoded(): RowOutcome {
    const known = this.outcome
    if (known !== undefined) return known
    const { compiled, reasons, request } = this.deciding
    const values = new Map<string, Value>()
    let at = 0
    for (const { name, type, over } of compiled?.program.results ?? []) {
      const state = Number(this.raw[at])
      const value = this.raw[at + 1] ?? 0
      const below = over === undefined ? undefined : this.raw[at + 3]
      const belowState = over === undefined ? 0 : Number(this.raw[at + 2])
      const raw = {
        value,
        over: typeof below === 'string' ? undefined : below,
        state: state === 0 ? belowState : state,
      }
      values.set(name, decode(request.plan, reasons, type, raw))
      at += over === undefined ? 2 : 4
    }
    this.outcome = { values, results: plainResults(values) }
    return this.outcome
  }

  get values(): ReadonlyMap<string, Value> {
    return this.decoded().values
  }

  get results(): Partial<Results> {
    return this.decoded().results as Partial<Results>
  }

  get state(): Answer['state'] {
    if (this.outcome !== undefined && this.raw === none && this.matched >= 0 && this.deciding.compiled)
      return 'decided'
    const [first] = this.values.values()
    if (first === undefined || first.is === 'held') return 'undecided'
    return first.is === 'not-applicable' ? 'not-applicable' : 'decided'
  }

  get reason(): AnswerReason | undefined {
    const [first] = this.values
    return first && this.why(...first)
  }

  get reasons(): { readonly [name: string]: AnswerReason } {
    const found = [...this.values].flatMap(([name, value]) => {
      const why = this.why(name, value)
      return why ? [[name, why] as const] : []
    })
    return Object.fromEntries(found)
  }

  private why(name: string, value: Value): AnswerReason | undefined {
    if (value.is !== 'held' && value.is !== 'not-applicable') return undefined
    work(this.deciding, this.request, this.now)
    const found = locate(this.deciding, value.state, value.reason)
    if (found.code !== uncovered) return found
    return { ...found, args: argsInRun(this.deciding, this.request, this.now, name) ?? found.args }
  }

  get row(): MatchedRow | undefined {
    return this.deciding.rows[this.matched]
  }

  get problems(): readonly AnswerReason[] {
    return []
  }

  explain(): DecisionExplanation {
    return explanationOf(this.deciding, this.request, this.now, this.row)
  }
}

/** No row of a table covers what the request says: a run of the one request names it. */
const uncovered = 'BY804'

/** A request that says something that cannot be meant is not decided at all, whatever depends on it. */
class Refused<Results> implements Answer<Results> {
  readonly problems: readonly AnswerReason[]

  constructor(problems: readonly RequestProblem[]) {
    this.problems = problems.map(reasonOf)
  }

  get values(): ReadonlyMap<string, Value> {
    return new Map()
  }

  get state(): 'undecided' {
    return 'undecided'
  }

  get results(): Partial<Results> {
    return {}
  }

  get reason(): AnswerReason | undefined {
    return this.problems[0]
  }

  get reasons(): { readonly [name: string]: AnswerReason } {
    return {}
  }

  get row(): undefined {
    return undefined
  }

  explain(): DecisionExplanation {
    return {
      row: undefined,
      failed: [],
      tree: undefined,
      text: (language) => problemText(this.problems, language),
    }
  }
}

function reasonOf({ path, code, args }: RequestProblem): AnswerReason {
  return { state: 'undecided', code, args, ...(path !== '' && { path }) }
}

function problemText(problems: readonly AnswerReason[], language: Language): string {
  return problems.map((problem) => `${reasonLine(problem, language)}\n`).join('')
}
