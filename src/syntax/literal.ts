import { type Day, parseDay } from '../base/day.ts'
import { type Decimal, parseDecimal, power10 } from '../base/decimal.ts'
import { unreachable } from '../base/unreachable.ts'
import type { DurationUnit, Literal } from './ast.ts'

/**
 * What a literal is worth, exactly. Percent and price ratio are fractions of one: `12%` is 0.12, `3‰` 0.003,
 * `8折` 0.8, `85折` 0.85.
 */
export type LiteralValue =
  | { readonly is: 'number' | 'percent' | 'price-ratio'; readonly value: Decimal }
  | { readonly is: 'money'; readonly value: Decimal; readonly currency: string }
  | { readonly is: 'date'; readonly day: Day }
  /** A time of day of a date, wherever that is: which instant it is hangs on the zone. */
  | { readonly is: 'time'; readonly day: Day; readonly seconds: number }
  /** Seconds since midnight: up to `24:00`, the end of the day. */
  | { readonly is: 'clock'; readonly seconds: number }
  | { readonly is: 'duration'; readonly count: Decimal; readonly unit: DurationUnit }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'truth'; readonly value: boolean }
  | { readonly is: 'missing' }

/** Undefined when the spelling is not one that the text form accepts (it may come from YAML or from a program). */
export function valueOfLiteral(literal: Literal): LiteralValue | undefined {
  switch (literal.is) {
    case 'number':
    case 'percent':
    case 'price-ratio': {
      const value = decimalOf(literal.spelling)
      return value && { is: literal.is, value }
    }
    case 'money': {
      const value = decimalOf(literal.spelling.replace(/(元| *[A-Z]{3})$/, ''))
      return value && { is: 'money', value, currency: literal.currency }
    }
    case 'date': {
      const day = parseDay(literal.spelling)
      return day === undefined ? undefined : { is: 'date', day }
    }
    case 'time': {
      const [date = '', clock = ''] = literal.spelling.split(' ')
      const day = parseDay(date)
      const seconds = clockSeconds(clock)
      return day === undefined || seconds === undefined ? undefined : { is: 'time', day, seconds }
    }
    case 'clock': {
      const seconds = clockSeconds(literal.spelling)
      return seconds === undefined ? undefined : { is: 'clock', seconds }
    }
    case 'duration': {
      const count = decimalOf(literal.spelling)
      return count && { is: 'duration', count, unit: literal.unit }
    }
    case 'text':
      return { is: 'text', value: literal.value }
    case 'truth':
      return { is: 'truth', value: literal.value }
    case 'missing':
      return { is: 'missing' }
    default:
      return unreachable(literal)
  }
}

/** `17:00` or `17:00:30` as seconds since midnight; `24:00` is the end of the day. Undefined for anything else. */
export function clockSeconds(spelling: string): number | undefined {
  const m = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(spelling)
  if (!m) return undefined
  const [hours, minutes, seconds] = [Number(m[1]), Number(m[2]), Number(m[3] ?? '0')]
  const total = hours * 3600 + minutes * 60 + seconds
  return minutes > 59 || seconds > 59 || total > 86_400 ? undefined : total
}

/** Powers of ten of the Chinese multipliers, the longer spellings first. */
export const multipliers: readonly (readonly [spelling: string, power: number])[] = [
  ['万亿', 12],
  ['萬億', 12],
  ['千万', 7],
  ['千萬', 7],
  ['百万', 6],
  ['百萬', 6],
  ['亿', 8],
  ['億', 8],
  ['万', 4],
  ['萬', 4],
  ['千', 3],
]

/** The exact value of `200_000`, `20万`, `1.5亿`, `12%`, `3‰`, `8折`; undefined for anything else. */
function decimalOf(spelling: string): Decimal | undefined {
  let text = spelling.replaceAll(' ', '')
  let shift = 0
  if (text.endsWith('%')) shift = -2
  else if (text.endsWith('‰')) shift = -3
  else if (text.endsWith('折')) shift = /^\d\d折$/.test(text) ? -2 : -1
  if (shift < 0) text = text.slice(0, -1)
  const multiplier = multipliers.find(([word]) => text.endsWith(word))
  if (multiplier !== undefined) {
    text = text.slice(0, -multiplier[0].length)
    shift += multiplier[1]
  }
  const value = parseDecimal(text.replaceAll('_', ''))
  if (value === undefined) return undefined
  const scale = value.scale - shift
  return scale >= 0 ? { digits: value.digits, scale } : { digits: value.digits * power10(-scale), scale: 0 }
}
