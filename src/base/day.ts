/**
 * Days as integers: the number of days since 1970-01-01 in the proleptic Gregorian calendar.
 * `Date` is never used: it knows time zones, and a policy's day has none.
 */
export type Day = number

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** 28 to 31. `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day of a calendar date, or undefined when there is no such date (2026-02-30). Years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  const y = year - 1
  const beforeYear = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  const leapDay = month > 2 && isLeap(year) ? 1 : 0
  return beforeYear + (daysBeforeMonth[month - 1] ?? 0) + leapDay + day - 1 - 719162
}

/** The calendar date of a day: the inverse of `dayOf`. */
export function dateOf(day: Day): { year: number; month: number; day: number } {
  // Howard Hinnant's civil-from-days: eras of 400 years that begin on 1 March.
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 }
}

/** `2026-01-31`. */
export function formatDay(day: Day): string {
  const d = dateOf(day)
  return `${String(d.year).padStart(4, '0')}-${String(d.month).padStart(2, '0')}-${String(d.day).padStart(2, '0')}`
}

/** Reads `2026-01-31` (also `2026/1/31` and `2026年1月31日`); undefined when it is no date. */
export function parseDay(text: string): Day | undefined {
  const m =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(text)
  return m ? dayOf(Number(m[1]), Number(m[3]), Number(m[4])) : undefined
}

/** The same day of the month `months` later; months clamp to their last day (01-31 + 1 month = 02-28). */
export function addMonths(day: Day, months: number): Day {
  const d = dateOf(day)
  const index = d.year * 12 + (d.month - 1) + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dayOf(year, month, Math.min(d.day, daysInMonth(year, month))) ?? day
}
