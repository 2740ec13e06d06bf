import { theseValues } from '../base/messages/terms.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { giveType, sliceScale } from '../check/tier-type.ts'
import type { NumberType } from '../check/types.ts'
import { type Lowered, planType, type Site } from './builder.ts'
import { columnOf } from './columns.ts'
import { column } from './expressions.ts'
import { convert, lower } from './lowered.ts'
import type { Expr, Id, PlanStep, Ratio, TierAmount } from './plan.ts'

/** What a schedule pays, and the columns by which a reader can follow it. */
export type LoweredTiers = {
  readonly amount: Lowered
  readonly shown: NonNullable<PlanStep['tiers']>
  readonly band: Id
}

export function lowerTiers(site: Site, tiers: clauses.Tiers): LoweredTiers {
  const { builder } = site
  const schedule = addSchedule(site, tiers)
  const by = held(site, tiers.by, 'by')
  const of = tiers.of && held(site, tiers.of, 'of')
  const base = tiers.base && held(site, tiers.base, 'base')
  const mirror = tiers.base !== undefined
  const band = builder.column({
    id: `${site.owner}.band`,
    grain: builder.grain(site.grain),
    type: planType({ is: 'number', unit: 'count', range: { scale: 0, min: 0n, max: 100_000n } }),
    expr: { op: 'band', schedule, by: by.ratio, mirror },
    origin: builder.origin(tiers.span),
  })
  const give = giveType(tiers) ?? tiers.type
  const gives = tiers.bands.map((b) => convert(lower(site, b.give), b.give.type, give).n)
  const amount: Omit<TierAmount, 'part'> = {
    op: 'tiers',
    schedule,
    ...(of && { of: of.ratio }),
    by: by.ratio,
    ...(base && { base: base.ratio }),
    index: column(band),
    gives,
    giveScale: give.range.scale,
    mirror,
    scale: amountScale(tiers, give),
  }
  const n: Expr = { ...amount, part: 'amount' }
  const d: Expr | undefined = tiers.type.over ? { ...amount, part: 'denominator' } : undefined
  const shown = {
    schedule,
    band,
    by: by.column,
    ...(of && { of: of.column }),
    ...(base && { base: base.column }),
    gives: gives.map((expr, i) => giveColumn(site, expr, give, tiers.bands[i]?.span ?? tiers.span)),
    mirror,
  }
  return { amount: { n, ...(d && { d }) }, shown, band }
}

/** An operand as a column (so that the explanation can show it), and as the ratio that the schedule reads. */
function held(site: Site, typed: checked.Typed, part: string): { column: Id; ratio: Ratio } {
  const read = columnOf(site, typed, part)
  const scale = typed.type.is === 'number' ? typed.type.range.scale - (typed.type.over?.scale ?? 0) : 0
  return {
    column: read.column,
    ratio: { n: column(read.column), ...(read.denominator && { d: column(read.denominator) }), scale },
  }
}

function giveColumn(site: Site, expr: Expr, type: NumberType, span: checked.Typed['span']): Id {
  const { builder } = site
  // A constant needs one row, whatever the grain: the explanation reads it from there.
  const grain = expr.op === 'const' ? {} : site.grain
  return builder.column({
    id: `${site.owner}.give`,
    grain: builder.grain(grain),
    type: planType(type),
    expr,
    origin: builder.origin(span),
  })
}

function amountScale(tiers: clauses.Tiers, give: NumberType): number {
  if (tiers.mode === 'linear') return tiers.type.range.scale - (tiers.type.over?.scale ?? 0)
  if (tiers.pays) return give.range.scale
  const scale = sliceScale(tiers, give)
  return scale - (tiers.type.over?.scale ?? 0)
}

function addSchedule(site: Site, tiers: clauses.Tiers): Id {
  const { builder } = site
  let id = site.owner
  for (let n = 2; builder.ledger.get('schedule', id); n++) id = `${site.owner}~${n}`
  const measure = planType(tiers.measure)
  builder.schedule({
    id,
    mode: tiers.mode,
    pays: tiers.pays,
    extend: tiers.extend,
    scale: tiers.measure.range.scale,
    type: measure.is === 'int' ? measure : { is: 'int', scale: 0, min: '0', max: '0', unit: 'number' },
    bands: tiers.bands.map((band) => ({
      ...(band.from && { from: { at: String(band.from.at), included: band.from.included } }),
      mode: band.mode,
      origin: builder.origin(band.span),
    })),
    uncovered: builder.reason({
      class: 'uncovered',
      code: 'BY804',
      args: { name: site.owner, lacking: theseValues },
      origin: tiers.span,
    }),
    origin: builder.origin(tiers.span),
  })
  return id
}
