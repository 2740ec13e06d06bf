import type { RoundingMode } from '../../base/decimal.ts'

/**
 * `n / d` rounded to a whole number by `mode`, times `unit`, for each row.
 * INVARIANT: whole numbers; where a row is present d > 0; |n| + d and 2 d lie within 2^53. Then the quotient of the
 * machine is at most one too large, the rest shows it, and every number here is exact.
 */
export function roundDoubles(
  n: Float64Array,
  d: Float64Array,
  out: Float64Array,
  count: number,
  mode: RoundingMode,
  unit: number,
): void {
  if (mode === 'half-up') {
    halfUp(n, d, out, count, unit)
    return
  }
  for (let i = 0; i < count; i++) {
    const by = d[i] ?? 0
    const value = n[i] ?? 0
    const size = Math.abs(value)
    let quotient = Math.floor(size / by)
    let rest = size - quotient * by
    if (rest < 0) {
      quotient--
      rest += by
    }
    if (rest !== 0 && isAway(mode, value < 0, rest * 2 - by, quotient % 2 === 1)) quotient++
    // A denominator is positive wherever it is present; elsewhere the state speaks.
    out[i] = by > 0 ? (value < 0 ? -quotient : quotient) * unit : 0
  }
}

/** The mode that nearly every policy writes, without a choice inside the loop. */
function halfUp(n: Float64Array, d: Float64Array, out: Float64Array, count: number, unit: number): void {
  for (let i = 0; i < count; i++) {
    const by = d[i] ?? 0
    const value = n[i] ?? 0
    const size = Math.abs(value)
    let quotient = Math.floor(size / by)
    let rest = size - quotient * by
    if (rest < 0) {
      quotient--
      rest += by
    }
    if (rest * 2 >= by) quotient++
    out[i] = by > 0 ? (value < 0 ? -quotient : quotient) * unit : 0
  }
}

/** Whether what is not whole goes away from zero. `overHalf`: below, at or above 0 as the rest is to the half. */
function isAway(mode: RoundingMode, negative: boolean, overHalf: number, odd: boolean): boolean {
  switch (mode) {
    case 'down':
      return false
    case 'up':
      return true
    case 'floor':
      return negative
    case 'ceiling':
      return !negative
    case 'half-up':
      return overHalf >= 0
    case 'half-down':
      return overHalf > 0
    case 'half-even':
      return overHalf > 0 || (overHalf === 0 && odd)
  }
}
