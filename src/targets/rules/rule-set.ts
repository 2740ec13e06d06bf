import type { WorkCalendar, Zone } from '../../base/work-calendar.ts'
import type { ClockRules } from '../../calendar/case-clock.ts'
import type {
  Clock,
  Column,
  DecisionTable,
  Derived,
  Grain,
  Id,
  Pairs,
  PeriodKind,
  Ratio,
  Reason,
  Relation,
  Schedule,
  Type,
} from '../../plan/plan.ts'

/**
 * A policy as rules of json-rules-engine: plain JSON. `rules` and `conditions` are written as that engine reads them;
 * `facts` are what their conditions look at, `definitions` how those are worked out. With the runtime (register.ts)
 * and an `Engine` this is all that a service needs.
 */
export type RuleSet = {
  readonly format: 'bylaw-rules'
  readonly version: 1
  readonly policy: {
    readonly id: Id
    readonly title?: string
    readonly language: string
    /** The days on which it is in force; without an end it is open. */
    readonly from?: string
    readonly until?: string
    /** Of the plan: two rule sets of the same digest mean the same. Given by whoever can make one. */
    readonly digest?: string
  }
  /** What each clause is asked with: the facts that a run must be given. */
  readonly clauses: readonly ClauseInfo[]
  readonly rules: readonly Rule[]
  /** Conditions that rules refer to by name: the tests of each row of a table. */
  readonly conditions: { readonly [name: string]: Condition }
  readonly facts: { readonly [name: string]: FactDefinition }
  readonly definitions: Definitions
  readonly notSaid: readonly NotSaid[]
  /** What the runtime says, in the policy's language; `{field}` is filled in. */
  readonly words: { readonly unknownField: string }
}

export type ClauseInfo = {
  readonly id: Id
  readonly title?: string
  readonly is: string
  /** The record of which a row is handed over, and the kind of period that is named beside it. */
  readonly record?: Id
  readonly period?: Id
  /** Records whose rows are looked up: they are handed to `register`, or with the run. */
  readonly reads: readonly Id[]
}

/** A clause that no rule says, and why. */
export type NotSaid = {
  readonly clause: Id
  readonly title?: string
  readonly code: string
  readonly reason: string
}

export type Rule = {
  readonly name: string
  readonly priority: number
  readonly conditions: Condition
  readonly event: { readonly type: EventType; readonly params: EventParams }
}
/**
 * `decision`, `amount` and `deadline` are results; `undecided` and `not-applicable` say why there is none: of each clause that is asked
 * for exactly one of the five is told. `matched` names a row of a table that a result stands on; `incomplete` rows of the
 * data that belong to nobody.
 */
export type EventType =
  | 'decision'
  | 'amount'
  | 'deadline'
  | 'undecided'
  | 'not-applicable'
  | 'matched'
  | 'incomplete'

/** In the rule set a value may be `{ fact }`; the runtime puts the fact's value in its place before anybody sees it. */
export type EventParams = {
  readonly clause?: Id
  readonly title?: string
  readonly is?: string
  /** Of a row that several share: whose line of it this is. */
  readonly line?: string
  readonly value?: EventValue
  readonly currency?: string
  readonly payee?: EventValue
  readonly posting?: EventValue
  readonly results?: { readonly [name: string]: EventValue }
  /** The row of the table that matched, counted from 1, and where it is written. */
  readonly row?: {
    readonly table: string
    readonly number: number | 'otherwise'
    readonly at?: string
  }
  /** Why there is no result. */
  readonly because?: EventValue
  /** Of `incomplete`: the rows that belong to nobody. */
  readonly rows?: EventValue | readonly UnplacedRow[]
}
export type EventValue = FactValue | { readonly fact: string }
export type UnplacedRow = { readonly record: Id; readonly row: string; readonly reason: string }

/** What a fact is to a condition: exact text, never a binary fraction; or why there is none. */
export type FactValue = string | boolean | NoValue | null
export type NoValue = {
  readonly is: 'undecided' | 'not-applicable'
  readonly code: string
  readonly reason: string
  /** Nothing is wrong but that something is not there. */
  readonly missing?: true
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | { readonly fact: string; readonly operator: string; readonly value: unknown }

/** One end or both of a stretch of numbers or days: `from`/`to` belong to it, `over`/`under` do not. */
export type Stretch = {
  readonly from?: string
  readonly over?: string
  readonly to?: string
  readonly under?: string
}

/** A fact: an expression of the plan at a grain; of a grain whose rows are lines of a record's row, at one line. */
export type FactDefinition = {
  readonly grain: Id
  readonly line?: number
  readonly value: Ratio
  readonly type: Type
}

/** The part of a plan that the facts need. */
export type Definitions = {
  readonly from?: number
  readonly until?: number
  /** The first day of which the data is complete. */
  readonly begins?: number
  readonly periods: readonly PeriodKind[]
  readonly relations: readonly Omit<Relation, 'origin'>[]
  readonly derived: readonly Omit<Derived, 'origin'>[]
  readonly pairs?: readonly Pairs[]
  readonly grains: readonly Grain[]
  readonly tables: readonly TableDefinition[]
  readonly schedules: readonly ScheduleDefinition[]
  readonly columns: readonly ColumnDefinition[]
  readonly clocks: readonly ClockDefinition[]
  readonly calendars: readonly WorkCalendar[]
  /** Where local times are. */
  readonly zone?: Zone
  readonly reasons: readonly ReasonDefinition[]
}
export type ColumnDefinition = Pick<Column, 'id' | 'grain' | 'type' | 'expr' | 'denominator' | 'label'>
export type TableDefinition = Pick<DecisionTable, 'id' | 'hit' | 'inputs' | 'uncovered' | 'conflict'> & {
  readonly rows: readonly { readonly tests: DecisionTable['rows'][number]['tests'] }[]
  readonly otherwise: boolean
}
export type ScheduleDefinition = Pick<Schedule, 'id' | 'mode' | 'pays' | 'extend' | 'scale' | 'uncovered'> & {
  readonly bands: readonly Pick<Schedule['bands'][number], 'from' | 'mode'>[]
}
export type ClockDefinition = Omit<Clock, 'warn' | 'escalations'> & Pick<ClockRules, 'warn' | 'escalations'>
/** `text` is what a reader is told. */
export type ReasonDefinition = Pick<Reason, 'state' | 'is' | 'class' | 'code'> & { readonly text: string }
