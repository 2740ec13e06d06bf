import type { Language } from '../../base/language.ts'
import { type CurveData, curvePicture } from '../charts/curve-picture.ts'
import { escaped, picture } from './svg.ts'

/** So many people are drawn at most. */
const mostDots = 600

/** What tiers pay in both versions, and the people as dots. */
export function curveChart(
  id: string,
  told: {
    readonly title: string
    readonly desc: string
    readonly language: Language
    readonly before: string
    readonly after: string
  },
  pair: CurveData,
): string {
  const { language } = told
  const drawn = curvePicture(pair, { width: 480, height: 300, language, most: mostDots })
  const { width, height, left, right, nought } = drawn
  return picture(id, told, width, height, [
    ...drawn.up.map(
      ({ at, text }) =>
        `<line class="grid" x1="${left}" x2="${right}" y1="${at}" y2="${at}"/><text class="tick" text-anchor="end" x="${left - 4}" y="${at}" dy="0.32em">${escaped(text)}</text>`,
    ),
    ...drawn.across.map(
      ({ at, text }) =>
        `<text class="tick" text-anchor="middle" x="${at}" y="${height - 16}">${escaped(text)}</text>`,
    ),
    `<line class="axis" x1="${left}" x2="${right}" y1="${nought}" y2="${nought}"/>`,
    ...drawn.pieces.map(
      ({ side, from, to }) =>
        `<line class="curve ${side}" x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}"/>`,
    ),
    ...drawn.dots.map(({ side, x, y }) => `<circle class="dot ${side}" cx="${x}" cy="${y}" r="2.6"/>`),
    `<line class="curve before" x1="60" x2="84" y1="12" y2="12"/><text class="name" x="90" y="12" dy="0.32em">${escaped(told.before)}</text>`,
    `<line class="curve after" x1="240" x2="264" y1="12" y2="12"/><text class="name" x="270" y="12" dy="0.32em">${escaped(told.after)}</text>`,
  ])
}
