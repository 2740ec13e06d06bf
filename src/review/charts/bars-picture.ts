import type { Decimal } from '../../base/decimal.ts'
import { compareDecimals, zero } from '../impact/amount.ts'
import { scaleOf, shortened } from './scale.ts'

/** Bars to the right or to the left of nought, one below the other. */
export type BarsPicture = {
  readonly width: number
  readonly height: number
  readonly nought: string
  readonly bars: readonly {
    readonly side: 'gain' | 'lose'
    readonly top: number
    readonly until: string
    readonly label: string
  }[]
}

/** `before` points are left for what the bars are called, `behind` for their amounts. */
export function barsPicture(
  bars: readonly { readonly label: string; readonly change: Decimal }[],
  {
    width,
    row,
    before,
    behind,
  }: { readonly width: number; readonly row: number; readonly before: number; readonly behind: number },
): BarsPicture {
  const low = bars.reduce((least, { change }) => (compareDecimals(change, least) < 0 ? change : least), zero)
  const high = bars.reduce((most, { change }) => (compareDecimals(change, most) > 0 ? change : most), zero)
  const x = scaleOf(low, high, before, width - behind)
  return {
    width,
    height: bars.length * row + 12,
    nought: x.at(zero),
    bars: bars.map(({ label, change }, i) => ({
      side: change.digits < 0n ? 'lose' : 'gain',
      top: i * row + 8,
      until: x.at(change),
      label: shortened(label, before),
    })),
  }
}
