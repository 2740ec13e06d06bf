import type { Expr, Field, Id } from '../../plan/plan.ts'

/**
 * A field that a request has beside those of its record: a value that is worked out from other rows, the row of a
 * record in force for it, or the period.
 */
export type AddedInput = {
  readonly field: Field
  /** What the value is called where it is defined. */
  readonly label: string
  readonly is: 'value' | 'period' | 'row'
  /** What it is in a run: an expression of the whole plan, at this grain. */
  readonly source: { readonly grain: Id; readonly expr: Expr; readonly denominator?: Id }
}

/** The name of the field that says for which period a result is asked. */
export const periodField = 'period'
