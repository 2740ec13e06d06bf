import { type Day, dayOf, formatDay, parseDay } from './day.ts'
import type { Zone } from './work-calendar.ts'

/**
 * An instant: whole seconds since 1970-01-01T00:00Z. Which day and which hour it is hangs on a zone, which is data: the
 * clock and the host are never asked.
 */
export type Instant = number

export const secondsOfDay = 86_400

/** Instants that a policy can hold: the years for which zones are known. The last second counts. */
export const firstInstant: Instant = 0
export const lastInstant: Instant = (dayOf(2100, 1, 1) ?? 0) * secondsOfDay - 1

/** Seconds by which local time is ahead of universal time at an instant. */
export function offsetOf({ offsets }: Zone, at: Instant): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle]?.from ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return offsets[Math.max(low - 1, 0)]?.offset ?? 0
}

/** What clocks of the zone show at an instant: the day, and seconds since its midnight. */
export function localOf(zone: Zone, at: Instant): { readonly day: Day; readonly seconds: number } {
  const local = at + offsetOf(zone, at)
  const day = Math.floor(local / secondsOfDay)
  return { day, seconds: local - day * secondsOfDay }
}

/**
 * The instants at which clocks of the zone show a local time: one; none in the hour that is skipped in spring; two in
 * the hour that comes twice in autumn.
 */
export function instantsOf(zone: Zone, day: Day, seconds: number): readonly Instant[] {
  const local = day * secondsOfDay + seconds
  const around = [offsetOf(zone, local - secondsOfDay), offsetOf(zone, local + secondsOfDay)]
  const found = [...new Set(around)].map((offset) => local - offset)
  return found.filter((at) => at + offsetOf(zone, at) === local)
}

/** `17:00`, or `17:00:30` where there are seconds. */
export function formatClock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const rest = seconds % 60
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return rest === 0 ? clock : `${clock}:${two(rest)}`
}

/** `2026-05-09 17:00`, as clocks of the zone show it. */
export function formatInstant(zone: Zone, at: Instant): string {
  const { day, seconds } = localOf(zone, at)
  return `${formatDay(day)} ${formatClock(seconds)}`
}

/** `2026-05-09T17:00:00+08:00`: for other programs. */
export function isoInstant(zone: Zone, at: Instant): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const { day, seconds } = localOf(zone, at)
  const offset = offsetOf(zone, at)
  const minutes = Math.floor(Math.abs(offset) / 60)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  const ahead = `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return `${formatDay(day)}T${clock}${ahead}`
}

/** What is wrong with a text that should be an instant. */
export type NoInstant =
  | 'no-time'
  | 'no-such-day'
  | 'no-such-clock'
  | 'fraction'
  | 'offset'
  | 'skipped'
  | 'twice'
  | 'no-zone'
  | 'outside'

const written =
  /^(.+?(?:日|\d))(?:T|\s+|(?<=日)\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?$/

/**
 * Reads `2026-05-09 17:00`, `2026-05-09T17:00:30`, `2026年5月9日 17:00`, with `Z` or `+08:00` behind it or not. Without
 * one it is a local time of the zone.
 */
export function readInstant(zone: Zone | undefined, text: string): { readonly at: Instant } | NoInstant {
  const m = written.exec(text)
  const date = m?.[1]?.replace(/\s+/g, '') ?? ''
  if (!m || !/^\d{4}([-/.])\d{1,2}\1\d{1,2}$|^\d{4}年\d{1,2}月\d{1,2}日$/.test(date)) return 'no-time'
  const day = parseDay(date)
  if (day === undefined) return 'no-such-day'
  const [hours, minutes, seconds] = [Number(m[2]), Number(m[3]), Number(m[4] ?? '0')]
  if (hours > 23 || minutes > 59 || seconds > 59) return 'no-such-clock'
  if (/[1-9]/.test(m[5] ?? '')) return 'fraction'
  const clock = hours * 3600 + minutes * 60 + seconds
  const offset = m[6]
  if (offset !== undefined) {
    const ahead = secondsAhead(offset)
    return ahead === undefined ? 'offset' : within(day * secondsOfDay + clock - ahead)
  }
  if (!zone) return 'no-zone'
  const [at, another] = instantsOf(zone, day, clock)
  if (at === undefined) return 'skipped'
  return another === undefined ? within(at) : 'twice'
}

function within(at: Instant): { readonly at: Instant } | NoInstant {
  return at < firstInstant || at > lastInstant ? 'outside' : { at }
}

/** Clocks are at most 14 hours ahead and 12 behind, in quarters of an hour. */
function secondsAhead(offset: string): number | undefined {
  if (offset === 'Z' || offset === 'z') return 0
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))]
  const ahead = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
  return minutes > 59 || minutes % 15 !== 0 || ahead > 840 || ahead < -720 ? undefined : ahead * 60
}
