/** An exact decimal: `digits / 10^scale`. The only number that money, rates and thresholds are held in. */
export type Decimal = { readonly digits: bigint; readonly scale: number }

/** The seven ways to drop digits. `half-up` goes away from zero; `up` and `down` are away from and toward zero. */
export const roundingModes = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'] as const
export type RoundingMode = (typeof roundingModes)[number]

const powers: bigint[] = [1n]

/** 10^n for n ≥ 0. */
export function power10(n: number): bigint {
  for (let i = powers.length; i <= n; i++) powers.push((powers[i - 1] ?? 1n) * 10n)
  return powers[n] ?? 1n
}

/** The integer nearest to `n / d` by `mode`; `d` must be positive. */
export function divideRounded(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const quotient = n / d
  const rest = n - quotient * d
  if (rest === 0n) return quotient
  const away = quotient + (n < 0n ? -1n : 1n)
  const twice = rest < 0n ? -2n * rest : 2n * rest
  switch (mode) {
    case 'down':
      return quotient
    case 'up':
      return away
    case 'floor':
      return n < 0n ? away : quotient
    case 'ceiling':
      return n < 0n ? quotient : away
    case 'half-up':
      return twice >= d ? away : quotient
    case 'half-down':
      return twice > d ? away : quotient
    case 'half-even':
      return twice > d || (twice === d && (quotient & 1n) === 1n) ? away : quotient
  }
}

/** Reads `-1234.50` with an optional sign; no exponent, no grouping. Undefined when it is no plain decimal. */
export function parseDecimal(text: string): Decimal | undefined {
  const m = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!m) return undefined
  const fraction = m[3] ?? ''
  const digits = BigInt((m[2] ?? '') + fraction)
  return { digits: m[1] === '-' ? -digits : digits, scale: fraction.length }
}

/** The same value with `scale` digits after the point, or undefined when that would lose a digit. */
export function rescale(value: Decimal, scale: number): bigint | undefined {
  if (scale >= value.scale) return value.digits * power10(scale - value.scale)
  const unit = power10(value.scale - scale)
  return value.digits % unit === 0n ? value.digits / unit : undefined
}

/** Without trailing zeros after the point: 1.50 becomes 1.5, 200.00 becomes 200. */
export function normalize(value: Decimal): Decimal {
  let { digits, scale } = value
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n
    scale--
  }
  return { digits, scale }
}

/** `-1234.50`: all `scale` digits, no grouping. */
export function formatDecimal(digits: bigint, scale: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  const fraction = scale > 0 ? `.${text.slice(text.length - scale)}` : ''
  return `${digits < 0n ? '-' : ''}${whole}${fraction}`
}

/** `-1,234.50`: as `formatDecimal`, the whole part grouped by thousands, for people to read. */
export function formatGrouped(digits: bigint, scale: number): string {
  const [whole = '', fraction] = formatDecimal(digits, scale).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
