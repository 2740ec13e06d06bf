import type { Fraction } from './grids.ts'

/** Compared with a fixed number. */
export type Bound = {
  readonly by: '<' | '<=' | '=' | '<>' | '>=' | '>'
  readonly value: Fraction
}

/** Whether two comparisons are true for the same multiples of a step. */
export function sameForMultiples(step: Fraction, one: Bound, other: Bound): boolean {
  const [a, b] = [multiplesOf(step, one), multiplesOf(step, other)]
  return a.is === b.is && a.at === b.at
}

/** Which multiples of the step a comparison is true for: those up to or from one, that one alone, all but that one. */
function multiplesOf(
  { n, d }: Fraction,
  { by, value }: Bound,
): { readonly is: 'to' | 'from' | 'one' | 'not' | 'never' | 'always'; readonly at?: bigint } {
  // How many steps the number is, with `whole` of them below it or at it.
  const [over, under] = [value.n * d, value.d * n]
  if (under === 0n) return { is: truthAtZero(by, value.n) ? 'always' : 'never' }
  const whole = floored(over, under)
  const exact = whole * under === over
  switch (by) {
    case '<':
      return { is: 'to', at: exact ? whole - 1n : whole }
    case '<=':
      return { is: 'to', at: whole }
    case '>':
      return { is: 'from', at: whole + 1n }
    case '>=':
      return { is: 'from', at: exact ? whole : whole + 1n }
    case '=':
      return exact ? { is: 'one', at: whole } : { is: 'never' }
    case '<>':
      return exact ? { is: 'not', at: whole } : { is: 'always' }
  }
}

function truthAtZero(by: Bound['by'], value: bigint): boolean {
  switch (by) {
    case '<':
      return value > 0n
    case '<=':
      return value >= 0n
    case '>':
      return value < 0n
    case '>=':
      return value <= 0n
    case '=':
      return value === 0n
    case '<>':
      return value !== 0n
  }
}

/** The divisor is above 0: a step is. */
function floored(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b < 0n ? quotient - 1n : quotient
}
