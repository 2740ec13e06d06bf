import type { Decimal } from '../../base/decimal.ts'
import { compareDecimals, zero } from './amount.ts'
import { escaped, picture, scaleOf } from './svg.ts'

export type Bar = { readonly label: string; readonly change: Decimal; readonly text: string }

/** Who gains and who loses the most: a bar each, to the right or to the left of nought. */
export function barsChart(
  id: string,
  told: { readonly title: string; readonly desc: string },
  bars: readonly Bar[],
): string {
  const [width, row] = [480, 24]
  const height = bars.length * row + 12
  const low = bars.reduce((least, { change }) => (compareDecimals(change, least) < 0 ? change : least), zero)
  const high = bars.reduce((most, { change }) => (compareDecimals(change, most) > 0 ? change : most), zero)
  const x = scaleOf(low, high, 170, width - 96)
  const nought = x.at(zero)
  return picture(id, told, width, height, [
    ...bars.map(({ label, change, text }, i) => {
      const top = i * row + 8
      const side = change.digits < 0n ? 'lose' : 'gain'
      const short = [...label].length > 22 ? `${[...label].slice(0, 21).join('')}…` : label
      return [
        `<text class="name" x="160" y="${top + 8}" dy="0.32em" text-anchor="end">${escaped(short)}</text>`,
        `<path class="${side}" d="M${nought} ${top}V${top + 16}H${x.at(change)}V${top}Z"/>`,
        `<text class="value" x="${width - 4}" y="${top + 8}" dy="0.32em" text-anchor="end">${escaped(text)}</text>`,
      ].join('')
    }),
    `<line class="axis" x1="${nought}" x2="${nought}" y1="2" y2="${height - 2}"/>`,
  ])
}
