import type { CompareOperator } from '../base/comparison.ts'
import type { RoundingMode } from '../base/decimal.ts'
import type { Language } from '../base/language.ts'
import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { Type } from './types.ts'

// What checked expressions are, and what they stand on: records, periods, values, parameters and tables. The clauses that
// are made of them, and the whole program, stand in `clauses.ts`.

export type Policy = {
  readonly id: string
  readonly title?: string
  readonly language: Language
  readonly currency?: string
  readonly from?: number
  readonly until?: number
  /** The day from which the data is complete, where that is not the first day in force. */
  readonly history?: number
  /** The calendar of working days that it names. */
  readonly calendar?: string
  readonly yearStarts: { readonly month: number; readonly day: number }
  readonly span: Span
}

export type PeriodKind =
  | { readonly id: string; readonly is: 'months'; readonly months: 1 | 3 | 6 | 12 }
  | {
      readonly id: string
      readonly is: 'bounds'
      /** `end` is the first day after; absent when open. */
      readonly bounds: readonly { readonly key: string; readonly start: number; readonly end?: number }[]
    }
  /** One window for each period of `of`: it ends with that period, and begins as `window` says. */
  | { readonly id: string; readonly is: 'window'; readonly of: string; readonly window: WindowKind }
export type WindowKind =
  | { readonly is: 'last'; readonly count: number; readonly kind: string }
  | { readonly is: 'to-date'; readonly kind: string }

export type RecordSymbol = {
  readonly id: string
  readonly title?: string
  readonly fields: ReadonlyMap<string, FieldSymbol>
  readonly key?: string
  /** The date or period field that places a row in time. */
  readonly posting?: FieldSymbol
  readonly exists?: { readonly from: FieldSymbol; readonly until?: FieldSymbol }
  /** Its rows are each in force for a time: at most one on each day for each of what it is by. */
  readonly inForce?: InForce
  readonly span: Span
}
export type FieldSymbol = {
  readonly id: string
  readonly type: Type
  readonly optional: boolean
  readonly span: Span
}

/** Both days count; an empty `until` has no end. */
export type InForce = {
  readonly from: FieldSymbol
  readonly until?: FieldSymbol
  readonly by: readonly FieldSymbol[]
}

/** What one result is for: a row of a record, a period, both, or neither (a constant). */
export type Grain = { readonly record?: string; readonly period?: string }

/** A grain as a declaration wrote it, with who is in and when a row counts. */
export type Scope = {
  readonly grain: Grain
  readonly where?: Typed
  /** Row clauses: who is paid, and the date that counts. */
  readonly payee?: Typed
  readonly posting?: Typed
  readonly asOf?: ast.AsOf
}

/**
 * The row of another grain that a row finds: references to follow, and how its period is found. `row`: an
 * expression that names a row, from which they are followed in place of the own one.
 */
export type Place = {
  readonly row?: Typed
  readonly path: readonly string[]
  /** `written`: the author names the day, which may lie before the data is complete. */
  readonly period?: 'own' | { readonly date: Typed; readonly written?: true } | { readonly period: Typed }
}

export type Typed = { readonly type: Type; readonly span: Span } & (
  | { readonly is: 'const'; readonly value: bigint | string | boolean | number; readonly literal?: boolean }
  | {
      readonly is: 'field'
      /** A reference from whose row the path goes on, in place of this row. */
      readonly row?: Typed
      readonly path: readonly string[]
      readonly record: string
      readonly field: string
    }
  | { readonly is: 'row'; readonly path: readonly string[]; readonly record: string }
  /** The row of a record that is in force on a day, for these keys. */
  | {
      readonly is: 'in-force'
      readonly record: string
      readonly keys: readonly Typed[]
      readonly day: Typed
    }
  /** A result of a value or clause; `at` is absent when it stands at the same grain. */
  | {
      readonly is: 'result'
      readonly of: string
      readonly result: string
      readonly grain: Grain
      readonly at?: Place
    }
  | {
      readonly is: 'parameter'
      readonly of: Parameter
      readonly keys: readonly Typed[]
      readonly at?: ParameterDay
    }
  | {
      readonly is: 'table'
      readonly of: DecisionTable
      readonly inputs: readonly Typed[]
      readonly output: number
    }
  | Aggregate
  | Rolling
  /** `a`, but held where `when` is not so. */
  | {
      readonly is: 'only-when'
      readonly a: Typed
      readonly when: Typed
      readonly code: 'BY850' | 'BY851' | 'BY852' | 'BY854'
      readonly name: string
    }
  /** No value: an authority has none to give here, or nobody who could give it. */
  | { readonly is: 'none'; readonly why: 'BY880' | 'BY881' | 'BY882' | 'BY883'; readonly name: string }
  /** Working days of the policy's calendar from `a` to `b`, both included. */
  | { readonly is: 'working-days'; readonly a: Typed; readonly b: Typed }
  | { readonly is: 'day-of-month'; readonly a: Typed }
  /** A period as the date that it begins with. */
  | { readonly is: 'period-start'; readonly a: Typed }
  /** The period of a kind that holds a date. */
  | { readonly is: 'period-of'; readonly kind: string; readonly a: Typed }
  /** What `a` is one period earlier, for the same subject. */
  | { readonly is: 'previous'; readonly a: Typed }
  /** The place of a row among all of its period, or of its group: 1 for the largest. */
  | { readonly is: 'rank'; readonly a: Typed; readonly within?: Typed }
  /** The row's part of a pool that is the same for all of its period, or of its group. */
  | {
      readonly is: 'share'
      readonly pool: Typed
      readonly by: Typed
      readonly within?: Typed
      /** References from a row to its group; from the row that `row` names, where there is one. */
      readonly row?: Typed
      readonly path: readonly string[]
      readonly of: Grain
      /** Among the periods of the subject itself that lie in one of this kind, and not among other subjects. */
      readonly periods?: string
      readonly remainder?: Remainder
    }
  /** `a`, but held where another row of the same record leads to the same row of `of`. */
  | {
      readonly is: 'alone'
      readonly a: Typed
      readonly record: string
      readonly of: string
      readonly path: readonly string[]
    }
  /** In a clause for each row: what its rows before this one have come to that lead to the same row. */
  | { readonly is: 'taken-before'; readonly by: string; readonly row: Typed; readonly day: Typed }
  /** Within the definition of a value: what it was itself one period earlier; before its first period `starts`. */
  | { readonly is: 'earlier'; readonly past: Past }
  /** What `a` is over a window: worked out for the same subject, in the window that ends with this period. */
  | { readonly is: 'over-window'; readonly kind: string; readonly a: Typed }
  | { readonly is: 'arithmetic'; readonly op: '+' | '-' | '*' | '/'; readonly a: Typed; readonly b: Typed }
  | { readonly is: 'negative' | 'absolute'; readonly a: Typed }
  | { readonly is: 'compare'; readonly op: CompareOperator; readonly a: Typed; readonly b: Typed }
  | { readonly is: 'same'; readonly negated: boolean; readonly a: Typed; readonly b: Typed }
  | { readonly is: 'and' | 'or'; readonly a: Typed; readonly b: Typed }
  | { readonly is: 'not'; readonly a: Typed }
  | { readonly is: 'if'; readonly when: Typed; readonly then: Typed; readonly otherwise: Typed }
  | { readonly is: 'if-missing'; readonly a: Typed; readonly b: Typed }
  | { readonly is: 'state'; readonly test: ast.StateTest; readonly a: Typed }
  | { readonly is: 'pick'; readonly which: 'larger' | 'smaller'; readonly a: Typed; readonly b: Typed }
  | {
      readonly is: 'rounded'
      readonly a: Typed
      readonly unit: bigint
      readonly scale: number
      readonly mode: RoundingMode
    }
  | { readonly is: 'date-add'; readonly a: Typed; readonly months: boolean; readonly by: Typed }
  | { readonly is: 'days-between' | 'months-between'; readonly a: Typed; readonly b: Typed }
  | { readonly is: 'period-day'; readonly which: 'first' | 'last' }
  /** The time that the run is told: held where it is told none. */
  | { readonly is: 'now' }
  /** A time or a date moved by working time of the policy's calendar. */
  | { readonly is: 'add-working'; readonly a: Typed; readonly by: Typed }
  /** Seconds worked from `a` to `b`; negative when `b` is before `a`. */
  | { readonly is: 'working-seconds'; readonly a: Typed; readonly b: Typed }
  /** The day of a time, and the seconds since that day's midnight, both in the policy's zone. */
  | { readonly is: 'local-day' | 'local-clock'; readonly a: Typed }
  /** The time at which clocks show this: held where none do, or twice. */
  | { readonly is: 'instant'; readonly day: Typed; readonly clock: Typed }
)
/** Parts of whole units, as integers of the pool's scale; what is left goes to one of them. */
export type Remainder = {
  readonly unit: bigint
  readonly to: ast.Receiver
  /** What orders those among whom the first or the last takes it; who has none of it takes none. */
  readonly order?: Typed
}

/** The day whose value counts: the row's own date, or the first or last day of the period, or all days by weight. */
export type ParameterDay = { readonly date: Typed } | 'first-day' | 'last-day' | 'averaged'

export type Aggregate = {
  readonly is: 'aggregate'
  readonly fn: 'sum' | 'count' | 'avg' | 'min' | 'max' | 'only' | 'first' | 'last' | 'any' | 'all'
  readonly record: string
  /** The grain that is gone through: rows, or rows × periods. */
  readonly source: Grain
  readonly value?: Typed
  readonly where?: Typed
  /** From a row of `source` to the row that it counts for. */
  readonly at: Place
  /** The rows are credited: what counts is each party's part, and `at` goes on from the party. */
  readonly credited?: Credited
  /** first, last: what orders the rows. */
  readonly order?: Typed
}

/** What the rows of a record come to that a row has in common something with, up to its own day and itself. */
export type Rolling = {
  readonly is: 'rolling'
  readonly fn: 'sum' | 'count' | 'avg' | 'min' | 'max' | 'any' | 'all'
  readonly record: string
  readonly source: Grain
  readonly value?: Typed
  readonly where?: Typed
  /** Read at a row of `source`, and at this row: alike where the row counts. */
  readonly within: readonly { readonly theirs: Typed; readonly own: Typed }[]
  readonly at: { readonly theirs: Typed; readonly own: Typed }
  /** Where the rows of both have times: what orders those of one day, and up to when rows count. */
  readonly moment?: { readonly theirs: Typed; readonly own: Typed }
  readonly window: RowWindow
}
export type RowWindow =
  | { readonly is: 'running' }
  | { readonly is: 'days' | 'months'; readonly count: number }

export type Credited = {
  readonly credit: string
  /** References from the counted row to the one that is credited. */
  readonly path: readonly string[]
  /** Only lines that count for it. */
  readonly use?: 'quota' | 'pay'
  /** Seen from what the party leads to: only lines that count for the team. */
  readonly team: boolean
  /** At the counted row: whom a party stands for (`Assignment(person).team`), in place of the party itself. */
  readonly via?: Typed
}

export type Value = {
  readonly kind: 'value'
  readonly id: string
  readonly title?: string
  readonly scope: Scope
  readonly value: Typed
  readonly type: Type
  /** It reads its own past. */
  readonly past?: Past
  readonly span: Span
}

/** Something that goes on from one period to the next: what it begins with, and when it begins anew. */
export type Past = {
  /** The value, or the clause's result, that carries it. */
  readonly of: string
  readonly starts: Typed
  readonly type: Type
  /** A kind of period: each of them begins with `starts`. Without it only the policy's first period does. */
  readonly resets?: string
}

export type Parameter = {
  readonly kind: 'parameter'
  readonly id: string
  readonly title?: string
  readonly type: Type
  readonly keys: readonly { readonly name: string; readonly type: Type }[]
  readonly dated: boolean
  /** One row when constant. `until` is the last day. */
  readonly rows: readonly ParameterRow[]
  readonly span: Span
}
export type ParameterRow = {
  readonly keys: readonly (bigint | string | boolean)[]
  readonly from?: number
  readonly until?: number
  readonly value: Typed
  readonly span: Span
}

export type Bound = { readonly at: bigint; readonly included: boolean }
export type Interval = { readonly low?: Bound; readonly high?: Bound }
/** What a cell lets through. Numbers at the scale of the column's type, dates as days. */
export type Test =
  | { readonly is: 'any' }
  | { readonly is: 'words'; readonly negated: boolean; readonly values: readonly string[] }
  | { readonly is: 'truth'; readonly value: boolean }
  | { readonly is: 'intervals'; readonly negated: boolean; readonly intervals: readonly Interval[] }

export type DecisionTable = {
  readonly kind: 'table'
  readonly id: string
  readonly title?: string
  readonly hit: ast.Hit
  readonly inputs: readonly { readonly name: string; readonly type: Type }[]
  readonly outputs: readonly TableOutput[]
  readonly rows: readonly TableRow[]
  /** Outputs of the `otherwise` row. */
  readonly otherwise?: TableRow
  readonly span: Span
}
/** `how`: of what every row that matches gives. */
export type TableOutput = { readonly name: string; readonly type: Type; readonly how?: Collected }
export type Collected = 'sum' | 'min' | 'max' | 'list'
export type TableRow = {
  readonly tests: readonly Test[]
  readonly gives: readonly Give[]
  readonly span: Span
}
/** An output cell; `why` when the row says `not decided "why"`. */
export type Give = Typed | { readonly is: 'not-decided'; readonly why: string; readonly span: Span }
