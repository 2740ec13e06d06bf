import { dateOf } from '../../base/day.ts'
import { type WorkCalendar, weekdayOf, worksOn } from '../../base/work-calendar.ts'
import type { Expr } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { toCode } from './convert.ts'
import type { Scope } from './scope.ts'
import { codeRange, type Node, stateAt, usedStates } from './vector.ts'

type WorkingDays = Extract<Expr, { op: 'working-days' }>

/** Working days between two dates: the difference of how many there were until each. */
export function compileWorkingDays(scope: Scope, expr: WorkingDays): Node {
  const calendar = scope.engine.model.plan.calendars?.find(({ id }) => id === expr.calendar)
  if (calendar === undefined) throw new Error(`the plan has no calendar ${expr.calendar}`)
  const until = countsOf(calendar)
  const a = toCode(scope.compile(expr.a), scope.capacity)
  const b = toCode(scope.compile(expr.b), scope.capacity)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'code',
    range: codeRange,
    run: (from, count) => {
      const first = a.run(from, count)
      const last = b.run(from, count)
      for (let i = 0; i < count; i++) {
        const [x, y] = [first.values[i] ?? 0, last.values[i] ?? 0]
        const state = Math.max(used(stateAt(first.states, i)), used(stateAt(last.states, i)))
        const known = y < x || (x >= calendar.from && y <= calendar.until)
        states[i] = state !== 0 ? state : known ? 0 : expr.state
        values[i] =
          states[i] !== 0 || y < x ? 0 : (until[y + 1 - calendar.from] ?? 0) - (until[x - calendar.from] ?? 0)
      }
      return { is: 'code', values, states }
    },
  }
}

const known = new WeakMap<WorkCalendar, Int32Array>()

/** For each day of a calendar how many were worked before it, and one more for the day after the last. */
function countsOf(calendar: WorkCalendar): Int32Array {
  const found = known.get(calendar)
  if (found) return found
  const { from, until } = calendar
  const off = new Set(calendar.off)
  const on = new Set(calendar.on)
  const counts = new Int32Array(until - from + 2)
  for (let day = from; day <= until; day++) {
    const worked = on.has(day) || (!off.has(day) && worksOn(calendar, weekdayOf(day)))
    counts[day - from + 1] = (counts[day - from] ?? 0) + (worked ? 1 : 0)
  }
  known.set(calendar, counts)
  return counts
}

export function compileDayOfMonth(scope: Scope, a: Expr): Node {
  const days = toCode(scope.compile(a), scope.capacity)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'code',
    range: codeRange,
    run: (from, count) => {
      const found = days.run(from, count)
      for (let i = 0; i < count; i++) values[i] = dateOf(found.values[i] ?? 0).day
      return { is: 'code', values, states: usedStates(states, count, found.states, undefined) }
    },
  }
}
