/** An exact fraction; its denominator is above 0. */
export type Rational = { readonly n: bigint; readonly d: bigint }

export function less(a: Rational, b: Rational): boolean {
  return a.n * b.d < b.n * a.d
}

export function same(a: Rational, b: Rational): boolean {
  return a.n * b.d === b.n * a.d
}

export function plus(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

export function minus(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d }
}

export function floorOf({ n, d }: Rational): bigint {
  const quotient = n / d
  return n % d !== 0n && n < 0n ? quotient - 1n : quotient
}
