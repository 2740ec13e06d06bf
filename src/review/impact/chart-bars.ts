import type { Decimal } from '../../base/decimal.ts'
import { barsPicture } from '../charts/bars-picture.ts'
import { escaped, picture } from './svg.ts'

export type Bar = { readonly label: string; readonly change: Decimal; readonly text: string }

/** Who gains and who loses the most: a bar each, to the right or to the left of nought. */
export function barsChart(
  id: string,
  told: { readonly title: string; readonly desc: string },
  bars: readonly Bar[],
): string {
  const drawn = barsPicture(bars, { width: 480, row: 24, before: 170, behind: 96 })
  const { width, height, nought } = drawn
  return picture(id, told, width, height, [
    ...drawn.bars.map(({ side, top, until, label }, i) =>
      [
        `<text class="name" x="160" y="${top + 8}" dy="0.32em" text-anchor="end">${escaped(label)}</text>`,
        `<path class="${side}" d="M${nought} ${top}V${top + 16}H${until}V${top}Z"/>`,
        `<text class="value" x="${width - 4}" y="${top + 8}" dy="0.32em" text-anchor="end">${escaped(bars[i]?.text ?? '')}</text>`,
      ].join(''),
    ),
    `<line class="axis" x1="${nought}" x2="${nought}" y1="2" y2="${height - 2}"/>`,
  ])
}
