import { power10 } from '../base/decimal.ts'
import { type Currency, commonPlaces, currencyText, placesOf } from './currency.ts'
import type { Range } from './range.ts'
import { quotient, widen, within } from './range.ts'

/** What a number measures. `ratio` is a quotient of like things: it compares with percentages and with numbers. */
export type Unit = 'money' | 'percent' | 'price-ratio' | 'ratio' | 'number' | 'count' | 'points'

/**
 * A number: exact with `range`, or, when `over` is there, a fraction whose numerator lies in `range` and whose
 * denominator in `over`. A fraction is never divided out before the policy says so.
 */
export type NumberType = {
  readonly is: 'number'
  readonly unit: Unit
  readonly currency?: Currency
  /** `money per month`: carried along so that a reader sees it; adding unlike ones is reported. */
  readonly per?: string
  readonly range: Range
  readonly over?: Range
}

export type Type =
  | NumberType
  | { readonly is: 'date' }
  /** An instant: seconds since 1970-01-01T00:00Z. */
  | { readonly is: 'time' }
  /** A time of day: seconds since midnight. */
  | { readonly is: 'clock' }
  | Duration
  | { readonly is: 'period'; readonly kind: string }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  | { readonly is: 'ref'; readonly record: string }
  | { readonly is: 'text' }
  | { readonly is: 'truth' }
  /** The literal `missing`. */
  | { readonly is: 'missing' }
  /** Already reported: fits everything, so that one mistake gives one message. */
  | { readonly is: 'error' }

/** `per`: of working days, into how many parts each is cut (5.5 are 55, 10 to a day). */
export type Duration = {
  readonly is: 'duration'
  readonly of: 'days' | 'months' | 'seconds' | 'working-seconds' | 'working-days'
  readonly per?: number
}

export const truth: Type = { is: 'truth' }
export const date: Type = { is: 'date' }
export const time: Type = { is: 'time' }
export const text: Type = { is: 'text' }
export const failed: Type = { is: 'error' }

export function number(unit: Unit, range: Range, currency?: Currency): NumberType {
  return currency === undefined ? { is: 'number', unit, range } : { is: 'number', unit, range, currency }
}

/** Places to which a quotient is fixed where it must become one number (language reference, Numbers). */
export const quotientPlaces = 12

/**
 * The type after a quotient was fixed to its places; an exact number is left as it is. It is no larger than its unit
 * may be: a quotient beyond that (an attainment of a million times) is held when it runs.
 */
export function fixed(type: NumberType): NumberType {
  if (!type.over) return type
  const { over, ...rest } = type
  return { ...rest, range: within(quotient(type.range, over, quotientPlaces), fixedLimit(type.unit)) }
}

/** The largest that a fixed quotient may be: under a million for plain ratios, under 10¹³ for money. */
export function fixedLimit(unit: Unit): Range {
  const max = power10((unit === 'money' ? 13 : unit === 'number' ? 9 : 6) + quotientPlaces) - 1n
  return { scale: quotientPlaces, min: -max, max }
}

/** An amount as it is paid: with all the digits of its currency, `5 CNY` as 5.00. */
export function payable(type: NumberType): NumberType {
  const places = commonPlaces(type.currency)
  if (type.unit !== 'money' || type.over || type.range.scale >= places) return type
  return { ...type, range: widen(type.range, places) }
}

/** The range of a field that says nothing of its own: money under 10¹³, percent under 10³, others under 10⁹. */
export function unstatedRange(unit: Unit, scale: number): Range {
  const whole =
    unit === 'money' ? 13 : unit === 'percent' || unit === 'ratio' || unit === 'price-ratio' ? 3 : 9
  const max = power10(whole + scale) - 1n
  return { scale, min: unit === 'count' ? 0n : -max, max }
}

/** Digits after the point of a field that says nothing of its own (percent: four places of a percent). */
export function unstatedScale(unit: Unit, currency: Currency | undefined): number {
  switch (unit) {
    case 'money':
      return placesOf(currency)
    case 'percent':
    case 'ratio':
      return 6
    case 'price-ratio':
      return 4
    case 'number':
      return 6
    case 'points':
      return 2
    case 'count':
      return 0
  }
}

/** Whether a reader would call them the same. */
export function alike(a: Type, b: Type): boolean {
  return describe(a) === describe(b)
}

/** As a reader knows it: `money in CNY`, `percent`, `one of rep, senior`. Kept short; the words are the policy's. */
export function describe(type: Type): string {
  switch (type.is) {
    case 'number':
      return type.unit === 'money' ? `money in ${currencyText(type.currency)}` : type.unit
    case 'enum':
      return `one of ${type.values.join(', ')}`
    case 'ref':
      return type.record
    case 'period':
      return type.kind
    case 'duration':
      return type.of
    case 'truth':
      return 'yes/no'
    default:
      return type.is
  }
}
