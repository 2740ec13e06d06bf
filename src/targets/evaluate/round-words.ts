import { divideRounded, type RoundingMode } from '../../base/decimal.ts'

/**
 * Quotients of 64-bit words, rounded to whole numbers: the same as `divideRounded`, without making a BigInt.
 * INVARIANT: where a row is present its divisor d > 0, and |n| + d and 2 d fit 64 bits. Elsewhere what comes out means
 * nothing; it may wrap.
 */
type Words = BigInt64Array

/** `n / d` for one divisor. */
export function roundBy(n: Words, d: bigint, out: Words, count: number, mode: RoundingMode): void {
  const [above, below] = towardsNext(d, mode)
  divideAll(n, BigInt64Array.of(d, above, above ^ -below), out, count)
  if (mode === 'half-even') evenTies(n, d, out, count)
}

/** `n / d` row by row. */
export function roundEach(n: Words, d: Words, out: Words, count: number, mode: RoundingMode): void {
  if (mode === 'half-up') {
    halfUp(n, d, out, count)
    return
  }
  for (let i = 0; i < count; i++) {
    const by = d[i] ?? 0n
    // A denominator is positive wherever it is present; elsewhere the state speaks.
    out[i] = by > 0n ? divideRounded(n[i] ?? 0n, by, mode) : 0n
  }
}

/**
 * What is added to the size of a numerator at or above 0, and of one below it, so that the division, which cuts, gives
 * the rounded size. Of half-even: that of half-up.
 */
function towardsNext(d: bigint, mode: RoundingMode): readonly [above: bigint, below: bigint] {
  switch (mode) {
    case 'down':
      return [0n, 0n]
    case 'up':
      return [d - 1n, d - 1n]
    case 'floor':
      return [0n, d - 1n]
    case 'ceiling':
      return [d - 1n, 0n]
    case 'half-down':
      return [(d - 1n) / 2n, (d - 1n) / 2n]
    case 'half-up':
    case 'half-even':
      return [d / 2n, d / 2n]
  }
}

/**
 * `by`: the divisor, what is added at or above 0, and what turns that (by exclusive or) into what is added below. They
 * are read from words because then all is reckoned in words.
 */
function divideAll(n: Words, by: Words, out: Words, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = n[i] ?? 0n
    // All ones below 0: a branch here would make a BigInt of every value.
    const sign = value >> 63n
    const more = (by[1] ?? 0n) ^ ((by[2] ?? 0n) & sign)
    out[i] = BigInt.asIntN(64, value + more) / (by[0] ?? 1n)
  }
}

function halfUp(n: Words, d: Words, out: Words, count: number): void {
  for (let i = 0; i < count; i++) {
    const by = d[i] ?? 0n
    const value = n[i] ?? 0n
    const sign = value >> 63n
    const half = by >> 1n
    out[i] = by > 0n ? BigInt.asIntN(64, value + (half ^ sign) - sign) / by : 0n
  }
}

/** Takes back from half-up what stood exactly between two numbers and went to the odd one. */
function evenTies(n: Words, d: bigint, out: Words, count: number): void {
  if (d % 2n !== 0n) return
  const half = BigInt64Array.of(d / 2n)
  for (let i = 0; i < count; i++) {
    const value = n[i] ?? 0n
    const sign = value >> 63n
    const size = BigInt.asIntN(64, (value ^ sign) - sign)
    const rest = size % BigInt.asIntN(64, (half[0] ?? 1n) * 2n)
    if (rest !== half[0]) continue
    const quotient = out[i] ?? 0n
    if ((quotient & 1n) === 1n) out[i] = quotient - (value < 0n ? -1n : 1n)
  }
}
