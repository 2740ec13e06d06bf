import { placesOfCode } from '../base/currency-places.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'

/**
 * What money is in: a currency by its code, or the one that stands in a field of a row: of the row that an amount is
 * read at, or of the one that `path` leads to from there. Two amounts of one row are in the same currency, whichever
 * it is; of two rows nobody knows.
 */
export type Currency = string | CurrencyOfRow
export type CurrencyOfRow = {
  readonly path: readonly string[]
  readonly record: string
  readonly field: string
  /** Those that the field may hold. */
  readonly codes: readonly string[]
}

export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/u.test(text)
}

export function isOfRow(currency: Currency | undefined): currency is CurrencyOfRow {
  return currency !== undefined && typeof currency !== 'string'
}

export function sameCurrency(a: Currency | undefined, b: Currency | undefined): boolean {
  return currencyText(a) === currencyText(b)
}

/** `CNY`, or the field that holds it: `order.currency`. */
export function currencyText(currency: Currency | undefined): string {
  if (currency === undefined) return '?'
  return isOfRow(currency) ? [...currency.path, currency.field].join('.') : currency
}

/** Two currencies meet where there must be one. */
export function reportCurrencies(
  report: Report,
  a: Currency | undefined,
  b: Currency | undefined,
  span: Span,
): void {
  const found = { left: currencyText(a), right: currencyText(b) }
  if (!isOfRow(a) && !isOfRow(b)) report('BY305', found, span)
  else report('BY321', { ...found, field: currencyText(isOfRow(a) ? a : b) }, span)
}

type InCurrency = { readonly currency?: Currency }

/** An amount of the row that `path` leads to, as it is seen from where the path begins. */
export function seenThrough<T extends object>(type: T & InCurrency, path: readonly string[]): T {
  const { currency } = type
  if (!isOfRow(currency) || path.length === 0) return type
  return { ...type, currency: { ...currency, path: [...path, ...currency.path] } }
}

/**
 * The currency of amounts of many rows, as seen from the row that `path` leads all of them to: one where it stands in
 * that row, none where it stands in each of theirs.
 */
export function sharedCurrency(currency: CurrencyOfRow, path: readonly string[]): CurrencyOfRow | undefined {
  const shared = path.every((step, i) => currency.path[i] === step)
  return shared ? { ...currency, path: currency.path.slice(path.length) } : undefined
}

/** The type of what many rows give to the row that `path` leads them to; reported where their currencies may differ. */
export function ofManyRows<T extends object>(
  report: Report,
  type: T & InCurrency,
  of: { readonly record?: string },
  path: readonly string[],
  span: Span,
): T | undefined {
  if (!isOfRow(type.currency)) return type
  const currency = of.record === undefined ? undefined : sharedCurrency(type.currency, path)
  if (currency) return { ...type, currency }
  report('BY322', { field: currencyText(type.currency) }, span)
  return undefined
}

/** Digits after the point of a currency's amounts; of several, the most. */
export function placesOf(currency: Currency | undefined): number {
  return Math.max(...placesOfEach(currency))
}

/** The digits that amounts have in whichever currency it is: of several, the fewest. */
export function commonPlaces(currency: Currency | undefined): number {
  return Math.min(...placesOfEach(currency))
}

function placesOfEach(currency: Currency | undefined): readonly number[] {
  if (currency === undefined) return [2]
  const codes = isOfRow(currency) ? currency.codes : [currency]
  return codes.map(placesOfCode)
}
