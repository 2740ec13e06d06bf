import { lastInstant } from '../../base/local-time.ts'
import type { Clock, ClockEvents, Expr, Id, Relation } from '../../plan/plan.ts'
import { copied } from './copies.ts'
import { type Goal, resultsOf, type Search } from './goal.ts'
import type { ReachAll } from './reach-state.ts'
import { readRows } from './trial.ts'
import { changed, type Row, type World, withRows } from './world.ts'

/**
 * Worlds in which a clock shows what is wanted: asked before it begins, while it runs, around its warning and the time at
 * which it is due; stopped in time, and late; paused.
 */
export function* reachClock(
  search: Search,
  world: World,
  grain: Id,
  expr: Extract<Expr, { op: 'clock' }>,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  const clock = search.plan.clocks?.find(({ id }) => id === expr.clock)
  if (!clock || depth > 8) return
  for (const open of without(search, world, clock, 'stop', depth, reachAll)) {
    const course = courseOf(search, open, grain, clock)
    if (!course) continue
    for (const now of asked(course)) yield changed(open, { ...open, now })
    for (const stop of clock.events.filter(({ is }) => is === 'stop')) {
      const late = changed(open, { ...open, now: Math.min(course.due + 400 * 86_400, lastInstant) })
      yield* happening(
        search,
        late,
        { event: stop, bound: course.due + 1, want: 'below' },
        world,
        depth,
        reachAll,
      )
      yield* happening(
        search,
        late,
        { event: stop, bound: course.due, want: 'above' },
        world,
        depth,
        reachAll,
      )
    }
    for (const pause of clock.events.filter(({ is }) => is === 'pause' || is === 'suspend')) {
      const later = changed(open, { ...open, now: course.due })
      yield* happening(
        search,
        later,
        { event: pause, bound: course.start, want: 'above' },
        world,
        depth,
        reachAll,
      )
    }
    return
  }
}

type Course = { readonly start: number; readonly warning?: number; readonly due: number }

function courseOf(search: Search, world: World, grain: Id, { id, start }: Clock): Course | undefined {
  const results = resultsOf(search, world)
  if (!results) return undefined
  const first = (expr: Expr) => {
    const found = readRows(results, grain, expr).find(({ state }) => state === 0)
    return found && Number(found.n)
  }
  const from = first({ op: 'column', column: start })
  const due = first({ op: 'clock', clock: id, part: 'due' })
  const warning = first({ op: 'clock', clock: id, part: 'warning' })
  if (from === undefined || due === undefined) return undefined
  return { start: from, due, ...(warning !== undefined && { warning }) }
}

/** When it is asked: on both sides of whatever changes with the time alone. */
function asked({ start, warning, due }: Course): readonly number[] {
  const around = (at: number) => [at, at + 1]
  return [
    ...around(due),
    ...(warning === undefined ? [] : around(warning)),
    start + 60,
    start - 1,
    due + 40 * 86_400,
  ].filter((at) => at > 0 && at <= lastInstant)
}

/**
 * A clock can go on only where it stood: before each resume that a world has, a pause is put in. What is told by rows of a
 * record is told by one row more.
 */
export function* pausedBefore(search: Search, world: World, reachAll: ReachAll): Generator<World> {
  for (const clock of search.plan.clocks ?? [])
    for (const resume of clock.events.filter(({ is }) => is === 'resume'))
      for (const pause of clock.events.filter(({ is }) => is === 'pause')) {
        const relation = relationOf(search, pause)
        const results = resultsOf(search, world)
        if (!results || !relation || !pause.at || relationOf(search, resume) !== relation) continue
        if (!search.column(clock.start)) continue
        const [from] = readRows(results, clock.grain, { op: 'column', column: clock.start })
        if (from?.state !== 0) continue
        const rowAt = (event: ClockEvents, later: number): Row | undefined => {
          for (const next of reachAll(search, world, [
            ...counts(event),
            timeGoal(event, Number(from.n) + later),
          ]))
            return next.rows.get(relation.id)?.[0]
          return undefined
        }
        const before = rowAt(pause, 60)
        const after = rowAt(resume, 120)
        if (!before || !after) continue
        const named = copied(relation, before, 2)
        const rows = [before, after].map((row, i) => {
          const key = relation.key === undefined ? undefined : named[i]?.get(relation.key)
          return key === undefined || relation.key === undefined ? row : new Map(row).set(relation.key, key)
        })
        yield withRows(world, relation.id, rows)
      }
}

/** Worlds in which nothing of a kind has happened to a clock. */
export function without(
  search: Search,
  world: World,
  { events }: Clock,
  is: ClockEvents['is'],
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  let next = world
  const absent: Goal[] = []
  for (const event of events) {
    if (event.is !== is) continue
    const relation = relationOf(search, event)
    if (event.next && relation)
      next = withRows(next, relation.id, (next.rows.get(relation.id) ?? []).slice(0, 1))
    else if ((event.at || event.like) && relation) next = withRows(next, relation.id, [])
    else absent.push(isThere(event, false))
  }
  return reachAll(search, next, absent, depth + 1)
}

/** Worlds in which something happens to a clock as near to a bound as can be. */
function* happening(
  search: Search,
  world: World,
  {
    event,
    bound,
    want,
  }: { readonly event: ClockEvents; readonly bound: number; readonly want: 'below' | 'above' },
  before: World,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  yield* reachAll(
    search,
    withRow(search, world, event, before),
    [...counts(event), isThere(event, true), timeGoal(event, bound, want)],
    depth + 1,
  )
}

/** Its row is one that counts. */
function counts({ source, where }: ClockEvents): readonly Goal[] {
  if (where === undefined) return []
  return [{ is: 'code', grain: source, expr: { op: 'column', column: where }, code: 1n, holds: true }]
}

function timeGoal({ source, time }: ClockEvents, bound: number, want: 'below' | 'at' | 'above' = 'at'): Goal {
  const value = { n: { op: 'column', column: time }, scale: 0 } as const
  return { is: 'number', grain: source, value, bound: { n: BigInt(bound), d: 1n }, want }
}

/** A row for it to be told by, as there was one; of a clock that the next row stops, a second one. */
function withRow(search: Search, world: World, event: ClockEvents, before: World): World {
  const relation = relationOf(search, event)
  const [first] = (relation && before.rows.get(relation.id)) ?? []
  if (!relation || !first) return world
  if (event.next) return withRows(world, relation.id, copied(relation, first, 2))
  return event.at || event.like ? withRows(world, relation.id, [first]) : world
}

function relationOf({ plan }: Search, { source }: ClockEvents): Relation | undefined {
  const grain = plan.grains.find(({ id }) => id === source)
  return plan.relations.find(({ id }) => id === grain?.relation)
}

function isThere({ source, time }: ClockEvents, there: boolean): Goal {
  const expr: Expr = { op: 'is', what: there ? 'present' : 'missing', a: { op: 'column', column: time } }
  return { is: 'code', grain: source, expr, code: 1n, holds: true }
}
