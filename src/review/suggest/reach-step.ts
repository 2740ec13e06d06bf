import { secondsOfDay } from '../../base/local-time.ts'
import type { Clock, ClockSpan, Plan } from '../../plan/plan.ts'
import { stepTime } from '../coverage/clock-steps.ts'
import type { ClockStep } from '../coverage/point.ts'
import { type Goal, resultsOf, type Search } from './goal.ts'
import { without } from './reach-clock.ts'
import type { ReachAll } from './reach-state.ts'
import { readRows, rowsAsked } from './trial.ts'
import { changed, type World } from './world.ts'

type StepGoal = Extract<Goal, { is: 'clock-step' }>

/**
 * Worlds that ask in the last second before a step of a clock, and in the first in which it is reached. Of a length in days
 * or hours one in which it matters which kind of them are counted comes first, where any start on the next days has it.
 */
export function* reachStep(
  search: Search,
  world: World,
  goal: StepGoal,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  const clock = search.plan.clocks?.find((one) => one.id === goal.clock)
  if (!clock || depth > 8) return
  const other = withOtherKind(search.plan, clock, goal.step)
  for (const open of without(search, world, clock, 'stop', depth, reachAll)) {
    const plain = askedAt(search, open, goal)
    if (other && !tells(search, other, open, goal))
      for (const start of laterStarts(search, open, clock, other.by, depth, reachAll))
        if (tells(search, other, start, goal)) {
          yield* askedAt(search, start, goal)
          break
        }
    yield* plain
  }
}

function askedAt(search: Search, world: World, goal: StepGoal): readonly World[] {
  return timesOf(search, world, goal).map((from) =>
    changed(world, { ...world, now: goal.side === 'before' ? from - 1 : from }),
  )
}

/** When each row comes to the step. */
function timesOf(search: Search, world: World, { grain, clock, step }: StepGoal): readonly number[] {
  const results = resultsOf(search, world)
  if (!results) return []
  return rowsAsked(results, grain).flatMap((row) => stepTime(results.engine, clock, step, row) ?? [])
}

type OtherKind = { readonly plan: Plan; readonly by: ClockSpan }

const otherUnits = {
  days: 'working-days',
  'working-days': 'days',
  seconds: 'working-seconds',
  'working-seconds': 'seconds',
} as const

/** The same with working days in place of days, or the other way round, so too of hours; undefined where a step has no length. */
function withOtherKind(plan: Plan, clock: Clock, step: ClockStep): OtherKind | undefined {
  const { warn, escalations } = clock
  const by = step !== 'warning' ? escalations[step]?.by : warn?.is === 'before' ? warn.by : undefined
  const calendar = plan.calendars?.find(({ id }) => id === clock.calendar)
  if (!by || !calendar?.hours) return undefined
  const swapped = { ...by, unit: otherUnits[by.unit] }
  const changedClock: Clock =
    step === 'warning'
      ? { ...clock, ...(warn && { warn: { is: 'before', by: swapped, origin: warn.origin } }) }
      : { ...clock, escalations: escalations.map((one, i) => (i === step ? { ...one, by: swapped } : one)) }
  const clocks = (plan.clocks ?? []).map((one) => (one === clock ? changedClock : one))
  return { plan: { ...plan, clocks }, by }
}

/** Whether the step comes at another time with the other kind of days or hours. */
function tells(search: Search, { plan }: OtherKind, world: World, goal: StepGoal): boolean {
  const [own] = timesOf(search, world, goal)
  // A copy of its own: what is worked out of the other plan is not kept for this one.
  const [other] = timesOf({ ...search, plan }, { ...world }, goal)
  return own !== undefined && own !== other
}

const hour = 3600

/** The clock begun some hours later, or on one of the next days. */
function* laterStarts(
  search: Search,
  world: World,
  { grain, start }: Clock,
  { unit }: ClockSpan,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  const results = resultsOf(search, world)
  const value = { op: 'column', column: start } as const
  const from = results && readRows(results, grain, value).find(({ state }) => state === 0)
  if (!from) return
  // Holidays may last longer than a week.
  const days = [1, 2, 3, 4, 5, 6, 15, 16, 17, 18, 19, 20].map((count) => count * secondsOfDay)
  const hours = unit === 'seconds' || unit === 'working-seconds' ? [2 * hour, 4 * hour, 8 * hour] : []
  for (const later of [...hours, ...days])
    yield* reachAll(
      search,
      world,
      [
        {
          is: 'number',
          grain,
          value: { n: value, scale: 0 },
          bound: { n: from.n + BigInt(later), d: 1n },
          want: 'at',
        },
      ],
      depth + 1,
    )
}
