import chineseDays from 'chinese-days'
import { dateOf, formatDay, parseDay } from '../../src/base/day.ts'
import type { CalendarDeclaration, CalendarLine, Declaration } from '../../src/syntax/ast.ts'
import { clockOf, instantOf } from './time.ts'
import { held, present, type Result, type Value } from './value.ts'
import { localDay } from './wall-clock.ts'

// Working time from the tree of a calendar, one day after the other and window by window.

type Calendar = {
  /** Undefined for a day of which the calendar says nothing. */
  readonly works: (day: number) => boolean | undefined
  /** Of a day that is worked: from and until, as instants. */
  readonly windows: (day: number) => readonly (readonly [from: bigint, until: bigint])[]
}

const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

/** `cn`, or a calendar that the policy declares. */
export function calendarOf(name: string, declarations: ReadonlyMap<string, Declaration>): Calendar {
  const declared = declarations.get(name)
  if (declared?.kind !== 'calendar') return { works: inChina, windows: () => [] }
  const hours = declared.lines.filter((line) => line.is === 'hours')
  return {
    works: (day) => worksOn(declared, day),
    windows: (day) => {
      const own = hours.find(({ weekdays }) => weekdays.some((range) => isIn(range, weekday(day))))
      const usual = hours.find(({ weekdays }) => weekdays.length === 0)
      return ((own ?? usual)?.windows ?? []).map(({ from, until }) => {
        const [a, b] = [instantOf(day, clockOf(from.spelling)), instantOf(day, clockOf(until.spelling))]
        if (a.is !== 'present' || b.is !== 'present') throw new Error('no such hour')
        return [at(a.value), at(b.value)] as const
      })
    },
  }
}

function at(value: Value): bigint {
  if (value.is !== 'instant') throw new Error('a time is wanted')
  return value.at
}

function inChina(day: number): boolean | undefined {
  const { year } = dateOf(day)
  return year < 2004 || year > 2026 ? undefined : chineseDays.isWorkday(formatDay(day))
}

function isIn({ from, to = from }: { readonly from: number; readonly to?: number }, day: number): boolean {
  return from <= to ? day >= from && day <= to : day >= from || day <= to
}

function worksOn({ lines }: CalendarDeclaration, day: number): boolean | undefined {
  const names = (line: CalendarLine): boolean => {
    if (line.is !== 'closed' && line.is !== 'open') return false
    const { month, day: place } = dateOf(day)
    if (line.days.is === 'yearly')
      return line.days.days.some((one) => one.month === month && one.day === place)
    if (line.days.is === 'file') return line.days.days.some((one) => parseDay(one.spelling) === day)
    return line.days.dates.some(({ from, until = from }) => {
      const [first, last] = [parseDay(from.spelling) ?? 0, parseDay(until.spelling) ?? 0]
      return day >= first && day <= last
    })
  }
  const known = lines.find((line) => line.is === 'effective')
  if (
    known &&
    (day < (parseDay(known.from.spelling) ?? 0) || day > (parseDay(known.until?.spelling ?? '') ?? day))
  )
    return undefined
  const based = lines.some(({ is }) => is === 'days-of')
  const chinese = based ? inChina(day) : true
  if (chinese === undefined) return undefined
  if (lines.some((line) => line.is === 'open' && names(line))) return true
  if (lines.some((line) => line.is === 'closed' && names(line))) return false
  if (based) return chinese
  return lines.some((line) => line.is === 'days' && line.weekdays.some((range) => isIn(range, weekday(day))))
}

const unknown = held('the calendar does not know the day')
const farthest = 4000

/** The moment at which so many seconds have been worked; backwards for a negative number. */
export function addSeconds(calendar: Calendar, start: bigint, seconds: bigint): Result<Value> {
  const first = localDay(start)
  if (calendar.works(first) === undefined) return unknown
  if (seconds === 0n) return present({ is: 'instant', at: start })
  const step = seconds > 0n ? 1 : -1
  let rest = seconds > 0n ? seconds : -seconds
  for (let day = first; Math.abs(day - first) < farthest; day += step) {
    const works = calendar.works(day)
    if (works === undefined) return unknown
    if (!works) continue
    const windows = step > 0 ? calendar.windows(day) : [...calendar.windows(day)].reverse()
    for (const [from, until] of windows) {
      const low = step > 0 && start > from ? start : from
      const high = step < 0 && start < until ? start : until
      const there = high > low ? high - low : 0n
      if (there > 0n && rest <= there)
        return present({ is: 'instant', at: step > 0 ? low + rest : high - rest })
      rest -= there
    }
  }
  return unknown
}

/** Seconds worked between two moments. */
export function secondsBetween(calendar: Calendar, a: bigint, b: bigint): bigint | undefined {
  if (b < a) {
    const back = secondsBetween(calendar, b, a)
    return back === undefined ? undefined : -back
  }
  let sum = 0n
  for (let day = localDay(a); day <= localDay(b); day++) {
    const works = calendar.works(day)
    if (works === undefined) return undefined
    for (const [from, until] of works ? calendar.windows(day) : []) {
      const low = from > a ? from : a
      const high = until < b ? until : b
      if (high > low) sum += high - low
    }
  }
  return sum
}

/** The working day that so many working days lie after a day, which is not counted. */
export function dayAfter(calendar: Calendar, start: number, count: number): number | undefined {
  if (calendar.works(start) === undefined) return undefined
  let rest = Math.abs(count)
  let day = start
  while (rest > 0) {
    day += count > 0 ? 1 : -1
    const works = calendar.works(day)
    if (works === undefined || Math.abs(day - start) > farthest) return undefined
    if (works) rest--
  }
  return day
}

/** Closing time of the working day so many days on. */
export function closingAfter(calendar: Calendar, start: bigint, count: number): Result<Value> {
  if (count === 0)
    return calendar.works(localDay(start)) === undefined ? unknown : present({ is: 'instant', at: start })
  const day = dayAfter(calendar, localDay(start), count)
  const last = day === undefined ? undefined : calendar.windows(day).at(-1)
  return last ? present({ is: 'instant', at: last[1] }) : unknown
}

/** Parts of days by the hours of each day: what is left of the first, whole ones, and a part of the last. */
export function addParts(calendar: Calendar, start: bigint, n: bigint, d: bigint): Result<Value> {
  const lengthOf = (day: number): bigint =>
    calendar.windows(day).reduce((sum, [from, until]) => sum + until - from, 0n)
  let day = localDay(start)
  const works = calendar.works(day)
  if (works === undefined) return unknown
  // How much of the day is over, as a part of it: `over / whole`.
  let over = 0n
  let whole = 1n
  if (works) {
    whole = lengthOf(day)
    for (const [from, until] of calendar.windows(day))
      if (start > from) over += (start < until ? start : until) - from
  } else {
    // Going on it begins with the next working day, going back with the end of the last one.
    const near = dayAfter(calendar, day, n > 0n ? 1 : -1)
    if (near === undefined) return unknown
    day = near
    if (n < 0n) over = whole
  }
  let top = over * d + n * whole
  const bottom = whole * d
  const forward = n > 0n
  // At the end of a day going on, that is its closing; going back, it is the opening of the next.
  while (forward ? top > bottom : top >= bottom) {
    const next = dayAfter(calendar, day, 1)
    if (next === undefined) return unknown
    day = next
    top -= bottom
  }
  while (top < 0n || (forward && top === 0n && n > 0n)) {
    const before = dayAfter(calendar, day, -1)
    if (before === undefined) return unknown
    day = before
    top += bottom
  }
  const seconds = (top * lengthOf(day)) / bottom
  const opening = calendar.windows(day)[0]?.[0]
  if (opening === undefined) return unknown
  return seconds === 0n ? present({ is: 'instant', at: opening }) : addSeconds(calendar, opening, seconds)
}
