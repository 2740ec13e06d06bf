import type { Checked, Definition, Tiers } from '../../check/clauses.ts'
import { showPoint } from '../../check/geometry.ts'
import { type Amount, curveOf, gridOf } from '../../check/pay-curve.ts'
import type { NumberType } from '../../check/types.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { Shown } from '../../targets/evaluate/trace.ts'
import { numberOf } from '../../targets/evaluate/value.ts'
import { type CurveDifference, type CurveStretch, compareCurves } from './compare-curves.ts'
import type { Range } from './range-text.ts'

/** Tiers of a clause that pay differently in two versions. */
type TiersApart = CurveDifference & {
  /** Of a scorecard: the indicator. */
  readonly part?: string
  readonly measure: NumberType
  /** What is paid is a share of the base. */
  readonly perBase: boolean
  /** Points of an indicator, and not money. */
  readonly points: boolean
  /** What chooses the rows has no more places than the steps that are told. */
  readonly whole: boolean
  readonly currency?: string
}

/** The same as text: steps of the measure, and by how much more (or, with a minus, less) is paid at each end. */
export type TierReport = {
  readonly part?: string
  /** What is paid is told for 1 of the base that the rows are chosen by. */
  readonly perBase: boolean
  readonly points: boolean
  readonly stretches: readonly (Range & {
    /** The first and the last step; `low` and `high` say the same as a row of the policy would. */
    readonly from: string
    readonly until?: string
    readonly more: { readonly from: Shown; readonly until?: Shown }
    /** Where they are furthest apart. */
    readonly peak: { readonly at: string; readonly more: Shown }
  })[]
}

export function tierReports(
  old: Checked,
  oldId: string,
  next: Checked,
  nextId: string,
): readonly TierReport[] {
  return tiersApart(old, oldId, next, nextId).map((one) => ({
    ...(one.part !== undefined && { part: one.part }),
    perBase: one.perBase,
    points: one.points,
    stretches: one.stretches.map(({ from, until, low, high, at, peak }) => ({
      from: showPoint(from, one.measure),
      ...(until !== undefined && { until: showPoint(until, one.measure) }),
      ...(one.whole && from === until
        ? { low: endOf(one, { at: from, included: true }), high: endOf(one, { at: from, included: true }) }
        : { low: endOf(one, low), ...(high && { high: endOf(one, high) }) }),
      more: {
        from: shownAmount(one, at.from),
        ...(at.until && { until: shownAmount(one, at.until) }),
      },
      peak: { at: showPoint(peak.step, one.measure), more: shownAmount(one, peak.by) },
    })),
  }))
}

function endOf({ measure }: TiersApart, { at, included }: CurveStretch['low']): NonNullable<Range['low']> {
  return { at: showPoint(at, measure), included }
}

function shownAmount({ scale, perBase, points, currency }: TiersApart, { n, d }: Amount): Shown {
  const unit = perBase ? 'percent' : points ? 'points' : 'money'
  return shownValue(numberOf(unit, perBase || points ? undefined : currency, n, d, scale))
}

/** The tiers of a clause in both versions, side by side in their order; those of which not all is known are left out. */
function tiersApart(old: Checked, oldId: string, next: Checked, nextId: string): readonly TiersApart[] {
  const [a, b] = [tiersOf(old, oldId), tiersOf(next, nextId)]
  if (a.length !== b.length) return []
  return a.flatMap(({ tiers }, i) => {
    const other = b[i]
    // Thresholds of either may have places that those of the other have not.
    const places = Math.max(...[tiers, other?.tiers ?? tiers].map((one) => gridOf(one).range.scale))
    const [x, y] = [curveOf(tiers, places), other && curveOf(other.tiers, places)]
    const found = x && y && compareCurves(x, y)
    if (!x || !other || !found || found.stretches.length === 0) return []
    const { unit, currency } = tiers.type
    return [
      {
        ...found,
        ...(other.part !== undefined && { part: other.part }),
        measure: x.measure,
        perBase: x.perBase,
        points: unit !== 'money',
        whole: tiers.by.type.is === 'number' && !tiers.by.type.over,
        ...(typeof currency === 'string' && { currency }),
      },
    ]
  })
}

function tiersOf(
  { order }: Checked,
  id: string,
): readonly { readonly tiers: Tiers; readonly part?: string }[] {
  const clause: Definition | undefined = order.find((one) => one.id === id)
  if (clause?.kind === 'commission')
    return clause.steps.flatMap((step) => (step.is === 'tiers' ? [{ tiers: step.tiers }] : []))
  if (clause?.kind === 'scorecard')
    return clause.indicators.flatMap((one) =>
      one.score.is === 'tiers' ? [{ tiers: one.score.tiers, part: one.title ?? one.id }] : [],
    )
  return []
}
