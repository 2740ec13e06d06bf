import { type WorkCalendar, weekdayOf, worksOn } from '../../base/work-calendar.ts'
import type { Expr } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { type Found, failing, present, small, type World } from './world.ts'

/** How many days of a calendar are worked from one day to another, both included. */
export function workingDays(
  world: World,
  expr: Extract<Expr, { op: 'working-days' }>,
  first: Found,
  last: Found,
): Found {
  const state = Math.max(used(first.state), used(last.state))
  if (state !== 0) return failing(state)
  const calendar = world.model.definitions.calendars.find(({ id }) => id === expr.calendar)
  if (calendar === undefined) throw new Error(`the rule set has no calendar ${expr.calendar}`)
  const [from, until] = [small(first), small(last)]
  if (until < from) return present(0n)
  if (from < calendar.from || until > calendar.until) return failing(expr.state)
  const worked = world.once(`calendar ${calendar.id}`, () => workedOn(calendar))
  let count = 0
  for (let day = from; day <= until; day++) if (worked(day)) count++
  return present(BigInt(count))
}

function workedOn(calendar: WorkCalendar): (day: number) => boolean {
  const off = new Set(calendar.off)
  const on = new Set(calendar.on)
  return (day) => on.has(day) || (!off.has(day) && worksOn(calendar, weekdayOf(day)))
}
