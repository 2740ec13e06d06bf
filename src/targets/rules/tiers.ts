import { power10 } from '../../base/decimal.ts'
import type { Expr, Ratio, TierAmount } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { absolute, type Fraction, fraction, minus, order, plus, times, zero } from './exact.ts'
import { need } from './model.ts'
import type { ScheduleDefinition } from './rule-set.ts'
import { big, type Found, failing, present, type Spot, small, type World } from './world.ts'

/** The band that a value reaches: the last that begins at or below it. */
export function bandAt(world: World, expr: Extract<Expr, { op: 'band' }>, spot: Spot): Found {
  const schedule = need(world.model.schedules, expr.schedule)
  const by = read(world, expr.by, spot)
  if (typeof by === 'number') return failing(by)
  const value = expr.mirror ? absolute(by) : by
  let band = -1
  for (const [i, { from }] of schedule.bands.entries()) {
    const below = from === undefined ? 1 : order(value, startAt(schedule, i))
    if (below < 0 || (below === 0 && from?.included === false)) break
    band = i
  }
  if (band < 0 && schedule.mode !== 'linear') return failing(schedule.uncovered)
  return present(BigInt(Math.max(band, 0)))
}

/** What a schedule pays, exactly: one of the two halves of the fraction. */
export function tiersAt(world: World, tiers: TierAmount, spot: Spot): Found {
  const schedule = need(world.model.schedules, tiers.schedule)
  const of = tiers.of && read(world, tiers.of, spot)
  const by = read(world, tiers.by, spot)
  const base = tiers.base && read(world, tiers.base, spot)
  const index = world.expr(tiers.index, spot)
  const known = [of, by, base].map((part) => (typeof part === 'number' ? part : 0))
  const state = Math.max(used(index.state), ...known)
  if (state !== 0 || typeof by === 'number' || typeof of === 'number' || typeof base === 'number')
    return failing(state)
  const gives = new Map<number, Fraction>()
  let wrong = 0
  const give = (band: number): Fraction => {
    const found = world.expr(tiers.gives[band] ?? { op: 'fail', state: schedule.uncovered }, spot)
    wrong = Math.max(wrong, used(found.state))
    const value = found.state === 0 ? fraction(big(found), 1n, tiers.giveScale) : zero
    gives.set(band, value)
    return value
  }
  const negative = tiers.mirror && (of ?? by).n < 0n
  const plain = {
    of: of && tiers.mirror ? absolute(of) : of,
    by: tiers.mirror ? absolute(by) : by,
    base,
    band: small(index),
    give,
  }
  const amount = schedule.mode === 'linear' ? linear(schedule, plain) : stepped(schedule, plain)
  if (wrong !== 0) return failing(wrong)
  const n = amount.n * power10(tiers.scale)
  // A whole number where the schedule promises one: only what is asked for as a fraction has another denominator. On a
  // slope it is one whatever it comes to, and so it is written as one.
  const slope = schedule.mode === 'linear' && !placeOn(schedule, plain.by).flat
  const whole = !slope && n % amount.d === 0n
  if (tiers.part === 'denominator') return present(whole ? 1n : amount.d)
  const value = whole ? n / amount.d : n
  return present(negative ? -value : value)
}

type Plain = {
  readonly of: Fraction | undefined
  readonly by: Fraction
  readonly base: Fraction | undefined
  readonly band: number
  readonly give: (band: number) => Fraction
}

function read(world: World, ratio: Ratio, spot: Spot): Fraction | number {
  const n = world.expr(ratio.n, spot)
  const d = ratio.d === undefined ? present(1n) : world.expr(ratio.d, spot)
  const state = Math.max(used(n.state), used(d.state))
  return state === 0 ? fraction(big(n), big(d), ratio.scale) : state
}

function startAt(schedule: ScheduleDefinition, band: number): Fraction {
  return fraction(BigInt(schedule.bands[band]?.from?.at ?? 0), 1n, schedule.scale)
}

/** Slices from the band reached downwards, until one pays from the first unit. */
function stepped(schedule: ScheduleDefinition, { of = zero, base, band, give }: Plain): Fraction {
  let total = zero
  let end = of
  for (let i = band; i >= 0; i--) {
    const rate = give(i)
    const whole = schedule.bands[i]?.mode === 'whole'
    if (schedule.pays) total = plus(total, rate)
    else {
      const from = schedule.bands[i]?.from
      const start = whole || from === undefined ? zero : times(startAt(schedule, i), base ?? zero)
      total = plus(total, times(rate, minus(end, start)))
      end = start
    }
    if (whole) break
  }
  return total
}

/** The point from which a line goes on, and whether it is flat there: beyond both ends, unless they go on. */
function placeOn(
  schedule: ScheduleDefinition,
  by: Fraction,
): { readonly low: number; readonly flat: boolean } {
  const last = schedule.bands.length - 1
  let point = -1
  while (point < last && order(by, startAt(schedule, point + 1)) >= 0) point++
  const flat = last === 0 || (!schedule.extend && (point < 0 || point === last))
  return { low: Math.max(0, flat ? point : Math.min(point, last - 1)), flat }
}

/** Straight lines from point to point. */
function linear(schedule: ScheduleDefinition, { of, by, give }: Plain): Fraction {
  const { low, flat } = placeOn(schedule, by)
  const value = flat ? give(low) : between(schedule, by, low, give)
  return schedule.pays || of === undefined ? value : times(value, of)
}

function between(
  schedule: ScheduleDefinition,
  by: Fraction,
  low: number,
  give: (band: number) => Fraction,
): Fraction {
  const start = startAt(schedule, low)
  const width = minus(startAt(schedule, low + 1), start)
  const first = give(low)
  const rise = minus(give(low + 1), first)
  const along = times(minus(by, start), { n: width.d, d: width.n })
  return plus(first, times(rise, along))
}
