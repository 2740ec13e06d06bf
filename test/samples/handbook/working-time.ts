/**
 * Article 3 by hand: which days of 2026 are worked, and deadlines found by going from minute to minute. A time is text,
 * `2026-05-09 17:00`, and a minute is one of the hour, so that nothing here is shared with the program.
 */
const off: readonly (readonly [string, string])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
]
const makeup = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

const dayMilliseconds = 86_400_000
const minuteMilliseconds = 60_000

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10)
}

export function isWorked(day: string): boolean {
  if (makeup.includes(day)) return true
  const weekday = new Date(Date.parse(day)).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return !off.some(([from, until]) => from <= day && day <= until)
}

/** The nth working day after a day, or before it for a negative n. */
export function nthWorkingDay(day: string, n: number): string {
  let found = day
  for (let left = Math.abs(n); left > 0; ) {
    found = plusDays(found, n < 0 ? -1 : 1)
    if (isWorked(found)) left -= 1
  }
  return found
}

/** The day itself, or the next one that is worked. */
export function workedFrom(day: string): string {
  return isWorked(day) ? day : nthWorkingDay(day, 1)
}

/** Working days after one day, up to another, that one included. */
export function workedBetween(from: string, until: string): number {
  let count = 0
  for (let day = plusDays(from, 1); day <= until; day = plusDays(day, 1)) if (isWorked(day)) count += 1
  return count
}

const parsed = (time: string) => Date.parse(`${time.replace(' ', 'T')}Z`)
const written = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

/** Whether the minute that begins at this time is worked: 09:00 to 12:00 and 13:30 to 18:00. */
function isWorkedMinute(time: string): boolean {
  const clock = time.slice(11)
  const within = (clock >= '09:00' && clock < '12:00') || (clock >= '13:30' && clock < '18:00')
  return within && isWorked(time.slice(0, 10))
}

export type Pause = readonly [from: string, until: string]

/** When so many working minutes are over, minute by minute; those of a pause do not count. */
export function afterWorkingMinutes(start: string, minutes: number, pauses: readonly Pause[] = []): string {
  let at = parsed(start)
  for (let left = minutes; left > 0; at += minuteMilliseconds) {
    const time = written(at)
    const paused = pauses.some(([from, until]) => from <= time && time < until)
    if (isWorkedMinute(time) && !paused) left -= 1
  }
  return written(at)
}

/** Minutes by the clock, day and night. */
export function afterMinutes(start: string, minutes: number): string {
  return written(parsed(start) + minutes * minuteMilliseconds)
}

/** Working minutes from one time to another. */
export function workedMinutes(from: string, until: string): number {
  let count = 0
  for (let at = parsed(from); at < parsed(until); at += minuteMilliseconds) {
    if (isWorkedMinute(written(at))) count += 1
  }
  return count
}

/** Closing time of the nth working day after the day of a time or a day. */
export function closingAfter(start: string, n: number): string {
  return `${nthWorkingDay(start.slice(0, 10), n)} 18:00`
}

/** Seconds since 1970-01-01T00:00Z of a time in China, eight hours before it in UTC. */
export function seconds(time: string): number {
  return parsed(time) / 1000 - 8 * 3600
}
