import type { RoundingMode } from '../../src/base/decimal.ts'

/** An exact fraction in lowest terms; `d` is always positive. The reference's only number. */
export type Rational = { readonly n: bigint; readonly d: bigint }

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `n / d`. `d` must not be 0. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new Error('a fraction over zero')
  const common = gcd(n, d) || 1n
  const sign = d < 0n ? -1n : 1n
  return { n: (sign * n) / common, d: (sign * d) / common }
}

export const zero = rational(0n)
export const one = rational(1n)

export const add = (a: Rational, b: Rational) => rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Rational, b: Rational) => rational(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Rational, b: Rational) => rational(a.n * b.n, a.d * b.d)
export const divide = (a: Rational, b: Rational) => rational(a.n * b.d, a.d * b.n)
export const negate = (a: Rational) => rational(-a.n, a.d)
export const absolute = (a: Rational) => (a.n < 0n ? negate(a) : a)

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}
export const smaller = (a: Rational, b: Rational) => (compare(b, a) < 0 ? b : a)
export const larger = (a: Rational, b: Rational) => (compare(b, a) > 0 ? b : a)

/** The whole number next below or at `a`. */
function floorOf(a: Rational): bigint {
  const quotient = a.n / a.d
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient
}

/** The multiple of `unit` that `mode` chooses. Written from the words of the modes, not from the engine's division. */
export function roundTo(a: Rational, unit: Rational, mode: RoundingMode): Rational {
  const scaled = divide(a, unit)
  const below = floorOf(scaled)
  const rest = subtract(scaled, rational(below))
  if (rest.n === 0n) return a
  const above = below + 1n
  const negative = scaled.n < 0n
  const away = negative ? below : above
  const toward = negative ? above : below
  const half = compare(rest, rational(1n, 2n))
  const nearest = half < 0 ? below : above
  const chosen = (): bigint => {
    switch (mode) {
      case 'floor':
        return below
      case 'ceiling':
        return above
      case 'up':
        return away
      case 'down':
        return toward
      case 'half-up':
        return half === 0 ? away : nearest
      case 'half-down':
        return half === 0 ? toward : nearest
      case 'half-even':
        return half === 0 ? (below % 2n === 0n ? below : above) : nearest
    }
  }
  return multiply(rational(chosen()), unit)
}

const trillionth = rational(1n, 10n ** 12n)

/** Twelve places, half-even: where a quotient stops being a fraction. */
export const fixed = (a: Rational) => roundTo(a, trillionth, 'half-even')

/** Reads `-1234.50`; undefined when it is no plain decimal. */
export function rationalOf(text: string): Rational | undefined {
  const m = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!m) return undefined
  const fraction = m[3] ?? ''
  const digits = BigInt(`${m[2]}${fraction}`)
  return rational(m[1] === '-' ? -digits : digits, 10n ** BigInt(fraction.length))
}

/** `-1234.5`: the exact decimal without trailing zeros; what has no end is given to 12 places, half-even. */
export function decimalText(a: Rational): string {
  let denominator = a.d
  let places = 0
  while (denominator % 10n === 0n) denominator /= 10n
  while (denominator % 2n === 0n) denominator /= 2n
  while (denominator % 5n === 0n) denominator /= 5n
  if (denominator !== 1n) return decimalText(fixed(a))
  while ((a.n * 10n ** BigInt(places)) % a.d !== 0n) places++
  const digits = (a.n < 0n ? -a.n : a.n) * 10n ** BigInt(places)
  const text = (digits / a.d).toString().padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  return `${a.n < 0n ? '-' : ''}${whole}${places > 0 ? `.${text.slice(text.length - places)}` : ''}`
}
