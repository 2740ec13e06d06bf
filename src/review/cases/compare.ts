import { type Decimal, normalize, power10 } from '../../base/decimal.ts'
import { languages } from '../../base/language.ts'
import { reasonText } from '../../base/render.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { why } from '../../targets/evaluate/why.ts'
import type { Difference, ResultExpectation, Spot } from './case-run.ts'

/** How a value differs from what is wanted; undefined where it does not. */
export function compare(
  results: Results,
  expectation: ResultExpectation,
  spot: Spot,
): Difference | undefined {
  const { want } = expectation
  const { value } = spot
  const differs: Difference = { is: 'value', expectation, spot }
  switch (want.is) {
    case 'held':
      return value.is === 'held' && isReason(results, spot, want.reason) ? undefined : differs
    case 'not-applicable':
      return value.is === 'not-applicable' ? undefined : differs
    case 'text':
      return 'text' in value && value.text === want.text ? undefined : differs
    case 'number': {
      if (value.is !== 'number') return differs
      if (want.currency !== undefined && value.currency !== undefined && want.currency !== value.currency)
        return differs
      const by = minus(value, want.value)
      const over = want.within === undefined ? size(by) : minus(size(by), want.within)
      return over.digits <= 0n ? undefined : { ...differs, by: normalize(by) }
    }
  }
}

function size({ digits, scale }: Decimal): Decimal {
  return { digits: digits < 0n ? -digits : digits, scale }
}

function minus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: a.digits * power10(scale - a.scale) - b.digits * power10(scale - b.scale), scale }
}

/** By its code, or by words of it in any language; the row and the field where it arose belong to it. */
function isReason({ engine }: Results, spot: Spot, wanted: string | undefined): boolean {
  if (wanted === undefined) return true
  const reason = why(engine, spot.column, spot.row)
  if (plain(reason.code) === plain(wanted)) return true
  const place = [reason.at?.record, reason.at?.row, reason.at?.field]
    .filter((text) => text !== undefined)
    .join(' ')
  return languages.some((language) =>
    plain(`${reasonText(reason, language)} ${place}`).includes(plain(wanted)),
  )
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}
