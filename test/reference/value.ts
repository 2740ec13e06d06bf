import type { DurationUnit } from '../../src/syntax/ast.ts'
import type { Period } from './period.ts'
import { fixed, type Rational } from './rational.ts'
import { localDay } from './wall-clock.ts'

/** What a cell or an expression is worth. `quotient`: came of a division and is still a fraction. */
export type Value =
  | { readonly is: 'number'; readonly value: Rational; readonly quotient: boolean }
  | { readonly is: 'day'; readonly day: number }
  /** Seconds since 1970-01-01T00:00Z. */
  | { readonly is: 'instant'; readonly at: bigint }
  /** Seconds since midnight. */
  | { readonly is: 'clock'; readonly seconds: number }
  | { readonly is: 'length'; readonly count: Rational; readonly unit: DurationUnit }
  | { readonly is: 'text'; readonly text: string }
  /** A word of a list, as `senior` or a level's name. */
  | { readonly is: 'word'; readonly text: string; readonly list?: readonly string[] }
  | { readonly is: 'truth'; readonly value: boolean }
  | { readonly is: 'row'; readonly record: string; readonly row: number }
  | { readonly is: 'period'; readonly period: Period }

export type Held = { readonly is: 'held'; readonly missing: boolean; readonly why: string }
export type Result<V = Value> =
  | { readonly is: 'present'; readonly value: V }
  | { readonly is: 'not-applicable'; readonly why: string }
  | Held

export const present = <V>(value: V): Result<V> => ({ is: 'present', value })
export const held = (why: string): Held => ({ is: 'held', missing: false, why })
export const missing = (why: string): Held => ({ is: 'held', missing: true, why })
export const notApplicable = (why: string): Result<never> => ({ is: 'not-applicable', why })

export const exact = (value: Rational): Value => ({ is: 'number', value, quotient: false })
export const fraction = (value: Rational): Value => ({ is: 'number', value, quotient: true })
export const truth = (value: boolean): Value => ({ is: 'truth', value })

/** Not applicable cannot be worked with: an operation on it is held. */
export function used<V>(a: Result<V>): Result<V> {
  return a.is === 'not-applicable' ? held(`uses what is not applicable: ${a.why}`) : a
}

/** The held result of several operands. It counts as missing only when nothing worse stands beside it. */
export function heldOf(operands: readonly Result<unknown>[]): Held | undefined {
  const found = operands.map(used).filter((operand) => operand.is === 'held')
  return found.find((operand) => !operand.missing) ?? found[0]
}

/** Works with the values when all are there; else the operation is held. */
export function both<A, B, C>(a: Result<A>, b: Result<B>, work: (a: A, b: B) => Result<C>): Result<C> {
  const problem = heldOf([a, b])
  if (problem) return problem
  return a.is === 'present' && b.is === 'present' ? work(a.value, b.value) : held('no operand')
}

export function apply<A, B>(a: Result<A>, work: (a: A) => Result<B>): Result<B> {
  const operand = used(a)
  return operand.is === 'present' ? work(operand.value) : operand
}

/** The number, with its fraction kept. Anything else is a mistake of the policy that the checker must have found. */
export function numberOf(value: Value): Rational {
  if (value.is !== 'number') throw new Error(`a number is wanted, not ${value.is}`)
  return value.value
}
export function isQuotient(value: Value): boolean {
  return value.is === 'number' && value.quotient
}
/** The number as it enters a sum: a quotient is fixed to 12 places there. */
export function addend(value: Value): Rational {
  return isQuotient(value) ? fixed(numberOf(value)) : numberOf(value)
}
export function truthOf(value: Value): boolean {
  if (value.is !== 'truth') throw new Error(`yes or no is wanted, not ${value.is}`)
  return value.value
}
export function dayValue(value: Value): number {
  if (value.is === 'instant') return localDay(value.at)
  if (value.is !== 'day') throw new Error(`a date is wanted, not ${value.is}`)
  return value.day
}
