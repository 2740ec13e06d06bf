import { type Day, formatDay } from '../../../src/base/day.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'

/** The holidays of 2026 with their makeup days, as article 3 counts them: 248 working days. */
const holidays: readonly (readonly [from: Day, until: Day])[] = [
  [on(1, 1), on(1, 3)],
  [on(2, 15), on(2, 23)],
  [on(4, 4), on(4, 6)],
  [on(5, 1), on(5, 5)],
  [on(6, 19), on(6, 21)],
  [on(9, 25), on(9, 27)],
  [on(10, 1), on(10, 7)],
]
const makeup: ReadonlySet<Day> = new Set([on(1, 4), on(2, 14), on(2, 28), on(5, 9), on(9, 20), on(10, 10)])

export function isWorkingDay(day: Day): boolean {
  if (makeup.has(day)) return true
  // 1 January 1970 was a Thursday.
  const weekday = (day + 4) % 7
  return weekday > 0 && weekday < 6 && !holidays.some(([from, until]) => from <= day && day <= until)
}

/** The nth working day after a day, or before it for a negative n. */
export function workingDay(day: Day, n: number): Day {
  const step = n < 0 ? -1 : 1
  let found = day
  for (let left = Math.abs(n); left > 0; ) {
    found += step
    if (isWorkingDay(found)) left--
  }
  return found
}

/** The day itself or the next one that is worked. */
export function workedFrom(day: Day): Day {
  return isWorkingDay(day) ? day : workingDay(day, 1)
}

/** A point in time: minutes of the day, as 13 * 60 + 30. */
export type At = { readonly day: Day; readonly minute: number }

export function at(day: Day, clock: string): At {
  const [hour = '0', minute = '0'] = clock.split(':')
  return { day, minute: Number(hour) * 60 + Number(minute) }
}

export function formatAt({ day, minute }: At): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${formatDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** Article 3: 09:00 to 12:00 and 13:30 to 18:00, 450 minutes. The minute of the day when so many of them are over. */
export function clockOf(worked: number): number {
  return worked <= 180 ? 540 + worked : 630 + worked
}

export function before(a: At, b: At): boolean {
  return a.day < b.day || (a.day === b.day && a.minute < b.minute)
}
