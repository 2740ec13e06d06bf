import type { RoundingMode } from '../base/decimal.ts'
import type { Span } from '../base/span.ts'
import type { WorkCalendar, Zone } from '../base/work-calendar.ts'
import type * as ast from '../syntax/ast.ts'
import type {
  Bound,
  Credited,
  DecisionTable,
  Grain,
  Parameter,
  PeriodKind,
  Policy,
  RecordSymbol,
  Scope,
  Typed,
  Value,
} from './checked.ts'
import type { Law, LawLimit } from './law-rules.ts'
import type { Sla } from './sla-clause.ts'
import type { NumberType, Type } from './types.ts'

/**
 * The checked program: every name resolved, every expression typed, every grain and place decided.
 * What `lower` reads; nothing in it needs the syntax tree again.
 */
export type Checked = {
  readonly policy: Policy
  readonly periods: ReadonlyMap<string, PeriodKind>
  readonly records: ReadonlyMap<string, RecordSymbol>
  readonly calendar?: WorkCalendar
  /** Where the policy’s times are. */
  readonly zone?: Zone
  /** Every value, parameter, table and clause, each after all that it uses. */
  readonly order: readonly Definition[]
}
export type Definition = Parameter | Value | DecisionTable | Clause | Credit | Target | Law

/** A total and what it is broken down to: its results are values of their own, under the target's name. */
export type Target = {
  readonly kind: 'target'
  readonly id: string
  readonly title?: string
  readonly levels: readonly TargetLevel[]
  readonly changes: readonly { readonly title?: string; readonly from: number }[]
  readonly span: Span
}
export type TargetLevel = {
  /** The value that holds it: `plan.team_year`. */
  readonly value: string
  readonly name: string
  readonly is: 'total' | 'parts' | 'assigned' | 'reserve'
  readonly grain: Grain
  /** What it is a part of: an earlier level, and the references from its row to that one's. */
  readonly of?: { readonly level: number; readonly path: readonly string[] }
  /** The parts as they were before any change. */
  readonly first: string
  readonly to?: ast.Receiver
}
export type Clause = Commission | Scorecard | Payout | Decision | Sla

export type Tiers = {
  readonly mode: ast.TierMode
  readonly extend: boolean
  readonly pays: boolean
  readonly of?: Typed
  readonly by: Typed
  /** by = of / base; absent when `by` has nothing to do with `of`. */
  readonly base?: Typed
  /** The thresholds' own measure and scale. */
  readonly measure: NumberType
  readonly bands: readonly {
    readonly from?: Bound
    readonly mode: 'marginal' | 'whole'
    readonly give: Typed
    readonly span: Span
  }[]
  /** The amount's type. */
  readonly type: NumberType
  readonly span: Span
}

/**
 * A cap whose excess is paid later, or a floor whose supplement is taken back later: `type` is of what is carried from
 * period to period, never below 0. Of a floor: the part of what lies above it that is taken back, and the day from
 * which it is.
 */
export type Carried = {
  readonly type: NumberType
  readonly rate?: Typed
  readonly from?: Typed
  /** Where this holds, what is left after the period is owed no more. */
  readonly forgiven?: Typed
}

type StepBase = { readonly span: Span; readonly when?: Typed }
export type Step =
  | (StepBase & { readonly is: 'gate'; readonly test: Typed })
  | (StepBase & {
      readonly is: 'start' | 'plus' | 'minus'
      readonly amount: Typed
      readonly type: NumberType
    })
  | (StepBase & { readonly is: 'rate'; readonly rate: Typed; readonly of: Typed; readonly type: NumberType })
  /** How its amount joins what is there: it begins, adds, or takes away. */
  | (StepBase & {
      readonly is: 'tiers'
      readonly joins: 'start' | 'plus' | 'minus'
      readonly tiers: Tiers
      readonly type: NumberType
    })
  | (StepBase & {
      readonly is: 'times' | 'prorate'
      readonly factor: Typed
      /** Of the product itself; with `when`, `type` holds the amount before as well. */
      readonly product: NumberType
      readonly type: NumberType
    })
  | (StepBase & {
      readonly is: 'cap' | 'floor'
      readonly at: Typed
      readonly carried?: Carried
      readonly type: NumberType
    })
  /** No more than the law lets anybody take of a month's wage. */
  | (StepBase & {
      readonly is: 'limit-by-law'
      readonly limit: LawLimit
      readonly carried: Carried
      readonly type: NumberType
    })
  | (StepBase & {
      readonly is: 'round'
      readonly unit: bigint
      readonly scale: number
      readonly mode: RoundingMode
      readonly type: NumberType
    })

export type Commission = {
  readonly kind: 'commission'
  readonly label: 'commission' | 'bonus' | 'clawback' | 'penalty'
  /** Of a penalty: as what it takes money, and what its lines decide before its steps. */
  readonly class?: ast.DeductionClass
  readonly decides?: Decision['results']
  readonly id: string
  readonly title?: string
  readonly scope: Scope
  readonly steps: readonly Step[]
  /** The steps are worked out over these windows; the amount is theirs less that of the window before. */
  readonly toDate?: { readonly kind: string; readonly windows: Scope }
  readonly release?: Release
  /** Nobody is named, and its rows are credited: everybody is paid the credited part of the amount. */
  readonly credited?: Credited
  /** Its rows take back what a clause has paid for the row that `row` leads to: each of what those before it left. */
  readonly nets?: { readonly of: string; readonly row: Typed; readonly day: Typed; readonly type: NumberType }
  /** The amount after the last step. */
  readonly type: NumberType
  readonly span: Span
}

/** The amount is paid in parts, each on its own day: shares of 10^scale that make up the whole. */
export type Release = {
  readonly scale: number
  readonly parts: readonly ReleasePart[]
  /** What is due later than this day of the clause's row is never paid. */
  readonly cancelled?: Typed
  readonly span: Span
}
export type ReleasePart = { readonly share: bigint; readonly span: Span } & (
  | { readonly is: 'on'; readonly on: Typed }
  | Collected
  | Apportioned
)
/** Paid row by row of another record, as what they add up to comes nearer to an amount, or once it is reached. */
export type Collected = {
  readonly is: 'collected'
  readonly how: 'pro-rata' | 'in-full'
  readonly record: string
  /** From a row of `record` to the row that is paid for. */
  readonly path: readonly string[]
  /** At a row of `record`: what it brings, what has come so far with it, and its day. */
  readonly amount: Typed
  readonly soFar: Typed
  readonly day: Typed
  /** At the clause's own row. */
  readonly reaches: Typed
}

/** The part of a period belongs to its rows of a record in proportion: each has a day of its own. */
export type Apportioned = {
  readonly is: 'shared'
  readonly record: string
  /** From a row of `record` to whom the clause is for. */
  readonly path: readonly string[]
  /** At a row of `record`: what it counts with, the day that says of which period it is, and the day that it is due. */
  readonly by: Typed
  readonly day: Typed
  readonly on: Typed
}

export type Rounding = { readonly unit: bigint; readonly scale: number; readonly mode: RoundingMode }

export type Scorecard = {
  readonly kind: 'scorecard'
  readonly id: string
  readonly title?: string
  readonly scope: Scope
  readonly indicators: readonly Indicator[]
  readonly round?: Rounding & { readonly span: Span }
  readonly moved?: { readonly to: number | 'proportion' | 'lost'; readonly span: Span }
  readonly knockOuts: readonly { readonly test: Typed; readonly score: Typed; readonly span: Span }[]
  readonly levels?: Levels
  readonly span: Span
}
export type Indicator = {
  readonly id: string
  readonly title?: string
  /** Exact, a fraction of 1. */
  readonly weight: { readonly digits: bigint; readonly scale: number }
  readonly applies?: Typed
  readonly score: IndicatorScore
  readonly span: Span
}
/** Points from 0; each an expression but for those that choose a row. */
export type IndicatorScore =
  | {
      readonly is: 'ratio'
      readonly actual: Typed
      readonly target?: Typed
      readonly from?: Typed
      readonly upTo?: Typed
    }
  | { readonly is: 'tiers'; readonly actual: Typed; readonly target?: Typed; readonly tiers: Tiers }
  | { readonly is: 'pass-fail'; readonly test: Typed }
  | { readonly is: 'points'; readonly points: Typed; readonly from?: Typed; readonly upTo?: Typed }
export type Levels = {
  readonly bands: readonly {
    readonly from: bigint
    readonly scale: number
    readonly gives: readonly Typed[]
    readonly span: Span
  }[]
  readonly over: boolean
  readonly outputs: readonly { readonly name: string; readonly type: Type }[]
  readonly span: Span
}

/** Named results by a table or by expressions; who reads it by date finds the one that is in force then. */
export type Decision = {
  readonly kind: 'decision'
  readonly label?: 'penalty'
  readonly class?: ast.DeductionClass
  readonly id: string
  readonly title?: string
  readonly scope: Scope
  readonly results: readonly DecisionResult[]
  /** An authority is a decision with parts of its own: these are what its explanation goes through, in order. */
  readonly authority?: readonly AuthorityPart[]
  /** How long after the beginning of its own period, or its row's date, it is in force. */
  readonly delay?: { readonly count: number; readonly of: 'days' | 'months' }
  readonly span: Span
}

export type DecisionResult = {
  readonly name: string
  readonly value: Typed
  readonly type: Type
  readonly span: Span
  /** Only other results read it; what a reader calls it, where it has a name. */
  readonly inner?: { readonly label?: string }
}
export type AuthorityPart = {
  readonly is:
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
  /** The results that the part shows, and what that one is worked out from. */
  readonly result: string
  readonly from?: string
  readonly span: Span
}

export type Payout = {
  readonly kind: 'payout'
  readonly id: string
  readonly title?: string
  readonly scope: Scope
  readonly steps: readonly PayoutStep[]
  readonly type: NumberType
  readonly span: Span
}
export type PayoutStep = { readonly span: Span; readonly type: NumberType } & (
  | { readonly is: 'add' | 'take'; readonly best: boolean; readonly clauses: readonly PayoutPart[] }
  | {
      readonly is: 'cap'
      readonly at: Typed
      readonly carried?: Carried
      readonly over?: readonly string[]
    }
  | { readonly is: 'floor'; readonly at: Typed; readonly carried?: Carried }
  /** Of what is taken so far, class by class in the order in which they are first taken. */
  | { readonly is: 'limit-by-law'; readonly limits: readonly ClassLimit[] }
  | { readonly is: 'round'; readonly unit: bigint; readonly scale: number; readonly mode: RoundingMode }
)
/** The amount of a clause at the payout's own grain: its result, or the sum of a row clause's results. */
export type PayoutPart = { readonly clause: string; readonly amount: Typed }

/** What a payout takes of one class, together. */
export type ClassLimit = {
  readonly over: readonly string[]
  readonly limit: LawLimit
  readonly carried: Carried
}

/** Who is credited with the rows of a record. */
export type Credit = {
  readonly kind: 'credit'
  readonly id: string
  readonly title?: string
  readonly record: string
  /** The record of those who are credited. */
  readonly party: string
  readonly split?: CreditSplit
  readonly otherwise?: CreditPart
  /** Lines with a share of their own; `proved` to total 100 %. */
  readonly fixed: readonly (CreditPart & { readonly share: Typed })[]
  readonly proved: boolean
  /** Each acts on the part of `from` that the ones before have left. */
  readonly handOvers: readonly {
    readonly from: Typed
    readonly to: Typed
    readonly share: Typed
    /** What the part that is kept counts for, where some goes on; absent: what it did before. */
    readonly rest?: CreditUses
    readonly span: Span
  }[]
  readonly overlays: readonly (CreditPart & { readonly share: Typed })[]
  readonly rollUp?: CreditRollUp
  readonly round?: Rounding & { readonly remainder?: Typed }
  readonly span: Span
}
/** What a line counts for. */
export type CreditUses = { readonly quota: boolean; readonly pay: boolean; readonly team: boolean }
export type CreditPart = { readonly party: Typed; readonly uses: CreditUses; readonly span: Span }
export type CreditSplit = {
  /** The record of shares or weights, whose rows belong to rows of `of`. */
  readonly record: string
  readonly of: string
  /** References from a row of shares, and from a credited row, to the row of `of`. */
  readonly field: string
  readonly path: readonly string[]
  readonly share: Typed
  readonly weights: boolean
  readonly party: Typed
  readonly upTo: number
  readonly uses: CreditUses
  readonly span: Span
}
export type CreditRollUp = {
  /** At a row of the party's record: the one above. `dated`: at the credited row, whose own day counts. */
  readonly to: Typed
  readonly dated: boolean
  readonly levels: number
  /** `every level up to`: more of them than `levels` are bad input. */
  readonly every: boolean
  readonly uses: CreditUses
  readonly span: Span
}
