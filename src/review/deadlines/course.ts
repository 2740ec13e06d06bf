import type { Day } from '../../base/day.ts'
import type { Words } from '../../base/language.ts'
import type { Instant } from '../../base/local-time.ts'
import { type WorkCalendar, weekdayOf, worksOn, type Zone } from '../../base/work-calendar.ts'
import { calendarNamed, holidayName } from '../../calendar/china.ts'
import type { Stretch } from '../../calendar/running.ts'
import type { WorkingTime } from '../../calendar/working-time.ts'
import { instantOf, localDayOf } from '../../calendar/zone.ts'
import type { ClockSpan } from '../../plan/plan.ts'
import { courseAt } from '../../targets/evaluate/clock.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import { type Piece, piecesOf, windowsIn } from './pieces.ts'

/** A time limit as it runs over its calendar. `due` is missing while it stands still, or where the calendar ends. */
export type DeadlineCourse = {
  readonly zone: Zone
  readonly start: Instant
  readonly due?: Instant
  readonly stopped?: Instant
  readonly now?: Instant
  readonly length: ClockSpan
  /** What has been used up of it; until it is due these add up to the length. */
  readonly pieces: readonly Piece[]
  /** When the length was used up, where it is due later than that: moved to a working day, or extended. */
  readonly usedUp?: Instant
  /** When it stood still; without `until` it still does. */
  readonly pauses: readonly Stretch[]
  readonly days: readonly CourseDay[]
  /** Whether there are days after these that are not here. */
  readonly more: boolean
}

/** `closed`: a weekday that is not worked, by the name of the holiday where it has one; `makeup`: worked against the rule. */
export type CourseDay = {
  readonly day: Day
  /** 0 for Monday. */
  readonly weekday: number
  readonly is: 'worked' | 'rest' | 'closed' | 'makeup' | 'unknown'
  readonly name?: Words
  readonly hours: readonly { readonly from: Instant; readonly until: Instant }[]
  /** Of the length: seconds, or days. */
  readonly counts: number
}

/** Days that are drawn. */
const mostDays = 186

/** Undefined where a line has no time limit, or nothing of it is known. */
export function deadlineCourse({ engine }: Results, line: ResultLine): DeadlineCourse | undefined {
  const found = line.output.is === 'deadline' ? courseAt(engine, line.output.id, line.row) : undefined
  return found && drawn(found)
}

function drawn({ time, course, now }: NonNullable<ReturnType<typeof courseAt>>): DeadlineCourse {
  const { start, stretches, stopped, allowance, plain, due } = course
  const last = stretches.at(-1)
  // What stands still has used up what ran before.
  const end = typeof plain === 'number' ? plain : plain === 'standing' ? (last?.until ?? start) : start
  const isTime = allowance.unit === 'seconds' || allowance.unit === 'working-seconds'
  const pieces = piecesOf(time, stretches, start, allowance, end)
  const ends = [start, end, due, stopped].filter((one) => typeof one === 'number')
  const standing = due === 'standing' && now !== undefined ? [now] : []
  const [from, until] = [localDayOf(time.zone, start), localDayOf(time.zone, Math.max(...ends, ...standing))]
  return {
    zone: time.zone,
    start,
    ...(typeof due === 'number' && { due }),
    ...(stopped !== undefined && { stopped }),
    ...(now !== undefined && { now }),
    length: { unit: allowance.unit, amount: allowance.amount },
    pieces,
    ...(typeof due === 'number' && typeof plain === 'number' && due !== plain && { usedUp: plain }),
    pauses: pausesOf(stretches, start, Math.max(end, typeof due === 'number' ? due : end)),
    days: Array.from({ length: Math.min(until - from + 1, mostDays) }, (_, i) =>
      dayOf(time, from + i, pieces, isTime),
    ),
    more: until - from + 1 > mostDays,
  }
}

/** Between the stretches in which it runs, as far as it matters. */
function pausesOf(stretches: readonly Stretch[], start: number, end: number): readonly Stretch[] {
  const found: Stretch[] = []
  let since: number | undefined = start
  for (const { from, until } of stretches) {
    if (since !== undefined && from > since && since < end) found.push({ from: since, until: from })
    since = until
  }
  if (since !== undefined && since <= end) found.push({ from: since })
  return found
}

function dayOf(time: WorkingTime, day: Day, pieces: readonly Piece[], isTime: boolean): CourseDay {
  const { zone, calendar } = time
  const [from, until] = [instantOf(zone, day, 0), instantOf(zone, day + 1, 0)]
  const weekday = weekdayOf(day)
  const is = kindOf(calendar, day)
  const name = is === 'rest' || is === 'closed' ? nameOf(calendar, day) : undefined
  // What is counted by its end is of the day on which it ends; a piece of time is shared out.
  const counts = pieces.reduce(
    (sum, piece) =>
      sum +
      (isTime
        ? Math.max(0, Math.min(piece.until, until) - Math.max(piece.from, from))
        : piece.until > from && piece.until <= until
          ? piece.counts
          : 0),
    0,
  )
  return { day, weekday, is, ...(name && { name }), hours: windowsIn(time, from, until), counts }
}

function kindOf(calendar: WorkCalendar, day: Day): CourseDay['is'] {
  if (day < calendar.from || day > calendar.until) return 'unknown'
  const usual = worksOn(calendar, weekdayOf(day))
  if (calendar.on.includes(day)) return usual ? 'worked' : 'makeup'
  if (calendar.off.includes(day)) return usual ? 'closed' : 'rest'
  return usual ? 'worked' : 'rest'
}

/** The names are those of China: a calendar that does not keep its holidays has none. */
function nameOf(calendar: WorkCalendar, day: Day): Words | undefined {
  if (!calendar.off.includes(day)) return undefined
  return followsChina(calendar) ? holidayName(day) : undefined
}

const known = new WeakMap<WorkCalendar, boolean>()

function followsChina(calendar: WorkCalendar): boolean {
  const before = known.get(calendar)
  if (before !== undefined) return before
  const listed = new Set([...calendar.off, ...calendar.on])
  const theirs = (calendarNamed('cn')?.off ?? []).filter(
    (day) => day >= calendar.from && day <= calendar.until,
  )
  const follows = theirs.length > 0 && theirs.every((day) => listed.has(day))
  known.set(calendar, follows)
  return follows
}
