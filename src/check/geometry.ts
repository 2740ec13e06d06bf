import { formatDay } from '../base/day.ts'
import { formatDecimal, normalize } from '../base/decimal.ts'
import { formatInstant } from '../base/local-time.ts'
import type { Zone } from '../base/work-calendar.ts'
import { currencyText } from './currency.ts'
import type { Type } from './types.ts'

/** A threshold as an author would write it: `80%`, `1000 CNY`, `2026-03-31`. */
export function showPoint(at: bigint, type: Type | undefined, zone?: Zone): string {
  if (type?.is === 'time' && zone) return formatInstant(zone, Number(at))
  if (type?.is === 'date') return formatDay(Number(at))
  if (type?.is !== 'number') return String(at)
  const percent = type.unit === 'percent' || type.unit === 'ratio'
  const { digits, scale } = normalize({ digits: percent ? at * 100n : at, scale: type.range.scale })
  const text = formatDecimal(digits, scale)
  if (percent) return `${text}%`
  return type.unit === 'money' ? `${text} ${currencyText(type.currency)}` : text
}
