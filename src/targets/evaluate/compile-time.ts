import { instantsOf, localOf, offsetOf, secondsOfDay } from '../../base/local-time.ts'
import type { Zone } from '../../base/work-calendar.ts'
import type { Expr } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { toCode, toInt } from './convert.ts'
import type { Scope } from './scope.ts'
import { timeRange } from './stored.ts'
import { codeRange, type Node, stateAt, usedStates } from './vector.ts'

/** The instant that the run was told: asked when it is needed, since a decider is told another for each request. */
export function compileNow({ engine, capacity }: Scope, state: number): Node {
  const values = new BigInt64Array(capacity)
  const states = new Uint16Array(capacity).fill(state)
  return {
    is: 'int',
    range: timeRange,
    run: () => {
      values.fill(BigInt(engine.now ?? 0))
      return { is: 'int', values, states: engine.now === undefined ? states : undefined }
    },
  }
}

/** The zone of a plan with times. */
function zoneOf({ engine }: Pick<Scope, 'engine'>): Zone {
  const { zone } = engine.model.plan
  if (!zone) throw new Error('the plan has times and no zone')
  return zone
}

/** The day of an instant, or the seconds of that day before it. */
export function compileLocal(scope: Scope, part: 'local-day' | 'local-clock', a: Expr): Node {
  const zone = zoneOf(scope)
  const times = toInt(scope.compile(a), scope.capacity)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  const of = (at: number): number => {
    if (part === 'local-clock') return localOf(zone, at).seconds
    return Math.floor((at + offsetOf(zone, at)) / secondsOfDay)
  }
  return {
    is: 'code',
    range: codeRange,
    run: (from, count) => {
      const found = times.run(from, count)
      for (let i = 0; i < count; i++) values[i] = of(Number(found.values[i] ?? 0n))
      return { is: 'code', values, states: usedStates(states, count, found.states) }
    },
  }
}

/** The instant of a local time. */
export function compileInstant(scope: Scope, expr: Extract<Expr, { op: 'instant' }>): Node {
  const zone = zoneOf(scope)
  const days = toCode(scope.compile(expr.day), scope.capacity)
  const clocks = toCode(scope.compile(expr.clock), scope.capacity)
  const values = new BigInt64Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'int',
    range: timeRange,
    run: (from, count) => {
      const day = days.run(from, count)
      const clock = clocks.run(from, count)
      for (let i = 0; i < count; i++) {
        const state = Math.max(used(stateAt(day.states, i)), used(stateAt(clock.states, i)))
        const [at, another] =
          state === 0 ? instantsOf(zone, day.values[i] ?? 0, clock.values[i] ?? 0) : [undefined]
        values[i] = BigInt(at ?? 0)
        states[i] = state !== 0 ? state : at === undefined || another !== undefined ? expr.state : 0
      }
      return { is: 'int', values, states }
    },
  }
}
