import type { Minutes } from './sla-calendar.ts'

// What a clock shows, by watching it: minute by minute, one event after the other. Instants are minutes.

export type Length = {
  readonly unit: 'minutes' | 'working-minutes' | 'working-days' | 'days'
  readonly count: number
}
export type Happening = {
  readonly at: number
  readonly is: 'stop' | 'pause' | 'resume' | 'reset' | 'hold' | 'free' | 'extend'
}
const order = ['stop', 'hold', 'pause', 'free', 'resume', 'reset', 'extend']

/** So many days of watching are enough for every test. */
const patience = 200 * 1440

type Ends = { readonly clock?: number; readonly moved?: boolean }

/** Watches from a minute on until a length is used up; `runs` says whether the clock runs in a minute. */
export function watch(
  minutes: Minutes,
  start: number,
  length: Length,
  ends: Ends,
  runs: (minute: number) => boolean | 'never',
): number | 'standing' | 'unknown' {
  let left = length.count
  const first = minutes.day(start)
  for (let at = start; at < start + patience; at++) {
    const running = runs(at)
    if (running === 'never') return 'standing'
    const works = minutes.works(at)
    const next = at + 1
    if (length.unit === 'minutes') left -= running ? 1 : 0
    if (length.unit === 'days') {
      const clock = ends.clock ?? 0
      const reached = clock === 1440 ? minutes.clock(next) === 0 : minutes.clock(next) === clock
      const day = clock === 1440 ? minutes.day(at) : minutes.day(next)
      if (reached && day > first && running) left--
    }
    if (length.unit === 'working-minutes') {
      if (works === undefined && running) return 'unknown'
      if (works && running) left--
    }
    if (length.unit === 'working-days') {
      if (minutes.worksOn(minutes.day(at)) === undefined && running) return 'unknown'
      // The last worked minute of a day: none follows before midnight.
      if (works && minutes.day(at) > first && running && isLast(minutes, at)) left--
    }
    if (left === 0) return ends.moved ? moved(minutes, next) : next
  }
  throw new Error('nothing happens for so long')
}

function isLast(minutes: Minutes, at: number): boolean {
  if (minutes.works(at + 1) && minutes.day(at + 1) === minutes.day(at)) return false
  const day = minutes.day(at)
  for (let later = at + 1; minutes.day(later) === day; later++) if (minutes.works(later)) return false
  return true
}

function moved(minutes: Minutes, at: number): number | 'unknown' {
  for (let day = 0; ; day++) {
    const works = minutes.worksOn(minutes.day(at + day * 1440))
    if (works === undefined) return 'unknown'
    if (works) return at + day * 1440
  }
}

export type Rules = {
  /** How long a round may take, by the minute at which it starts. */
  readonly length: (start: number) => Length
  readonly ends: Ends
  readonly extend?: Length
  readonly most?: number
}
export type Round = {
  readonly start: number
  readonly stopped?: number
  readonly standing: boolean
  readonly due: number | 'standing' | 'unknown'
  /** When it would have been due had nobody stopped it. */
  readonly told: number | 'standing' | 'unknown'
  readonly runs: (minute: number) => boolean | 'never'
  /** As `runs`, as if nobody had stopped it. */
  readonly ranOn: (minute: number) => boolean | 'never'
}

/** The rounds of a clock, or what is wrong with its log. */
export function rounds(
  minutes: Minutes,
  start: number,
  all: readonly Happening[],
  now: number | undefined,
  rules: Rules,
): readonly Round[] | string {
  const happened = all
    .filter(({ at }) => now === undefined || at <= now)
    .sort((a, b) => a.at - b.at || order.indexOf(a.is) - order.indexOf(b.is))
  for (const [i, { is, at }] of happened.entries()) {
    const logged = is === 'stop' || is === 'pause' || is === 'resume'
    if (logged && at < start) return 'before the start'
    if (logged && happened[i - 1]?.is === is && happened[i - 1]?.at === at) return 'twice'
  }
  const found: {
    start: number
    stopped?: number
    ranOn?: boolean
    marks: { at: number; runs: boolean }[]
    extensions: number[]
  }[] = [{ start, marks: [], extensions: [] }]
  let paused = false
  let open = happened.filter(({ is, at }) => is === 'hold' && at <= start).length
  open -= happened.filter(({ is, at }) => is === 'free' && at <= start).length
  found[0]?.marks.push({ at: start, runs: open === 0 })
  for (const { at, is } of happened) {
    const round = found.at(-1)
    if (!round) break
    if (is === 'hold' || is === 'free') {
      if (at <= start) continue
      open += is === 'hold' ? 1 : -1
    } else if (at < start) continue
    else if (is === 'reset') {
      found.push({ start: at, marks: [{ at, runs: !paused && open === 0 }], extensions: [] })
      continue
    } else if (round.stopped !== undefined) continue
    else if (is === 'stop') {
      round.ranOn = !paused && open === 0
      round.stopped = at
      paused = false
    } else if (is === 'extend') round.extensions.push(at)
    else if (paused === (is === 'pause')) return 'out of order'
    else paused = is === 'pause'
    round.marks.push({ at, runs: !paused && open === 0 && round.stopped === undefined })
  }
  return found.map((round, i): Round => {
    const end = found[i + 1]?.start
    const last = round.marks.at(-1)
    const runs = (minute: number): boolean | 'never' => {
      if (end !== undefined && minute >= end) return 'never'
      const mark = round.marks.findLast(({ at }) => at <= minute)
      return mark === last && mark?.runs === false ? 'never' : mark?.runs === true
    }
    const dueBy = (ran: Round['runs']): Round['due'] => {
      let due = watch(minutes, round.start, rules.length(round.start), rules.ends, ran)
      for (const at of round.extensions) {
        if (!rules.extend || typeof due !== 'number' || at > due) break
        const further = watch(minutes, at, rules.extend, rules.ends, () => true)
        if (typeof further !== 'number') return further
        due = Math.max(due, Math.min(further, rules.most ?? further))
      }
      return due
    }
    const { stopped } = round
    const due = dueBy(runs)
    const ranOn = (minute: number): boolean | 'never' =>
      stopped === undefined || minute < stopped ? runs(minute) : round.ranOn === true || 'never'
    return {
      start: round.start,
      ...(stopped !== undefined && { stopped }),
      standing: stopped === undefined && last?.runs === false,
      due,
      told: stopped === undefined ? due : dueBy(ranOn),
      ranOn,
      runs,
    }
  })
}
