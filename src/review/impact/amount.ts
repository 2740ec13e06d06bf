import { type Decimal, formatDecimal, power10 } from '../../base/decimal.ts'

export const zero: Decimal = { digits: 0n, scale: 0 }

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: at(a, scale) + at(b, scale), scale }
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: at(a, scale) - at(b, scale), scale }
}

/** Below 0 where `a` is smaller. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { digits } = minus(a, b)
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

/** By how far from 0, the largest first. */
export function compareSizes(a: Decimal, b: Decimal): number {
  return compareDecimals(size(b), size(a))
}

function size(a: Decimal): Decimal {
  return a.digits < 0n ? { ...a, digits: -a.digits } : a
}

export function isZero(a: Decimal): boolean {
  return a.digits === 0n
}

export function exact({ digits, scale }: Decimal): string {
  return formatDecimal(digits, scale)
}

function at({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * power10(wanted - scale)
}
