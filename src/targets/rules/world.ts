import type { Period } from '../../calendar/periods.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import type { Model } from './model.ts'

/** A row as a service hands it over: money and percents as text (`'1234.50'`, `'12%'`), whole numbers as themselves. */
export type RowObject = { readonly [field: string]: unknown }
const handed: unique symbol = Symbol('row')
/** In place of a reference: the row that was handed over inside of the one that refers to it. */
export type HandedRow = { readonly [handed]: number }

export function handedRow(row: number): HandedRow {
  return { [handed]: row }
}

/** The row that stands in place of a reference; undefined where none does. */
export function rowIn(value: unknown): number | undefined {
  return typeof value === 'object' && value !== null && handed in value ? Number(value[handed]) : undefined
}

/** Rows by the record that they belong to. */
export type DataSet = { readonly [record: string]: readonly RowObject[] }

/** Texts as themselves, anything else as an integer: a word by its place among those of its type. */
export type Found = { readonly value: bigint | string; readonly state: number }

/** A row of a grain: the row of its record and the period. */
export type Spot = { readonly grain: Id; readonly row: number; readonly period?: Period }

/** One run: the rows there are, and what has been worked out about them. Nothing is worked out that nobody asks for. */
export type World = {
  readonly model: Model
  /** The time that the run was told, in seconds since 1970-01-01T00:00Z. */
  readonly now?: number
  readonly count: (relation: Id) => number
  readonly cell: (relation: Id, row: number, field: Id) => Found
  /** A row by its key; −1 where there is none. */
  readonly rowOf: (relation: Id, key: string) => number
  readonly keyOf: (relation: Id, row: number) => string
  readonly column: (id: Id, spot: Spot) => Found
  readonly expr: (expr: Expr, spot: Spot) => Found
  /** What is worked out once for a run, by a key of whoever does so. */
  readonly once: <T>(key: string, make: () => T) => T
  /** Rows of which it is not known whose they are. */
  readonly unplaced: Map<string, Unplaced>
}

export type Unplaced = { readonly record: Id; readonly row: number; readonly state: number }

export function present(value: bigint | string): Found {
  return { value, state: 0 }
}

export function failing(state: number): Found {
  return { value: 0n, state }
}

export function truth(value: boolean): Found {
  return { value: value ? 1n : 0n, state: 0 }
}

/** The integer of a found value. */
export function big({ value }: Found): bigint {
  if (typeof value === 'string') throw new Error('a word where a number must stand')
  return value
}

/** A day, a row, a count. */
export function small(found: Found): number {
  return Number(big(found))
}
