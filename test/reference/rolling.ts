import { addMonths } from '../../src/base/day.ts'
import type { Expr } from '../../src/syntax/ast.ts'
import { equal } from './order.ts'
import { ownDate, postedAt } from './own-date.ts'
import {
  addend,
  apply,
  dayValue,
  exact,
  type Held,
  held,
  present,
  type Result,
  truth,
  truthOf,
  type Value,
} from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

type Call = Expr & { is: 'call' }
type Window = Extract<Expr, { is: 'window' }>

/** What is counted stands before a window of rows: not of periods, in which no row is meant. */
export function overRows(call: Call, scope: Scope): Window | undefined {
  const [arg] = call.args
  if (arg?.is !== 'window') return undefined
  if (arg.window.is === 'so-far') return arg
  return arg.window.is === 'last' && scope.row && !scope.period ? arg : undefined
}

function firstDay(window: Window['window'], until: number): number {
  if (window.is === 'so-far') return Number.MIN_SAFE_INTEGER
  const { length } = window.is === 'last' ? window : { length: undefined }
  if (length?.is !== 'duration') throw new Error('rows of so many days or months')
  const count = Number(length.spelling)
  if (length.unit === 'days') return until - count + 1
  return addMonths(until, -(length.unit === 'years' ? 12 * count : count)) + 1
}

/** The values of the rows that are like this one, from the first day of the window up to this row. */
export function rowsInWindow(
  world: World,
  record: string,
  call: Call,
  { a, window }: Window,
  scope: Scope,
): readonly Value[] | Held {
  const { row } = scope
  if (!row) throw new Error('no row to end with')
  const same = row.record === record
  const day = (one: Scope): Result<number> => apply(ownDate(world, one), (value) => present(dayValue(value)))
  const { posting } = call
  const dated = (at: number): Scope => ({ row: { record, row: at }, ...(posting && { posting }) })
  const until = day(same ? dated(row.row) : scope)
  const within = ('within' in window ? window.within : undefined) ?? []
  const own = within.map((one) => world.evaluate(one, { row }))
  if (until.is !== 'present' || own.some((one) => one.is !== 'present')) return held('no place among rows')
  /** Of one day: by the second where there are times, then by the key. */
  const comesAfter = (a: number, b: number): boolean => {
    const [one, other] = [a, b].map((at) => postedAt(world, dated(at)))
    const times = [one, other].map((at) =>
      at?.is === 'present' && at.value.is === 'instant' ? at.value.at : 0n,
    )
    if (times[0] !== times[1]) return (times[0] ?? 0n) > (times[1] ?? 0n)
    return keyOf(world, record, a) > keyOf(world, record, b)
  }
  const mine = same ? undefined : postedAt(world, scope)
  /** Of another record: later on that day, where both have times. */
  const isLater = (other: Scope): boolean => {
    const at = postedAt(world, other)
    if (at.is !== 'present' || at.value.is !== 'instant') return false
    return mine?.is === 'present' && mine.value.is === 'instant' && at.value.at > mine.value.at
  }
  const first = firstDay(window, until.value)
  const found: Value[] = []
  let problem: Held | undefined
  const bare = a.is === 'path' && a.parts.length === 1 && a.parts[0]?.text === record
  for (const [at] of recordOf(world, record).rows.entries()) {
    const inner = dated(at)
    const theirs = within.map((one) => world.evaluate(one, inner))
    const alike = theirs.every((one, i) => {
      const mine = own[i]
      return one.is === 'present' && mine?.is === 'present' && equal(one.value, mine.value)
    })
    if (!alike) continue
    const test = call.where ? world.evaluate(call.where, inner) : present(truth(true))
    if (test.is === 'not-applicable' || (test.is === 'present' && !truthOf(test.value))) continue
    const value = bare ? present(truth(true)) : world.evaluate(a, inner)
    if (value.is === 'not-applicable') continue
    const when = day(inner)
    if (when.is === 'not-applicable') continue
    if (when.is === 'present') {
      if (when.value < first || when.value > until.value) continue
      if (same && when.value === until.value && comesAfter(at, row.row)) continue
      if (!same && when.value === until.value && isLater(inner)) continue
    }
    const wrong = [when, test, value].find((one): one is Held => one.is === 'held')
    if (wrong) problem ??= wrong
    else if (value.is === 'present')
      found.push(value.value.is === 'number' ? exact(addend(value.value)) : value.value)
  }
  return problem ?? found
}

function keyOf(world: World, record: string, row: number): string {
  const info = recordOf(world, record)
  return (info.key && info.rows[row]?.[info.key]) ?? String(row).padStart(9, '0')
}
