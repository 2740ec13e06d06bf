import type { ClockAllowance } from '../plan/plan.ts'
import {
  countUpTo,
  knows,
  type Unknown,
  type WorkingTime,
  whenWorked,
  workedUntil,
  workingDayFrom,
} from './working-time.ts'
import { instantOf, localClockOf, localDayOf } from './zone.ts'

/** A stretch in which a clock runs: after `from`, up to and with `until`; without `until` it still does. */
export type Stretch = { readonly from: number; readonly until?: number }

/** When an allowance is used up: while the clock stands and something of it is left, nobody knows. */
export type Due = number | 'standing' | Unknown

/** A scale that time moves along: how far it is at an instant, and the first instant at which it is so far. */
type Scale = {
  readonly at: (instant: number) => number | Unknown
  readonly reaches: (count: number) => number | Unknown
}

function scaleOf(time: WorkingTime, allowance: ClockAllowance): Scale {
  const { zone, closings } = time
  const known = (instant: number, value: () => number): number | Unknown =>
    knows(time, instant) ? value() : 'unknown'
  switch (allowance.unit) {
    case 'seconds':
      return { at: (instant) => instant, reaches: (count) => count }
    case 'working-seconds':
      return {
        at: (instant) => known(instant, () => workedUntil(time, instant)),
        reaches: (count) => whenWorked(time, count, true),
      }
    case 'working-days':
      return {
        at: (instant) => known(instant, () => countUpTo(closings, instant)),
        reaches: (count) => closings[count - 1] ?? 'unknown',
      }
    case 'days': {
      const { at = 0 } = allowance
      return {
        at: (instant) => {
          const day = localDayOf(zone, instant)
          return day + (instantOf(zone, day, at) <= instant ? 1 : 0)
        },
        reaches: (count) => instantOf(zone, count - 1, at),
      }
    }
  }
}

/** From where on a stretch uses up an allowance: days count after the day of `start`, whose own end may be midnight. */
export function usedFrom(
  { zone }: WorkingTime,
  from: number,
  start: number,
  { unit, at = 0 }: ClockAllowance,
): number {
  if (unit !== 'days' && unit !== 'working-days') return from
  const next = localDayOf(zone, start) + 1
  return Math.max(from, unit === 'days' ? instantOf(zone, next, at) - 1 : instantOf(zone, next, 0))
}

/** The instant at which `amount` of an allowance that began at `start` is used, the clock running in these stretches only. */
export function dueAt(
  time: WorkingTime,
  stretches: readonly Stretch[],
  start: number,
  allowance: ClockAllowance,
  amount = allowance.amount,
): Due {
  const scale = scaleOf(time, allowance)
  let left = amount
  for (const { from, until } of stretches) {
    const begin = usedFrom(time, from, start, allowance)
    if (until !== undefined && begin >= until) continue
    const before = scale.at(begin)
    if (before === 'unknown') return before
    const end = scale.reaches(before + left)
    if (until === undefined || (end !== 'unknown' && end <= until)) return moved(time, end, allowance)
    const after = scale.at(until)
    if (after === 'unknown') return after
    left -= after - before
  }
  return 'standing'
}

/** The same time of day on the next working day, where it is to be moved there. */
function moved(time: WorkingTime, end: number | Unknown, allowance: ClockAllowance): number | Unknown {
  if (end === 'unknown' || !allowance.moved) return end
  const day = workingDayFrom(time, localDayOf(time.zone, end))
  return day === 'unknown' ? day : instantOf(time.zone, day, localClockOf(time.zone, end))
}

/**
 * Seconds for which the clock ran after `from`, up to `until`: on any clock, or of working time where the allowance is
 * measured in it.
 */
export function ranFor(
  time: WorkingTime,
  stretches: readonly Stretch[],
  from: number,
  until: number,
  { unit }: Pick<ClockAllowance, 'unit'>,
): number | Unknown {
  const scale = scaleOf(time, {
    unit: unit === 'working-seconds' || unit === 'working-days' ? 'working-seconds' : 'seconds',
    amount: 0,
  })
  let total = 0
  for (const stretch of stretches) {
    const begin = Math.max(stretch.from, from)
    const end = Math.min(stretch.until ?? until, until)
    if (end <= begin) continue
    const [before, after] = [scale.at(begin), scale.at(end)]
    if (before === 'unknown' || after === 'unknown') return 'unknown'
    total += after - before
  }
  return total
}
