import { formatDay, parseDay } from '../../base/day.ts'
import { formatDecimal, parseDecimal } from '../../base/decimal.ts'
import type { Column, Type } from '../../plan/plan.ts'
import type { Domain, Engine } from './engine.ts'
import { keyText } from './row-key.ts'

/** Whose balance it is: the subject's key. */
export function subjectKey(engine: Engine, domain: Domain, row: number): string {
  const { relation } = domain.grain
  if (relation === undefined) return ''
  return keyText(engine, relation, Math.floor(row / (domain.periods?.list.length ?? 1)))
}

/** A number as a decimal, a time as its seconds, a date or the first day of a period, `true` or `false`, the word of a list. */
export function textOfBalance(code: bigint, type: Type): string {
  switch (type.is) {
    case 'int':
      return formatDecimal(code, type.scale)
    case 'time':
      return String(code)
    case 'date':
    case 'period':
      return formatDay(Number(code))
    case 'enum':
      return type.values[Number(code)] ?? ''
    default:
      return String(code !== 0n)
  }
}

/** The number or code that a balance's text stands for; undefined when it is none of the column's type. */
export function codeOfBalance(text: string, { type }: Column): bigint | undefined {
  if (type.is === 'truth') return text === 'true' ? 1n : text === 'false' ? 0n : undefined
  if (type.is === 'enum') {
    const index = type.values.indexOf(text)
    return index < 0 ? undefined : BigInt(index)
  }
  if (type.is === 'date' || type.is === 'period') {
    const day = parseDay(text)
    return day === undefined ? undefined : BigInt(day)
  }
  if (type.is === 'time') return /^-?\d{1,13}$/.test(text) ? BigInt(text) : undefined
  if (type.is !== 'int') return undefined
  const decimal = parseDecimal(text)
  if (!decimal || decimal.scale > type.scale) return undefined
  const digits = decimal.digits * 10n ** BigInt(type.scale - decimal.scale)
  return digits < BigInt(type.min) || digits > BigInt(type.max) ? undefined : digits
}
