import type { Id } from '../plan/plan.ts'
import type { ShareStyle } from './cell-number.ts'
import type { Encoding } from './text.ts'

/** Where the rows of each record come from: the `data` part of `bylaw.yaml`. */
export type DataConfig = { readonly records: ReadonlyMap<Id, RecordSource> }

export type RecordSource = {
  /** Paths in the data folder, read as one; empty: found by the record's name. */
  readonly files: readonly string[]
  readonly encoding?: Encoding
  readonly columns: ReadonlyMap<Id, ColumnSource>
  /** Rows that fail one of these are left out, counted and said. */
  readonly where: readonly RowTest[]
}
export type ColumnSource = { readonly heading?: string; readonly style?: Exclude<ShareStyle, 'signed'> }
export type RowTest = { readonly heading: string; readonly accept: 'present' | readonly string[] }

export const noConfig: DataConfig = { records: new Map() }
