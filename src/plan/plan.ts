import type { CompareOperator } from '../base/comparison.ts'
import type { Language } from '../base/language.ts'
import type { WorkCalendar, Zone } from '../base/work-calendar.ts'

/**
 * The plan: what a checked program means, as plain JSON data. Every engine runs this and nothing else.
 *
 * Rows and periods are the only things that exist at run time. A *grain* says what one result is for; a *column* is
 * one integer (or code) per row of its grain, given by an expression over that same row. Columns stand in
 * dependency order: an expression names only columns before its own. No closures, no loops: each operation has a
 * set-based reading, so that SQL can run it too. `INVARIANT:` lines bind the engines.
 */
export type Id = string
/** A decimal string of an integer that may pass 2^53. */
export type Int = string

export type Plan = {
  readonly version: 1
  readonly policy: {
    readonly id: Id
    readonly title?: string
    readonly language: Language
    readonly currency?: string
    /** Days (see base/day.ts); `until` is the last day in force. */
    readonly from?: number
    readonly until?: number
    /** The day from which the data is complete, where that lies before `from`. Nothing is worked out for earlier days. */
    readonly history?: number
  }
  readonly periods: readonly PeriodKind[]
  readonly relations: readonly Relation[]
  readonly derived: readonly Derived[]
  readonly pairs?: readonly Pairs[]
  readonly grains: readonly Grain[]
  readonly tables: readonly DecisionTable[]
  readonly schedules: readonly Schedule[]
  readonly clocks?: readonly Clock[]
  readonly columns: readonly Column[]
  readonly outputs: readonly Output[]
  /** Where local times are: what `local-day`, `local-clock` and `instant` ask, and how times are written. */
  readonly zone?: Zone
  /** The working days that `working-days` counts. */
  readonly calendars?: readonly WorkCalendar[]
  /** How totals are broken down: what a report of the tree goes through. No engine needs it. */
  readonly targets?: readonly TargetTree[]
  /** Tests and choices as they were written, when they were asked for: what the coverage of a policy goes through. No engine needs it. */
  readonly written?: readonly WrittenPart[]
  readonly reasons: readonly Reason[]
  readonly origins: readonly Origin[]
  readonly checks: readonly DataCheck[]
}

// --- types ---------------------------------------------------------------------------------------------------

export type Unit = 'money' | 'percent' | 'price-ratio' | 'ratio' | 'number' | 'count' | 'points'
/** An exact decimal held as `integer / 10^scale`. INVARIANT: min ≤ integer ≤ max; data outside is bad input. */
export type IntType = {
  readonly is: 'int'
  readonly scale: number
  readonly min: Int
  readonly max: Int
  readonly unit: Unit
  readonly currency?: string
  /** The field that says the currency, of the row that the grain's row leads to; of a field's own type: of its row. */
  readonly currencyIn?: { readonly path: readonly Id[]; readonly relation: Id; readonly field: Id }
}
export type Type =
  | IntType
  /** A day number. */
  | { readonly is: 'date' }
  /** An instant: whole seconds since 1970-01-01T00:00Z. */
  | { readonly is: 'time' }
  /** The first day of a period of this kind. */
  | { readonly is: 'period'; readonly kind: Id }
  /** An index into `values`. */
  | { readonly is: 'enum'; readonly values: readonly string[] }
  /** A row index of the relation. */
  | { readonly is: 'ref'; readonly relation: Id }
  | { readonly is: 'text' }
  /** 0 or 1. */
  | { readonly is: 'truth' }

// --- data ----------------------------------------------------------------------------------------------------

export type PeriodKind =
  | PlainPeriodKind
  /**
   * One window for each period of `of`, in the same order: it ends with that period, and begins with the first of the
   * last `count` periods of `kind` (`last`), or with the period of `kind` that holds its last day (`to-date`).
   * INVARIANT: windows overlap. A date, or a finer period that lies wholly inside, belongs to every window around it;
   * from a period of `of`, its own window is found by its place in the list; elsewhere a window stands for its last day.
   */
  | { readonly id: Id; readonly is: 'window'; readonly of: PlainPeriodKind; readonly window: WindowKind }
export type WindowKind =
  | { readonly is: 'last'; readonly count: number; readonly kind: PlainPeriodKind }
  | { readonly is: 'to-date'; readonly kind: PlainPeriodKind }
export type PlainPeriodKind =
  /** Months of the fiscal year: `months` divides 12. */
  | {
      readonly id: Id
      readonly is: 'months'
      readonly months: 1 | 3 | 6 | 12
      readonly startMonth: number
      readonly startDay: number
    }
  /** Bounds as written; `end` is the first day after, absent when open. Ascending, without overlap. */
  | {
      readonly id: Id
      readonly is: 'bounds'
      readonly bounds: readonly { readonly key: string; readonly start: number; readonly end?: number }[]
    }

export type Relation = {
  readonly id: Id
  /** What a reader calls it. */
  readonly title?: string
  /** The field that names a row; without one, rows are named by their place in the file. */
  readonly key?: Id
  /** The field shown beside the key in reports (`name`), when there is one. */
  readonly label?: Id
  readonly fields: readonly Field[]
  /**
   * Each row is in force from the day of one field until that of another (both count, an empty one has no end), for
   * what the fields `by` name: at most one row for each of these and each day. INVARIANT: no `by` is of type int.
   */
  readonly inForce?: { readonly from: Id; readonly until?: Id; readonly by: readonly Id[] }
  readonly origin: Id
}
export type Field = {
  readonly id: Id
  readonly type: Type
  /** May be empty. An empty required field is bad input of the class `missing`. */
  readonly optional: boolean
  /** States of `field` expressions: the cell is empty; the cell could not be read; the row it names does not exist. */
  readonly missing: number
  readonly bad: number
}

/**
 * Rows that are in no file: each row of `of` with each of `lines`, in that order (row × lines + line). Their fields are
 * `row`, a reference to that row, and `line`, from 0. Made before anything is computed. As sets: a cross join.
 */
export type Derived = {
  readonly id: Id
  readonly of: Id
  /** What a reader calls each line. */
  readonly lines: readonly string[]
  /** The part of the row that a line stands for: a column of the derived rows, shown beside the line's name. */
  readonly share: Id
  readonly origin: Id
}
export const derivedFields = { row: 'row', line: 'line' } as const

/**
 * Rows that are in no file: each row of `of` with each row of `with`, where both belong to one row that has more than
 * `beyond` of these: `path` leads to it from a row of `of`, the reference `by` from a row of `with`. Their fields are `row`
 * and `with`, references to the two. Made before anything is computed. As sets: a join, and a count of its groups.
 */
export type Pairs = {
  readonly id: Id
  readonly of: Id
  /** Each reference with the relation that it leads to. */
  readonly path: readonly { readonly field: Id; readonly relation: Id }[]
  readonly with: Id
  readonly by: Id
  readonly beyond: number
}
export const pairFields = { row: 'row', with: 'with' } as const

/** Rows that no result can be built on: each row of a grain where `column` has `state` is reported as bad input. */
export type DataCheck = {
  readonly column: Id
  readonly state: number
  /** A code of the catalogue. */
  readonly code: string
  /** Words of the message beside `record` and `row`. */
  readonly args: { readonly [name: string]: string }
}

// --- states --------------------------------------------------------------------------------------------------

/**
 * Every column has a state per row: 0 present, 1…9999 not applicable, 10000… held. Of several, the largest wins
 * everywhere, so that every engine names the same reason.
 * INVARIANT: an operation over a not-applicable operand is held with its `used` twin (states.ts), except
 * `column`, `lookup` and `choose` branches, which pass a state on as it is, and `aggregate`, which skips the row.
 */
export type Reason = {
  readonly state: number
  readonly is: 'not-applicable' | 'held'
  readonly class:
    | 'missing'
    | 'bad-input'
    | 'out-of-range'
    | 'undefined'
    | 'uncovered'
    | 'conflict'
    | 'not-decided'
    | 'not-in-force'
    | 'not-existing'
    | 'excluded'
    | 'used-not-applicable'
    | 'no-period'
    | 'before-history'
  /** A code of the catalogue (`base/codes.ts`) with the words that fill it. */
  readonly code: string
  readonly args: { readonly [name: string]: string }
  readonly origin: Id
}

/** Where something was written. `heading` is the chain of document headings in a literate policy. */
export type Origin = {
  readonly id: Id
  readonly file: string
  readonly from: number
  readonly to: number
  /** The first line, from 1. */
  readonly line: number
  readonly heading: readonly string[]
}

// --- grains and columns --------------------------------------------------------------------------------------

export type Grain = {
  readonly id: Id
  /** The relation whose rows are the first key; absent for constants and company-wide periods. */
  readonly relation?: Id
  readonly period?: Id
}

export type Column = {
  readonly id: Id
  readonly grain: Id
  readonly type: Type
  readonly expr: Expr
  /**
   * The recurrence it belongs to, named by the column that carries it from period to period. INVARIANT: all its columns
   * have one grain and are worked out together, one period (or row) after another; they alone may `lookup` one another in
   * the `previous` period, or at the `earlier-row`, wherever those stand in the list.
   */
  readonly recurrence?: Id
  /**
   * Of a recurrence: part of a definition that is worked out again with another value in place of one. INVARIANT: what it
   * was in an earlier run says nothing, since the data may say more now: it is never brought forward in a results' history.
   */
  readonly again?: true
  /** The column that this one's integer must be divided by to give the value: a quotient kept as a fraction. Always > 0. */
  readonly denominator?: Id
  /** False: proved present in every row, so engines keep no state for it. */
  readonly mayFail: boolean
  /** What a reader calls it; absent for parts that have no name. */
  readonly label?: string
  readonly origin: Id
}

/** `n / d × 10^-scale`; without `d`, `n × 10^-scale`. INVARIANT: d > 0 wherever its state is present. */
export type Ratio = { readonly n: Expr; readonly d?: Expr; readonly scale: number }

export type RoundingMode = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down' | 'ceiling' | 'floor'

/** Over the columns and fields of ONE row of one grain. Integers carry no scale: lowering has aligned them. */
export type Expr =
  /** Of the type that stands beside it; an enum by its value, a truth as boolean, a date as day number, a time as Int. */
  | {
      readonly op: 'const'
      readonly value: Int | string | number | boolean
      readonly type: Type
      readonly label?: string
    }
  /**
   * A field of the row reached by following references from the grain's row, or from the one that `row` names (see
   * Place); [] is that row itself.
   */
  | {
      readonly op: 'field'
      readonly row?: Id
      readonly path: readonly Id[]
      readonly relation: Id
      readonly field: Id
    }
  /** The row index of the grain's own row, or of the one reached. */
  | { readonly op: 'row'; readonly path: readonly Id[]; readonly relation: Id }
  /**
   * The index of the row of `relation` that is in force on `day` for `keys` (one for each of `inForce.by`, of its type):
   * a join on the keys and the days between. INVARIANT: none: held with `none`; two: with `several`. A row whose `until`
   * lies before its `from` holds every day of its keys with `reversed`; one with an unknown day, all days on which it
   * may be in force, with that field's state. A row with an unknown key is nobody's, and the
   * run says so. Of several states the largest.
   */
  | {
      readonly op: 'in-force'
      readonly relation: Id
      readonly keys: readonly Expr[]
      readonly day: Expr
      readonly none: number
      readonly several: number
      readonly reversed: number
    }
  | { readonly op: 'column'; readonly column: Id }
  /**
   * Of derived rows: what the column that stands at the row's own line has at the row that `path` leads to from the one
   * it is made of. Its state is passed on; a line without a column has `state`. As sets: a case for each line.
   */
  | {
      readonly op: 'line'
      readonly columns: readonly (Id | null)[]
      readonly path: readonly Id[]
      readonly state: number
    }
  /** A column of another grain, at the row that `at` finds. Nothing there: held with `state`. */
  | { readonly op: 'lookup'; readonly column: Id; readonly at: Place; readonly state: number }
  | { readonly op: 'add' | 'sub' | 'mul' | 'min' | 'max'; readonly a: Expr; readonly b: Expr }
  | { readonly op: 'neg' | 'abs' | 'sign'; readonly a: Expr }
  /** `a`, or held with `state` where it is 0. */
  | { readonly op: 'nonzero'; readonly a: Expr; readonly state: number }
  /** `a × 10^by`. */
  | { readonly op: 'shift'; readonly a: Expr; readonly by: number }
  /** The multiple of `unit × 10^-scale` nearest to `a` by `mode`, as an integer of `scale`. */
  | {
      readonly op: 'round'
      readonly a: Ratio
      readonly unit: Int
      readonly scale: number
      readonly mode: RoundingMode
      /** Outside these integers: held with `state`. Bounds the quotients that are fixed to their places. */
      readonly limit?: { readonly min: Int; readonly max: Int; readonly state: number }
    }
  /** Cross-multiplied, never divided. */
  | {
      readonly op: 'compare'
      readonly by: CompareOperator
      readonly a: Ratio
      readonly b: Ratio
    }
  /** Equality of codes: text, enum, ref, truth, period. */
  | { readonly op: 'same'; readonly a: Expr; readonly b: Expr }
  /** Kleene: decided as soon as the known side suffices. */
  | { readonly op: 'and' | 'or'; readonly all: readonly Expr[] }
  | { readonly op: 'not'; readonly a: Expr }
  /** The first case whose test is true; a test that fails before it decides the state. */
  | {
      readonly op: 'choose'
      readonly cases: readonly { readonly when: Expr; readonly then: Expr }[]
      readonly otherwise: Expr
    }
  /** `items[index]`. */
  | { readonly op: 'pick'; readonly index: Expr; readonly items: readonly Expr[] }
  /** The texts that are not empty, in their order, with `between` between them. As sets: `concat_ws`. */
  | { readonly op: 'join'; readonly items: readonly Expr[]; readonly between: string }
  /** `b` where `a` is held for a reason of class `missing`, else `a`. */
  | { readonly op: 'if-missing'; readonly a: Expr; readonly b: Expr }
  /** Truth of a state; never fails itself, but for a held `a` that is not of class missing. */
  | {
      readonly op: 'is'
      readonly what: 'missing' | 'present' | 'applicable' | 'not-applicable'
      readonly a: Expr
    }
  /** No value: this state. */
  | { readonly op: 'fail'; readonly state: number }
  /** The instant that the run was told; held with `state` where it was told none. As sets: a parameter of the statement. */
  | { readonly op: 'now'; readonly state: number }
  /**
   * The day on which an instant falls in the plan's zone, and the seconds of that day before it, as its clocks show them.
   * As sets: a join on the stretches of the zone, and a division.
   */
  | { readonly op: 'local-day' | 'local-clock'; readonly a: Expr }
  /**
   * The instant at which clocks of the plan's zone show `clock` (seconds; 86400 is the next midnight) on `day`; held with
   * `state` where none do, or twice. As sets: a join on the stretches of the zone, as local times.
   */
  | { readonly op: 'instant'; readonly day: Expr; readonly clock: Expr; readonly state: number }
  /** A day of the grain's own period. */
  | { readonly op: 'period-day'; readonly which: 'first' | 'last' }
  /**
   * The place of `value / denominator` among the rows of the same period, and the same `within`: 1 for the largest, equal
   * ones alike. A row that is held holds all of its group; one that is not applicable is left out.
   * As sets: a window function.
   */
  | { readonly op: 'rank'; readonly value: Id; readonly denominator?: Id; readonly within?: Id }
  /**
   * A row's part of `pool` in proportion to `weight`: among the same rows (alike in all of `within`), or with `periods`
   * among the rows of its own subject whose periods lie in the same one of that kind. INVARIANT: the parts of a group make
   * up its pool. Held with `state` where a weight is negative or all are 0; held and left out as by `rank`. As sets: sums
   * over the group, and the order of its remainders.
   */
  | {
      readonly op: 'share'
      readonly pool: Id
      readonly weight: Id
      readonly within?: readonly Id[]
      readonly periods?: Id
      readonly state: number
      /** Absent: single units of the pool that are left go one by one to the largest remainders, then by key. */
      readonly remainder?: ShareRemainder
    }
  | Rolling
  /**
   * A column of the same grain at the row before this one: of those that are alike in `within`, by `day` and then by key.
   * Before the first there is nothing: `state`. Held for all of a group in which a day is not known. Only within a
   * recurrence, whose rows are then worked out in that order. As sets: all firsts, all seconds, and so on.
   */
  | {
      readonly op: 'earlier-row'
      readonly column: Id
      readonly within: Id
      readonly day: Id
      readonly state: number
    }
  /** Whether the grain's own period is the first in its period of `kind`. */
  | { readonly op: 'begins'; readonly kind: Id }
  /**
   * How many days of a calendar are worked from `a` to `b`, both included; 0 where `b` is before `a`, held with `state`
   * where the calendar does not know all of these days. As sets: the calendar's days, joined by both ends and counted.
   */
  | {
      readonly op: 'working-days'
      readonly calendar: Id
      readonly a: Expr
      readonly b: Expr
      readonly state: number
    }
  /** What the clock of the row shows: times, numbers of seconds, an index into `clockStates`; see Clock. */
  | { readonly op: 'clock'; readonly clock: Id; readonly part: ClockPart }
  /** Seconds that a calendar with hours works from `a` to `b`, negative when `b` is before `a`; else as `working-days`. */
  | {
      readonly op: 'working-seconds'
      readonly calendar: Id
      readonly a: Expr
      readonly b: Expr
      readonly state: number
    }
  /**
   * A time (with `from`, a date) moved by working time of a calendar: `by` seconds, or `by / per` days. INVARIANT: what
   * ends at closing is that closing. Whole days from a time end at the closing of that working day, the day of the time
   * not counted; with `per` half a day is half of that day's own hours. Held with `state` where the calendar does not know
   * all of the days. As sets: the windows of the calendar with the seconds worked before each, joined by their ranges.
   */
  | {
      readonly op: 'add-working'
      readonly calendar: Id
      readonly unit: 'seconds' | 'days'
      readonly from: 'time' | 'date'
      readonly a: Expr
      readonly by: Expr
      readonly per?: number
      readonly state: number
    }
  /** 1 to 31. */
  | { readonly op: 'day-of-month'; readonly a: Expr }
  /** The period of `kind` that holds a date, by its first day; held with `state` where none does. */
  | { readonly op: 'period-of'; readonly kind: Id; readonly a: Expr; readonly state: number }
  /** A date moved by whole months; clamps to the last day. */
  | { readonly op: 'add-months'; readonly a: Expr; readonly months: Expr }
  /** Whole months from `a` to `b` (0 on the same day of the same month), negative when b is before a. */
  | { readonly op: 'months-between'; readonly a: Expr; readonly b: Expr }
  /**
   * The row of the table that matches: its index; `rows.length` for `otherwise`. With `row`, of this row alone: 0 when
   * it matches, 1 when it does not.
   */
  | {
      readonly op: 'table'
      readonly table: Id
      readonly inputs: readonly TableInput[]
      readonly row?: number
    }
  | { readonly op: 'band'; readonly schedule: Id; readonly by: Ratio; readonly mirror: boolean }
  | TierAmount
  | Aggregate

/**
 * What a tier schedule pays. The amount is `of` cut at `threshold × base`, each slice at its band's rate:
 * `Σ rate_i × clamp(of − t_i × base, 0, (t_{i+1} − t_i) × base)` for marginal rows; all integers at `scale` together.
 * `bands[i].give` is the rate (or the money, for `pays`) of band i at this row. `index` is the band that was reached.
 * A row's own `mode` decides for the values that reach it (see Schedule).
 * `mirror`: a negative `of` gives the negative of what its absolute value gives.
 * The result is at scale `scale`; when `of` has a denominator, or the schedule is linear, the result is a fraction and
 * `part: 'denominator'` gives the other half.
 */
export type TierAmount = {
  readonly op: 'tiers'
  readonly part: 'amount' | 'denominator'
  readonly schedule: Id
  /** Absent for schedules that pay money by themselves. */
  readonly of?: Ratio
  readonly by: Ratio
  /** by = of / base. Absent when `by` is not derived from `of` (then only `whole` and `linear`). */
  readonly base?: Ratio
  readonly index: Expr
  readonly gives: readonly Expr[]
  readonly giveScale: number
  readonly mirror: boolean
  readonly scale: number
}

/**
 * Parts are multiples of `unit`, rounded towards 0; what is left goes to the row of the largest weight, or the first or
 * last by `order` (without it by key, in one subject by period); of equal ones to the first by key. A row whose `order`
 * is missing or not applicable takes none; where none can, the group is held with `nobody` unless nothing is left.
 */
export type ShareRemainder = {
  readonly unit: Int
  readonly to: 'largest' | 'first' | 'last'
  readonly order?: Id
  readonly nobody: number
}

export type TableInput =
  | { readonly is: 'number'; readonly value: Ratio }
  | { readonly is: 'code'; readonly value: Expr }

/** How to find the row of another grain from a row of this one: one part for each of its keys. */
export type Place = {
  /** A column of this grain, of type ref: the path begins at the row that it names, in place of the own one. */
  readonly row?: Id
  /** References to follow to the relation key; absent when the grain has none. */
  readonly path?: readonly Id[]
  readonly period?: PeriodPlace
}
export type PeriodPlace =
  /** The period of the target's kind that holds this row's own period (the same one, when kinds are equal). */
  | { readonly is: 'own' }
  /** Of the same kind: the one before this row's own. */
  | { readonly is: 'previous' }
  /** The period of the target's kind that holds a date. */
  | { readonly is: 'date'; readonly date: Expr }
  /** The period that a `period` typed expression names. */
  | { readonly is: 'period'; readonly period: Expr }

/**
 * Rows of `source` grouped by the row of the column's grain that `at` finds from each of them.
 * `value`, `where` and the dates in `at` are expressions over the source grain.
 * INVARIANT: a row whose `where` or place is unknown holds the result(s) it may belong to; `where` false leaves the
 * row out; a not-applicable `value` (or `where`) is skipped; a held `value` holds the result. Nothing counted:
 * sum and count 0, any false, all true, the others held with `empty`. `only` with two rows: held with `several`.
 * `first`/`last`: by `order` (a date), then by key text: of equal dates the smaller key comes first.
 * `nth`: the row at `index` (from 1) in the order of the keys of the rows that the column `order`, a reference, names; of
 * equal ones the larger `then`, then the smaller key.
 * `min`/`max` compare `value` as a fraction; `part: 'denominator'` gives the denominator of the row chosen.
 */
export type Aggregate = {
  readonly op: 'aggregate'
  readonly fn: 'sum' | 'count' | 'min' | 'max' | 'any' | 'all' | 'only' | 'first' | 'last' | 'nth'
  readonly index?: number
  /** Of credited rows: what they are parts of, at the grain of the rows themselves. Only for showing the formula. */
  readonly whole?: { readonly source: Id; readonly value?: Id; readonly where?: Id }
  readonly part?: 'denominator'
  readonly source: Id
  readonly value?: Id
  readonly denominator?: Id
  readonly where?: Id
  readonly at: {
    /** As of a Place, at the source grain. Where it is not applicable, or missing as an optional reference, a row is nobody's. */
    readonly row?: Id
    readonly path?: readonly Id[]
    readonly period?: { readonly is: 'own' } | { readonly is: 'date' | 'period'; readonly column: Id }
  }
  readonly order?: Id
  readonly then?: Id
  readonly empty: number
  readonly several: number
  /** Sums: outside these integers the result is held with `state`. What lets every engine use narrow integers. */
  readonly limit?: { readonly min: Int; readonly max: Int; readonly state: number }
}

/**
 * For each row: the rows of `source` whose `theirs` are equal to its own, whose day is no later than its own, and which
 * lie in the window that ends with it: (d − count, d]; of rows with the same day those count whose `moment` is no later.
 * Of its own grain the row itself is the last: of the same moment those count whose key is no larger. `where` and states
 * as of an aggregate; a row that is held holds every window that it lies in, one whose day is not known those of all rows
 * like it. A row of `source` that has no place among others (its `theirs` are held) counts for none, and is told as
 * unplaced where `source` is another grain. As sets: a join on `within` and the days of the window, grouped by the row.
 */
export type Rolling = {
  readonly op: 'rolling'
  readonly fn: 'sum' | 'count' | 'min' | 'max'
  readonly source: Id
  readonly value?: Id
  readonly where?: Id
  readonly within: readonly { readonly theirs: Id; readonly own: Id }[]
  readonly at: { readonly theirs: Id; readonly own: Id }
  /** The instants that order the rows of one day, before their keys do, and up to which they count. */
  readonly moment?: { readonly theirs: Id; readonly own: Id }
  readonly window: { readonly is: 'running' } | { readonly is: 'days' | 'months'; readonly count: number }
  /** min, max of no rows. */
  readonly empty: number
  readonly limit?: { readonly min: Int; readonly max: Int; readonly state: number }
}

// --- clocks --------------------------------------------------------------------------------------------------

export type ClockPart = 'due' | 'warning' | 'stopped' | 'breached' | 'state' | 'steps' | 'elapsed' | 'late'
/** What `state` is an index into. */
export type ClockState = (typeof clockStates)[number]
export const clockStates = ['waiting', 'running', 'warned', 'paused', 'breached', 'met', 'late'] as const

/**
 * How long each row of a grain may take. A clock runs from `start`; it stands while the row is paused, or anything that
 * suspends it is open; `stop` ends it, `reset` begins it again (a new round). Equal instants apply stop, pause, resume,
 * reset. Events later than now have not happened; of a run that is not told what time it is all have.
 *
 * An allowance is used up while the clock runs: seconds on any clock or of working time; working days by their
 * closings, days by the second `at` of each, both after the day of the round's start. What ends at closing is that
 * closing. `moved`: to the same second of the next working day. `extend` events before it is due move it on, to `most` at most.
 *
 * INVARIANT: `due` is held with `standing` while the clock stands and something is left; `stopped` with `open` where
 * nothing has stopped it; everything that hangs on now with `untold` where there is none; everything with `unknown`
 * where the calendar does not know a day that it needs. A log that does not fit (stopped, paused or resumed before the
 * start; resumed without a pause, or paused twice; the same event twice) holds all of the row with its state.
 * `breached`: due before it was stopped, or before now, in this round or an earlier one.
 *
 * As sets: the events of each row with the running count of what stands (a window function) cut into stretches; joined
 * with the calendar's windows, the sums of what they use up to each; the first stretch in which the sum reaches the
 * allowance, and in it the inverse look-up (an ASOF join).
 */
export type Clock = {
  readonly id: Id
  readonly grain: Id
  readonly calendar: Id
  readonly start: Id
  readonly events: readonly ClockEvents[]
  readonly allowances: readonly ClockAllowance[]
  /** Which of them each row has; absent where there is one. */
  readonly chosen?: Id
  readonly warn?: ClockWarning & { readonly origin: Id }
  readonly extend?: { readonly by: ClockSpan; readonly most?: Id }
  readonly escalations: readonly (ClockEscalation & { readonly origin: Id })[]
  readonly states: {
    readonly standing: number
    readonly unknown: number
    readonly open: number
    readonly untold: number
    readonly beforeStart: number
    readonly order: number
    readonly twice: number
  }
}
/** At a part of the allowance, `of` of which is all; or so long before it is due. */
export type ClockWarning =
  | { readonly is: 'share'; readonly part: number; readonly of: number }
  | { readonly is: 'before'; readonly by: ClockSpan }
/** As it is warned, as it is overdue, so long before or after it is due. */
export type ClockEscalation = {
  readonly when: 'warning' | 'breach' | 'before' | 'after'
  readonly by?: ClockSpan
}
export type ClockSpan = {
  readonly unit: 'seconds' | 'working-seconds' | 'working-days' | 'days'
  readonly amount: number
}
/**
 * `months`: the days are so many as there are between the day on which a round starts and the same day so many months later,
 * or the last of that month; without `at` it ends at the time of day at which the round starts.
 */
export type ClockAllowance = ClockSpan & {
  readonly at?: number
  readonly moved?: true
  readonly months?: true
}
/**
 * Columns of the clock's own grain, of a finer one whose rows lead to it (`at`), or of its own rows of which the first after
 * each counts that is like it in all of `next`. A time that is missing or not applicable is no event; one that is held
 * otherwise holds its row, and so does an unknown `where`.
 */
export type ClockEvents = {
  readonly is: 'stop' | 'pause' | 'resume' | 'reset' | 'extend' | 'suspend'
  readonly source: Id
  readonly time: Id
  /** When what suspends it is over. */
  readonly until?: Id
  readonly where?: Id
  readonly at?: { readonly row?: Id; readonly path?: readonly Id[] }
  readonly next?: readonly Id[]
  /** The rows of the source that have the same in each of these as the clock's row has. */
  readonly like?: { readonly theirs: readonly Id[]; readonly own: readonly Id[] }
}

// --- tables --------------------------------------------------------------------------------------------------

export type Bound = { readonly at: Int; readonly included: boolean }
/** Numbers in the input's own scale (`TableInputType.scale`); codes by value. */
export type Test =
  | { readonly is: 'any' }
  | { readonly is: 'in' | 'not-in'; readonly values: readonly (Int | string | boolean)[] }
  /** Any of the ranges. Dates as day numbers. */
  | {
      readonly is: 'range'
      readonly ranges: readonly { readonly low?: Bound; readonly high?: Bound }[]
      readonly negated: boolean
    }
export type DecisionTable = {
  readonly id: Id
  readonly label: string
  readonly hit: 'unique' | 'first' | 'every'
  readonly inputs: readonly { readonly label: string; readonly type: Type }[]
  readonly rows: readonly { readonly tests: readonly Test[]; readonly origin: Id }[]
  readonly otherwise?: Id
  /** States: no row matches; two rows match (only where not proved away); an input is unknown is the input's own. */
  readonly uncovered: number
  readonly conflict: number
  readonly origin: Id
}
/**
 * Bands in ascending order; band i begins at `from`. The first may begin at nothing (−∞). For `linear` the bands are
 * the points. `pays`: gives are money (of the scale `giveScale`), else rates of `of`.
 * A band's `mode`: `marginal` adds rate × (of − from × base) to what the row before pays at its end;
 * `whole` pays rate × of from the first unit.
 */
export type Schedule = {
  readonly id: Id
  readonly mode: 'marginal' | 'whole' | 'linear'
  readonly pays: boolean
  readonly extend: boolean
  /** Scale of `from`. */
  readonly scale: number
  /** What the thresholds measure, for showing them. */
  readonly type: IntType
  readonly bands: readonly {
    readonly from?: Bound
    readonly mode: 'marginal' | 'whole'
    readonly origin: Id
  }[]
  /** State when the value lies below the first band. */
  readonly uncovered: number
  readonly origin: Id
}

/** A test or a choice that the author wrote, as an expression over the rows of a grain; it stands in some column as well. */
export type WrittenPart =
  | {
      readonly is: 'compare' | 'same' | 'state' | 'if' | 'if-missing'
      readonly grain: Id
      readonly expr: Expr
      readonly origin: Id
    }
  | PickedPart
/** `larger of a, b`, `x clamp a to b`. Of more than two, `inner` is the choice among those before the last: `a` is its result. */
export type PickedPart = {
  readonly is: 'pick'
  readonly grain: Id
  readonly expr: Expr
  readonly origin: Id
  readonly which: 'larger' | 'smaller'
  readonly a: { readonly value: Ratio; readonly origin: Id }
  readonly b: { readonly value: Ratio; readonly origin: Id }
  readonly inner?: PickedPart
}

/** Levels from the total down, each in columns of its own. */
export type TargetTree = {
  readonly id: Id
  readonly title?: string
  readonly levels: readonly {
    readonly label: string
    readonly is: 'total' | 'parts' | 'assigned' | 'reserve'
    readonly column: Id
    /** The column in which it was first shared out, before any dated change. */
    readonly first: Id
    /** The level that it is a part of, and the references from its row to that one's. */
    readonly of?: { readonly level: number; readonly path: readonly Id[] }
    readonly to?: 'largest' | 'first' | 'last'
  }[]
  readonly changes: readonly { readonly title?: string; readonly from: number }[]
  readonly origin: Id
}

// --- results -------------------------------------------------------------------------------------------------

export type Output = {
  readonly id: Id
  readonly title?: string
  readonly is: 'pay' | 'score' | 'payout' | 'decision' | 'deadline'
  readonly label:
    | 'commission'
    | 'bonus'
    | 'clawback'
    | 'scorecard'
    | 'payout'
    | 'decision'
    | 'authority'
    | 'penalty'
    | 'sla'
  readonly grain: Id
  /** The result; for a scorecard its total. */
  readonly column: Id
  /** Row clauses: who is paid, as a column of type ref, and when, as a column of type date. */
  readonly payee?: { readonly column: Id; readonly relation: Id }
  readonly posting?: Id
  /**
   * One of the parts in which a clause is paid, on days of their own or to several people: it belongs to the day of
   * `posting`, not to the period of its grain, and where that day is not there (yet) it is no line at all.
   */
  readonly releases?: Id
  /** True when a payout lists this clause: it is paid only through it. */
  readonly listed: boolean
  /** Of a payout: the clauses that it lists. */
  readonly lists?: readonly Id[]
  readonly steps: readonly PlanStep[]
  /** Other results that can be read (`kpi.level`, an indicator's score). */
  readonly also: readonly { readonly label: string; readonly column: Id }[]
  readonly origin: Id
}
/** One line of the explanation. `column` is the amount after the step. */
export type PlanStep = {
  readonly is:
    | 'gate'
    | 'start'
    | 'rate'
    | 'tiers'
    | 'plus'
    | 'minus'
    | 'times'
    | 'prorate'
    | 'cap'
    | 'floor'
    | 'limit-by-law'
    | 'round'
    | 'release'
    | 'credit'
    | 'paid-before'
    | 'indicator'
    | 'moved-weight'
    | 'knock-out'
    | 'levels'
    | 'total'
    | 'add'
    | 'take'
    | 'best'
    /** Of a penalty: something that it decides. */
    | 'gives'
    /** Of an authority: what a table asks for, who asks, who decides, who signs as well. */
    | 'asks'
    | 'asker'
    | 'decides'
    | 'signs'
    | 'approver'
    | 'granter'
    | 'named'
    | 'substitute'
    | 'split'
    | 'verdict'
    | 'approved'
  readonly label?: string
  readonly column: Id
  /** The step's own operand: the test of a gate, the amount of a `plus`, the factor of a `times`, the weight of an indicator. */
  readonly operand?: Id
  /** Whether the step applied (`when`): a truth column. */
  readonly when?: Id
  /** For tiers: the schedule, the band reached, what earns, what chooses. */
  readonly tiers?: {
    readonly schedule: Id
    readonly band: Id
    readonly of?: Id
    readonly by: Id
    readonly base?: Id
    readonly gives: readonly Id[]
    readonly mirror: boolean
  }
  /** For payout lines: the columns of the clauses, in the order written. */
  readonly parts?: readonly Id[]
  readonly origin: Id
}
