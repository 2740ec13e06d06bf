import type { Diagnostic } from '../base/diagnostic.ts'
import type { Id } from './plan.ts'

/**
 * The rows that a plan runs on: one entry for each relation of the plan, also when it has no rows.
 * INVARIANT: every value lies within its field's type; a cell that did not is `bad`, with a problem that says why.
 */
export type Rows = ReadonlyMap<Id, RelationRows>

export type RelationRows = {
  readonly relation: Id
  readonly count: number
  /** One for each field of the relation. */
  readonly fields: ReadonlyMap<Id, FieldColumn>
  /** How a reader finds row `row` again: its key, or `orders.csv:17`. */
  readonly name: (row: number) => string
  /** Where it was read. `line` counts as a spreadsheet does: the header is row 1. */
  readonly place: (row: number) => { readonly file: string; readonly line: number }
}

/**
 * One field of all rows. `values[row]` is meaningless where `states[row]` is not `present`; without `states` all are.
 * `int`: integers at the field's scale, as 64-bit words where the field's range fits them. `code`: dates (days), periods
 * (first day), enums (index), references (row index of the target relation), truths (0/1). `text`: strings.
 */
export type FieldColumn =
  | {
      readonly is: 'int'
      readonly values: BigInt64Array | readonly bigint[]
      readonly states?: Uint8Array
    }
  | { readonly is: 'code'; readonly values: Int32Array; readonly states?: Uint8Array }
  | {
      readonly is: 'text'
      readonly values: readonly string[]
      /** One of `values` for whoever asks for few: all of them may not have been made yet. */
      readonly at?: (row: number) => string
      readonly states?: Uint8Array
    }

export const cellState = { present: 0, missing: 1, bad: 2 } as const

/** A bad or missing cell: what is reported, and which cell of the plan's rows it holds. */
export type DataProblem = {
  readonly diagnostic: Diagnostic
  readonly relation?: Id
  readonly row?: number
  readonly field?: Id
}
