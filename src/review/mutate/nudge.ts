import { placesOfCode } from '../../base/currency-places.ts'
import { formatDay } from '../../base/day.ts'
import { type Decimal, formatDecimal, normalize, power10 } from '../../base/decimal.ts'
import type { Literal } from '../../syntax/ast.ts'
import { valueOfLiteral } from '../../syntax/literal.ts'
import type { NumberNode, TimeNode } from './tree.ts'

/**
 * A number one step away: of its written places, of cents for money, and of hundredths of a percent (`6%` → `6.01%`), so
 * that a case must reckon with it, and not merely go past it. `written`: of its written places alone. Undefined where that
 * would pass zero.
 */
export function nudged(node: NumberNode, up: boolean, written?: 'written'): NumberNode | undefined {
  const value = valueOfLiteral(node)
  if (value === undefined || !('value' in value) || typeof value.value !== 'object') return undefined
  // What stands before the sign: 12% is 0.12, 8折 0.8 and 85折 0.85.
  const shift = shiftOf(node)
  const shown: Decimal = { digits: value.value.digits, scale: value.value.scale - shift }
  const least = written ? 0 : leastPlaces(node)
  const scale = Math.max(shown.scale, least, 0)
  const digits = shown.digits * power10(Math.max(0, scale - shown.scale))
  const next = digits + (up ? 1n : -1n)
  return next < 0n ? undefined : { ...node, spelling: spelled(node, formatDecimal(next, scale)) }
}

/**
 * An amount a hundredth away: where what lies beyond it is paid at another rate, a cent more or less is not seen in what is
 * paid. Undefined for any other number, and for 0.
 */
export function slid(node: NumberNode, up: boolean): NumberNode | undefined {
  const value = valueOfLiteral(node)
  if (value?.is !== 'money' || value.value.digits <= 0n) return undefined
  const { digits, scale } = value.value
  const next = normalize({ digits: digits * (up ? 101n : 99n), scale: scale + 2 })
  return { ...node, spelling: spelled(node, formatDecimal(next.digits, Math.max(next.scale, 0))) }
}

function shiftOf(node: NumberNode): number {
  if (node.is === 'price-ratio') return /^\d\d折$/u.test(node.spelling) ? 2 : 1
  if (node.is !== 'percent') return 0
  return node.spelling.endsWith('‰') ? 3 : 2
}

function leastPlaces(node: NumberNode): number {
  if (node.is === 'percent') return node.spelling.endsWith('‰') ? 1 : 2
  if (node.is === 'price-ratio') return /^\d\d折$/u.test(node.spelling) ? 0 : 1
  return node.is === 'money' ? placesOfCode(node.currency) : 0
}

/** The number with the sign or unit that stood behind it; multipliers (`20万`) are written out. */
function spelled(node: NumberNode, number: string): string {
  const unit = /(?:[%‰折元]| *[A-Z]{3})$/u.exec(node.spelling)?.[0] ?? ''
  return `${number}${unit}`
}

/** A date a day away, a time of day a minute, a length of time by one. Undefined where nothing would be left. */
export function movedTime(node: TimeNode, later: boolean): TimeNode | undefined {
  const value = valueOfLiteral(node as Literal)
  const by = later ? 1 : -1
  switch (value?.is) {
    case 'date':
      return { ...node, spelling: dated(node.spelling, value.day + by) }
    case 'time':
      return { ...node, spelling: `${formatDay(value.day + by)} ${node.spelling.split(' ')[1] ?? ''}` }
    case 'clock': {
      const minutes = Math.floor(value.seconds / 60) + by
      const two = (n: number) => String(n).padStart(2, '0')
      return minutes < 0 || minutes > 1440
        ? undefined
        : { ...node, spelling: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
    }
    case 'duration': {
      const { digits, scale } = value.count
      const next = digits + BigInt(by)
      return next <= 0n ? undefined : { ...node, spelling: formatDecimal(next, scale) }
    }
    default:
      return undefined
  }
}

function dated(spelling: string, day: number): string {
  const text = formatDay(day)
  const m = /^(\d+)-(\d+)-(\d+)$/.exec(text)
  return m && spelling.includes('年') ? `${m[1]}年${Number(m[2])}月${Number(m[3])}日` : text
}
