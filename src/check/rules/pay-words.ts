import { divideRounded, formatGrouped, power10 } from '../../base/decimal.ts'
import type { Tiers } from '../clauses.ts'
import { currencyText, placesOf } from '../currency.ts'
import { showPoint } from '../geometry.ts'
import type { Amount, Curve } from '../pay-curve.ts'

/** What a schedule that is chosen by a share of something is shown with: a quota of a million. */
const exampleBase = 1_000_000n

/** A step of a curve as an author would write it: `80000 CNY`, or `80% × 1,000,000 CNY`. */
export function shownStep(curve: Curve, tiers: Tiers, t: bigint): string {
  const point = showPoint(t, curve.measure)
  if (!curve.perBase) return point
  const type = tiers.base?.type
  const unit = type?.is === 'number' && type.unit === 'money' ? ` ${currencyText(type.currency)}` : ''
  return `${point} × ${formatGrouped(exampleBase, 0)}${unit}`
}

/** What is paid there, for the same example: with the digits of its currency. */
export function shownPay(curve: Curve, tiers: Tiers, { n, d }: Amount): string {
  const places = placesOf(tiers.type.currency)
  const whole = n * (curve.perBase ? exampleBase : 1n) * power10(places)
  return formatGrouped(divideRounded(whole, d * power10(curve.scale), 'half-up'), places)
}
