import type { Decimal } from '../../base/decimal.ts'
import type { Instant } from '../../base/local-time.ts'
import type { Span } from '../../base/span.ts'
import type { RowObject } from '../../data/from-objects.ts'
import type { Id } from '../../plan/plan.ts'
import type { Balance } from '../../targets/evaluate/balances.ts'

/** A case as somebody wrote it: what is given, for which period, and what must come of it. */
export type Case = {
  readonly name: string
  /** Where it is written; `line` from 1. */
  readonly place: { readonly file: string; readonly line: number }
  readonly span: Span
  /** As it is written: `2026-Q1`, `all`. */
  readonly period: string
  readonly now?: Instant
  /** How what goes on from period to period stood at the end of the one before. */
  readonly previous: readonly Omit<Balance, 'until'>[]
  /** The rows of each record, defaults put in. A field that is not there has nothing in it. */
  readonly given: { readonly [record: Id]: readonly RowObject[] }
  /** Where each row is written, by record, in the order of the rows. */
  readonly places: { readonly [record: Id]: readonly Span[] }
  /** The folder whose files it runs on in place of given rows, as it is written. */
  readonly data?: { readonly folder: string; readonly span: Span }
  /** All results of an earlier run, line by line: the file, and the digest of its text where one is written. */
  readonly golden?: Golden
  /** What it expects came out of the policy, and nobody has said yet that it is right. */
  readonly confirm?: true
  /** Whatever is decided or held must be expected. */
  readonly only: boolean
  readonly expectations: readonly Expectation[]
}

export type Golden = {
  readonly file: string
  readonly span: Span
  readonly digest?: { readonly text: string; readonly place: WrittenText }
}

/** A text of a file that stands in one place: a scalar of YAML, a cell of a case's table, a cell of CSV. */
export type WrittenText = { readonly span: Span; readonly form: 'yaml' | 'cell' | 'csv' }

/** One thing that a case expects. */
export type Expectation = {
  /** What it is about, where that is written. */
  readonly span: Span
  /** The text of what is wanted, which an update replaces; absent where it is put together of several. */
  readonly text?: WrittenText
  /** What is wanted, as it is written. */
  readonly written: string
} & (
  | {
      readonly is: 'result'
      /** A clause, or a part in which it is paid; of a named value: its column. */
      readonly target: Target
      /** What names the line: whose it is, its row, its period. Empty where there is one line. */
      readonly of: readonly string[]
      readonly want: Want
    }
  | { readonly is: 'count'; readonly what: Counted; readonly want: number }
)

export type Counted = 'held' | 'unplaced' | 'problems'

/** `name`: as the case names it. `result`: one of the other results of a clause. */
export type Target =
  | { readonly is: 'clause'; readonly name: string; readonly clause: Id; readonly result?: string }
  | { readonly is: 'value'; readonly name: string; readonly column: Id }

export type Want =
  /** Percentages as what they are of one. `within` is how far off it may be. */
  | { readonly is: 'number'; readonly value: Decimal; readonly currency?: string; readonly within?: Decimal }
  /** Of any other type, as results print it. */
  | { readonly is: 'text'; readonly text: string }
  /** By the code of the reason, or words of it; for any reason without. */
  | { readonly is: 'held'; readonly reason?: string }
  | { readonly is: 'not-applicable' }
