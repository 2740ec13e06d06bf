import type { Decimal } from '../../base/decimal.ts'
import { escaped, picture, roundStep, scaleOf, shortNumber, whole } from './svg.ts'

/** How many people's changes lie between two amounts: `from` included, `until` not. */
export type Bin = { readonly from: Decimal; readonly until: Decimal; readonly count: number }

/** Changes by size, in at most about twenty steps of one round width; none lies on both sides of nought. */
export function binsOf(changes: readonly Decimal[]): readonly Bin[] {
  const scale = Math.max(0, ...changes.map((change) => change.scale))
  const values = changes.map((change) => whole(change, scale)).filter((value) => value !== 0n)
  const [first] = values
  if (first === undefined) return []
  const low = values.reduce((least, value) => (value < least ? value : least), first)
  const high = values.reduce((most, value) => (value > most ? value : most), first)
  const step = roundStep((high > 0n ? high : 0n) - (low < 0n ? low : 0n), 20n)
  const counts = new Map<bigint, number>()
  const binOf = (value: bigint): bigint => (value >= 0n ? value / step : -((-value + step - 1n) / step))
  for (const value of values) counts.set(binOf(value), (counts.get(binOf(value)) ?? 0) + 1)
  const bins: Bin[] = []
  for (let at = binOf(low); at <= binOf(high); at++)
    bins.push({
      from: { digits: at * step, scale },
      until: { digits: (at + 1n) * step, scale },
      count: counts.get(at) ?? 0,
    })
  return bins
}

/** The changes of all people as bars: to the left who loses, to the right who gains. */
export function distributionChart(
  id: string,
  told: { readonly title: string; readonly desc: string; readonly chinese: boolean },
  bins: readonly Bin[],
): string {
  const [first] = bins
  const last = bins.at(-1)
  if (!first || !last) return ''
  const [width, height] = [480, 220]
  const x = scaleOf(first.from, last.until, 36, width - 12)
  const most = bins.reduce((n, { count }) => Math.max(n, count), 1)
  const y = scaleOf({ digits: 0n, scale: 0 }, { digits: BigInt(most), scale: 0 }, height - 30, 12)
  const base = y.at({ digits: 0n, scale: 0 })
  return picture(id, told, width, height, [
    ...y.ticks.map(
      (tick) =>
        `<line class="grid" x1="36" x2="${width - 12}" y1="${y.at(tick)}" y2="${y.at(tick)}"/><text class="tick" text-anchor="end" x="32" y="${y.at(tick)}" dy="0.32em">${escaped(shortNumber(tick, told.chinese))}</text>`,
    ),
    ...bins.flatMap(({ from, until, count }) => {
      if (count === 0) return []
      const side = from.digits < 0n ? 'lose' : 'gain'
      return `<path class="${side}" d="M${x.at(from)} ${base}V${y.at({ digits: BigInt(count), scale: 0 })}H${x.at(until)}V${base}Z"/>`
    }),
    `<line class="axis" x1="36" x2="${width - 12}" y1="${base}" y2="${base}"/>`,
    ...x.ticks.map(
      (tick) =>
        `<text class="tick" text-anchor="middle" x="${x.at(tick)}" y="${height - 14}">${escaped(shortNumber(tick, told.chinese))}</text>`,
    ),
  ])
}
