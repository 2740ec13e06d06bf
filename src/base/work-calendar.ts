import type { Day } from './day.ts'

/**
 * When work is done. A day is worked when it is in `on`, or not in `off` and of a weekday that is worked (Monday to
 * Friday unless `weekdays` says otherwise). Known from `from` until `until`; of other days nothing is said.
 */
export type WorkCalendar = {
  readonly id: string
  readonly from: Day
  readonly until: Day
  readonly off: readonly Day[]
  readonly on: readonly Day[]
  /** Monday to Sunday: whether it is worked. */
  readonly weekdays?: readonly boolean[]
  /** Where its days and hours are. */
  readonly zone?: Zone
  /** Monday to Sunday: the hours of such a day where it is worked, ascending and apart. Without it only days are known. */
  readonly hours?: readonly (readonly Hours[])[]
}

/** Seconds of the local day: 09:00 is 32400; `until` is the first second after, at most 86400. */
export type Hours = { readonly from: number; readonly until: number }

/**
 * A time zone as data: local time is universal time plus `offset`, both in seconds, from the second `from` on. Ascending;
 * the first holds for all time before as well.
 */
export type Zone = {
  readonly id: string
  readonly offsets: readonly { readonly from: number; readonly offset: number }[]
}

/** Finds a calendar by the name that a policy writes. */
export type Calendars = (id: string) => WorkCalendar | undefined
/** Finds a time zone by its name: `Asia/Shanghai`. */
export type Zones = (id: string) => Zone | undefined

/** 0 for Monday. Day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Whether a weekday is worked where no list says otherwise. */
export function worksOn(calendar: WorkCalendar, weekday: number): boolean {
  return calendar.weekdays === undefined ? weekday < 5 : calendar.weekdays[weekday] === true
}
