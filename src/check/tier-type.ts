import { power10 } from '../base/decimal.ts'
import type { Tiers } from './clauses.ts'
import type { Context } from './environment.ts'
import { checkWidth } from './infer-arithmetic.ts'
import * as range from './range.ts'
import { fixed, type NumberType } from './types.ts'

type Shape = Omit<Tiers, 'type'>

/**
 * The type of what a schedule pays: its unit, and bounds that hold for every mode. Marginal and whole amounts are
 * slices of `of` at a rate; straight lines are one fraction over the width of a segment.
 */
export function tierAmountType(context: Context, tiers: Shape): NumberType | undefined {
  const give = giveType(tiers)
  if (!give) return undefined
  const type =
    tiers.mode === 'linear'
      ? linearType(tiers, give)
      : tiers.pays
        ? ladderType(tiers, give)
        : sliceType(tiers, give)
  return checkWidth(context.env.report, type, tiers.span, tiers.by.type, ...(tiers.of ? [tiers.of.type] : []))
}

/**
 * One type for all rows: the finest scale, the widest bounds, the unit of the first that is not a bare 0. As one of several
 * is chosen, a quotient among them is fixed to its places.
 */
export function giveType(tiers: Pick<Shape, 'bands'>): NumberType | undefined {
  const types = tiers.bands.flatMap(({ give }) => (give.type.is === 'number' ? [fixed(give.type)] : []))
  const first =
    types.find((type) => type.unit !== 'number' || type.range.min !== 0n || type.range.max !== 0n) ?? types[0]
  return first && { ...first, range: types.map((t) => t.range).reduce(range.union) }
}

/** Scale of the numerator of what the schedule pays; `lower` builds the amount at the same one. */
export function sliceScale(tiers: Shape, give: NumberType): number {
  const of = tiers.of?.type.is === 'number' ? tiers.of.type.range.scale : 0
  const base = tiers.base?.type.is === 'number' ? tiers.base.type.range.scale : 0
  return give.range.scale + (tiers.base ? Math.max(of, tiers.measure.range.scale + base) : of)
}

function sliceType(tiers: Shape, give: NumberType): NumberType {
  const of = tiers.of?.type
  if (of?.is !== 'number') return give
  const scale = sliceScale(tiers, give)
  const overs = [of.over, tiers.base?.type.is === 'number' ? tiers.base.type.over : undefined].filter(
    (o) => o !== undefined,
  )
  const over = overs.length > 0 ? overs.reduce(range.multiply) : undefined
  const product = range.multiply(range.absolute(of.range), range.absolute(give.range))
  // A marginal row above a whole one pays at most both: twice the whole amount at the highest rate.
  const most =
    2n *
    range.widen(product, scale).max *
    (over && tiers.base?.type.is === 'number' && tiers.base.type.over ? tiers.base.type.over.max : 1n)
  return {
    ...amountUnit(of, give),
    range: { scale, min: -most, max: most },
    ...(over && { over: { ...over, min: 1n } }),
  }
}

function amountUnit(of: NumberType, give: NumberType): NumberType {
  const unit =
    of.unit === 'money' || give.unit === 'money' ? 'money' : of.unit === 'points' ? 'points' : give.unit
  const currency = of.currency ?? give.currency
  return { is: 'number', unit, range: range.one, ...(currency !== undefined && { currency }) }
}

/** Steps of money: what every reached row pays together. */
function ladderType(tiers: Shape, give: NumberType): NumberType {
  const count = BigInt(tiers.bands.length)
  const most = range.absolute(give.range).max * count
  return { ...give, range: { scale: give.range.scale, min: -most, max: most } }
}

function linearType(tiers: Shape, give: NumberType): NumberType {
  const by = tiers.by.type.is === 'number' ? tiers.by.type : give
  const points = tiers.bands.map((band) => band.from?.at ?? 0n)
  const width = (points.at(-1) ?? 0n) - (points[0] ?? 0n)
  const furthest = points.reduce((a, b) => (b < 0n ? (-b > a ? -b : a) : b > a ? b : a), 1n)
  const d = by.over?.max ?? 1n
  const shift = power10(by.range.scale)
  const over = { scale: 0, min: 1n, max: (width > 0n ? width : 1n) * d * shift }
  const reach = range.absolute(by.range).max * power10(tiers.measure.range.scale) + furthest * d * shift
  const most = range.absolute(give.range).max * (2n * reach + over.max)
  const line: NumberType = { ...give, range: { scale: give.range.scale, min: -most, max: most }, over }
  if (tiers.of?.type.is !== 'number') return line
  const of = tiers.of.type
  const total = of.over ? range.multiply(over, of.over) : over
  return { ...amountUnit(of, give), range: range.multiply(line.range, of.range), over: total }
}
