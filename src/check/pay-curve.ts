import { power10, rescale } from '../base/decimal.ts'
import type { Span } from '../base/span.ts'
import type { Tiers } from './clauses.ts'
import { constantOf, sameMeaning } from './constants.ts'
import type { NumberType } from './types.ts'

/**
 * What a tier schedule pays as a function of what chooses its rows: straight pieces over a grid of whole steps (a cent,
 * a unit, a ten-thousandth of a percent), so that "one more" has a meaning and every comparison is exact.
 */
export type Curve = {
  /** Ascending; the first begins at 0, each ends where the next begins. */
  readonly pieces: readonly Piece[]
  /** Of the grid: a threshold of `t` means t / 10^places of the measure. */
  readonly measure: NumberType
  /** Of what is paid: v / 10^scale money, or that much for each 1 of the base. */
  readonly scale: number
  /** What is paid is a share of the base (a quota), since the rows are chosen by what earns divided by it. */
  readonly perBase: boolean
}
/** From the step `from` on: at + (t − origin) × rise / run. */
export type Piece = {
  readonly from: bigint
  readonly origin: bigint
  readonly at: bigint
  readonly rise: bigint
  readonly run: bigint
  readonly span: Span
}
/** An exact amount: n / d. INVARIANT: d > 0. */
export type Amount = { readonly n: bigint; readonly d: bigint }

export function payAt({ origin, at, rise, run }: Piece, t: bigint): Amount {
  return { n: at * run + (t - origin) * rise, d: run }
}

export function compareAmounts(a: Amount, b: Amount): bigint {
  return a.n * b.d - b.n * a.d
}

/**
 * Undefined where the rows are not all known, or what they pay does not hang on what chooses them. `places`: that the grid
 * has at least, so that it may be laid beside another.
 */
export function curveOf(tiers: Tiers, places = 0): Curve | undefined {
  const own = tiers.of === undefined || sameMeaning(tiers.of, tiers.by)
  const perBase = !tiers.pays && !own && tiers.base !== undefined
  if (!tiers.pays && (tiers.mode === 'linear' || !(perBase || own))) return undefined
  const measure = finer(gridOf(tiers), places)
  const more = measure.range.scale - tiers.measure.range.scale
  const gives = tiers.bands.map(({ give }) => constantOf(give))
  const paid = Math.max(0, ...gives.map((give) => give?.scale ?? 0))
  const rows: Row[] = []
  for (const [i, { from, mode, span }] of tiers.bands.entries()) {
    const give = gives[i]
    const digits = give && rescale(give, paid)
    if (digits === undefined || (from === undefined && i > 0)) return undefined
    const origin = (from?.at ?? 0n) * power10(more)
    if (origin < 0n) return undefined
    rows.push({ origin, included: from?.included ?? true, gives: digits, mode, span })
  }
  const pieces = tiers.mode === 'linear' ? lines(rows, tiers.extend) : slices(rows, tiers.pays)
  const scale = tiers.pays ? paid : paid + measure.range.scale
  return { pieces, measure, scale, perBase }
}

/** The measure at the places of one step: those of its data; of a share four more than its thresholds have. */
export function gridOf({ by, measure }: Pick<Tiers, 'by' | 'measure'>): NumberType {
  const whole = by.type.is === 'number' && !by.type.over
  const places = whole && by.type.is === 'number' ? by.type.range.scale : measure.range.scale + 4
  const scale = Math.max(places, measure.range.scale)
  return { ...measure, range: { ...measure.range, scale } }
}

function finer(measure: NumberType, places: number): NumberType {
  const { range } = measure
  return { ...measure, range: { ...range, scale: Math.max(range.scale, places) } }
}

type Row = {
  readonly origin: bigint
  readonly included: boolean
  readonly gives: bigint
  readonly mode: 'marginal' | 'whole'
  readonly span: Span
}

const firstStep = ({ origin, included }: Row): bigint => (included ? origin : origin + 1n)

function slices(rows: readonly Row[], pays: boolean): readonly Piece[] {
  const pieces: Piece[] = []
  for (const row of rows) {
    const { origin, gives, mode, span } = row
    const before = pieces.at(-1)
    const below = before ? payAt(before, origin).n : 0n
    const at = pays
      ? gives + (mode === 'marginal' ? below : 0n)
      : mode === 'marginal'
        ? below
        : gives * origin
    const rise = pays ? 0n : gives
    pieces.push({ from: pieces.length === 0 ? 0n : firstStep(row), origin, at, rise, run: 1n, span })
  }
  return pieces
}

/** Straight lines through the points; before the first and beyond the last flat, or going on as they came. */
function lines(points: readonly Row[], extend: boolean): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [i, { origin, gives, span }] of points.entries()) {
    const [a, b] = segmentFrom(points, i, extend)
    const rise = (b?.gives ?? 0n) - (a?.gives ?? 0n)
    const run = b && a ? b.origin - a.origin : 1n
    if (i === 0 && origin > 0n)
      pieces.push({
        from: 0n,
        origin,
        at: gives,
        rise: extend ? rise : 0n,
        run: extend ? run : 1n,
        span,
      })
    pieces.push({ from: origin, origin, at: gives, rise, run, span })
  }
  return pieces
}

function segmentFrom(
  points: readonly Row[],
  i: number,
  extend: boolean,
): readonly [Row | undefined, Row | undefined] {
  if (i + 1 < points.length) return [points[i], points[i + 1]]
  return extend && i > 0 ? [points[i - 1], points[i]] : [undefined, undefined]
}
