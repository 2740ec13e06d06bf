import type { Decimal } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import { roundStep, scaleOf, shortNumber, type Tick, whole } from './scale.ts'

/** How many amounts of each series lie between two amounts: `from` included, `until` not. */
export type Bin = { readonly from: Decimal; readonly until: Decimal; readonly counts: readonly number[] }

/** Amounts by size, in at most about twenty steps of one round width; none lies on both sides of nought. */
export function histogramOf(series: readonly (readonly Decimal[])[]): readonly Bin[] {
  const scale = Math.max(0, ...series.flatMap((one) => one.map((amount) => amount.scale)))
  const values = series.map((one) => one.map((amount) => whole(amount, scale)))
  const all = values.flat()
  if (all.length === 0) return []
  const low = all.reduce((least, value) => (value < least ? value : least), 0n)
  const high = all.reduce((most, value) => (value > most ? value : most), 0n)
  const step = roundStep(high === low ? 1n : high - low, 20n)
  const binOf = (value: bigint): bigint => (value >= 0n ? value / step : -((-value + step - 1n) / step))
  const counts = new Map<bigint, number[]>()
  for (const [at, one] of values.entries())
    for (const value of one) {
      const bin = counts.get(binOf(value)) ?? series.map(() => 0)
      bin[at] = (bin[at] ?? 0) + 1
      counts.set(binOf(value), bin)
    }
  const found = [...counts.keys()]
  const first = found.reduce((least, at) => (at < least ? at : least))
  const last = found.reduce((most, at) => (at > most ? at : most))
  const bins: Bin[] = []
  for (let at = first; at <= last; at++)
    bins.push({
      from: { digits: at * step, scale },
      until: { digits: (at + 1n) * step, scale },
      counts: counts.get(at) ?? series.map(() => 0),
    })
  return bins
}

/** Bins as places of a picture. */
export type HistogramPicture = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly base: string
  readonly across: readonly Tick[]
  readonly up: readonly Tick[]
  readonly bins: readonly {
    readonly from: string
    readonly until: string
    /** The top of each series' bar. */
    readonly tops: readonly string[]
  }[]
}

export function histogramPicture(
  bins: readonly Bin[],
  {
    width,
    height,
    language,
  }: { readonly width: number; readonly height: number; readonly language: Language },
): HistogramPicture | undefined {
  const [first] = bins
  const last = bins.at(-1)
  if (!first || !last) return undefined
  const [left, right] = [36, width - 12]
  const x = scaleOf(first.from, last.until, left, right)
  const most = bins.reduce((n, { counts }) => Math.max(n, ...counts), 1)
  const y = scaleOf(count(0), count(most), height - 30, 12)
  return {
    width,
    height,
    left,
    right,
    base: y.at(count(0)),
    across: x.ticks.map((tick) => ({ at: x.at(tick), text: shortNumber(tick, language) })),
    up: y.ticks.map((tick) => ({ at: y.at(tick), text: shortNumber(tick, language) })),
    bins: bins.map(({ from, until, counts }) => ({
      from: x.at(from),
      until: x.at(until),
      tops: counts.map((n) => y.at(count(n))),
    })),
  }
}

function count(n: number): Decimal {
  return { digits: BigInt(n), scale: 0 }
}
