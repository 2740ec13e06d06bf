import { formatGrouped } from '../base/decimal.ts'
import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import { printable } from '../base/render-frame.ts'
import type { Paint } from '../base/render-paint.ts'
import {
  type Coverage,
  type OwnerCoverage,
  type PointCoverage,
  percentOf,
  wantedOf,
} from '../review/coverage/coverage.ts'
import type { Point } from '../review/coverage/point.ts'
import { missingText, pointName } from '../review/coverage/say.ts'
import type { Weight } from '../review/coverage/weigh.ts'
import { whyText } from './accepted.ts'
import { coverWords } from './words-cover.ts'

export type CoverLook = {
  readonly cases: number
  readonly language: Language
  readonly path: (file: string) => string
  readonly paint: Paint
  readonly period?: string
}

/** How many of the points that matter most are shown apart. */
const mostShown = 10

/** Coverage for people: what is missing, clause by clause, then the total. */
export function coverText(coverage: Coverage, look: CoverLook): string {
  const { language, cases, paint } = look
  if (coverage.total === 0) return `${coverWords.nothing[language]}\n`
  const parts = coverage.owners.map((owner) => ownerText(owner, look))
  const counted = {
    hit: String(coverage.hit),
    total: String(wantedOf(coverage)),
    percent: percentOf(coverage),
    cases: plural(cases, coverWords.oneCase, coverWords.cases, language),
  }
  const more =
    coverage.accepted === 0
      ? ''
      : fillWords(coverWords.acceptedToo, language, { count: String(coverage.accepted) })
  const total = paint('strong', fillWords(coverWords.total, language, counted) + more)
  const rest = coverage.hit < wantedOf(coverage) ? `${coverWords.suggest[language]}\n` : ''
  return `${parts.join('')}${mattersText(coverage, look)}\n${total}\n${rest}`
}

function ownerText({ owner, points, ...counted }: OwnerCoverage, look: CoverLook): string {
  const { language, paint, path } = look
  const name =
    owner.title === undefined || owner.title === owner.id ? owner.id : `${owner.title} (${owner.id})`
  const place = `${path(owner.place.file)}:${owner.place.line}`
  const head = fillWords(coverWords.head, language, {
    name: printable(name),
    place,
    hit: String(counted.hit),
    total: String(wantedOf(counted)),
    percent: percentOf(counted),
  })
  const open = points.filter(({ hits }) => hits === 0)
  const missing = open.filter(({ accepted }) => !accepted)
  const accepted = open.flatMap((one) => acceptedText(one, owner.place.file, look))
  const lines = [...missing.map((one) => lineText(one, owner.place.file, look)), ...accepted]
  const under = lines.map((line) => `  ${line}\n`).join('')
  return `${paint(missing.length > 0 ? 'strong' : 'dim', head)}\n${under}`
}

/** What is accepted is said with its reason wherever coverage is, so that nobody forgets it. */
function acceptedText({ point, accepted }: PointCoverage, file: string, look: CoverLook): readonly string[] {
  if (!accepted) return []
  const { language, paint } = look
  const words = { point: pointName(point, language), why: whyText(accepted, language) }
  const text = printable(fillWords(coverWords.accepted, language, words))
  return [paint('dim', `${lineOf(point, file, look)}  ${text}`)]
}

function lineText({ point, weight }: PointCoverage, file: string, look: CoverLook): string {
  const { language, paint } = look
  const line = lineOf(point, file, look)
  const heavy = weight && weight.rows > 0 ? `  ${paint('dim', weightText(weight, language))}` : ''
  return `${paint('frame', line)}  ${printable(missingText(point, language))}${heavy}`
}

function lineOf({ place }: Point, file: string, { language, path }: CoverLook): string {
  const elsewhere = place.file === file ? '' : `${path(place.file)} `
  return elsewhere + fillWords(coverWords.line, language, { line: String(place.line) })
}

/** The points without a case that most money, then most people and rows run through. */
function mattersText(coverage: Coverage, look: CoverLook): string {
  if (look.period === undefined) return ''
  const missing = coverage.owners
    .flatMap(({ points }) => points)
    .filter(({ hits, weight, accepted }) => hits === 0 && !accepted && weight && weight.rows > 0)
  const sorted = [...missing].sort(
    (a, b) =>
      compare(moneyOf(b.weight), moneyOf(a.weight)) ||
      (b.weight?.people ?? 0) - (a.weight?.people ?? 0) ||
      (b.weight?.rows ?? 0) - (a.weight?.rows ?? 0),
  )
  if (sorted.length === 0) return ''
  const head = fillWords(coverWords.matters, look.language, { period: look.period })
  const lines = sorted.slice(0, mostShown).map((one) => `  ${lineText(one, '', look)}\n`)
  return `\n${look.paint('strong', head)}\n${lines.join('')}`
}

/** Amounts of several currencies cannot be added: the largest of them says how much it is. */
function moneyOf(weight: Weight | undefined): { readonly digits: bigint; readonly scale: number } {
  const amounts = (weight?.money ?? []).map(({ digits, scale }) => ({
    digits: digits < 0n ? -digits : digits,
    scale,
  }))
  return amounts.reduce((most, next) => (compare(next, most) > 0 ? next : most), { digits: 0n, scale: 0 })
}

function compare(
  a: { readonly digits: bigint; readonly scale: number },
  b: { readonly digits: bigint; readonly scale: number },
): number {
  const x = a.digits * 10n ** BigInt(b.scale)
  const y = b.digits * 10n ** BigInt(a.scale)
  return x < y ? -1 : x > y ? 1 : 0
}

/** `12 people, 340,000.00 CNY`. */
function weightText({ people, rows, money }: Weight, language: Language): string {
  const who =
    people > 0
      ? plural(people, coverWords.onePerson, coverWords.people, language)
      : plural(rows, coverWords.oneRow, coverWords.rows, language)
  const amounts = money
    .filter(({ digits }) => digits !== 0n)
    .map(({ digits, scale, currency }) => `${formatGrouped(digits, scale)} ${currency}`.trim())
  return [who, ...amounts].join(language === 'en' ? ', ' : '，')
}

function plural(
  count: number,
  one: { readonly [L in Language]: string },
  several: { readonly [L in Language]: string },
  language: Language,
): string {
  return count === 1 ? one[language] : fillWords(several, language, { count: count.toLocaleString('en') })
}
