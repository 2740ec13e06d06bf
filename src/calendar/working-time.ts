import type { Day } from '../base/day.ts'
import { type WorkCalendar, weekdayOf, worksOn, type Zone } from '../base/work-calendar.ts'
import { instantOf, localDayOf } from './zone.ts'

/**
 * Working time of one calendar, ready to be asked: its windows in order, as instants (whole seconds since
 * 1970-01-01T00:00Z), each with how many seconds were worked before it. Every question is a binary search.
 */
export type WorkingTime = {
  readonly calendar: WorkCalendar
  readonly zone: Zone
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Seconds worked before each window; one more, the total, at the end. */
  readonly before: readonly number[]
  /** The windows of day `from + i` are those from `windowsOf[i]` up to `windowsOf[i + 1]`. */
  readonly windowsOf: readonly number[]
  /** The days that are worked, in order. */
  readonly days: readonly Day[]
  /** When work ends on each day that has hours, in order. */
  readonly closings: readonly number[]
  /** The instants at which what is known begins and ends. */
  readonly from: number
  readonly until: number
}

/** Where a calendar does not know a day that the answer needs. */
export type Unknown = 'unknown'

const made = new WeakMap<WorkCalendar, WorkingTime>()

/** The working time of a calendar that has a zone; undefined of one that has not. Without hours only its days are known. */
export function workingTimeOf(calendar: WorkCalendar): WorkingTime | undefined {
  if (!calendar.zone) return undefined
  const known = made.get(calendar)
  if (known) return known
  const time = prepared(calendar, calendar.zone, calendar.hours ?? [])
  made.set(calendar, time)
  return time
}

function prepared(
  calendar: WorkCalendar,
  zone: Zone,
  hours: NonNullable<WorkCalendar['hours']>,
): WorkingTime {
  const days = workedDays(calendar)
  const starts: number[] = []
  const ends: number[] = []
  const before: number[] = []
  const windowsOf: number[] = []
  const closings: number[] = []
  let next = 0
  let total = 0
  for (let day = calendar.from; day <= calendar.until; day++) {
    windowsOf.push(starts.length)
    if (days[next] !== day) continue
    next++
    for (const window of hours[weekdayOf(day)] ?? []) {
      const start = instantOf(zone, day, window.from)
      const end = instantOf(zone, day, window.until)
      // The hours that a clock skips in spring are not there to be worked.
      if (end <= start) continue
      starts.push(start)
      ends.push(end)
      before.push(total)
      total += end - start
    }
    const last = ends.at(-1)
    if (last !== undefined && last !== closings.at(-1)) closings.push(last)
  }
  windowsOf.push(starts.length)
  before.push(total)
  const from = instantOf(zone, calendar.from, 0)
  return {
    calendar,
    zone,
    starts,
    ends,
    before,
    windowsOf,
    days,
    closings,
    from,
    until: instantOf(zone, calendar.until + 1, 0),
  }
}

/** How many elements of an ascending list are at most `value` (`below`: less than it). */
export function countUpTo(list: readonly number[], value: number, below = false): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = list[middle] ?? 0
    if (below ? at < value : at <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** Seconds worked from the first day that is known up to an instant. */
export function workedUntil({ starts, ends, before }: WorkingTime, at: number): number {
  const i = countUpTo(starts, at) - 1
  return i < 0 ? 0 : (before[i] ?? 0) + Math.min(at, ends[i] ?? 0) - (starts[i] ?? 0)
}

/** Whether an instant lies in the days that the calendar knows. */
export function knows({ from, until }: WorkingTime, at: number): boolean {
  return at >= from && at <= until
}

/** Working seconds from `a` to `b`, negative when `b` is before `a`. */
export function workingBetween(time: WorkingTime, a: number, b: number): number | Unknown {
  if (!knows(time, a) || !knows(time, b)) return 'unknown'
  return workedUntil(time, b) - workedUntil(time, a)
}

/**
 * The first instant at which `seconds` have been worked since `start`: what ends at closing time is that closing, not
 * the next opening. Negative: the last instant from which so many seconds are worked until `start`.
 */
export function addWorking(time: WorkingTime, start: number, seconds: number): number | Unknown {
  if (!knows(time, start)) return 'unknown'
  if (seconds === 0) return start
  return whenWorked(time, workedUntil(time, start) + seconds, seconds > 0)
}

/** When so many seconds have been worked since the first day that is known: at a closing or (not `earlier`) an opening. */
export function whenWorked(time: WorkingTime, target: number, earlier: boolean): number | Unknown {
  const { starts, before } = time
  // The windows before the total, which stands last, are as many as there are starts.
  const i = Math.min(countUpTo(before, target, earlier), starts.length) - 1
  const total = before[starts.length] ?? 0
  if (i < 0 || target > total || target < 0 || (!earlier && target === total)) return 'unknown'
  return (starts[i] ?? 0) + target - (before[i] ?? 0)
}

/** The first working day on or after a day. */
export function workingDayFrom({ calendar, days }: WorkingTime, day: Day): Day | Unknown {
  if (day < calendar.from || day > calendar.until) return 'unknown'
  return days[countUpTo(days, day, true)] ?? 'unknown'
}

/** The first working day after a day. */
export function nextWorkingDay({ calendar, days }: WorkingTime, day: Day): Day | Unknown {
  if (day < calendar.from || day > calendar.until) return 'unknown'
  return days[countUpTo(days, day)] ?? 'unknown'
}

/** The `count`th working day after a day, itself not counted; before it for a negative count; the day itself for 0. */
export function shiftWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day | Unknown {
  if (day < calendar.from || day > calendar.until) return 'unknown'
  if (count === 0) return day
  const days = workedDays(calendar)
  const at = count > 0 ? countUpTo(days, day) + count - 1 : countUpTo(days, day, true) + count
  return days[at] ?? 'unknown'
}

const listed = new WeakMap<WorkCalendar, readonly Day[]>()

/** The days of a calendar that are worked, in order. */
function workedDays(calendar: WorkCalendar): readonly Day[] {
  const known = listed.get(calendar)
  if (known) return known
  const off = new Set(calendar.off)
  const on = new Set(calendar.on)
  const days: Day[] = []
  for (let day = calendar.from; day <= calendar.until; day++)
    if (on.has(day) || (!off.has(day) && worksOn(calendar, weekdayOf(day)))) days.push(day)
  listed.set(calendar, days)
  return days
}

/** When work ends on a working day; `unknown` on a day that has no hours. */
function closingOf(time: WorkingTime, day: Day): number | Unknown {
  const i = day - time.calendar.from
  const next = time.windowsOf[i + 1]
  const first = time.windowsOf[i]
  if (next === undefined || first === undefined || next === first) return 'unknown'
  return time.ends[next - 1] ?? 'unknown'
}

/** When work begins on a working day. */
function openingOf(time: WorkingTime, day: Day): number | Unknown {
  const i = day - time.calendar.from
  const next = time.windowsOf[i + 1]
  const first = time.windowsOf[i]
  if (next === undefined || first === undefined || next === first) return 'unknown'
  return time.starts[first] ?? 'unknown'
}

/**
 * Closing time of the `count`th working day after the day of `start`: "within 3 working days". `count` 1 or more; a
 * negative one counts back, to the closing of that earlier day.
 */
export function addWorkingDays(time: WorkingTime, start: number, count: number): number | Unknown {
  if (!knows(time, start)) return 'unknown'
  if (count === 0) return start
  const day = shiftWorkingDays(time.calendar, localDayOf(time.zone, start), count)
  return day === 'unknown' ? day : closingOf(time, day)
}

/**
 * `units / perDay` working days on from `start`, where half a day is half of that day's own hours: what calculators of
 * working days publish. Exact; a part of a second is dropped, and what ends at closing is that closing.
 */
export function addDaysOfHours(
  time: WorkingTime,
  start: number,
  units: number,
  perDay: number,
): number | Unknown {
  if (!knows(time, start)) return 'unknown'
  if (units === 0) return start
  const day = localDayOf(time.zone, start)
  // Where the day stands among those that are worked, and how much of it is over.
  const before = countUpTo(time.days, day, true)
  const length = time.days[before] === day ? workedOn(time, day) : 0
  const over = length === 0 ? 0 : workedUntil(time, start) - workedBefore(time, day)
  const whole = BigInt(length || 1) * BigInt(perDay)
  const all = BigInt(before) * whole + BigInt(over) * BigInt(perDay) + BigInt(units) * BigInt(length || 1)
  if (all < 0n) return 'unknown'
  let at = Number(all / whole)
  let rest = all % whole
  if (rest === 0n && units > 0) {
    at -= 1
    rest = whole
  }
  const found = time.days[at]
  if (found === undefined) return 'unknown'
  const seconds = Number((rest * BigInt(workedOn(time, found))) / whole)
  const opening = openingOf(time, found)
  return opening === 'unknown' || seconds === 0 ? opening : addWorking(time, opening, seconds)
}

function workedBefore(time: WorkingTime, day: Day): number {
  return time.before[time.windowsOf[day - time.calendar.from] ?? 0] ?? 0
}

function workedOn(time: WorkingTime, day: Day): number {
  return workedBefore(time, day + 1) - workedBefore(time, day)
}
