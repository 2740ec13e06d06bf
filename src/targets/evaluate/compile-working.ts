import type { WorkCalendar } from '../../base/work-calendar.ts'
import {
  addDaysOfHours,
  addWorking,
  addWorkingDays,
  shiftWorkingDays,
  type Unknown,
  type WorkingTime,
  workingBetween,
  workingTimeOf,
} from '../../calendar/working-time.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { toInt } from './convert.ts'
import type { Scope } from './scope.ts'
import { timeRange } from './stored.ts'
import { codeRange, type Node, type Range, stateAt } from './vector.ts'

type AddWorking = Extract<Expr, { op: 'add-working' }>

/** Seconds worked between two times. */
export function compileWorkingSeconds(scope: Scope, expr: Extract<Expr, { op: 'working-seconds' }>): Node {
  const time = hoursOf(calendarIn(scope.engine.model.plan.calendars, expr.calendar))
  return pairNode(scope, expr, expr.b, timeRange, (a, b) => workingBetween(time, a, b))
}

/** A time or a date moved by working time. */
export function compileAddWorking(scope: Scope, expr: AddWorking): Node {
  const calendar = calendarIn(scope.engine.model.plan.calendars, expr.calendar)
  return pairNode(scope, expr, expr.by, expr.from === 'date' ? codeRange : timeRange, movedBy(calendar, expr))
}

/** How a moment is moved: a number of seconds or days on from it, or that the calendar does not say. */
function movedBy(
  calendar: WorkCalendar,
  { from, unit, per }: Pick<AddWorking, 'from' | 'unit' | 'per'>,
): (at: number, by: number) => number | Unknown {
  if (from === 'date') return (day, count) => shiftWorkingDays(calendar, day, count)
  const time = hoursOf(calendar)
  if (unit === 'seconds') return (at, seconds) => addWorking(time, at, seconds)
  if (per === undefined) return (at, count) => addWorkingDays(time, at, count)
  return (at, parts) => addDaysOfHours(time, at, parts, per)
}

function pairNode(
  scope: Scope,
  { a, state: unknown }: { readonly a: Expr; readonly state: number },
  b: Expr,
  range: Range,
  combine: (a: number, b: number) => number | Unknown,
): Node {
  const left = toInt(scope.compile(a), scope.capacity)
  const right = toInt(scope.compile(b), scope.capacity)
  const values = new BigInt64Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'int',
    range,
    run: (from, count) => {
      const p = left.run(from, count)
      const q = right.run(from, count)
      for (let i = 0; i < count; i++) {
        const state = Math.max(used(stateAt(p.states, i)), used(stateAt(q.states, i)))
        const found = state === 0 ? combine(Number(p.values[i] ?? 0n), Number(q.values[i] ?? 0n)) : 0
        values[i] = found === 'unknown' ? 0n : BigInt(found)
        states[i] = found === 'unknown' ? unknown : state
      }
      return { is: 'int', values, states }
    },
  }
}

function calendarIn(calendars: readonly WorkCalendar[] | undefined, id: Id): WorkCalendar {
  const calendar = calendars?.find((one) => one.id === id)
  if (calendar === undefined) throw new Error(`the plan has no calendar ${id}`)
  return calendar
}

/** A policy that counts hours of a calendar without hours was reported. */
function hoursOf(calendar: WorkCalendar): WorkingTime {
  const time = workingTimeOf(calendar)
  if (!time) throw new Error(`the calendar ${calendar.id} has no hours`)
  return time
}
