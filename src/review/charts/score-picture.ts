import type { Decimal } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import { compareDecimals, zero } from '../impact/amount.ts'
import { scaleOf, shortened, shortNumber, type Tick, whole } from './scale.ts'

/** A scorecard as places of a picture: a bar as long as the score and as thick as the weight. */
export type ScorePicture = {
  readonly height: number
  readonly nought: string
  readonly across: readonly Tick[]
  readonly bars: readonly {
    readonly label: string
    readonly short: string
    readonly top: number
    readonly height: number
    /** Absent where there is no score. */
    readonly until?: string
  }[]
}

const thinnest = 18

export function scorePicture(
  indicators: readonly { readonly label: string; readonly weight?: Decimal; readonly score?: Decimal }[],
  {
    width,
    before,
    behind,
    language,
  }: {
    readonly width: number
    readonly before: number
    readonly behind: number
    readonly language: Language
  },
): ScorePicture {
  const scores = indicators.map(({ score }) => score ?? zero)
  const hundred: Decimal = { digits: 100n, scale: 0 }
  const most = scores.reduce((found, score) => (compareDecimals(score, found) > 0 ? score : found), hundred)
  const least = scores.reduce((found, score) => (compareDecimals(score, found) < 0 ? score : found), zero)
  const x = scaleOf(least, most, before, width - behind)
  let top = 6
  const bars = indicators.map(({ label, weight, score }) => {
    const height = weight ? Math.max(thinnest, pointsOf(weight)) : thinnest
    const bar = { label, short: shortened(label, before), top, height, ...(score && { until: x.at(score) }) }
    top += height + 8
    return bar
  })
  return {
    height: top + 20,
    nought: x.at(zero),
    across: x.ticks.map((tick) => ({ at: x.at(tick), text: shortNumber(tick, language) })),
    bars,
  }
}

/** A weight of 1 is 90 points thick. */
function pointsOf(weight: Decimal): number {
  return Number((whole(weight, Math.max(weight.scale, 4)) * 90n) / 10n ** BigInt(Math.max(weight.scale, 4)))
}
