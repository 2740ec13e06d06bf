import type { Day } from './day.ts'

/** Which days are worked: Monday to Friday but for those in `off`, and those in `on`. Known from `from` until `until`. */
export type WorkCalendar = {
  readonly id: string
  readonly from: Day
  readonly until: Day
  readonly off: readonly Day[]
  readonly on: readonly Day[]
}

/** Finds a calendar by the name that a policy writes. */
export type Calendars = (id: string) => WorkCalendar | undefined
