import { parseDay } from '../../src/base/day.ts'
import { calendarNamed } from '../../src/calendar/china.ts'
import type { CalendarDeclaration, Weekdays } from '../../src/syntax/ast.ts'
import { clockOf } from './time.ts'
import { localClock, localDay } from './wall-clock.ts'

// A calendar asked minute by minute, from the tree alone: it knows no windows and adds nothing up.

export type Minutes = {
  /** Whether the minute that begins then is worked; undefined where the calendar does not know. */
  readonly works: (minute: number) => boolean | undefined
  readonly worksOn: (day: number) => boolean | undefined
  readonly day: (minute: number) => number
  /** Minutes since midnight. */
  readonly clock: (minute: number) => number
}

export function minutesOf(calendar: CalendarDeclaration): Minutes {
  const { lines } = calendar
  const named = lines.find((line) => line.is === 'days-of')
  const base = named && calendarNamed(named.calendar.text)
  const usual = lines.find((line) => line.is === 'days')?.weekdays
  const effective = lines.find((line) => line.is === 'effective')
  const first = effective ? parseDay(effective.from.spelling) : base?.from
  const last = effective?.until ? parseDay(effective.until.spelling) : base?.until
  const includes = (list: readonly Weekdays[], weekday: number): boolean =>
    list.some(({ from, to }) => {
      for (let at = from; ; at = (at + 1) % 7) {
        if (at === weekday) return true
        if (at === (to ?? from)) return false
      }
    })
  const listed = (is: 'closed' | 'open', day: number): boolean =>
    lines.some(
      (line) =>
        line.is === is &&
        line.days.is === 'dates' &&
        line.days.dates.some(
          ({ from, until = from }) =>
            day >= (parseDay(from.spelling) ?? Infinity) && day <= (parseDay(until.spelling) ?? -Infinity),
        ),
    )
  const worksOn = (day: number): boolean | undefined => {
    if (day < (first ?? -Infinity) || day > (last ?? Infinity)) return undefined
    if (listed('open', day)) return true
    if (listed('closed', day)) return false
    if (base?.on.includes(day)) return true
    if (base?.off.includes(day)) return false
    const weekday = (((day - 4) % 7) + 7) % 7
    return usual ? includes(usual, weekday) : weekday < 5
  }
  const worked = new Map<number, boolean | undefined>()
  const onDay = (day: number): boolean | undefined => {
    if (!worked.has(day)) worked.set(day, worksOn(day))
    return worked.get(day)
  }
  const windows = Array.from({ length: 7 }, (_, weekday) => {
    const own = lines.find(
      (line) => line.is === 'hours' && line.weekdays.length > 0 && includes(line.weekdays, weekday),
    )
    const line = own ?? lines.find((one) => one.is === 'hours' && one.weekdays.length === 0)
    return line?.is === 'hours'
      ? line.windows.map(({ from, until }) => [clockOf(from.spelling) / 60, clockOf(until.spelling) / 60])
      : []
  })
  const day = (minute: number): number => localDay(BigInt(minute) * 60n)
  const clock = (minute: number): number => localClock(BigInt(minute) * 60n) / 60
  return {
    day,
    clock,
    worksOn: onDay,
    works: (minute) => {
      const date = day(minute)
      const on = onDay(date)
      const at = clock(minute)
      const weekday = (((date - 4) % 7) + 7) % 7
      return on && (windows[weekday] ?? []).some(([from = 0, until = 0]) => at >= from && at < until)
    },
  }
}
