import { addMonths } from '../base/day.ts'
import type { ClockAllowance, ClockEscalation, ClockSpan, ClockWarning, clockStates } from '../plan/plan.ts'
import { type Due, dueAt, ranFor, type Stretch } from './running.ts'
import { addWorking, addWorkingDays, type Unknown, type WorkingTime } from './working-time.ts'
import { instantOf, localClockOf, localDayOf } from './zone.ts'

/** What happens to a clock, at an instant. `hold` and `free` stand for something that is open: they may overlap. */
export type ClockEvent = {
  readonly at: number
  readonly is: 'stop' | 'pause' | 'resume' | 'reset' | 'hold' | 'free' | 'extend'
}

/** What is the same for the clocks of all rows. */
export type ClockRules = {
  readonly warn?: ClockWarning
  readonly escalations: readonly ClockEscalation[]
  /** By how much an `extend` event moves the due time on from itself. */
  readonly extend?: ClockSpan
}

export type ClockCase = {
  readonly start: number
  /** In any order. */
  readonly events: readonly ClockEvent[]
  readonly allowance: ClockAllowance
  /** The latest instant to which it can be extended. */
  readonly most?: number
  /** What is later has not happened. Without it everything has, and what is still open is not judged. */
  readonly now?: number
}

/** A log that no clock can follow. */
export type BadLog = 'before-start' | 'order' | 'twice'

/** `waiting`: begins later than now. `late`: done after it was due. */
type ClockState = (typeof clockStates)[number]

export type ClockResult = {
  /** Of the last round: the clock begins again with every reset. */
  readonly start: number
  readonly due: Due
  /** Missing where no warning is asked for. */
  readonly warning?: Due
  readonly stopped?: number
  /** Whether it was, in this round or one before, due before it was done. */
  readonly breached: boolean | 'open' | Unknown
  readonly state: ClockState | 'open' | Unknown
  /** How many of the escalations have been reached. */
  readonly steps: number | 'open' | Unknown
  /** From when on each escalation has been reached, and the warning has been given; until when all this is looked at. */
  readonly escalations: readonly Due[]
  readonly warned?: Due
  readonly until?: number
  /** Seconds, of working time where the allowance is measured in it. */
  readonly elapsed: number | 'open' | Unknown
  readonly late: number | 'open' | Unknown
}

/** Equal instants apply in this order. */
const order: readonly ClockEvent['is'][] = ['stop', 'hold', 'pause', 'free', 'resume', 'reset', 'extend']

type Round = {
  readonly start: number
  readonly stretches: readonly Stretch[]
  readonly stopped?: number
  readonly paused: boolean
  readonly extensions: readonly number[]
  /** Since when it had been running as it was stopped: had it gone on, it would have been due all the same. */
  readonly onward?: number
}

/** What a row's clock shows, by what happened to it. */
export function readClock(time: WorkingTime, rules: ClockRules, given: ClockCase): ClockResult | BadLog {
  const rounds = roundsOf(given)
  if (typeof rounds === 'string') return rounds
  const last = rounds.at(-1)
  if (!last) throw new Error('a clock that starts has a round')
  const { now } = given
  const due = dueOf(time, rules, given, last)
  const warning = rules.warn && warningOf(time, rules.warn, given, last, due)
  // A round that was begun again after it was due was missed all the same.
  const missed = rounds.slice(0, -1).map((round, i): boolean | Unknown => {
    const end = round.stopped ?? rounds[i + 1]?.start ?? 0
    return isPast(dueOf(time, rules, given, round), end)
  })
  // What was done in time is not judged by days after it, which may not be known; when it would have been due is told.
  const whole = goingOn(last)
  const told = whole === last ? due : dueOf(time, rules, given, whole)
  const toldWarning =
    whole === last || !rules.warn ? warning : warningOf(time, rules.warn, given, whole, told)
  const until = last.stopped ?? now
  const warned = knownOr(toldWarning, warning)
  const escalations = rules.escalations.map((one) => reachedFrom(time, one, knownOr(told, due), warned))
  const allowance = ofRound(time, given.allowance, last.start)
  const own = until === undefined ? 'open' : isPast(due, until)
  const breached = anyOf([...missed, own])
  return {
    start: last.start,
    due: told,
    ...(toldWarning !== undefined && { warning: toldWarning }),
    ...(last.stopped !== undefined && { stopped: last.stopped }),
    breached,
    state: stateOf(given, last, own, breached, warning),
    // What had been reached before it was done: a warning, or so long before it would have been due.
    steps: until === undefined ? 'open' : levelOf(escalations, until),
    escalations,
    ...(warned !== undefined && { warned }),
    ...(until !== undefined && { until }),
    elapsed: until === undefined ? 'open' : ranFor(time, last.stretches, last.start, until, allowance),
    late:
      until === undefined
        ? 'open'
        : due === 'unknown'
          ? due
          : due === 'standing' || until <= due
            ? 0
            : ranFor(time, last.stretches, due, until, allowance),
  }
}

/**
 * The stretches in which the last round of a clock runs, as if nobody had stopped it, and when its length is used up: `plain`
 * before it is moved to a working day, or extended.
 */
export type Course = {
  readonly start: number
  readonly stretches: readonly Stretch[]
  readonly stopped?: number
  readonly allowance: ClockAllowance
  readonly plain: Due
  readonly due: Due
}

export function courseOf(time: WorkingTime, rules: ClockRules, given: ClockCase): Course | BadLog {
  const rounds = roundsOf(given)
  const last = typeof rounds === 'string' ? undefined : rounds.at(-1)
  if (typeof rounds === 'string' || !last) return typeof rounds === 'string' ? rounds : 'order'
  const { stretches, start, stopped } = goingOn(last)
  const allowance = ofRound(time, given.allowance, start)
  const { moved: _, ...unmoved } = allowance
  return {
    start,
    stretches,
    ...(stopped !== undefined && { stopped }),
    allowance,
    plain: dueAt(time, stretches, start, unmoved),
    due: dueOf(time, rules, given, goingOn(last)),
  }
}

function knownOr<T>(told: T, otherwise: T): T {
  return typeof told === 'number' ? told : otherwise
}

/** The round as if nobody had stopped it. */
function goingOn(round: Round): Round {
  const { onward, stretches } = round
  return onward === undefined ? round : { ...round, stretches: [...stretches.slice(0, -1), { from: onward }] }
}

function isPast(due: Due, at: number): boolean | Unknown {
  return due === 'unknown' ? due : due !== 'standing' && at > due
}

function anyOf(all: readonly (boolean | 'open' | Unknown)[]): boolean | 'open' | Unknown {
  if (all.includes(true)) return true
  return all.find((one) => one === 'unknown') ?? all.find((one) => one === 'open') ?? false
}

function stateOf(
  { start, now }: ClockCase,
  { stopped, paused }: Round,
  own: boolean | 'open' | Unknown,
  breached: boolean | 'open' | Unknown,
  warning: Due | undefined,
): ClockResult['state'] {
  if (now !== undefined && now < start) return 'waiting'
  if (own === 'unknown' || breached === 'unknown') return 'unknown'
  if (stopped !== undefined) return own === true ? 'late' : 'met'
  if (own === 'open' || now === undefined) return 'open'
  if (own) return 'breached'
  if (paused) return 'paused'
  if (warning === 'unknown') return warning
  return typeof warning === 'number' && now >= warning ? 'warned' : 'running'
}

/** The rounds of a clock: each begins with the start, or with a reset. */
function roundsOf({ start, events, now }: ClockCase): readonly Round[] | BadLog {
  const happened = events.filter(({ at }) => now === undefined || at <= now)
  const sorted = happened.sort((a, b) => a.at - b.at || order.indexOf(a.is) - order.indexOf(b.is))
  const rounds: Round[] = []
  let paused = false
  let open = 0
  let round = begun(start)
  let since: number | undefined = start
  const stand = (at: number): void => {
    if (since !== undefined) round.stretches.push({ from: since, until: at })
    since = undefined
  }
  const go = (at: number): void => {
    if (!paused && open === 0 && round.stopped === undefined && since === undefined) since = at
  }
  let before: ClockEvent | undefined
  for (const event of sorted) {
    const { at, is } = event
    const logged = is === 'stop' || is === 'pause' || is === 'resume'
    if (logged && at < start) return 'before-start'
    if (logged && before?.is === is && before.at === at) return 'twice'
    before = event
    if (is === 'hold' || is === 'free') {
      // What was open before the clock began holds it from its begin on.
      open += is === 'hold' ? 1 : -1
      if (open === 1 && is === 'hold') stand(Math.max(at, start))
      else go(Math.max(at, start))
      continue
    }
    if (at < start) continue
    if (is === 'reset') {
      stand(at)
      rounds.push(finished(round, false))
      round = begun(at)
      go(at)
      continue
    }
    if (round.stopped !== undefined) continue
    if (is === 'stop') {
      round.onward = since
      stand(at)
      round.stopped = at
      paused = false
    } else if (is === 'pause' || is === 'resume') {
      if (paused === (is === 'pause')) return 'order'
      paused = is === 'pause'
      if (paused) stand(at)
      else go(at)
    } else round.extensions.push(at)
  }
  if (since !== undefined) round.stretches.push({ from: since })
  rounds.push(finished(round, paused || open > 0))
  return rounds
}

type Growing = {
  start: number
  stretches: Stretch[]
  stopped: number | undefined
  onward: number | undefined
  extensions: number[]
}

function begun(start: number): Growing {
  return { start, stretches: [], stopped: undefined, onward: undefined, extensions: [] }
}

function finished({ stopped, onward, ...round }: Growing, paused: boolean): Round {
  return {
    ...round,
    ...(stopped !== undefined && { stopped }),
    ...(onward !== undefined && { onward }),
    paused: paused && stopped === undefined,
  }
}

/** What a round may take: months are as long as those that follow its start. */
function ofRound({ zone }: WorkingTime, allowance: ClockAllowance, start: number): ClockAllowance {
  if (!allowance.months) return allowance
  const { months: _, ...plain } = allowance
  const day = localDayOf(zone, start)
  const last = addMonths(day, allowance.amount)
  if (allowance.at !== undefined) return { ...plain, amount: last - day }
  return { unit: 'seconds', amount: instantOf(zone, last, localClockOf(zone, start)) - start }
}

/** When a round is due: what extends it before it is due moves it on, never back, and at most to `most`. */
function dueOf(time: WorkingTime, rules: ClockRules, { allowance, most }: ClockCase, round: Round): Due {
  let due = dueAt(time, round.stretches, round.start, ofRound(time, allowance, round.start))
  if (!rules.extend) return due
  for (const at of round.extensions) {
    if (typeof due !== 'number' || at > due) return due
    const extended = after(time, at, rules.extend, allowance)
    if (extended === 'unknown') return extended
    due = Math.max(due, most === undefined ? extended : Math.min(extended, most))
  }
  return due
}

/** The instant that lies so far after another; days end at the time of day at which the allowance's days do. */
function after(time: WorkingTime, at: number, by: ClockSpan, allowance: ClockAllowance): number | Unknown {
  const clock = allowance.unit === 'days' ? allowance.at : undefined
  const found = dueAt(time, [{ from: at }], at, distance(by, clock, allowance.moved))
  return found === 'standing' ? 'unknown' : found
}

/** Without a time of day that days are counted by, each has 24 hours. */
function distance({ amount, unit }: ClockSpan, clock: number | undefined, moved?: true): ClockAllowance {
  if (unit !== 'days') return { unit, amount }
  if (clock === undefined) return { unit: 'seconds', amount: amount * 86_400 }
  return { unit, amount, at: clock, ...(moved && { moved }) }
}

function warningOf(
  time: WorkingTime,
  warn: NonNullable<ClockRules['warn']>,
  { allowance }: ClockCase,
  round: Round,
  due: Due,
): Due {
  if (warn.is === 'before') return typeof due === 'number' ? before(time, due, warn.by) : due
  const amount = Math.ceil((allowance.amount * warn.part) / warn.of)
  return dueAt(time, round.stretches, round.start, allowance, amount)
}

/** The instant that lies so far before another: working days end at closing. */
function before(time: WorkingTime, at: number, { amount, unit }: ClockSpan): number | Unknown {
  switch (unit) {
    case 'seconds':
      return at - amount
    case 'days':
      return at - amount * 86_400
    case 'working-seconds':
      return addWorking(time, at, -amount)
    case 'working-days':
      return addWorkingDays(time, at, -amount)
  }
}

/** How many escalations have been reached. */
function levelOf(escalations: readonly Due[], until: number): number | Unknown {
  if (escalations.includes('unknown')) return 'unknown'
  return escalations.filter((from) => typeof from === 'number' && until >= from).length
}

/** From when an escalation is reached: the warning once it is time for it, the others once their time is over. */
function reachedFrom(
  time: WorkingTime,
  escalation: ClockEscalation,
  due: Due,
  warning: Due | undefined,
): Due {
  const at = escalation.when === 'warning' ? (warning ?? 'standing') : due
  if (typeof at !== 'number') return at
  switch (escalation.when) {
    case 'warning':
      return at
    case 'breach':
      return at + 1
    case 'before':
      return escalation.by ? before(time, at, escalation.by) : at
    case 'after': {
      const point = escalation.by ? dueAt(time, [{ from: at }], at, distance(escalation.by, undefined)) : at
      return typeof point === 'number' ? point + 1 : 'unknown'
    }
  }
}
