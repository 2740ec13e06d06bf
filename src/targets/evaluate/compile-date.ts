import { addMonths, type Day, dateOf } from '../../base/day.ts'
import { periodAt } from '../../calendar/periods.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { toCode } from './convert.ts'
import { need } from './engine.ts'
import type { Scope } from './scope.ts'
import { codeRange, type Node, usedStates } from './vector.ts'

/** The first or last day of the row's own period. */
export function compilePeriodDay(scope: Scope, which: 'first' | 'last'): Node {
  const periods = scope.domain.periods
  if (periods === undefined) throw new Error(`the grain ${scope.domain.grain.id} has no period`)
  const days = periods.list.map((p) => (which === 'first' ? p.start : p.end - 1))
  const values = new Int32Array(scope.capacity)
  return {
    is: 'code',
    range: codeRange,
    run: (from, count) => {
      for (let i = 0; i < count; i++) values[i] = days[(from + i) % days.length] ?? 0
      return { is: 'code', values, states: undefined }
    },
  }
}

/** Whether the row's own period begins with its period of another kind. */
export function compileBegins(scope: Scope, id: Id): Node {
  const periods = scope.domain.periods
  if (periods === undefined) throw new Error(`the grain ${scope.domain.grain.id} has no period`)
  const kind = need(scope.engine.model.kinds, id)
  const begins = periods.list.map((p) => (periodAt(kind, p.start)?.start === p.start ? 1 : 0))
  const values = new Int32Array(scope.capacity)
  return {
    is: 'code',
    range: { min: 0n, max: 1n },
    run: (from, count) => {
      for (let i = 0; i < count; i++) values[i] = begins[(from + i) % begins.length] ?? 0
      return { is: 'code', values, states: undefined }
    },
  }
}

/** The first day of the period that holds a date, which is how a period is known. */
export function compilePeriodOf(scope: Scope, id: Id, a: Expr, nowhere: number): Node {
  const kind = need(scope.engine.model.kinds, id)
  const days = toCode(scope.compile(a), scope.capacity)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  const known = new Map<Day, Day | undefined>()
  const startOf = (day: Day): Day | undefined => {
    if (!known.has(day)) known.set(day, periodAt(kind, day)?.start)
    return known.get(day)
  }
  return {
    is: 'code',
    range: codeRange,
    run: (from, count) => {
      const found = days.run(from, count)
      for (let i = 0; i < count; i++) {
        const state = found.states === undefined ? 0 : (found.states[i] ?? 0)
        const start = state === 0 ? startOf(found.values[i] ?? 0) : undefined
        values[i] = start ?? 0
        states[i] = state !== 0 ? used(state) : start === undefined ? nowhere : 0
      }
      return { is: 'code', values, states }
    },
  }
}

export function compileAddMonths(scope: Scope, a: Expr, months: Expr): Node {
  return daysNode(scope, a, months, addMonths)
}

export function compileMonthsBetween(scope: Scope, a: Expr, b: Expr): Node {
  return daysNode(scope, a, b, monthsBetween)
}

function daysNode(scope: Scope, a: Expr, b: Expr, combine: (a: number, b: number) => number): Node {
  const left = toCode(scope.compile(a), scope.capacity)
  const right = toCode(scope.compile(b), scope.capacity)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'code',
    range: codeRange,
    run: (from, count) => {
      const p = left.run(from, count)
      const q = right.run(from, count)
      for (let i = 0; i < count; i++) values[i] = combine(p.values[i] ?? 0, q.values[i] ?? 0)
      return { is: 'code', values, states: usedStates(states, count, p.states, q.states) }
    },
  }
}

/**
 * Whole months from `a` to `b`: the most that can be added to `a` without passing `b`, by the rule of `addMonths` that
 * months clamp to their last day (01-31 to 02-28 is one). Negative when `b` is before `a`.
 */
function monthsBetween(a: Day, b: Day): number {
  if (b < a) return -monthsBetween(b, a)
  const from = dateOf(a)
  const to = dateOf(b)
  const months = (to.year - from.year) * 12 + to.month - from.month
  return addMonths(a, months) > b ? months - 1 : months
}
