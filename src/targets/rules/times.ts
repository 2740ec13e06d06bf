import { instantsOf, localOf } from '../../base/local-time.ts'
import type { WorkCalendar, Zone } from '../../base/work-calendar.ts'
import {
  addDaysOfHours,
  addWorking,
  addWorkingDays,
  shiftWorkingDays,
  type Unknown,
  workingBetween,
  workingTimeOf,
} from '../../calendar/working-time.ts'
import type { Expr } from '../../plan/plan.ts'
import { type Found, failing, present, type World } from './world.ts'

/** The day of a time, or the seconds of that day before it. */
export function localPart(world: World, part: 'local-day' | 'local-clock', at: number): Found {
  const { day, seconds } = localOf(zoneOf(world), at)
  return present(BigInt(part === 'local-day' ? day : seconds))
}

/** The time at which clocks show this hour on a day: none where they skip it, or show it twice. */
export function instantAt(world: World, day: number, clock: number, state: number): Found {
  const [at, another] = instantsOf(zoneOf(world), day, clock)
  return at === undefined || another !== undefined ? failing(state) : present(BigInt(at))
}

function zoneOf({ model }: World): Zone {
  const { zone } = model.definitions
  if (!zone) throw new Error('the rule set has times and no zone')
  return zone
}

/** Seconds worked from one time to another. */
export function workedBetween(
  world: World,
  { calendar, state }: Extract<Expr, { op: 'working-seconds' }>,
  a: number,
  b: number,
): Found {
  return known(workingBetween(hoursOf(calendarOf(world, calendar)), a, b), state)
}

/** A time or a date moved by working time. */
export function addedWorking(
  world: World,
  { calendar: id, from, unit, per, state }: Extract<Expr, { op: 'add-working' }>,
  at: number,
  by: number,
): Found {
  const calendar = calendarOf(world, id)
  if (from === 'date') return known(shiftWorkingDays(calendar, at, by), state)
  const time = hoursOf(calendar)
  if (unit === 'seconds') return known(addWorking(time, at, by), state)
  return known(per === undefined ? addWorkingDays(time, at, by) : addDaysOfHours(time, at, by, per), state)
}

function known(found: number | Unknown, state: number): Found {
  return found === 'unknown' ? failing(state) : present(BigInt(found))
}

function calendarOf({ model }: World, id: string): WorkCalendar {
  const calendar = model.definitions.calendars.find((one) => one.id === id)
  if (calendar === undefined) throw new Error(`the rule set has no calendar ${id}`)
  return calendar
}

function hoursOf(calendar: WorkCalendar): NonNullable<ReturnType<typeof workingTimeOf>> {
  const time = workingTimeOf(calendar)
  if (!time) throw new Error(`the calendar ${calendar.id} has no hours`)
  return time
}
