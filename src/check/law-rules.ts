import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import type { NumberType } from './types.ts'

/** What a law says of deductions from wages. */
export type Law = {
  readonly kind: 'law'
  readonly id: string
  readonly title?: string
  /** The name of the place that its rows are for. */
  readonly by?: string
  readonly sources: readonly string[]
  readonly rules: readonly LawRule[]
  readonly minimum: readonly LawMinimum[]
  readonly span: Span
}
/** For some places (any, without), from a day until another, both included. */
type LawRow = {
  readonly places?: readonly string[]
  readonly from: number
  readonly until?: number
  readonly span: Span
}
export type LawRule = LawRow & {
  readonly class: ast.DeductionClass
  readonly allowed: boolean
  /** At most this part of the month's wage. */
  readonly share?: Typed
  /** What is left is not less than the minimum wage. */
  readonly keeps: boolean
}
export type LawMinimum = LawRow & { readonly amount: Typed }

/** What may be taken of one month's wage: no more than `share`, and none of what is not `kept`. Both of this type. */
export type LawLimit = {
  readonly law: string
  /** As an explanation cites it: its title, and where it is written. */
  readonly cited: string
  readonly class: ast.DeductionClass
  /** Where one place is written for all. */
  readonly place?: string
  /** The part of the wage, in whole units of its currency, downwards. */
  readonly share: Typed
  /** The wage, less the minimum wage where that must be left. */
  readonly spare: Typed
  readonly type: NumberType
}
