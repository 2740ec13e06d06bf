import type { Id, Unit } from '../../plan/plan.ts'

/**
 * Why a result is what it is: a tree of steps with the numbers in it. The one versioned form that the terminal, the
 * statement and the page print from; `version` changes when a reader of it would break.
 * Everything is text that is the same in every language: numbers as exact decimals, names as the author wrote them,
 * operations and reasons by a stable name that the printer translates.
 */
export type Explanation = {
  readonly version: 1
  readonly clause: { readonly id: Id; readonly title?: string; readonly label: string }
  readonly source: Place
  readonly subject?: { readonly record: Id; readonly key: string; readonly label?: string }
  readonly period?: { readonly kind: Id; readonly key: string }
  /** Of one row: who is paid for it, and the day on which it counts. */
  readonly payee?: { readonly record: Id; readonly key: string; readonly label?: string }
  readonly posting?: string
  readonly result: Shown
  readonly steps: readonly TraceStep[]
  /** The values that the steps used, each explained once, in the order in which they are first used. */
  readonly values: readonly TraceValue[]
}

/**
 * A value of this run: a column, and the row of its grain. Only where they were asked for, so that each number can be opened:
 * in another run of the same rows in another order they are others.
 */
export type Ref = { readonly column: Id; readonly row: number }

export type Place = { readonly file: string; readonly line: number; readonly heading: readonly string[] }

/** A value as shown: `text` is exact (a quotient to 12 places, half-even, `rounded` true when that dropped digits). */
export type Shown =
  | {
      readonly is: 'number'
      readonly text: string
      readonly unit: Unit
      readonly currency?: string
      readonly rounded?: boolean
    }
  | { readonly is: 'text' | 'date' | 'time' | 'truth' | 'enum' | 'ref' | 'period'; readonly text: string }
  | { readonly is: 'held' | 'not-applicable'; readonly reason: Why }

/** A reason of the catalogue with its words, and the row and cell where it arose, when it is one row's. */
export type Why = {
  readonly code: string
  readonly args: { readonly [name: string]: string }
  readonly at?: {
    readonly record: Id
    readonly row: string
    readonly field?: string
    readonly file?: string
    readonly line?: number
  }
}

export type TraceStep = {
  readonly is: string
  readonly label?: string
  readonly source: Place
  /** Of a step about somebody: who it is, what he is called, and his role there. */
  readonly person?: { readonly key: string; readonly label?: string; readonly role?: string }
  /** The amount after the step. */
  readonly result: Shown
  readonly operand?: { readonly formula: Formula; readonly value: Shown }
  /** How the step's own result came about, where the operand does not say it: an indicator's score, a rounding. */
  readonly formula?: Formula
  /** False: written with `when`, and its test does not hold, so the amount passed through. */
  readonly applied?: boolean
  /** The test itself. */
  readonly when?: Formula
  readonly tiers?: TraceTiers
  readonly parts?: readonly {
    readonly label: string
    readonly value: Shown
    readonly ref?: Ref
    /** The clause whose result it is. */
    readonly clause?: Id
  }[]
}

export type TraceTiers = {
  readonly mode: 'marginal' | 'whole' | 'linear'
  readonly of?: Shown
  readonly by: Shown
  /** The same as formulas; only with refs. */
  readonly measures?: { readonly of?: Formula; readonly by: Formula }
  /** What the thresholds measure. */
  readonly unit: Unit
  /** In the order of the policy; `reached` marks the band that decided. */
  readonly bands: readonly {
    readonly from?: string
    readonly over?: boolean
    readonly give: Shown
    /** Marginal: the part of `of` inside this band, and what it pays. */
    readonly slice?: Shown
    readonly pays?: Shown
    readonly reached: boolean
  }[]
}

export type TraceValue = {
  readonly id: Id
  readonly ref?: Ref
  readonly label: string
  /** It has no name of its own, so that its formula says what it is: a sum that stands in a step. */
  readonly unnamed?: true
  readonly source: Place
  /** `R-17`, `2026-Q2`: whose value it is, when not the explanation's own subject and period. */
  readonly of?: string
  readonly formula: Formula
  readonly result: Shown
  /** For the result of another clause: which, and its steps, which say more than its formula. */
  readonly clause?: { readonly id: Id; readonly steps: readonly TraceStep[] }
  /** For aggregates: the rows that were counted. `total` may exceed the number listed. */
  readonly rows?: {
    readonly record: Id
    readonly total: number
    readonly listed: readonly {
      readonly row: string
      readonly value: Shown
      /** With refs: the row of the record, and what it brings where that is worked out. */
      readonly at?: number
      readonly ref?: Ref
    }[]
  }
  /** For an amount that is carried on: of which periods it still is, the oldest having been taken first. */
  readonly since?: readonly { readonly period: string; readonly value: Shown }[]
  /** For a time limit: what made its clock stand, go on, begin again or last longer, in the order of time. */
  readonly events?: readonly { readonly is: string; readonly at: Shown }[]
  /** For tables: the row that matched, and for the others the first test that failed. */
  readonly table?: {
    readonly inputs: readonly { readonly label: string; readonly value: Shown }[]
    /** `failed`: the first input whose cell does not hold; without it the row is open, or stands below the match. */
    readonly rows: readonly {
      readonly line: number
      readonly matched: boolean
      readonly failed?: string
      readonly cell?: TraceCell
    }[]
  }
}

/** What a cell of a table asks for: one of some values, or to lie in one of some ranges. Numbers as exact decimals. */
export type TraceCell = {
  readonly negated: boolean
  readonly values?: readonly string[]
  readonly ranges?: readonly { readonly low?: TraceBound; readonly high?: TraceBound }[]
}
export type TraceBound = { readonly at: string; readonly included: boolean }

/** An expression to print twice: with names, and with the numbers put in. */
export type Formula =
  | { readonly is: 'value'; readonly value: Shown }
  | { readonly is: 'name'; readonly label: string; readonly value: Shown; readonly ref?: Ref }
  /** `ref`: of a table, what it gave. */
  | { readonly is: 'apply'; readonly op: string; readonly args: readonly Formula[]; readonly ref?: Ref }
  /** Over many rows: `of` and `where` are names alone, whose values are empty; `value` is what came out. */
  | {
      readonly is: 'aggregate'
      readonly fn: string
      readonly of: Formula
      readonly where?: Formula
      readonly window?: FormulaWindow
      readonly value: Shown
      readonly ref?: Ref
    }

/** Which rows up to a row are counted: those that are alike in `within`, of the last days or months or of all time. */
export type FormulaWindow = {
  readonly is: 'running' | 'days' | 'months'
  readonly count?: number
  readonly within: readonly Formula[]
}
