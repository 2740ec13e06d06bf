import type { Rational } from './trial.ts'

// Fractions with denominators above 0.

export function less(a: Rational, b: Rational): boolean {
  return a.n * b.d < b.n * a.d
}

export function same(a: Rational, b: Rational): boolean {
  return a.n * b.d === b.n * a.d
}

export function minus(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d }
}

export function floorOf({ n, d }: Rational): bigint {
  const quotient = n / d
  return n % d !== 0n && n < 0n ? quotient - 1n : quotient
}
