/** Whole numbers and fractions: nothing here knows a binary fraction. Money is CNY cents. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export function fraction(n: bigint, d = 1n): Fraction {
  return d < 0n ? { n: -n, d: -d } : { n, d }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { n: -b.n, d: b.d })
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function atLeast(a: Fraction, b: Fraction): boolean {
  return compare(a, b) >= 0
}

/** n / d to the nearest whole, halves away from zero; `d` is positive. */
export function half(n: bigint, d: bigint): bigint {
  return n < 0n ? -half(-n, d) : (2n * n + d) / (2n * d)
}

export function rounded(f: Fraction): bigint {
  return half(f.n, f.d)
}

/** n / d downwards; neither is negative. */
export function down(n: bigint, d: bigint): bigint {
  return n / d
}

export function sum<T>(items: Iterable<T>, of: (item: T) => bigint): bigint {
  let total = 0n
  for (const item of items) total += of(item)
  return total
}

export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

export function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

/** Through the points (x, y), straight between them and flat outside; the x ascend. */
export function straight(points: readonly (readonly [Fraction, bigint])[], x: Fraction): Fraction {
  let before: readonly [Fraction, bigint] | undefined
  for (const point of points) {
    if (compare(x, point[0]) <= 0) {
      if (!before) return fraction(point[1])
      // y0 + (x − x0) × (y1 − y0) / (x1 − x0)
      const run = minus(point[0], before[0])
      const part = minus(x, before[0])
      return plus(fraction(before[1]), fraction(part.n * run.d * (point[1] - before[1]), part.d * run.n))
    }
    before = point
  }
  return fraction(before?.[1] ?? 0n)
}

/** Days since 1970-01-01 of `2026-05-31`. */
export function dayNumber(text: string): number {
  return Date.parse(text) / 86_400_000
}

export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

export function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from)
}

export function addDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days)
}

/** The same day of the month, `years` earlier or later. */
export function addYears(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}

/** 1 to 4 of a day of any year. */
export function quarterNumber(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}

export function quarterKey(day: string): string {
  return `${day.slice(0, 4)}-Q${quarterNumber(day)}`
}

export const quarters = [1, 2, 3, 4] as const
export type Quarter = (typeof quarters)[number]

export function key(quarter: Quarter): string {
  return `2026-Q${quarter}`
}

const firsts = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'] as const
const lasts = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'] as const

export function firstDay(quarter: Quarter): string {
  return firsts[quarter - 1] ?? ''
}

export function lastDay(quarter: Quarter): string {
  return lasts[quarter - 1] ?? ''
}

export function daysInMonth(month: number): bigint {
  return BigInt([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}
