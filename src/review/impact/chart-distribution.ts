import type { Language } from '../../base/language.ts'
import { type Bin, histogramPicture } from '../charts/histogram.ts'
import { escaped, picture } from './svg.ts'

/** The changes of all people as bars: to the left who loses, to the right who gains. */
export function distributionChart(
  id: string,
  told: { readonly title: string; readonly desc: string; readonly language: Language },
  bins: readonly Bin[],
): string {
  const drawn = histogramPicture(bins, { width: 480, height: 220, language: told.language })
  if (!drawn) return ''
  const { width, height, left, right, base } = drawn
  return picture(id, told, width, height, [
    ...drawn.up.map(
      ({ at, text }) =>
        `<line class="grid" x1="${left}" x2="${right}" y1="${at}" y2="${at}"/><text class="tick" text-anchor="end" x="${left - 4}" y="${at}" dy="0.32em">${escaped(text)}</text>`,
    ),
    ...drawn.bins.flatMap(({ from, until, tops: [top] }, i) => {
      if (!bins[i]?.counts[0]) return []
      const side = (bins[i]?.from.digits ?? 0n) < 0n ? 'lose' : 'gain'
      return `<path class="${side}" d="M${from} ${base}V${top}H${until}V${base}Z"/>`
    }),
    `<line class="axis" x1="${left}" x2="${right}" y1="${base}" y2="${base}"/>`,
    ...drawn.across.map(
      ({ at, text }) =>
        `<text class="tick" text-anchor="middle" x="${at}" y="${height - 14}">${escaped(text)}</text>`,
    ),
  ])
}
