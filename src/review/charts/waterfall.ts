import type { Decimal } from '../../base/decimal.ts'
import { compareDecimals, plus, zero } from '../impact/amount.ts'
import { scaleOf, shortened } from './scale.ts'

/** From nought to a total: what each part adds to what stands before it. */
export type WaterfallPart = { readonly label: string; readonly change: Decimal }

export type WaterfallPicture = {
  readonly width: number
  readonly height: number
  readonly nought: string
  readonly bars: readonly {
    readonly side: 'gain' | 'lose' | 'total'
    readonly top: number
    readonly from: string
    readonly until: string
    readonly label: string
  }[]
}

/** A bar a part, each beginning where the one above it ends, and the total below. */
export function waterfallPicture(
  parts: readonly WaterfallPart[],
  total: string,
  {
    width,
    row,
    before,
    behind,
  }: { readonly width: number; readonly row: number; readonly before: number; readonly behind: number },
): WaterfallPicture {
  const sums: Decimal[] = [zero]
  for (const { change } of parts) sums.push(plus(sums.at(-1) ?? zero, change))
  const low = sums.reduce((least, sum) => (compareDecimals(sum, least) < 0 ? sum : least), zero)
  const high = sums.reduce((most, sum) => (compareDecimals(sum, most) > 0 ? sum : most), zero)
  const x = scaleOf(low, high, before, width - behind)
  const bars = parts.map(({ label, change }, i) => ({
    side: change.digits < 0n ? ('lose' as const) : ('gain' as const),
    top: i * row + 8,
    from: x.at(sums[i] ?? zero),
    until: x.at(sums[i + 1] ?? zero),
    label: shortened(label, before),
  }))
  const last = {
    side: 'total' as const,
    top: parts.length * row + 8,
    from: x.at(zero),
    until: x.at(sums.at(-1) ?? zero),
    label: shortened(total, before),
  }
  return { width, height: (parts.length + 1) * row + 12, nought: x.at(zero), bars: [...bars, last] }
}
