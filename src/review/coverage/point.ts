import type { Expr, Id, Output, Ratio } from '../../plan/plan.ts'
import type { Place, Shown } from '../../targets/evaluate/trace.ts'

/** What a point belongs to: a clause, or a value or table that stands by itself. */
export type Owner = {
  readonly id: Id
  readonly title?: string
  readonly is: Output['label'] | 'value' | 'table' | 'other'
  readonly place: Place
}

export type Side = 'below' | 'at' | 'above'

/** Where a time limit stands to a step of it. */
export type StepSide = 'before' | 'reached'

/** What a case would have to do to hit a point. */
export type What =
  /** `row` from 1. */
  | { readonly is: 'row'; readonly table: string; readonly row: number }
  | { readonly is: 'otherwise'; readonly table: string }
  /** `tier` from 1; `from` where the band begins at something. */
  | { readonly is: 'tier'; readonly tier: number; readonly from?: Shown; readonly over: boolean }
  /** Just below, exactly at, just above. */
  | {
      readonly is: 'boundary'
      readonly side: Side
      readonly of: string
      readonly bound: Shown
      /** The bound is a number of days. */
      readonly days?: boolean
      /** Of a table: the row that has it first, from 1. */
      readonly row?: number
    }
  /** A comparison of two measured things. */
  | { readonly is: 'sides'; readonly side: Side; readonly text: string }
  | {
      readonly is: 'test'
      readonly as: 'gate' | 'when' | 'where' | 'if' | 'test'
      readonly holds: boolean
      readonly text: string
    }
  /** `x if missing y`: whether x is missing. */
  | { readonly is: 'default'; readonly used: boolean; readonly text: string }
  | {
      readonly is: 'step'
      readonly step: 'cap' | 'floor' | 'limit-by-law' | 'round' | 'prorate'
      readonly binds: boolean
    }
  /** One of several of which the larger or smaller is taken; the best of several clauses. */
  | {
      readonly is: 'taken'
      readonly text: string
      readonly of: 'larger' | 'smaller' | 'best'
      /** The whole choice, or the indicator that makes it. */
      readonly among: string
    }
  /** An amount in the middle between two that it may be rounded to. */
  | { readonly is: 'tie' }
  /** `state` as the policy's language spells it. */
  | { readonly is: 'clock'; readonly state: string }
  /** The last minute before a time limit is warned of, or an escalation reached, and the first in which it is. */
  | { readonly is: 'warning' | 'escalation'; readonly side: StepSide; readonly text: string }
  /** How an approval stands. */
  | { readonly is: 'approved'; readonly state: string }
  | { readonly is: 'left-out' }
  | { readonly is: 'held'; readonly code: string; readonly args: { readonly [name: string]: string } }
  | { readonly is: 'decided' }

export type Point = {
  /** Stable while the policy's text does not change: `collected_pay:tier:2`. */
  readonly id: string
  readonly owner: Owner
  readonly place: Place
  readonly what: What
}

/** A rational constant: `n / d × 10^-scale`. */
export type Bound = { readonly n: bigint; readonly d: bigint; readonly scale: number }

/** What must be so at a row before it counts: a truth, or that a result applies to the row at all. */
export type Condition =
  | { readonly is: 'truth'; readonly expr: Expr; readonly holds: boolean }
  | { readonly is: 'applies'; readonly column: Id }

/** What is looked at, at every row of a grain. Its outcomes are named by text. */
export type Look =
  /** The code of an expression, as text: the row of a table, the band, 0 or 1 of a truth. */
  | { readonly is: 'code'; readonly expr: Expr }
  /** Where a value lies beside a constant: `below` and `above` within 10^-near of it, `at` exactly there. */
  | {
      readonly is: 'beside'
      readonly value: Ratio
      readonly bound: Bound
      readonly near: number
      readonly mirror: boolean
    }
  /** Whether a value lies in the middle between two even and odd multiples of `unit × 10^-scale`: `tie`. */
  | { readonly is: 'tie'; readonly value: Ratio; readonly unit: bigint; readonly scale: number }
  /** How two values lie to each other: `below`, `at`, `above`. */
  | { readonly is: 'sides'; readonly a: Ratio; readonly b: Ratio }
  /** How a clock stands to its warning, or to one of its escalations, from 0: `before`, `reached`. */
  | { readonly is: 'clock-step'; readonly clock: Id; readonly step: ClockStep }
  /** The state of a column, as text; 0 where there is a value. */
  | { readonly is: 'state'; readonly column: Id }

export type ClockStep = 'warning' | number

export type Probe = {
  readonly grain: Id
  readonly under: readonly Condition[]
  readonly look: Look
  /** The points that an outcome hits, by their places in the list. */
  readonly outcomes: ReadonlyMap<string, number>
}

/** Everything that the cases of a policy should meet, and how to see whether a run does. */
export type Points = { readonly points: readonly Point[]; readonly probes: readonly Probe[] }
