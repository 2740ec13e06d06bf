import type { ClockEvent } from '../../calendar/case-clock.ts'
import type { Clock, ClockEvents, Id } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from './engine.ts'
import { groupingOf, nowhere } from './grouping.ts'
import { groupKey } from './row-key.ts'
import { heldOf } from './stored.ts'
import { noteUnplacedAt } from './unplaced.ts'
import { integerAt, isNotApplicable, stateAt } from './vector.ts'

/** What happens to the clock of each row, and what holds it. */
export type RowEvents = { readonly events: readonly (readonly ClockEvent[])[]; readonly held: Uint16Array }

type Growing = { readonly events: ClockEvent[][]; readonly held: Uint16Array }

export function clockEvents(engine: Engine, domain: Domain, clock: Clock): RowEvents {
  const found: Growing = {
    events: Array.from({ length: domain.count }, () => []),
    held: new Uint16Array(domain.count),
  }
  for (const events of clock.events) {
    if (events.next) addNext(engine, clock, events, events.next, found)
    else if (events.like) addAlike(engine, clock, events, events.like, found)
    else if (events.at) addRows(engine, domain, events, events.at, found)
    else for (let row = 0; row < domain.count; row++) add(found, row, events, read(engine, events, row))
  }
  return found
}

type Read = { readonly at: number; readonly until?: number } | { readonly held: number } | 'none'

/** When it happens, at a row of the source; nothing where the time is not there, or the row does not count. */
function read(engine: Engine, { time, until, where }: ClockEvents, row: number): Read {
  const test = where === undefined ? undefined : need(engine.columns, where)
  const unsure = test ? stateAt(test.states, row) : 0
  if (isNotApplicable(unsure)) return 'none'
  if (test && unsure === 0 && integerAt(test, row) === 0n) return 'none'
  const at = instantAt(engine, time, row)
  if (at === 'none') return 'none'
  const end = until === undefined ? 'none' : instantAt(engine, until, row)
  const held = Math.max(
    heldOf(unsure, 0),
    ...[at, end].map((one) => (typeof one === 'object' ? one.held : 0)),
  )
  if (held !== 0 || typeof at !== 'number') return { held }
  return { at, ...(typeof end === 'number' && { until: end }) }
}

function instantAt({ columns, model }: Engine, id: Id, row: number): number | 'none' | { held: number } {
  const vector = need(columns, id)
  const state = stateAt(vector.states, row)
  if (state === 0) return Number(integerAt(vector, row))
  if (isNotApplicable(state)) return 'none'
  return need(model.reasons, state).class === 'missing' ? 'none' : { held: state }
}

function add({ events, held }: Growing, row: number, { is }: ClockEvents, found: Read): void {
  if (found === 'none') return
  if ('held' in found) held[row] = Math.max(held[row] ?? 0, found.held)
  else if (is !== 'suspend') events[row]?.push({ at: found.at, is })
  else {
    const { at, until } = found
    // What is over before it began suspends nothing.
    if (until !== undefined && until <= at) return
    events[row]?.push({ at, is: 'hold' })
    if (until !== undefined) events[row]?.push({ at: until, is: 'free' })
  }
}

/** Rows of another record, each for the row that it leads to. */
function addRows(
  engine: Engine,
  domain: Domain,
  events: ClockEvents,
  at: NonNullable<ClockEvents['at']>,
  found: Growing,
): void {
  const grouping = groupingOf(engine, domain, { source: events.source, at })
  for (const [row, group] of grouping.groups.entries())
    if (group > nowhere) add(found, group, events, read(engine, events, row))
  for (const loose of grouping.loose)
    if (read(engine, events, loose.row) !== 'none')
      noteUnplacedAt(engine, need(engine.domains, events.source), loose)
}

/** Rows of a record, each for all the rows that have the same in common with it. */
function addAlike(
  engine: Engine,
  clock: Clock,
  events: ClockEvents,
  like: NonNullable<ClockEvents['like']>,
  found: Growing,
): void {
  const [theirs, own] = [like.theirs, like.own].map((ids) => ids.map((id) => need(engine.columns, id)))
  if (!theirs || !own) throw new Error('both sides have what they have in common')
  const rowsOf = new Map<string, number[]>()
  for (let row = 0; row < found.held.length; row++) {
    const state = Math.max(0, ...own.map(({ states }) => stateAt(states, row)))
    if (state !== 0) {
      found.held[row] = Math.max(found.held[row] ?? 0, heldOf(state, 0))
      continue
    }
    const key = groupKey(own, row)
    const rows = rowsOf.get(key)
    if (rows) rows.push(row)
    else rowsOf.set(key, [row])
  }
  const source = need(engine.domains, events.source)
  const start = need(engine.columns, clock.start)
  // These rows are no log of this clock: the first that comes after its start stops it.
  const first = new Map<number, number>()
  for (let row = 0; row < source.count; row++) {
    const one = read(engine, events, row)
    if (one === 'none') continue
    const state = Math.max(0, ...theirs.map(({ states }) => stateAt(states, row)))
    if (state !== 0) {
      if (!isNotApplicable(state)) noteUnplacedAt(engine, source, { row, state })
      continue
    }
    for (const of of rowsOf.get(groupKey(theirs, row)) ?? []) {
      if (events.is !== 'stop' || 'held' in one) add(found, of, events, one)
      else if (stateAt(start.states, of) === 0 && one.at >= Number(integerAt(start, of)))
        first.set(of, Math.min(one.at, first.get(of) ?? one.at))
    }
  }
  for (const [row, at] of first) add(found, row, events, { at })
}

/** Of the rows that are alike, the first that comes after each. */
function addNext(
  engine: Engine,
  clock: Clock,
  events: ClockEvents,
  alike: readonly Id[],
  found: Growing,
): void {
  const keys = alike.map((id) => need(engine.columns, id))
  const start = need(engine.columns, clock.start)
  const groups = new Map<string, { readonly times: number[]; readonly rows: number[]; held: number }>()
  for (let row = 0; row < found.held.length; row++) {
    const state = Math.max(0, ...keys.map(({ states }) => stateAt(states, row)))
    if (state !== 0) {
      found.held[row] = Math.max(found.held[row] ?? 0, heldOf(state, 0))
      continue
    }
    const key = groupKey(keys, row)
    const group = groups.get(key) ?? { times: [], rows: [], held: 0 }
    groups.set(key, group)
    group.rows.push(row)
    const one = read(engine, events, row)
    if (one === 'none') continue
    if ('held' in one) group.held = Math.max(group.held, one.held)
    else group.times.push(one.at)
  }
  for (const { times, rows, held } of groups.values()) {
    times.sort((a, b) => a - b)
    for (const row of rows) {
      if (held !== 0) found.held[row] = Math.max(found.held[row] ?? 0, held)
      if (stateAt(start.states, row) !== 0) continue
      const begin = Number(integerAt(start, row))
      const next = times.find((at) => at > begin)
      if (next !== undefined) found.events[row]?.push({ at: next, is: 'stop' })
    }
  }
}
