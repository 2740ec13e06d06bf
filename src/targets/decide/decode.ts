import { formatDay } from '../../base/day.ts'
import { formatDecimal } from '../../base/decimal.ts'
import { isoInstant } from '../../base/local-time.ts'
import { periodAt } from '../../calendar/periods.ts'
import type { Plan, Reason, Type } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { numberOf, type Value } from '../evaluate/value.ts'
import type { ResultValue } from './answer.ts'

/** A value as it stands in a register: `over` is its denominator. */
export type Raw = {
  readonly value: number | bigint | string
  readonly over: number | bigint | undefined
  readonly state: number
}

export function decode(plan: Plan, reasons: ReadonlyMap<number, Reason>, type: Type, raw: Raw): Value {
  if (raw.state !== 0) {
    const reason = reasons.get(raw.state)
    if (!reason) throw new Error(`the plan has no reason ${raw.state}`)
    return { is: raw.state < firstHeld ? 'not-applicable' : 'held', state: raw.state, reason }
  }
  const code = Number(raw.value)
  switch (type.is) {
    case 'int': {
      const over = raw.over === undefined ? undefined : BigInt(raw.over)
      return numberOf(type.unit, type.currency, BigInt(raw.value), over, type.scale)
    }
    case 'time':
      return { is: 'time', text: plan.zone ? isoInstant(plan.zone, code) : String(code) }
    case 'date':
      return { is: 'date', text: formatDay(code) }
    case 'truth':
      return { is: 'truth', text: code === 0 ? 'false' : 'true' }
    case 'enum':
      return { is: 'enum', text: type.values[code] ?? '' }
    case 'period': {
      const kind = plan.periods.find((k) => k.id === type.kind)
      return { is: 'period', text: (kind && periodAt(kind, code)?.key) ?? formatDay(code) }
    }
    case 'ref':
    case 'text':
      return { is: type.is, text: String(raw.value) }
  }
}

export function plainValue(value: Value): ResultValue | undefined {
  switch (value.is) {
    case 'number':
      return formatDecimal(value.digits, value.scale)
    case 'truth':
      return value.text === 'true'
    case 'held':
    case 'not-applicable':
      return undefined
    default:
      return value.text
  }
}
