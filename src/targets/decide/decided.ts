import type { Instant } from '../../base/local-time.ts'
import type { Value } from '../evaluate/value.ts'
import type { Answer, AnswerReason, DecisionExplanation, MatchedRow } from './answer.ts'
import { argsInRun, type Deciding, explanationOf, locate, work } from './deciding.ts'
import { decode } from './decode.ts'
import type { Program } from './program.ts'
import { type Outcome, plainResults, type RowOutcome } from './row-outcomes.ts'

/**
 * What a row of the clause's only table gives. A class because its getters stand once for all answers: making an answer
 * costs three words.
 */
export class FromRow<Results> implements Answer<Results> {
  private readonly deciding: Deciding
  private readonly request: unknown
  private readonly outcome: RowOutcome

  constructor(deciding: Deciding, request: unknown, outcome: RowOutcome) {
    this.deciding = deciding
    this.request = request
    this.outcome = outcome
  }

  get values(): ReadonlyMap<string, Value> {
    return this.outcome.values
  }

  get results(): Partial<Results> {
    return this.outcome.results as Partial<Results>
  }

  get state(): 'decided' {
    return 'decided'
  }

  get reason(): undefined {
    return undefined
  }

  get reasons(): { readonly [name: string]: AnswerReason } {
    return {}
  }

  get row(): MatchedRow | undefined {
    return this.deciding.rows[this.outcome.row]
  }

  get problems(): readonly AnswerReason[] {
    return []
  }

  explain(): DecisionExplanation {
    return explanationOf(this.deciding, this.request, undefined, this.row)
  }
}

export type RawResults = readonly (number | bigint | string)[]
export const none: RawResults = []

/** State and value of each result, and of its denominator where it has one. */
export function rawResults({ results, states, numbers, bigs, texts }: Program): RawResults {
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

/** What was decided, as it stood in the registers; everything else is worked out when it is asked for. */
export class Decided<Results> implements Answer<Results> {
  private readonly deciding: Deciding
  private readonly request: unknown
  private readonly now: Instant | undefined
  private outcome: Outcome | undefined
  private readonly raw: RawResults
  private readonly matched: number

  constructor(
    deciding: Deciding,
    request: unknown,
    now: Instant | undefined,
    outcome: Outcome | undefined,
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

  private decoded(): Outcome {
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
    const found = { values, results: plainResults(values) }
    this.outcome = found
    return found
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
