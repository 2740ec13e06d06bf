import type { Span } from '../../base/span.ts'
import type { Id } from '../../plan/plan.ts'
import type { Piece } from '../../targets/evaluate/marks.ts'
import type { TierRow } from '../../targets/evaluate/print-steps.ts'
import type { Ref } from '../../targets/evaluate/trace.ts'

// A statement as a page shows it: every text in the reader's language, every amount both exact and as people write it, and
// every number that has a formula of its own with the value that it is.

/** An amount: `exact` is absent where nothing was decided. */
export type AmountView = {
  readonly exact?: string
  readonly shown: string
  readonly currency?: string
  readonly held: number
}

/** Why something is held or does not apply, where that arose, and what can be done. */
export type ReasonView = {
  readonly code: string
  readonly text: string
  readonly place?: string
  readonly help?: string
}

/** Where something was written: a file and a line, from 1. */
export type PlaceView = { readonly file: string; readonly line: number }

export type LineText = readonly Piece[]

export type StepView = {
  readonly word: string
  /** What it worked with: in names, then with the numbers put in. */
  readonly lines: readonly LineText[]
  readonly tiers?: { readonly head: LineText; readonly rows: readonly TierRow[] }
  readonly parts: readonly PartView[]
  /** Whether it was taken. */
  readonly below: readonly LineText[]
  /** After the step. */
  readonly amount: string
  readonly held: boolean
  readonly place: PlaceView
}

export type PartView = {
  readonly label: string
  readonly amount: string
  readonly ref?: Ref
  readonly clause?: Id
}

export type ValueView = {
  readonly ref: Ref
  readonly label: string
  /** Whose, and of which period, where that is another than the statement's. */
  readonly of?: string
  readonly result: string
  readonly reason?: ReasonView
  readonly lines: readonly LineText[]
  /** Of the result of another clause: which, and its steps. */
  readonly clause?: Id
  readonly steps?: readonly StepView[]
  readonly rows?: RowsView
  readonly since: readonly string[]
  readonly events: readonly string[]
  readonly table?: {
    readonly inputs: string
    readonly rows: readonly { readonly matched: boolean; readonly line: number; readonly text: string }[]
  }
  readonly place: PlaceView
}

/** Rows that were counted, each with what it counts. */
export type RowsView = {
  readonly record: string
  readonly total: number
  readonly fields: readonly string[]
  readonly listed: readonly RowView[]
}

export type RowView = {
  readonly key: string
  /** In the order of `fields`. */
  readonly cells: readonly string[]
  readonly value: string
  readonly exact?: string
  readonly reason?: ReasonView
  readonly ref?: Ref
  readonly place?: PlaceView
}

/** How something came about. */
export type ExplanationView = {
  readonly steps: readonly StepView[]
  readonly values: readonly ValueView[]
}

/** A condition with its numbers, and how far it is from holding. */
export type ConditionView = {
  readonly lines: readonly LineText[]
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly short?: ShortView
}

/** What a number would have to be, everything else staying as it is. */
export type ShortView = {
  readonly label: string
  readonly now: string
  /** At least this, or at most. */
  readonly needed: string
  readonly by: string
  readonly is: 'more' | 'less'
}

/**
 * Why a clause gave nothing: for whom it is not (`of`: which value is not for him, where it is not the clause itself), a
 * gate that is not met, a policy that was not in force, or the step after which nothing was left.
 */
export type WhyNotView =
  | { readonly is: 'not-for' | 'gate'; readonly of?: string; readonly conditions: readonly ConditionView[] }
  | { readonly is: 'step'; readonly step: string; readonly number: number }

/** What would lead to the next row of the tiers. */
export type NextTierView = { readonly start: string; readonly give: string; readonly short: ShortView }

export type StatementLine = {
  readonly id: string
  readonly clause: Id
  readonly title: string
  readonly kind: string
  /** Money, a score, or something else that was decided. */
  readonly is: 'pay' | 'payout' | 'score' | 'decision' | 'deadline'
  /** Paid only through the payout that lists it. */
  readonly listed: boolean
  readonly item?: string
  readonly period?: string
  readonly posting?: string
  readonly amount: AmountView
  /** What it is, for what is no amount. */
  readonly text: string
  readonly state: 'decided' | 'nothing' | 'held' | 'not-applicable'
  readonly reason?: ReasonView
  /** Further results of it: a level, a coefficient. */
  readonly also: readonly { readonly label: string; readonly text: string }[]
  readonly place: PlaceView
  readonly span?: Span
  readonly explanation?: ExplanationView
  /** Of a line that gave nothing. */
  readonly whyNot: readonly WhyNotView[]
  readonly nextTier?: NextTierView
  /** The same line of the base version, where the two differ. */
  readonly before?: {
    readonly text: string
    readonly change?: string
    readonly explanation?: ExplanationView
  }
}

export type Statement = {
  readonly record: string
  readonly key: string
  readonly label?: string
  readonly policy: string
  readonly period: string
  readonly totals: readonly {
    readonly currency: string
    readonly total: AmountView
    readonly before?: string
    readonly change?: string
  }[]
  /** What is paid by itself first, then what stands behind it. */
  readonly lines: readonly StatementLine[]
  /** Lines beyond those that are told. */
  readonly more: number
}

/** Rows that a number did not count, each with what kept it out; or one row that was asked about, whether it counts or not. */
export type LeftOutView = {
  readonly record: string
  readonly fields: readonly string[]
  readonly total: number
  readonly listed: readonly (Pick<RowView, 'key' | 'cells' | 'place'> & { readonly why: OutcomeView })[]
}

export type OutcomeView =
  | { readonly is: 'counts'; readonly value: string }
  | { readonly is: 'held'; readonly reason: ReasonView }
  /** It is somebody else's. */
  | { readonly is: 'other'; readonly whose: string }
  /** It is nobody's, or of whom or when is not known. */
  | { readonly is: 'nobody' }
  /** It counts on another day: in which period, where the run has that. */
  | { readonly is: 'period'; readonly day: string; readonly period?: string }
  | { readonly is: 'condition'; readonly conditions: readonly ConditionView[] }
  /** What it would bring does not apply to it. */
  | { readonly is: 'not-for'; readonly conditions: readonly ConditionView[] }

/** Whom and what a clause touched in a run. */
export type TouchedView = {
  readonly clause: Id
  readonly title: string
  readonly kind: string
  readonly place: PlaceView
  readonly span?: Span
  readonly isMoney: boolean
  readonly totals: readonly { readonly amount: AmountView; readonly change?: string }[]
  /** By amount, the largest first; then what is held. */
  readonly people: readonly TouchedPerson[]
  /** How many it is not for. */
  readonly notFor: number
  readonly rows: readonly TouchedRows[]
}

export type TouchedPerson = {
  readonly record: string
  readonly key: string
  readonly label?: string
  readonly amount: AmountView
  /** What it is, for what is no amount. */
  readonly text: string
  /** How many rows were paid for, of a clause that pays each. */
  readonly count: number
  readonly change?: string
}

/** The rows that one sum or count of the clause took in, by what they count, the largest first. */
export type TouchedRows = RowsView & {
  readonly counted: string
  /** What they come to, where they are numbers of one kind; what is held is in no sum. */
  readonly sum?: string
  readonly held: number
  readonly people: readonly string[]
}
