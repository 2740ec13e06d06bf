import { parseDay } from '../../src/base/day.ts'
import type { Literal } from '../../src/syntax/ast.ts'
import { multiply, type Rational, rational, rationalOf } from './rational.ts'
import { clockOf, timeOfSpelling } from './time.ts'
import { exact, missing, present, type Result, truth, type Value } from './value.ts'

const powers = new Map([
  ['万', 10n ** 4n],
  ['萬', 10n ** 4n],
  ['亿', 10n ** 8n],
  ['億', 10n ** 8n],
])

/** Full-width digits, points and signs as their ASCII twins. */
export function narrow(text: string): string {
  return text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

/** `200_000`, `20万`, `1.5亿`, whatever unit stands behind. */
export function numberOfSpelling(spelling: string): Rational {
  const m = /^([+-]?[\d_,]+(?:\.[\d_]+)?)\s*([万萬亿億])?/.exec(narrow(spelling).trim())
  const plain = rationalOf((m?.[1] ?? '').replace(/[_,]/g, ''))
  if (!plain) throw new Error(`no number: ${spelling}`)
  return multiply(plain, rational(powers.get(m?.[2] ?? '') ?? 1n))
}

/** `12%`, `3‰`. */
export function percentOfSpelling(spelling: string): Rational {
  const per = spelling.includes('‰') ? 1000n : 100n
  return multiply(numberOfSpelling(spelling), rational(1n, per))
}

/** `8折` is 0.8 of the price, `9.5折` 0.95, `85折` 0.85. */
export function priceRatioOfSpelling(spelling: string): Rational {
  const digits = narrow(spelling).replace(/[^\d.]/g, '')
  const number = numberOfSpelling(digits)
  return multiply(number, rational(1n, /^\d\d$/.test(digits) && digits !== '10' ? 100n : 10n))
}

export function valueOfLiteral(literal: Literal): Result<Value> {
  switch (literal.is) {
    case 'number':
    case 'money':
      return present(exact(numberOfSpelling(literal.spelling)))
    case 'percent':
      return present(exact(percentOfSpelling(literal.spelling)))
    case 'price-ratio':
      return present(exact(priceRatioOfSpelling(literal.spelling)))
    case 'date':
      return present({ is: 'day', day: dayOfSpelling(literal.spelling) })
    case 'time':
      return timeOfSpelling(literal.spelling)
    case 'clock':
      return present({ is: 'clock', seconds: clockOf(literal.spelling) })
    case 'duration': {
      return present({ is: 'length', count: numberOfSpelling(literal.spelling), unit: literal.unit })
    }
    case 'text':
      return present({ is: 'text', text: literal.value })
    case 'truth':
      return present(truth(literal.value))
    case 'missing':
      return missing('written as missing')
  }
}

export function dayOfSpelling(spelling: string): number {
  const day = parseDay(narrow(spelling).replace(/\s/g, ''))
  if (day === undefined) throw new Error(`no date: ${spelling}`)
  return day
}
