import { parseDay } from '../../base/day.ts'
import { parseDecimal } from '../../base/decimal.ts'
import type { Column } from '../../plan/plan.ts'
import type { Domain, Engine } from './engine.ts'
import { keyText } from './row-key.ts'

/** Whose balance it is: the subject's key. */
export function subjectKey(engine: Engine, domain: Domain, row: number): string {
  const { relation } = domain.grain
  if (relation === undefined) return ''
  return keyText(engine, relation, Math.floor(row / (domain.periods?.list.length ?? 1)))
}

/** The number or code that a balance's text stands for; undefined when it is none of the column's type. */
export function codeOfBalance(text: string, { type }: Column): bigint | undefined {
  if (type.is === 'truth') return text === 'true' ? 1n : text === 'false' ? 0n : undefined
  if (type.is === 'date') {
    const day = parseDay(text)
    return day === undefined ? undefined : BigInt(day)
  }
  if (type.is !== 'int') return undefined
  const decimal = parseDecimal(text)
  if (!decimal || decimal.scale > type.scale) return undefined
  const digits = decimal.digits * 10n ** BigInt(type.scale - decimal.scale)
  return digits < BigInt(type.min) || digits > BigInt(type.max) ? undefined : digits
}
