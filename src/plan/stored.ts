import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import type { Type as CheckType } from '../check/types.ts'
import type { Id } from './plan.ts'

// Where the columns of a definition stand, for those that are lowered after it.

/** The lines of a credit as columns of the credited record: those that share the row first. */
export type CreditColumns = {
  readonly credit: clauses.Credit
  readonly lines: readonly CreditLine[]
  /** How many of the lines share the row among themselves. */
  readonly main: number
  /** Which of them (from 1) makes up for the rounding of the others. */
  readonly taker: Id
  readonly recorded?: RecordedShares
}
/** Recorded shares: whom each names, at its own row, and at the row that they belong to whether there are too many. */
export type RecordedShares = { readonly party: Id; readonly fit: Id; readonly tooMany: number }
export type CreditLine = {
  readonly label: string
  /** Not applicable where the row has no such line. */
  readonly party: Id
  /** The share is `n / d`, or `n / 10^scale`. */
  readonly n: Id
  readonly d?: Id
  readonly scale: number
  readonly uses: clauses.CreditUses
}

/** A result as columns: its integer and, for a fraction, its denominator. */
export type Result = {
  readonly column: Id
  readonly denominator?: Id
  readonly grain: checked.Grain
  readonly type: CheckType
}
