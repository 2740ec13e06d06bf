import { formatDecimal, power10 } from '../base/decimal.ts'
import type { IntType } from '../plan/plan.ts'
import { type Fault, fault, quoted } from './problem-log.ts'

/**
 * How a bare number in a share column is meant: `fraction` 0.12, `percent` 12, `zhe` 8 (of ten). `signed`: a bare
 * number is refused, because it could be either.
 */
export type ShareStyle = 'signed' | 'fraction' | 'percent' | 'zhe'

export type NumberField = { readonly name: string; readonly type: IntType; readonly style: ShareStyle }
export type NumberReading = { readonly value: bigint } | { readonly fault: Fault }

/**
 * Reads any accepted spelling of a number: signs, full-width digits, thousands, currency marks, %, ‰ and 折.
 * The result is an integer at the field's scale; nothing is rounded. Percent 12 % is 0.12, so 12 at scale 2.
 */
export function readNumber(field: NumberField, text: string): NumberReading {
  const plain = narrow(text)
  const shown = quoted(text.trim())
  const { body, unit, wrong } = splitUnit(field, plain)
  if (wrong) return wrongCurrency(field, shown)
  if (/^\(.*\)$/.test(body)) return { fault: fault('BY706', { text: shown }) }
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)e[+-]?\d+$/i.test(body)) return { fault: fault('BY708', { text: shown }) }
  if (/^[+-]?[\d,.]+$/.test(body) && body.includes(',') && !grouped.test(body)) {
    return { fault: fault('BY707', { text: shown }) }
  }
  const m = /^([+-]?)(\d*)(?:\.(\d+))?$/.exec(body.replaceAll(',', ''))
  if (!m || (m[2] === '' && m[3] === undefined)) return { fault: fault('BY702', { text: shown }) }
  const shift = shiftOf(field, unit, m[2] ?? '', m[3] ?? '')
  if (typeof shift !== 'number') return { fault: shift(shown) }
  return scaled(field, shown, m[1] === '-', (m[2] ?? '') + (m[3] ?? ''), (m[3] ?? '').length + shift)
}

const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/** Full-width forms as their ASCII twins, without blanks at the ends. */
function narrow(text: string): string {
  const ascii = text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  return ascii.replaceAll('\u2212', '-').replaceAll('\uffe5', '¥').trim()
}

/** `digits / 10^fraction` at the field's scale, within its range. */
function scaled(
  field: NumberField,
  shown: string,
  negative: boolean,
  digits: string,
  fraction: number,
): NumberReading {
  const { scale, min, max } = field.type
  // More digits than any range: converting them would cost the square of their number.
  const significant = digits.replace(/^0+/, '')
  const dropped = fraction - scale
  const rest = dropped > 0 ? significant.slice(Math.max(0, significant.length - dropped)) : ''
  if (/[1-9]/.test(rest)) return tooFine(field, shown)
  const kept = dropped > 0 ? significant.slice(0, Math.max(0, significant.length - dropped)) : significant
  if (kept.length > 60) return outOfRange(field, shown)
  const size = BigInt(kept || '0') * (dropped < 0 ? power10(-dropped) : 1n)
  const value = negative ? -size : size
  return value < BigInt(min) || value > BigInt(max) ? outOfRange(field, shown) : { value }
}

type UnitMark = '' | '%' | '‰' | '折'

/** Takes currency marks and share signs off. `wrong`: they belong to another currency. */
function splitUnit(field: NumberField, text: string): { body: string; unit: UnitMark; wrong: boolean } {
  const { unit, currency } = field.type
  if (unit === 'percent' || unit === 'price-ratio' || unit === 'ratio') {
    const mark = text.at(-1)
    const body = text.slice(0, -1).trimEnd()
    if (mark === '%' || mark === '‰') return { body, unit: mark, wrong: false }
    if (mark === '折' && unit === 'price-ratio') return { body, unit: mark, wrong: false }
    return { body: text, unit: '', wrong: false }
  }
  if (unit !== 'money') return { body: text, unit: '', wrong: false }
  const m = /^([+-]?)\s*(?:([A-Za-z]{3}|\p{Sc})\s*)?([+-]?[\d.,()]+?)\s*([A-Za-z]{3}|\p{Sc}|元)?$/u.exec(text)
  const marks = [m?.[2], m?.[4]].filter((mark) => mark !== undefined)
  if (!m || marks.length === 0) return { body: text, unit: '', wrong: false }
  return {
    body: `${m[1] ?? ''}${m[3] ?? ''}`,
    unit: '',
    wrong: marks.some((mark) => !meansCurrency(mark, currency)),
  }
}

const marksOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['¥', ['CNY', 'JPY']],
  ['元', ['CNY', 'TWD', 'HKD']],
  ['$', ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD']],
  ['€', ['EUR']],
  ['£', ['GBP']],
])

function meansCurrency(mark: string, currency: string | undefined): boolean {
  if (currency === undefined) return false
  return mark.toUpperCase() === currency || (marksOf.get(mark)?.includes(currency) ?? false)
}

/** How many places the unit moves the point; or the fault that says why it cannot be known. */
function shiftOf(
  field: NumberField,
  mark: UnitMark,
  whole: string,
  fraction: string,
): number | ((shown: string) => Fault) {
  const { unit } = field.type
  if (mark === '%') return 2
  if (mark === '‰') return 3
  const unclear = (shown: string) => fault('BY710', { text: shown })
  if (mark === '折' || (unit === 'price-ratio' && field.style === 'zhe')) {
    // 8折 and 8.5折 are tenths, 85折 hundredths; 10折 could be all of the price or a tenth of it.
    if (whole.length === 1 && fraction.length <= 1) return 1
    return whole.length === 2 && fraction === '' && whole !== '10' && whole[0] !== '0' ? 2 : unclear
  }
  if (unit !== 'percent' && unit !== 'price-ratio') return 0
  if (field.style === 'fraction') return 0
  if (field.style === 'percent') return 2
  if (/^0*$/.test(whole) && /^0*$/.test(fraction)) return 0
  return unit === 'percent' ? (shown) => fault('BY709', { text: shown, field: field.name }) : unclear
}

function wrongCurrency(field: NumberField, shown: string): NumberReading {
  const { currency } = field.type
  return currency === undefined
    ? { fault: fault('BY702', { text: shown }) }
    : { fault: fault('BY705', { text: shown, currency, field: field.name }) }
}

function tooFine(field: NumberField, shown: string): NumberReading {
  return { fault: fault('BY703', { text: shown, field: field.name, step: showShare(field, 1n) }) }
}

function outOfRange(field: NumberField, shown: string): NumberReading {
  const low = showShare(field, BigInt(field.type.min))
  const high = showShare(field, BigInt(field.type.max))
  return { fault: fault('BY704', { text: shown, field: field.name, low, high }) }
}

/** A percentage as one: 0.0001 is 0.01%. */
function showShare(field: NumberField, value: bigint): string {
  const { unit, scale } = field.type
  if (unit !== 'percent') return formatDecimal(value, scale)
  return scale >= 2 ? `${formatDecimal(value, scale - 2)}%` : `${formatDecimal(value * 100n, scale)}%`
}
