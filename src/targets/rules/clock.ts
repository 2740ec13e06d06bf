import { type ClockEvent, type ClockResult, readClock } from '../../calendar/case-clock.ts'
import { workingTimeOf } from '../../calendar/working-time.ts'
import { type ClockEvents, clockStates, type Expr, type Id } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { heldOf, isNotApplicable, ofSubject } from './aggregate.ts'
import type { ClockDefinition } from './rule-set.ts'
import { spotsOf } from './spots.ts'
import { type Found, failing, present, type Spot, small, type World } from './world.ts'

type Shown = ClockResult | { readonly held: number }

/** One thing that the clock of a row shows. */
export function clockAt(world: World, expr: Extract<Expr, { op: 'clock' }>, spot: Spot): Found {
  const clock = world.model.definitions.clocks.find(({ id }) => id === expr.clock)
  if (clock === undefined) throw new Error(`the rule set has no clock ${expr.clock}`)
  const shown = world.once(`clock ${clock.id} ${spot.row}`, () => readAt(world, clock, spot))
  if ('held' in shown) return failing(shown.held)
  const found = shown[expr.part]
  const { states } = clock
  switch (found) {
    case undefined:
      return failing(states.open)
    case 'standing':
      return failing(states.standing)
    case 'unknown':
      return failing(states.unknown)
    case 'open':
      return failing(states.untold)
    default:
      return present(BigInt(typeof found === 'string' ? clockStates.indexOf(found) : Number(found)))
  }
}

function readAt(world: World, clock: ClockDefinition, spot: Spot): Shown {
  const { events, held } = eventsAt(world, clock, spot)
  const at = (id: Id | undefined): Found | undefined =>
    id === undefined ? undefined : world.column(id, spot)
  const [start, chosen, most] = [at(clock.start), at(clock.chosen), at(clock.extend?.most)]
  const wrong = Math.max(held, ...[start, chosen, most].map((found) => used(found?.state ?? 0)))
  if (wrong !== 0) return { held: wrong }
  const allowance = clock.allowances[chosen ? small(chosen) : 0]
  const calendar = world.model.definitions.calendars.find(({ id }) => id === clock.calendar)
  const time = calendar && workingTimeOf(calendar)
  if (!start || !allowance || !time) throw new Error(`the rule set has not all of the clock ${clock.id}`)
  const { warn, extend, escalations, states } = clock
  const read = readClock(
    time,
    { ...(warn && { warn }), ...(extend && { extend: extend.by }), escalations },
    {
      start: small(start),
      events,
      allowance,
      ...(most && { most: small(most) }),
      ...(world.now !== undefined && { now: world.now }),
    },
  )
  if (typeof read !== 'string') return read
  return {
    held: read === 'before-start' ? states.beforeStart : read === 'order' ? states.order : states.twice,
  }
}

/** What happens to the clock of a row, and what holds it. */
function eventsAt(
  world: World,
  clock: ClockDefinition,
  spot: Spot,
): { readonly events: readonly ClockEvent[]; readonly held: number } {
  const events: ClockEvent[] = []
  let held = 0
  for (const one of clock.events) {
    const reads = one.next
      ? nextAt(world, clock, one, one.next, spot)
      : one.like
        ? alikeAt(world, clock, one, one.like, spot)
        : one.at
          ? ofSubject(world, { source: one.source, at: one.at }, spot).map((row) =>
              readEvent(world, one, row),
            )
          : [readEvent(world, one, spot)]
    for (const read of reads) {
      if (read === 'none') continue
      if ('held' in read) held = Math.max(held, read.held)
      else events.push(...eventsOf(one, read))
    }
  }
  return { events, held }
}

type Read = { readonly at: number; readonly until?: number } | { readonly held: number } | 'none'

function eventsOf({ is }: ClockEvents, { at, until }: Extract<Read, { at: number }>): readonly ClockEvent[] {
  if (is !== 'suspend') return [{ at, is }]
  // What is over before it began suspends nothing.
  if (until !== undefined && until <= at) return []
  return [{ at, is: 'hold' }, ...(until === undefined ? [] : [{ at: until, is: 'free' as const }])]
}

/** When it happens; nothing where the time is not there, or the row does not count. */
function readEvent(world: World, { time, until, where }: ClockEvents, row: Spot): Read {
  const test = where === undefined ? undefined : world.column(where, row)
  if (test && (isNotApplicable(test.state) || (test.state === 0 && test.value === 0n))) return 'none'
  const at = timeAt(world, time, row)
  if (at === 'none') return 'none'
  const end = until === undefined ? 'none' : timeAt(world, until, row)
  const states = [at, end].map((one) => (typeof one === 'object' ? one.held : 0))
  const held = Math.max(heldOf(test?.state ?? 0, 0), ...states)
  if (held !== 0 || typeof at !== 'number') return { held }
  return { at, ...(typeof end === 'number' && { until: end }) }
}

function timeAt(world: World, id: Id, row: Spot): number | 'none' | { readonly held: number } {
  const found = world.column(id, row)
  if (found.state === 0) return small(found)
  return isNotApplicable(found.state) || world.model.missing.has(found.state) ? 'none' : { held: found.state }
}

/** What happens at the rows of a record that have the same in common with this one. */
function alikeAt(
  world: World,
  clock: ClockDefinition,
  events: ClockEvents,
  { theirs, own }: NonNullable<ClockEvents['like']>,
  spot: Spot,
): readonly Read[] {
  const keys = own.map((id) => world.column(id, spot))
  const wrong = Math.max(0, ...keys.map(({ state }) => state))
  if (wrong !== 0) return [{ held: heldOf(wrong, 0) }]
  const name = `clock alike ${JSON.stringify([clock.id, clock.events.indexOf(events)])}`
  const all = world.once(name, () => {
    const found = new Map<string, Read[]>()
    for (const row of spotsOf(world, events.source)) {
      const here = theirs.map((id) => world.column(id, row))
      if (here.some(({ state }) => state !== 0)) continue
      const key = keyText(here)
      found.set(key, [...(found.get(key) ?? []), readEvent(world, events, row)])
    }
    return found
  })
  const reads = all.get(keyText(keys)) ?? []
  if (events.is !== 'stop') return reads
  // The first that comes after the start.
  const start = world.column(clock.start, spot)
  const times = reads.flatMap((read) => (typeof read === 'object' && 'at' in read ? [read.at] : []))
  const after = times.filter((at) => start.state === 0 && at >= small(start))
  const held = reads.filter((read) => typeof read === 'object' && 'held' in read)
  return [...held, ...(after.length === 0 ? [] : [{ at: Math.min(...after) }])]
}

/** Of the rows that are like this one, the first that comes after its start. */
function nextAt(
  world: World,
  clock: ClockDefinition,
  events: ClockEvents,
  alike: readonly Id[],
  spot: Spot,
): readonly Read[] {
  const keys = alike.map((id) => world.column(id, spot))
  const wrong = Math.max(0, ...keys.map(({ state }) => state))
  if (wrong !== 0) return [{ held: heldOf(wrong, 0) }]
  const { times, held } = timesOfAlike(world, clock, events, alike, keyText(keys))
  const start = world.column(clock.start, spot)
  const next = start.state === 0 ? times.find((at) => at > small(start)) : undefined
  return [...(held === 0 ? [] : [{ held }]), ...(next === undefined ? [] : [{ at: next }])]
}

function timesOfAlike(
  world: World,
  clock: ClockDefinition,
  events: ClockEvents,
  alike: readonly Id[],
  key: string,
): { readonly times: readonly number[]; readonly held: number } {
  return world.once(`clock next ${JSON.stringify([clock.id, clock.events.indexOf(events), key])}`, () => {
    const times: number[] = []
    let held = 0
    for (const row of spotsOf(world, clock.grain)) {
      const keys = alike.map((id) => world.column(id, row))
      if (keys.some(({ state }) => state !== 0) || keyText(keys) !== key) continue
      const read = readEvent(world, events, row)
      if (read === 'none') continue
      if ('held' in read) held = Math.max(held, read.held)
      else times.push(read.at)
    }
    return { times: times.sort((a, b) => a - b), held }
  })
}

function keyText(keys: readonly Found[]): string {
  return JSON.stringify(keys.map(({ value }) => String(value)))
}
