import { formatDay, parseDay } from '../../base/day.ts'
import { formatDecimal } from '../../base/decimal.ts'
import { isoInstant, readInstant } from '../../base/local-time.ts'
import { readNumber } from '../../data/cell-number.ts'
import type { Field, Plan } from '../../plan/plan.ts'

// Cells of a case as numbers that can be reckoned with, and back.

/** The integer of a number, a day or a time; undefined for any other cell. */
export function digitsOf(
  plan: Plan,
  { id, type }: Pick<Field, 'id' | 'type'>,
  text: string | undefined,
): bigint | undefined {
  if (text === undefined) return undefined
  if (type.is === 'int') {
    const read = readNumber({ name: id, type, style: 'signed' }, text)
    return 'value' in read ? read.value : undefined
  }
  if (type.is === 'date') {
    const day = parseDay(text)
    return day === undefined ? undefined : BigInt(day)
  }
  if (type.is === 'time') {
    const read = readInstant(plan.zone, text)
    return typeof read === 'string' ? undefined : BigInt(read.at)
  }
  return undefined
}

/** A number, day or time as a cell; undefined outside what the field can hold. */
export function cellOf(plan: Plan, { type }: Pick<Field, 'type'>, digits: bigint): string | undefined {
  if (type.is === 'date') {
    const day = Number(digits)
    return day > -700_000 && day < 2_900_000 ? formatDay(day) : undefined
  }
  if (type.is === 'time') {
    const at = Number(digits)
    return plan.zone && at > -60_000_000_000 && at < 250_000_000_000 ? isoInstant(plan.zone, at) : undefined
  }
  if (type.is !== 'int' || digits < BigInt(type.min) || digits > BigInt(type.max)) return undefined
  const { scale, unit } = type
  if (unit === 'percent' || unit === 'ratio' || unit === 'price-ratio') {
    return scale >= 2
      ? `${trimmed(digits, scale - 2, 0)}%`
      : `${formatDecimal(digits * 10n ** BigInt(2 - scale), 0)}%`
  }
  return trimmed(digits, scale, unit === 'money' ? Math.min(2, scale) : 0)
}

/** Without zeros at the end that say nothing, but for the cents of an amount that has some. */
function trimmed(digits: bigint, scale: number, least: number): string {
  let kept = scale
  let rest = digits
  while (kept > 0 && rest % 10n === 0n) {
    rest /= 10n
    kept--
  }
  if (kept > 0 && kept < least) return formatDecimal(digits / 10n ** BigInt(scale - least), least)
  return formatDecimal(rest, kept)
}
