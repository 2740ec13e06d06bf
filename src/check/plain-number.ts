import { formatDecimal, normalize } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Typed } from './checked.ts'
import { constantOf } from './constants.ts'
import { currencyText, isOfRow, reportCurrencies } from './currency.ts'
import type { NumberType } from './types.ts'

/**
 * The commonest slip, reported with the mended text: a number written without its unit where money or a percentage
 * stands (`sold > 100000`, `attainment >= 80`). Says whether it was reported. In a table's cell 0 needs no unit, and
 * money none at all: the heading's measure has it.
 */
export function reportPlain(
  report: Report,
  literal: Typed,
  other: NumberType,
  where: 'formula' | 'cell',
): boolean {
  const value = constantOf(literal)
  if (value?.type.unit !== 'number') return false
  const text = formatDecimal(value.digits, value.scale)
  const said = (code: 'BY302' | 'BY303', fix: string): boolean => {
    report(code, { text, fix }, literal.span, { edits: [{ span: literal.span, text: fix }] })
    return true
  }
  // A ratio may stand beside a number (`coverage >= 3`), but nobody means 8000 % by `attainment >= 80`.
  const slip = other.unit === 'ratio' && value.scale === 0 && value.digits >= 10n
  if (other.unit === 'percent' || slip) {
    if (where === 'cell' && value.digits === 0n) return false
    // The whole, or a hundredth of it: only the author knows.
    if (value.digits === 1n && value.scale === 0) {
      report('BY303', { text, fix: '100%` / `1%' }, literal.span)
      return true
    }
    const hundredfold = normalize({
      digits: value.digits * (value.scale === 0 ? 1n : 100n),
      scale: value.scale,
    })
    return said('BY303', `${formatDecimal(hundredfold.digits, hundredfold.scale)}%`)
  }
  if (other.unit !== 'money') return false
  if (isOfRow(other.currency) && value.digits !== 0n) {
    reportCurrencies(report, other.currency, text, literal.span)
    return true
  }
  if (where === 'cell') return false
  return said('BY302', `${text} ${currencyText(other.currency)}`)
}

/** `rate 2 of sold`, or 2 in a column of rates: whole numbers beside money are percentages whose sign was left out. */
export function reportPlainRate(report: Report, rate: Typed, of: Typed | undefined): boolean {
  const value = constantOf(rate)
  const isMoney = of?.type.is === 'number' && of.type.unit === 'money'
  if (!isMoney || value?.type.unit !== 'number' || value.scale > 0 || value.digits < 1n) return false
  const text = formatDecimal(value.digits, 0)
  const fix = `${text}%`
  report('BY303', { text, fix }, rate.span, { edits: [{ span: rate.span, text: fix }] })
  return true
}

/** `attainment * 100`: a share turned into points, beside which 120 is no percentage without its sign. */
export function isInPoints(typed: Typed): boolean {
  if (typed.is !== 'arithmetic' || typed.op !== '*') return false
  return [typed.a, typed.b].some((factor) => {
    const value = constantOf(factor)
    return value?.type.unit === 'number' && value.scale === 0 && value.digits >= 10n
  })
}
