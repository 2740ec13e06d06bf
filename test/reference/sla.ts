import { addMonths, dayOf } from '../../src/base/day.ts'
import type { Expr, SlaDeclaration, SlaLine } from '../../src/syntax/ast.ts'
import { isOwn, sourceOf } from './aggregate.ts'
import { given, matchingRow } from './decision-table.ts'
import { equal } from './order.ts'
import { multiply, rational } from './rational.ts'
import { minutesOf } from './sla-calendar.ts'
import { type Happening, type Length, type Round, rounds, watch } from './sla-walk.ts'
import { clockOf, instantOf } from './time.ts'
import { exact, held, missing, present, type Result, truth, truthOf, used, type Value } from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

type Line<K extends SlaLine['is']> = Extract<SlaLine, { is: K }>
type EventLine = Line<'stop' | 'pause' | 'resume' | 'reset' | 'extend' | 'suspend'>

/** What the clock of one row shows, watched minute by minute. Times in the data stand on whole minutes. */
export function sla(world: World, node: SlaDeclaration, scope: Scope, output: string): Result<Value> {
  const line = <K extends SlaLine['is']>(is: K) => node.lines.find((one): one is Line<K> => one.is === is)
  const [startLine, within, warn, extendLine] = [line('start'), line('within'), line('warn'), line('extend')]
  const calendar = world.declarations.get(world.workCalendar ?? '')
  if (!startLine || !within || calendar?.kind !== 'calendar') throw new Error('it starts, within some time')
  const minutes = minutesOf(calendar)
  const begin = world.evaluate(startLine.at, scope)
  const start = minuteOf(begin, startLine.clock ? clockOf(startLine.clock.spelling) : 0)
  if (start.is !== 'present') return used(start)
  const happenings: Happening[] = []
  for (const one of node.lines) {
    const found = isEvent(one) ? happeningsOf(world, one, scope, start.value) : []
    if ('is' in found) return found
    happenings.push(...found)
  }
  const length = lengthWithin(world, within, scope)
  if (length.is !== 'present') return used(length)
  const clock = within.clock && clockOf(within.clock.spelling) / 60
  const months = monthsIn(length)
  const written: Length = months === undefined ? lengthOf(length) : { unit: 'days', count: 0 }
  const counted: Length =
    written.unit === 'days' && clock === undefined
      ? { unit: 'minutes', count: written.count * 1440 }
      : written
  // The days between the start's own and the one with its number so many months on: to the hour, or by the days' ends.
  const lengthFrom = (from: number): Length => {
    if (months === undefined) return counted
    const days = addMonths(minutes.day(from), months) - minutes.day(from)
    return clock === undefined ? { unit: 'minutes', count: days * 1440 } : { unit: 'days', count: days }
  }
  const ends = written.unit === 'days' && clock !== undefined ? { clock, moved: within.moved } : {}
  const most =
    extendLine?.most &&
    minuteOf(world.evaluate(fromStart(extendLine.most, startLine.at), scope), (clock ?? 1440) * 60)
  if (most && most.is !== 'present') return used(most)
  const by = extendLine && lengthOf(world.evaluate(extendLine.by, scope))
  const now = world.now === undefined ? undefined : Number(world.now / 60n)
  const all = rounds(minutes, start.value, happenings, now, {
    length: lengthFrom,
    ends,
    ...(by && {
      extend: by.unit === 'days' && !ends.clock ? { unit: 'minutes', count: by.count * 1440 } : by,
    }),
    ...(most?.is === 'present' && { most: most.value }),
  })
  if (typeof all === 'string') return held(all)
  const last = all.at(-1)
  if (!last) throw new Error('a clock has a round')
  const warned = (due: Round['due'], runs: Round['runs']): Round['due'] | undefined => {
    if (!warn) return undefined
    if (warn.at === 'before') {
      if (typeof due !== 'number') return due
      return back(minutes, due, lengthOf(world.evaluate(warn.value, scope)))
    }
    const share = world.evaluate(warn.value, scope)
    if (share.is !== 'present' || share.value.is !== 'number') throw new Error('a share')
    const part = multiply(share.value.value, rational(BigInt(counted.count)))
    // Up to the next minute: the lengths of the tests have whole minutes in their shares.
    return watch(minutes, last.start, { ...counted, count: Number(part.n / part.d) }, ends, runs)
  }
  const warning = warned(last.due, last.runs)
  const until = last.stopped ?? now
  const past = (due: Round['due'], at: number): boolean | 'unknown' =>
    due === 'unknown' ? due : due !== 'standing' && at > due
  const missed = all.slice(0, -1).map((round, i) => past(round.due, round.stopped ?? all[i + 1]?.start ?? 0))
  const own = until === undefined ? 'open' : past(last.due, until)
  const breached = [...missed, own].includes(true)
    ? true
    : ([...missed, own].find((one) => one === 'unknown') ??
      [...missed, own].find((one) => one === 'open') ??
      false)
  const shown = (value: Round['due'] | undefined): Result<Value> =>
    value === undefined
      ? missing('not there')
      : typeof value === 'number'
        ? present({ is: 'instant', at: BigInt(value) * 60n })
        : held(value)
  const working = counted.unit.startsWith('working')
  const ran = (from: number, to: number): Result<Value> => {
    let seconds = 0
    for (let at = from; at < to; at++) {
      if (last.runs(at) !== true) continue
      const works = working ? minutes.works(at) : true
      if (works === undefined) return held('unknown')
      if (works) seconds += 60
    }
    return present(exact(rational(BigInt(seconds))))
  }
  switch (output) {
    case 'due':
      return shown(last.told)
    case 'warning':
      return shown(warned(last.told, last.ranOn))
    case 'stopped':
      return shown(last.stopped)
    case 'breached':
      return typeof breached === 'boolean' ? present(truth(breached)) : held(breached)
    case 'elapsed':
      return until === undefined ? held('open') : ran(last.start, until)
    case 'late':
      if (until === undefined) return held('open')
      if (last.due === 'unknown') return held('unknown')
      return last.due === 'standing' || until <= last.due
        ? present(exact(rational(0n)))
        : ran(last.due, until)
    default: {
      const word = stateOf()
      return word === 'unknown' || word === 'open' ? held(word) : present({ is: 'word', text: word })
    }
  }

  function stateOf(): string {
    if (start.is === 'present' && now !== undefined && now < start.value) return 'waiting'
    if (own === 'unknown' || breached === 'unknown') return 'unknown'
    if (last?.stopped !== undefined) return own === true ? 'late' : 'met'
    if (own === 'open' || now === undefined) return 'open'
    if (own) return 'breached'
    if (last?.standing) return 'paused'
    if (warning === 'unknown') return warning
    return typeof warning === 'number' && now >= warning ? 'warned' : 'running'
  }
}

/** `start` stands for what the start line says. */
function fromStart<T>(node: T, start: Expr): T {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((one: unknown) => fromStart(one, start)) as T
  if ('parts' in node && Array.isArray(node.parts) && node.parts[0]?.text === 'start') return start as T
  return Object.fromEntries(
    Object.entries(node).map(([key, value]): [string, unknown] => [key, fromStart(value, start)]),
  ) as T
}

function isEvent(line: SlaLine): line is EventLine {
  return ['stop', 'pause', 'resume', 'reset', 'extend', 'suspend'].includes(line.is)
}

function minuteOf(value: Result<Value>, seconds: number): Result<number> {
  if (value.is !== 'present') return value
  if (value.value.is === 'instant') return present(Number(value.value.at / 60n))
  if (value.value.is !== 'day') throw new Error('a time or a date')
  const at = instantOf(value.value.day, seconds)
  return at.is === 'present' && at.value.is === 'instant'
    ? present(Number(at.value.at / 60n))
    : held('no time')
}

function monthsIn(value: Result<Value>): number | undefined {
  if (value.is !== 'present' || value.value.is !== 'length') return undefined
  const { unit, count } = value.value
  if (unit !== 'months' && unit !== 'years') return undefined
  return Number(count.n / count.d) * (unit === 'years' ? 12 : 1)
}

/** `8 working hours`, in minutes; days and working days in days. */
function lengthOf(value: Result<Value>): Length {
  if (value.is !== 'present' || value.value.is !== 'length') throw new Error('a length of time')
  const { unit, count } = value.value
  const times = (n: bigint): number => {
    const { n: top, d } = multiply(count, rational(n))
    return Number(top / d)
  }
  switch (unit) {
    case 'minutes':
      return { unit: 'minutes', count: times(1n) }
    case 'hours':
      return { unit: 'minutes', count: times(60n) }
    case 'working-minutes':
      return { unit: 'working-minutes', count: times(1n) }
    case 'working-hours':
      return { unit: 'working-minutes', count: times(60n) }
    case 'weeks':
      return { unit: 'days', count: times(7n) }
    case 'days':
    case 'working-days':
      return { unit, count: times(1n) }
    default:
      throw new Error(`no clock runs in ${unit}`)
  }
}

function lengthWithin(world: World, line: Line<'within'>, scope: Scope): Result<Value> {
  if (!('table' in line)) return world.evaluate(line.length, scope)
  const inputs = line.table.headings.filter((h) => !h.output).map((h) => world.evaluate(h.value, scope))
  if (line.hit === 'every') throw new Error('one length')
  const row = matchingRow(world, line.table, line.hit, inputs, scope)
  return row.is === 'present' ? given(world, row.value.cells.at(-1), scope) : row
}

/** When something happens to the clock of this row; held where one of its events is. */
function happeningsOf(
  world: World,
  line: EventLine,
  scope: Scope,
  start: number,
): readonly Happening[] | Extract<Result<never>, { is: 'held' }> {
  const times: readonly Expr[] = line.is === 'suspend' ? [line.from, line.until] : [line.at]
  const record = sourceOf(world, [...times, line.where])
  const inner: readonly Scope[] =
    record === undefined ? [scope] : recordOf(world, record).rows.map((_, row) => ({ row: { record, row } }))
  const next = 'next' in line ? line.next : undefined
  const found: Happening[] = []
  for (const one of inner) {
    const common = next ?? line.within
    if (record !== undefined && !common && !isOwn(world, one, scope, line.via)) continue
    if (common && !common.every((part) => alike(part, one))) continue
    const test = line.where ? world.evaluate(line.where, one) : present(truth(true))
    if (test.is === 'not-applicable' || (test.is === 'present' && !truthOf(test.value))) continue
    const [at, until] = times.map((expression) => minuteOf(world.evaluate(expression, one), 0))
    if (!at || at.is === 'not-applicable' || (at.is === 'held' && at.missing)) continue
    if (test.is === 'held') return test
    if (at.is === 'held') return at
    if (until?.is === 'held' && !until.missing) return until
    if (line.is !== 'suspend') found.push({ at: at.value, is: line.is })
    else if (until?.is !== 'present') found.push({ at: at.value, is: 'hold' })
    else if (until.value > at.value) found.push({ at: at.value, is: 'hold' }, { at: until.value, is: 'free' })
  }
  if (line.is === 'stop' && line.within) {
    const first = found.map(({ at }) => at).filter((at) => at >= start)
    return first.length === 0 ? [] : [{ at: Math.min(...first), is: 'stop' }]
  }
  if (!next) return found
  const after = found.map(({ at }) => at).filter((at) => at > start)
  return after.length === 0 ? [] : [{ at: Math.min(...after), is: 'stop' }]

  function alike(part: Expr, one: Scope): boolean {
    const [theirs, own] = [world.evaluate(part, one), world.evaluate(part, scope)]
    return theirs.is === 'present' && own.is === 'present' && equal(theirs.value, own.value)
  }
}

/** So long before a minute: working days end at closing. */
function back(minutes: ReturnType<typeof minutesOf>, from: number, { unit, count }: Length): Round['due'] {
  if (unit === 'minutes') return from - count
  if (unit === 'days') return from - count * 1440
  let left = count
  const first = minutes.day(from)
  const floor = dayOf(1990, 1, 1) ?? 0
  for (let at = from - 1; minutes.day(at) > floor; at--) {
    const works = minutes.works(at)
    if (works === undefined) return 'unknown'
    if (!works) continue
    if (unit === 'working-minutes' && --left === 0) return at
    const closes = minutes.day(at) < first && lastOfDay(at)
    if (unit === 'working-days' && closes && --left === 0) return at + 1
  }
  return 'unknown'

  function lastOfDay(at: number): boolean {
    if (minutes.works(at + 1) && minutes.day(at + 1) === minutes.day(at)) return false
    for (let later = at + 1; minutes.day(later) === minutes.day(at); later++)
      if (minutes.works(later)) return false
    return true
  }
}
