import { type Day, dayOf } from '../base/day.ts'
import type { Zone } from '../base/work-calendar.ts'

const secondsOfDay = 86_400
/** What the zones' own rules say is taken for these years; a policy has no instants outside them. */
const firstYear = 1970
const lastYear = 2100

const made = new Map<string, Zone | undefined>()

/**
 * A time zone by its name in the IANA list, as data: whoever runs a plan asks no host. Undefined for an unknown name.
 */
export function zoneNamed(id: string): Zone | undefined {
  if (!made.has(id)) made.set(id, zoneOf(id))
  return made.get(id)
}

function zoneOf(id: string): Zone | undefined {
  const offsetAt = offsets(id)
  if (!offsetAt) return undefined
  const from = (dayOf(firstYear, 1, 1) ?? 0) * secondsOfDay
  const until = (dayOf(lastYear, 1, 1) ?? 0) * secondsOfDay
  const found = [{ from, offset: offsetAt(from) }]
  // No zone has changed twice within two weeks and been back at the same offset since 1970.
  const step = 14 * secondsOfDay
  for (let at = from; at < until; at += step) {
    const before = found.at(-1)?.offset ?? 0
    const after = offsetAt(Math.min(at + step, until))
    if (after !== before) found.push({ from: firstWith(offsetAt, before, at, at + step), offset: after })
  }
  return { id, offsets: found }
}

/** The first second after `low` whose offset is no longer `before`. */
function firstWith(offsetAt: (at: number) => number, before: number, low: number, high: number): number {
  let [same, other] = [low, high]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (offsetAt(middle) === before) same = middle
    else other = middle
  }
  return other
}

function offsets(id: string): ((at: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    return (at) => {
      const read = new Map(format.formatToParts(at * 1000).map(({ type, value }) => [type, Number(value)]))
      const part = (name: Intl.DateTimeFormatPartTypes): number => read.get(name) ?? 0
      const day = dayOf(part('year'), part('month'), part('day')) ?? 0
      return day * secondsOfDay + part('hour') * 3600 + part('minute') * 60 + part('second') - at
    }
  } catch {
    return undefined
  }
}

/** Seconds by which local time is ahead of universal time at an instant. */
function offsetAt({ offsets: list }: Zone, at: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.from ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return list[Math.max(low - 1, 0)]?.offset ?? 0
}

/** The local day of an instant. */
export function localDayOf(zone: Zone, at: number): Day {
  return Math.floor((at + offsetAt(zone, at)) / secondsOfDay)
}

/** Seconds since midnight that clocks show at an instant. */
export function localClockOf(zone: Zone, at: number): number {
  return at + offsetAt(zone, at) - localDayOf(zone, at) * secondsOfDay
}

/**
 * The instant of a local time. One that a clock shows twice in autumn is the earlier; one that it skips in spring is as
 * far after the change as it would have been.
 */
export function instantOf(zone: Zone, day: Day, second: number): number {
  const local = day * secondsOfDay + second
  const before = offsetAt(zone, local - secondsOfDay)
  const after = offsetAt(zone, local + secondsOfDay)
  const early = local - before
  const late = local - after
  return offsetAt(zone, early) !== before && offsetAt(zone, late) === after ? late : early
}
