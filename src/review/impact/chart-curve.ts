import type { Decimal } from '../../base/decimal.ts'
import { compareDecimals, zero } from './amount.ts'
import type { CurvePair, Point } from './impact.ts'
import { escaped, picture, scaleOf, shortNumber } from './svg.ts'

/** So many people are drawn at most: those who stand farthest out are among them. */
const mostDots = 600

/** What tiers pay in both versions, and the people as dots. */
export function curveChart(
  id: string,
  told: {
    readonly title: string
    readonly desc: string
    readonly chinese: boolean
    readonly before: string
    readonly after: string
  },
  pair: CurvePair,
): string {
  const [width, height] = [480, 300]
  const points = [
    ...pair.before.flat(),
    ...pair.after.flat(),
    ...pair.people.flatMap(({ before, after }) => [before, after].filter((one) => one !== undefined)),
  ]
  const most = (of: (point: Point) => Decimal): Decimal =>
    points.reduce((found, point) => (compareDecimals(of(point), found) > 0 ? of(point) : found), zero)
  const least = points.reduce((found, { y }) => (compareDecimals(y, found) < 0 ? y : found), zero)
  const x = scaleOf(
    zero,
    most((point) => point.x),
    56,
    width - 14,
  )
  const y = scaleOf(
    least,
    most((point) => point.y),
    height - 34,
    26,
  )
  const label = (value: Decimal, percent: boolean): string =>
    percent
      ? `${shortNumber({ digits: value.digits * 100n, scale: value.scale }, told.chinese)}%`
      : shortNumber(value, told.chinese)
  const isShare = pair.unit === 'percent' || pair.unit === 'ratio'
  const lines = (side: string, pieces: CurvePair['before']): string =>
    pieces
      .map(
        ([a, b]) =>
          `<line class="curve ${side}" x1="${x.at(a.x)}" y1="${y.at(a.y)}" x2="${x.at(b.x)}" y2="${y.at(b.y)}"/>`,
      )
      .join('')
  const every = Math.ceil(pair.people.length / mostDots)
  const dots = pair.people.filter((_, i) => i % Math.max(every, 1) === 0)
  const dot = (side: string, point: Point | undefined): string =>
    point ? `<circle class="dot ${side}" cx="${x.at(point.x)}" cy="${y.at(point.y)}" r="2.6"/>` : ''
  return picture(id, told, width, height, [
    ...y.ticks.map(
      (tick) =>
        `<line class="grid" x1="56" x2="${width - 14}" y1="${y.at(tick)}" y2="${y.at(tick)}"/><text class="tick" text-anchor="end" x="52" y="${y.at(tick)}" dy="0.32em">${escaped(label(tick, pair.perBase))}</text>`,
    ),
    ...x.ticks.map(
      (tick) =>
        `<text class="tick" text-anchor="middle" x="${x.at(tick)}" y="${height - 16}">${escaped(label(tick, isShare))}</text>`,
    ),
    `<line class="axis" x1="56" x2="${width - 14}" y1="${y.at(zero)}" y2="${y.at(zero)}"/>`,
    lines('before', pair.before),
    lines('after', pair.after),
    ...dots.map(({ before, after }) => dot('before', before) + dot('after', after)),
    `<line class="curve before" x1="60" x2="84" y1="12" y2="12"/><text class="name" x="90" y="12" dy="0.32em">${escaped(told.before)}</text>`,
    `<line class="curve after" x1="240" x2="264" y1="12" y2="12"/><text class="name" x="270" y="12" dy="0.32em">${escaped(told.after)}</text>`,
  ])
}
