import { divideRounded, power10, type RoundingMode } from '../base/decimal.ts'

/**
 * What an exact number may be: integers from `min` to `max`, divided by 10^scale.
 * Known for every expression before it runs, so that no engine can overflow.
 */
export type Range = { readonly scale: number; readonly min: bigint; readonly max: bigint }

/** The most digits that a step may need: what DECIMAL(38) holds with one to spare. */
export const widestDigits = 37
const widest = power10(widestDigits)

export function fits(range: Range): boolean {
  return range.min > -widest && range.max < widest
}

export const one: Range = { scale: 0, min: 1n, max: 1n }

export function exactly(digits: bigint, scale: number): Range {
  return { scale, min: digits, max: digits }
}

/** The same numbers, held with more places. */
export function widen(range: Range, scale: number): Range {
  const factor = power10(scale - range.scale)
  return { scale, min: range.min * factor, max: range.max * factor }
}

/** Both at the larger of their scales. */
export function align(a: Range, b: Range): readonly [Range, Range] {
  const scale = Math.max(a.scale, b.scale)
  return [widen(a, scale), widen(b, scale)]
}

export function add(a: Range, b: Range): Range {
  const [x, y] = align(a, b)
  return { scale: x.scale, min: x.min + y.min, max: x.max + y.max }
}

export function negate(a: Range): Range {
  return { scale: a.scale, min: -a.max, max: -a.min }
}

export function multiply(a: Range, b: Range): Range {
  const products = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max]
  return { scale: a.scale + b.scale, min: least(products), max: greatest(products) }
}

/** The smallest range that holds both. */
export function union(a: Range, b: Range): Range {
  const [x, y] = align(a, b)
  return { scale: x.scale, min: x.min < y.min ? x.min : y.min, max: x.max > y.max ? x.max : y.max }
}

export function absolute(a: Range): Range {
  const ends = [a.min < 0n ? -a.min : a.min, a.max < 0n ? -a.max : a.max]
  return { scale: a.scale, min: a.min <= 0n && a.max >= 0n ? 0n : least(ends), max: greatest(ends) }
}

/** The bounds of `larger of` (`upper`) or `smaller of` two numbers. */
export function extreme(a: Range, b: Range, upper: boolean): Range {
  const [x, y] = align(a, b)
  const choose = upper ? greatest : least
  return { scale: x.scale, min: choose([x.min, y.min]), max: choose([x.max, y.max]) }
}

/** Values of `n / d` for n and d in their ranges, rounded to `scale`. A d of 0 has no value; the nearest to 0 counts. */
export function quotient(n: Range, d: Range, scale: number): Range {
  const shift = power10(scale + d.scale)
  const unit = power10(n.scale)
  const ends: bigint[] = []
  for (const top of [n.min, n.max]) {
    for (const bottom of [d.min, d.max, 1n, -1n]) {
      if (bottom === 0n || bottom < d.min || bottom > d.max) continue
      const sign = bottom < 0n ? -1n : 1n
      ends.push(divideRounded(top * shift * sign, bottom * unit * sign, 'up'))
    }
  }
  if (n.min <= 0n && n.max >= 0n) ends.push(0n)
  return { scale, min: least(ends), max: greatest(ends) }
}

/** The range after rounding to multiples of `unit / 10^scale`. */
export function rounded(range: Range, unit: bigint, scale: number, mode: RoundingMode): Range {
  const at = (end: bigint) => divideRounded(end * power10(scale), unit * power10(range.scale), mode) * unit
  return { scale, min: at(range.min), max: at(range.max) }
}

function least(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b < a ? b : a), values[0] ?? 0n)
}

function greatest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b > a ? b : a), values[0] ?? 0n)
}

/** The part of a range that lies within another of the same scale. */
export function within(range: Range, limit: Range): Range {
  return {
    scale: range.scale,
    min: greatest([least([range.min, limit.max]), limit.min]),
    max: least([greatest([range.max, limit.min]), limit.max]),
  }
}
