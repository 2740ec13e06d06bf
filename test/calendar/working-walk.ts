import type { WorkCalendar } from '../../src/base/work-calendar.ts'

/**
 * Working time by walking: every minute is looked at by itself. Knows nothing of windows, searches or sums. Minutes of
 * universal time; a calendar's hours begin and end on whole minutes.
 */
const minutesOfDay = 1440

/** Whether the minute that begins at `minute` is worked; undefined where the calendar does not know. */
export function worksAt(calendar: WorkCalendar, minute: number): boolean | undefined {
  let offset = calendar.zone?.offsets[0]?.offset ?? 0
  for (const change of calendar.zone?.offsets ?? []) if (change.from <= minute * 60) offset = change.offset
  const local = minute + offset / 60
  const day = Math.floor(local / minutesOfDay)
  if (day < calendar.from || day > calendar.until) return undefined
  // 1970-01-05 was a Monday.
  const weekday = (((day - 4) % 7) + 7) % 7
  const usual = calendar.weekdays ? calendar.weekdays[weekday] : weekday !== 5 && weekday !== 6
  const worked = calendar.on.includes(day) || (usual && !calendar.off.includes(day))
  const second = (local - day * minutesOfDay) * 60
  return (
    worked === true &&
    (calendar.hours?.[weekday] ?? []).some(({ from, until }) => second >= from && second < until)
  )
}

/** The end of the minute in which the `minutes`th worked minute from `start` on is done. */
export function walkForward(calendar: WorkCalendar, start: number, minutes: number): number | 'unknown' {
  let at = start
  for (let left = minutes; left > 0; at++) {
    const works = worksAt(calendar, at)
    if (works === undefined) return 'unknown'
    if (works) left--
  }
  return at
}

/** The begin of the minute from which on `minutes` are worked until `start`. */
export function walkBack(calendar: WorkCalendar, start: number, minutes: number): number | 'unknown' {
  let at = start
  for (let left = minutes; left > 0; ) {
    at--
    const works = worksAt(calendar, at)
    if (works === undefined) return 'unknown'
    if (works) left--
  }
  return at
}

/** How many minutes are worked from `a` to `b`. */
export function walkBetween(calendar: WorkCalendar, a: number, b: number): number {
  let worked = 0
  for (let at = a; at < b; at++) if (worksAt(calendar, at)) worked++
  return worked
}

/** The end of the last worked minute of the `count`th day with one after the day of `start`. */
export function walkDays(calendar: WorkCalendar, start: number, count: number): number | 'unknown' {
  const dayOf = (minute: number): number => {
    let offset = calendar.zone?.offsets[0]?.offset ?? 0
    for (const change of calendar.zone?.offsets ?? []) if (change.from <= minute * 60) offset = change.offset
    return Math.floor((minute + offset / 60) / minutesOfDay)
  }
  let day = dayOf(start)
  let last: number | undefined
  let left = count
  for (let at = start; ; at++) {
    const works = worksAt(calendar, at)
    if (works === undefined || dayOf(at) !== day) {
      if (last !== undefined && --left === 0) return last
      last = undefined
      day = dayOf(at)
      if (works === undefined) return 'unknown'
    }
    if (works && dayOf(at) !== dayOf(start)) last = at + 1
  }
}
