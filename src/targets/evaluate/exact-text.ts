import { formatDecimal, normalize } from '../../base/decimal.ts'

/** All digits that say something; of money at least its cents, if it has them. */
export function exactText(digits: bigint, scale: number, least: number): string {
  const plain = normalize({ digits, scale })
  const places = Math.max(plain.scale, Math.min(least, scale))
  return formatDecimal(plain.digits * 10n ** BigInt(places - plain.scale), places)
}
