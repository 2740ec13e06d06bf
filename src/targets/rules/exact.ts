import { parseDay } from '../../base/day.ts'
import { formatDecimal, parseDecimal, power10 } from '../../base/decimal.ts'
import { readInstant } from '../../base/local-time.ts'

/** An exact number: the denominator is positive. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const zero: Fraction = { n: 0n, d: 1n }

/** `n / d × 10^-scale`. */
export function fraction(n: bigint, d: bigint, scale: number): Fraction {
  return scale >= 0 ? { n, d: d * power10(scale) } : { n: n * power10(-scale), d }
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d }
}

export function absolute(a: Fraction): Fraction {
  return a.n < 0n ? { n: -a.n, d: a.d } : a
}

/** Below 0, 0 or above as `a` is less than, equal to or more than `b`. */
export function order(a: Fraction, b: Fraction): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** The fraction in its smallest numbers. */
function reduced({ n, d }: Fraction): Fraction {
  let a = n < 0n ? -n : n
  let b = d
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? { n: 0n, d: 1n } : { n: n / a, d: d / a }
}

/** `0.05`; what no decimal says exactly is written as a fraction, `1/3`. */
export function textOf(value: Fraction): string {
  const { n, d } = reduced(value)
  let scale = 0
  let rest = d
  while (rest % 10n === 0n) {
    rest /= 10n
    scale++
  }
  for (const factor of [2n, 5n])
    while (rest % factor === 0n) {
      rest /= factor
      scale++
    }
  if (rest !== 1n) return `${n}/${d}`
  return formatDecimal((n * power10(scale)) / d, scale)
}

/** Reads what `textOf` writes, a date as its day, a time with its offset as its seconds; undefined where it is none of them. */
export function numberOf(text: unknown): Fraction | undefined {
  if (typeof text !== 'string') return undefined
  const [top = '', bottom] = text.split('/')
  const n = parseDecimal(top)
  if (n === undefined) {
    const day = parseDay(text)
    if (day !== undefined) return { n: BigInt(day), d: 1n }
    const time = readInstant(undefined, text)
    return typeof time === 'string' ? undefined : { n: BigInt(time.at), d: 1n }
  }
  if (bottom === undefined) return { n: n.digits, d: power10(n.scale) }
  const d = parseDecimal(bottom)
  return d === undefined || d.digits <= 0n || d.scale > 0 || n.scale > 0
    ? undefined
    : { n: n.digits, d: d.digits }
}
