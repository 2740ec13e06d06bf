import { power10 } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'
import type { Typed } from './checked.ts'
import { constantOf } from './constants.ts'
import { reportCurrencies, sameCurrency } from './currency.ts'
import { sameHourLater } from './local-day.ts'
import { reportPlain } from './plain-number.ts'
import * as range from './range.ts'
import { describe, failed, fixed, type NumberType, type Type, type Unit } from './types.ts'

type Operator = '+' | '-' | '*' | '/'

/** `a op b` with its unit, currency, scale and range worked out; reports what does not go together. */
export function arithmetic(report: Report, op: Operator, a: Typed, b: Typed, span: Span): Typed {
  const type = resultType(report, op, a, b, span)
  const days = dateArithmetic(op, a, b, span)
  if (days) return days
  return { is: 'arithmetic', op, a, b, type, span }
}

/** date ± duration, date − date, time ± duration. */
function dateArithmetic(op: Operator, a: Typed, b: Typed, span: Span): Typed | undefined {
  if (b.type.is === 'date' && a.type.is === 'date' && op === '-') return daysBetween(b, a, span)
  if (b.type.is !== 'duration' || (op !== '+' && op !== '-')) return undefined
  const by: Typed = op === '+' || b.is !== 'const' ? b : { ...b, value: -Number(b.value) }
  const { of } = b.type
  if (of === 'working-days' || of === 'working-seconds')
    return a.type.is === 'time' || (a.type.is === 'date' && of === 'working-days')
      ? { is: 'add-working', a, by, type: a.type, span }
      : undefined
  if (a.type.is === 'time')
    return of === 'seconds'
      ? { is: 'date-add', a, by, months: false, type: a.type, span }
      : sameHourLater(a, by, of === 'months', span)
  if (a.type.is !== 'date' || of === 'seconds') return undefined
  return { is: 'date-add', a, by, months: of === 'months', type: { is: 'date' }, span }
}

/** Days from a to b; dates lie within the years 1 to 9999. */
export function daysBetween(a: Typed, b: Typed, span: Span): Typed {
  const most = 3_652_059n
  const type: Type = { is: 'number', unit: 'count', range: { scale: 0, min: -most, max: most } }
  return { is: 'days-between', a, b, type, span }
}

function resultType(report: Report, op: Operator, a: Typed, b: Typed, span: Span): Type {
  if (a.type.is === 'error' || b.type.is === 'error') return failed
  if (a.type.is !== 'number' || b.type.is !== 'number') {
    const moved = (op === '+' || op === '-') && b.type.is === 'duration' ? b.type.of : undefined
    const isDate = a.type.is === 'date'
    const isTime = a.type.is === 'time'
    const apart = isDate && b.type.is === 'date' && op === '-'
    if (op === '-' && isTime && b.type.is === 'time') report('BY330', {}, span)
    else if (isDate && (moved === 'seconds' || moved === 'working-seconds')) report('BY331', {}, span)
    else if (isDate && isBareCount(op, b)) {
      const days = String(b.is === 'const' ? b.value : 14)
      report('BY548', { written: days }, b.span)
    } else if (!apart && !(moved !== undefined && (isDate || isTime)))
      report('BY301', { operation: op, left: describe(a.type), right: describe(b.type) }, span)
    return failed
  }
  const [left, right] = adopt(op, a, b)
  if ((op === '+' || op === '-') && left.unit !== right.unit) {
    if (reportPlain(report, a, right, 'formula') || reportPlain(report, b, left, 'formula')) return failed
  }
  const type =
    op === '+' || op === '-'
      ? sum(report, op, left, right, span)
      : op === '*'
        ? inHundredths(product(report, left, right, span), a, b)
        : ratio(report, left, right, b, span)
  return type ? checkWidth(report, type, span, a.type, b.type) : failed
}

/** `day + 14`: a whole number without a unit. */
function isBareCount(op: Operator, b: Typed): boolean {
  if (op !== '+' && op !== '-') return false
  return b.is === 'const' && b.type.is === 'number' && b.type.unit === 'number' && b.type.range.scale === 0
}

/**
 * A step that a database could not hold in 37 digits is said here, at the step where it begins, and not when it runs.
 * In memory integers have no such end: the result stays exact.
 */
export function checkWidth(
  report: Report,
  type: NumberType,
  span: Span,
  ...from: readonly Type[]
): NumberType {
  if (isWide(type) && !from.some(isWide)) report('BY308', { digits: String(range.widestDigits) }, span)
  return type
}

function isWide(type: Type): boolean {
  return type.is === 'number' && !(range.fits(type.range) && (!type.over || range.fits(type.over)))
}

/**
 * A plain number literal takes the unit of points and counts beside it: `100 - 4 * points`. 1 beside a percentage or
 * a price ratio is the whole: `1 - discount` is a ratio, which compares with either. A plain 0 that is added or chosen
 * takes any unit: nothing is nothing in every currency.
 */
export function adopt(op: Operator | 'choice', a: Typed, b: Typed): readonly [NumberType, NumberType] {
  const x = a.type as NumberType
  const y = b.type as NumberType
  const sums = op === '+' || op === '-'
  if (sums || op === 'choice') {
    if (isPlainZero(a)) return [zeroOf(y, x), y]
    if (isPlainZero(b)) return [x, zeroOf(x, y)]
  }
  if (sums && ((isWhole(a) && shares.has(y.unit)) || (isWhole(b) && shares.has(x.unit))))
    return [
      { ...x, unit: 'ratio' },
      { ...y, unit: 'ratio' },
    ]
  if (isPlain(a) && adoptable.has(y.unit)) return [{ ...x, unit: y.unit }, y]
  if (isPlain(b) && adoptable.has(x.unit)) return [x, { ...y, unit: x.unit }]
  return [x, y]
}
const adoptable: ReadonlySet<Unit> = new Set<Unit>(['points', 'count', 'ratio', 'number'])

const shares: ReadonlySet<Unit> = new Set<Unit>(['percent', 'price-ratio'])

function isWhole(typed: Typed): boolean {
  const value = isPlain(typed) ? constantOf(typed) : undefined
  return value !== undefined && value.digits === power10(value.scale)
}

function zeroOf(other: NumberType, zero: NumberType): NumberType {
  const { over: _, ...kind } = other
  return { ...kind, range: zero.range }
}

export function isPlainZero(typed: Typed): boolean {
  return isPlain(typed) && constantOf(typed)?.digits === 0n
}

function isPlain(typed: Typed): boolean {
  return constantOf(typed) !== undefined && typed.type.is === 'number' && typed.type.unit === 'number'
}

function sum(report: Report, op: Operator, a: NumberType, b: NumberType, span: Span): NumberType | undefined {
  const unit = commonUnit(report, op, a, b, span)
  if (!unit) return undefined
  if (unit === 'money' && a.per !== b.per) {
    const shown = (per: string | undefined) => (per === undefined ? 'not per period' : `per ${per}`)
    report('BY317', { left: shown(a.per), right: shown(b.per) }, span)
    return undefined
  }
  const x = fixed(a)
  const y = fixed(b)
  const right = op === '-' ? range.negate(y.range) : y.range
  return { ...x, unit, range: range.add(x.range, right) }
}

/** The unit of two numbers that are added, compared or chosen between; reports when they have none in common. */
export function commonUnit(
  report: Report,
  op: string,
  a: NumberType,
  b: NumberType,
  span: Span,
): Unit | undefined {
  if (a.unit === 'money' && b.unit === 'money') {
    if (!sameCurrency(a.currency, b.currency)) {
      reportCurrencies(report, a.currency, b.currency, span)
      return undefined
    }
    return 'money'
  }
  if (a.unit === b.unit) return a.unit
  const units = new Set<Unit>([a.unit, b.unit])
  if (units.has('ratio') && !units.has('money') && !units.has('points'))
    return a.unit === 'ratio' ? b.unit : a.unit
  if (units.has('number') && units.has('count')) return 'number'
  if (units.has('points') && (units.has('count') || units.has('number'))) return 'points'
  if (units.has('price-ratio') && units.has('percent')) report('BY304', {}, span)
  else report('BY301', { operation: op, left: describe(a), right: describe(b) }, span)
  return undefined
}

/** `attainment * 100` counts in plain numbers: 80 beside it is no percentage whose sign was left out. */
function inHundredths(type: NumberType | undefined, a: Typed, b: Typed): NumberType | undefined {
  if (type?.unit !== 'ratio' && type?.unit !== 'percent') return type
  const scaled = [a, b].some((factor) => {
    const value = isPlain(factor) ? constantOf(factor) : undefined
    return value !== undefined && value.digits >= 10n * power10(value.scale)
  })
  return scaled ? { ...type, unit: 'number' } : type
}

function product(report: Report, a: NumberType, b: NumberType, span: Span): NumberType | undefined {
  if (a.unit === 'money' && b.unit === 'money') {
    report('BY306', {}, span)
    return undefined
  }
  const unit = productUnit(a.unit, b.unit)
  const currency = a.currency ?? b.currency
  const both = a.over !== undefined && b.over !== undefined
  const x = both ? fixed(a) : a
  const y = both ? fixed(b) : b
  const over = x.over ?? y.over
  return {
    is: 'number',
    unit,
    range: range.multiply(x.range, y.range),
    ...(currency && { currency }),
    ...(over && { over }),
  }
}

function productUnit(a: Unit, b: Unit): Unit {
  for (const unit of ['money', 'points'] as const) if (a === unit || b === unit) return unit
  if (a === 'number' || a === 'ratio' || a === 'count') return b === 'ratio' && a === 'count' ? 'number' : b
  return b === 'price-ratio' ? 'price-ratio' : a
}

function ratio(
  report: Report,
  a: NumberType,
  b: NumberType,
  divisor: Typed,
  span: Span,
): NumberType | undefined {
  if (constantOf(divisor)?.digits === 0n) {
    report('BY309', {}, span)
    return undefined
  }
  if (b.unit === 'money' && a.unit !== 'money') {
    report('BY301', { operation: '/', left: describe(a), right: describe(b) }, span)
    return undefined
  }
  if (a.unit === 'money' && b.unit === 'money' && !sameCurrency(a.currency, b.currency)) {
    reportCurrencies(report, a.currency, b.currency, span)
    return undefined
  }
  const alike = a.unit === b.unit
  const unit: Unit = alike ? 'ratio' : a.unit === 'count' ? 'number' : a.unit
  const currency = alike ? undefined : a.currency
  const { n, d } = quotientParts(a, b)
  return {
    is: 'number',
    unit,
    range: range.widen(n, Math.max(n.scale, d.scale)),
    over: d,
    ...(currency && { currency }),
  }
}

/** n/d of a quotient of numbers that may be quotients: two of them are fixed first, one keeps its fraction. */
function quotientParts(a: NumberType, b: NumberType): { n: range.Range; d: range.Range } {
  if (a.over && b.over) return { n: fixed(a).range, d: range.absolute(fixed(b).range) }
  if (a.over) return { n: signed(a.range, b.range), d: range.absolute(range.multiply(a.over, b.range)) }
  if (b.over) return { n: signed(range.multiply(a.range, b.over), b.range), d: range.absolute(b.range) }
  return { n: signed(a.range, b.range), d: range.absolute(b.range) }
}

/** The sign of a denominator moves to the numerator, so the numerator may change its sign. */
function signed(n: range.Range, d: range.Range): range.Range {
  return d.min < 0n ? range.union(n, range.negate(n)) : n
}
