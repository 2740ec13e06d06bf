import {
  type ClockCase,
  type ClockEvent,
  type ClockResult,
  type ClockRules,
  type Course,
  courseOf,
  readClock,
} from '../../calendar/case-clock.ts'
import { type WorkingTime, workingTimeOf } from '../../calendar/working-time.ts'
import { type Clock, type ClockPart, clockStates, type Expr } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { clockEvents, type RowEvents } from './clock-events.ts'
import { type Domain, type Engine, need, type Stored } from './engine.ts'
import { codeRange, fits64, integerAt, type Range, stateAt } from './vector.ts'

/** What a row's clock shows; a state where it shows nothing. */
type Shown = ClockResult | { readonly held: number }

const runs = new WeakMap<Engine, Map<string, readonly Shown[]>>()

/** One thing that the clocks of all rows show. */
export function clockColumn(engine: Engine, domain: Domain, expr: Extract<Expr, { op: 'clock' }>): Stored {
  const clock = clockNamed(engine, expr.clock)
  const shown = clocksOf(engine, domain, clock)
  const states = new Uint16Array(domain.count)
  const values = new BigInt64Array(domain.count)
  for (const [row, one] of shown.entries()) {
    const found = partOf(clock, one, expr.part)
    if ('held' in found) states[row] = found.held
    else values[row] = BigInt(found.value)
  }
  const failing = states.some((state) => state !== 0)
  const kept = failing ? states : undefined
  if (expr.part === 'state' || expr.part === 'breached' || expr.part === 'steps')
    return { vector: { is: 'code', values: Int32Array.from(values, Number), states: kept }, range: codeRange }
  return { vector: { is: 'int', values, states: kept }, range: allSeconds }
}

const allSeconds: Range = { min: 0n, max: 10_000_000_000n }
if (!fits64(allSeconds)) throw new Error('seconds fit into 64 bits')

/** A clock of the plan. */
export function clockNamed({ model }: Engine, id: string): Clock {
  const found = model.plan.clocks?.find((clock) => clock.id === id)
  if (!found) throw new Error(`the plan has no clock ${id}`)
  return found
}

const happened = new WeakMap<Engine, Map<string, RowEvents>>()

/** What happens to the clock of every row, gathered once in a run. */
function eventsOf(engine: Engine, domain: Domain, clock: Clock): RowEvents {
  const known = happened.get(engine) ?? new Map<string, RowEvents>()
  happened.set(engine, known)
  const found = known.get(clock.id) ?? clockEvents(engine, domain, clock)
  known.set(clock.id, found)
  return found
}

/** What happened to the clock of a row that is no end of it, in the order of its times. */
export function turnsOfClock(engine: Engine, domain: Domain, id: string, row: number): readonly ClockEvent[] {
  const { events } = eventsOf(engine, domain, clockNamed(engine, id))
  const own = (events[row] ?? []).filter(({ is }) => is !== 'stop')
  return [...own].sort((a, b) => a.at - b.at)
}

/** What the clock of every row shows, worked out once in a run. */
function clocksOf(engine: Engine, domain: Domain, clock: Clock): readonly Shown[] {
  const known = runs.get(engine) ?? new Map<string, readonly Shown[]>()
  runs.set(engine, known)
  const found = known.get(clock.id)
  if (found) return found
  const made = readAll(engine, domain, clock)
  known.set(clock.id, made)
  return made
}

function readAll(engine: Engine, domain: Domain, clock: Clock): readonly Shown[] {
  return Array.from({ length: domain.count }, (_, row): Shown => {
    const found = caseOf(engine, domain, clock, row)
    if ('held' in found) return found
    const read = readClock(found.time, found.rules, found.given)
    if (typeof read !== 'string') return read
    const { beforeStart, order, twice } = clock.states
    return { held: read === 'before-start' ? beforeStart : read === 'order' ? order : twice }
  })
}

/** What the clock of a row goes by. */
type RowCase = { readonly time: WorkingTime; readonly rules: ClockRules; readonly given: ClockCase }

function caseOf(engine: Engine, domain: Domain, clock: Clock, row: number): RowCase | { held: number } {
  const { events, held } = eventsOf(engine, domain, clock)
  const inputs = [clock.start, clock.chosen, clock.extend?.most].map((id) =>
    id === undefined ? undefined : need(engine.columns, id),
  )
  const [start, chosen, most] = inputs
  const wrong = Math.max(
    held[row] ?? 0,
    ...inputs.map((vector) => (vector ? used(stateAt(vector.states, row)) : 0)),
  )
  if (wrong !== 0) return { held: wrong }
  const allowance = clock.allowances[chosen ? Number(integerAt(chosen, row)) : 0]
  if (!start || !allowance) throw new Error(`${clock.id} has no such allowance`)
  const given: ClockCase = {
    start: Number(integerAt(start, row)),
    events: events[row] ?? [],
    allowance,
    ...(most && { most: Number(integerAt(most, row)) }),
    ...(engine.now !== undefined && { now: engine.now }),
  }
  return { time: timeOf(engine, clock), rules: rulesOf(clock), given }
}

function rulesOf({ warn, extend, escalations }: Clock): ClockRules {
  return { ...(warn && { warn }), ...(extend && { extend: extend.by }), escalations }
}

/** When a clock is warned of and its escalations are reached, at a row of its grain; undefined where that is held. */
export function clockSteps(
  engine: Engine,
  id: string,
  row: number,
): Pick<ClockResult, 'warned' | 'escalations' | 'until'> | undefined {
  const clock = clockNamed(engine, id)
  const shown = clocksOf(engine, need(engine.domains, clock.grain), clock)[row]
  return shown === undefined || 'held' in shown ? undefined : shown
}

/** The course of the clock of a clause, at a row of its grain; undefined where it has none, or that is held. */
export function courseAt(
  engine: Engine,
  clause: string,
  row: number,
): { readonly time: WorkingTime; readonly course: Course; readonly now?: number } | undefined {
  const clock = engine.model.plan.clocks?.find(({ id }) => id === clause)
  if (!clock) return undefined
  const found = caseOf(engine, need(engine.domains, clock.grain), clock, row)
  if ('held' in found) return undefined
  const course = courseOf(found.time, found.rules, found.given)
  const { now } = found.given
  return typeof course === 'string'
    ? undefined
    : { time: found.time, course, ...(now !== undefined && { now }) }
}

function timeOf({ model }: Engine, clock: Clock): WorkingTime {
  const calendar = model.plan.calendars?.find(({ id }) => id === clock.calendar)
  const time = calendar && workingTimeOf(calendar)
  if (!time) throw new Error(`the plan has no calendar ${clock.calendar}`)
  return time
}

/** One thing of what a clock shows, as the column holds it. */
function partOf({ states }: Clock, shown: Shown, part: ClockPart): { value: number } | { held: number } {
  if ('held' in shown) return shown
  const found = shown[part]
  switch (found) {
    case undefined:
      return { held: states.open }
    case 'standing':
      return { held: states.standing }
    case 'unknown':
      return { held: states.unknown }
    case 'open':
      return { held: states.untold }
    default:
      if (typeof found === 'string') return { value: clockStates.indexOf(found) }
      return { value: Number(found) }
  }
}
