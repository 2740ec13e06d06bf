import { power10 } from '../../base/decimal.ts'
import type { Schedule, TierAmount } from '../../plan/plan.ts'

/** A fraction of integers, the denominator positive. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

/** One row's numbers for a tier schedule, at their own scales. */
export type TierInput = {
  readonly of: Fraction | undefined
  readonly by: Fraction
  readonly base: Fraction | undefined
  readonly band: number
  readonly give: (band: number) => bigint
}

/** How the parts of a tier amount are brought to one scale; made once for a schedule. */
export type TierScales = {
  /** The scale at which `of` and `threshold × base` meet. */
  readonly slice: number
  readonly of: bigint
  readonly base: bigint
  /** What brings the exact amount to the scale that is asked for. */
  readonly result: bigint
  readonly usesBase: boolean
}

export function tierScales(schedule: Schedule, tiers: TierAmount): TierScales {
  const of = tiers.of?.scale ?? 0
  const base = schedule.scale + (tiers.base?.scale ?? 0)
  const usesBase =
    schedule.mode !== 'linear' && !schedule.pays && schedule.bands.some((b) => b.mode === 'marginal')
  const slice = usesBase ? Math.max(of, base) : of
  const exact = tiers.giveScale + (schedule.pays ? 0 : slice)
  if (tiers.scale < exact) throw new Error(`${schedule.id} needs a scale of ${exact}, not ${tiers.scale}`)
  return {
    slice,
    of: power10(slice - of),
    base: usesBase ? power10(slice - base) : 1n,
    result: power10(tiers.scale - exact),
    usesBase,
  }
}

/**
 * What a schedule pays for one row, as an exact fraction at the scale of the plan. A negative `of` (or, without one, a
 * negative `by`) that is mirrored gives the negative of what its absolute value gives.
 */
export function tierAmount(
  schedule: Schedule,
  tiers: TierAmount,
  scales: TierScales,
  input: TierInput,
): Fraction {
  const sign = input.of ?? input.by
  const mirrored = tiers.mirror && sign.n < 0n
  const plain = tiers.mirror
    ? { ...input, of: input.of && absolute(input.of), by: absolute(input.by) }
    : input
  const exact = schedule.mode === 'linear' ? linear(schedule, tiers, plain) : stepped(schedule, scales, plain)
  const n = exact.n * scales.result
  return { n: mirrored ? -n : n, d: exact.d }
}

function absolute(value: Fraction): Fraction {
  return value.n < 0n ? { n: -value.n, d: value.d } : value
}

/** The bands whose gives an amount reads, the highest first. */
export function bandsUsed(
  schedule: Schedule,
  tiers: TierAmount,
  by: Fraction,
  band: number,
): readonly number[] {
  if (schedule.mode === 'linear') {
    const place = segmentOf(schedule, tiers, tiers.mirror ? absolute(by) : by)
    return place.flat ? [place.point] : [place.point, place.point + 1]
  }
  const used: number[] = []
  for (let j = band; j >= 0; j--) {
    used.push(j)
    if (schedule.bands[j]?.mode === 'whole') break
  }
  return used
}

function stepped(schedule: Schedule, scales: TierScales, input: TierInput): Fraction {
  const { bands, pays } = schedule
  if (pays) {
    let total = 0n
    for (let j = input.band; j >= 0; j--) {
      total += input.give(j)
      if (bands[j]?.mode === 'whole') break
    }
    return { n: total, d: 1n }
  }
  const of = input.of ?? { n: 0n, d: 1n }
  const base = scales.usesBase ? (input.base ?? { n: 0n, d: 1n }) : { n: 0n, d: 1n }
  const earned = of.n * base.d * scales.of
  let end = earned
  let total = 0n
  for (let j = input.band; j >= 0; j--) {
    const band = bands[j]
    if (band?.mode === 'whole') {
      total += input.give(j) * end
      break
    }
    const start = band?.from === undefined ? 0n : BigInt(band.from.at) * base.n * of.d * scales.base
    total += input.give(j) * (end - start)
    end = start
  }
  return { n: total, d: of.d * base.d }
}

/** Where a value stands among the points of a `linear` schedule: on a line from `point` to the next, or beyond. */
function segmentOf(schedule: Schedule, tiers: TierAmount, by: Fraction): { point: number; flat: boolean } {
  const { bands, extend } = schedule
  const last = bands.length - 1
  let point = -1
  while (point < last && !isBelow(by, pointAt(schedule, tiers, point + 1))) point++
  if (last === 0) return { point: 0, flat: true }
  if (point < 0) return { point: 0, flat: !extend }
  if (point === last) return extend ? { point: last - 1, flat: false } : { point: last, flat: true }
  return { point, flat: false }
}

/** A point and the value that is compared with it, at one scale. */
function pointAt(schedule: Schedule, tiers: TierAmount, point: number): { at: bigint; factor: bigint } {
  const common = Math.max(schedule.scale, tiers.by.scale)
  const at = BigInt(schedule.bands[point]?.from?.at ?? 0) * power10(common - schedule.scale)
  return { at, factor: power10(common - tiers.by.scale) }
}

function isBelow(by: Fraction, point: { at: bigint; factor: bigint }): boolean {
  return by.n * point.factor < point.at * by.d
}

function linear(schedule: Schedule, tiers: TierAmount, input: TierInput): Fraction {
  const { point, flat } = segmentOf(schedule, tiers, input.by)
  const give = flat ? { n: input.give(point), d: 1n } : between(schedule, tiers, input, point)
  if (schedule.pays || input.of === undefined) return give
  return { n: give.n * input.of.n, d: give.d * input.of.d }
}

/** The value of the straight line from one point to the next, as one fraction. */
function between(schedule: Schedule, tiers: TierAmount, input: TierInput, point: number): Fraction {
  const { at, factor } = pointAt(schedule, tiers, point)
  const width = pointAt(schedule, tiers, point + 1).at - at
  const low = input.give(point)
  const rise = input.give(point + 1) - low
  return {
    n: low * width * input.by.d + (input.by.n * factor - at * input.by.d) * rise,
    d: width * input.by.d,
  }
}
