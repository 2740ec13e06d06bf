import type { Decimal } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import type { Unit } from '../../plan/plan.ts'
import { compareDecimals, zero } from '../impact/amount.ts'
import { scaleOf, shortNumber, shortShare, type Tick } from './scale.ts'

export type Point = { readonly x: Decimal; readonly y: Decimal }

export type Side = 'before' | 'after'

/** Where more pays less: the last place that pays the most so far, the first that pays less, where it is made up for. */
export type CurveCliff = {
  readonly side: Side
  readonly best: Point
  readonly from: Point
  readonly even?: Point
}

/** What a curve is drawn from: straight pieces of both versions, and where somebody stands in them. */
export type CurveData = {
  readonly unit: Unit
  /** What is paid is a share of the base (the quota), since the bands are chosen by what earns divided by it. */
  readonly perBase: boolean
  /** Straight pieces, each from its first point to its last. */
  readonly before: readonly (readonly [Point, Point])[]
  readonly after: readonly (readonly [Point, Point])[]
  readonly people: readonly { readonly before?: Point; readonly after?: Point }[]
  readonly cliffs: readonly CurveCliff[]
}

/** A curve as places of a picture, in tenths of a point. */
export type CurvePicture = {
  readonly width: number
  readonly height: number
  /** The frame: where the axes begin and end. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly nought: string
  readonly across: readonly Tick[]
  readonly up: readonly Tick[]
  readonly pieces: readonly {
    readonly side: Side
    readonly from: readonly [string, string]
    readonly to: readonly [string, string]
  }[]
  /** `index`: whose dot it is. */
  readonly dots: readonly {
    readonly side: Side
    readonly index: number
    readonly x: string
    readonly y: string
  }[]
  readonly cliffs: readonly {
    readonly side: Side
    readonly from: string
    readonly until: string
    /** How much is paid at its edge, above and below. */
    readonly best: string
    readonly low: string
  }[]
}

/** `most`: so many people are drawn at most, evenly chosen from all. */
export function curvePicture(
  data: CurveData,
  {
    width,
    height,
    language,
    most,
  }: {
    readonly width: number
    readonly height: number
    readonly language: Language
    readonly most: number
  },
): CurvePicture {
  const points = [
    ...data.before.flat(),
    ...data.after.flat(),
    ...data.people.flatMap(({ before, after }) => [before, after].filter((one) => one !== undefined)),
  ]
  const farthest = (of: (point: Point) => Decimal): Decimal =>
    points.reduce((found, point) => (compareDecimals(of(point), found) > 0 ? of(point) : found), zero)
  const least = points.reduce((found, { y }) => (compareDecimals(y, found) < 0 ? y : found), zero)
  const [left, right, top, bottom] = [56, width - 14, 26, height - 34]
  const end = farthest((point) => point.x)
  const x = scaleOf(zero, end, left, right)
  const y = scaleOf(
    least,
    farthest((point) => point.y),
    bottom,
    top,
  )
  const label = (value: Decimal, share: boolean): string =>
    share ? shortShare(value, language) : shortNumber(value, language)
  const place = (point: Point): readonly [string, string] => [x.at(point.x), y.at(point.y)]
  const isShare = data.unit === 'percent' || data.unit === 'ratio'
  const every = Math.max(1, Math.ceil(data.people.length / most))
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    nought: y.at(zero),
    across: x.ticks.map((tick) => ({ at: x.at(tick), text: label(tick, isShare) })),
    up: y.ticks.map((tick) => ({ at: y.at(tick), text: label(tick, data.perBase) })),
    pieces: (['before', 'after'] as const).flatMap((side) =>
      data[side].map(([a, b]) => ({ side, from: place(a), to: place(b) })),
    ),
    dots: data.people.flatMap((one, index) =>
      index % every !== 0
        ? []
        : (['before', 'after'] as const).flatMap((side) => {
            const point = one[side]
            return point ? [{ side, index, x: x.at(point.x), y: y.at(point.y) }] : []
          }),
    ),
    cliffs: data.cliffs.flatMap(({ side, best, from, even }) =>
      compareDecimals(from.x, end) > 0
        ? []
        : [
            {
              side,
              from: x.at(from.x),
              until: x.at(even && compareDecimals(even.x, end) < 0 ? even.x : end),
              best: y.at(best.y),
              low: y.at(from.y),
            },
          ],
    ),
  }
}
