import { unreachable } from '../../src/base/unreachable.ts'
import type { Expr } from '../../src/syntax/ast.ts'
import { cellValue } from './cell.ts'
import { credited, creditOf } from './credit.ts'
import { order } from './order.ts'
import { exists, isDated, ownDate, ownPeriod, postedAt, rowAlong } from './own-date.ts'
import { referencePath } from './paths.ts'
import { holds, type Period, periodAt } from './period.ts'
import { add, divide, rational, zero } from './rational.ts'
import { overRows, rowsInWindow } from './rolling.ts'
import { levelNamed } from './target-levels.ts'
import {
  addend,
  apply,
  dayValue,
  exact,
  fraction,
  type Held,
  held,
  heldOf,
  missing,
  present,
  type Result,
  truth,
  truthOf,
  type Value,
} from './value.ts'
import { windowOf } from './window.ts'
import { recordOf, type Scope, type World } from './world.ts'

type Call = Expr & { is: 'call' }
const names = ['sum', 'count', 'avg', 'min', 'max', 'only', 'first', 'last', 'any', 'all'] as const
type Fn = (typeof names)[number]

export const isAggregate = (name: string): name is Fn => names.some((known) => known === name)

/** The record that an aggregate runs over: the first name in it that is a record's, or a value's for each record. */
export function sourceOf(world: World, expression: unknown): string | undefined {
  if (typeof expression !== 'object' || expression === null) return undefined
  if ('is' in expression && expression.is === 'path' && 'parts' in expression) {
    const first = Array.isArray(expression.parts) ? String(expression.parts[0]?.text) : ''
    if (world.records.has(first)) return first
    const declaration = world.declarations.get(first)
    if (declaration?.kind === 'target' && Array.isArray(expression.parts))
      return levelNamed(declaration, String(expression.parts[1]?.text), world).record
    return declaration && 'grain' in declaration ? declaration.grain.each?.text : undefined
  }
  for (const part of Object.values(expression)) {
    const found = sourceOf(world, part)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Whether a row belongs to the subject that the aggregate is for. A row without a subject belongs to nobody. `via`
 * names the subject itself, or a row that leads to it.
 */
export function isOwn(world: World, inner: Scope, outer: Scope, via: Expr | undefined): boolean {
  if (!outer.row || !inner.row) return true
  const named: Result<Value> = via
    ? world.evaluate(via, inner)
    : present({ is: 'row', record: inner.row.record, row: inner.row.row })
  if (named.is !== 'present' || named.value.is !== 'row') return false
  const { record } = named.value
  const path = referencePath(world, record, outer.row.record)
  if (!path) throw new Error(`no way from ${record} to ${outer.row.record}`)
  const reached = rowAlong(world, named.value, path)
  return (
    reached.is === 'present' &&
    reached.value.record === outer.row.record &&
    reached.value.row === outer.row.row
  )
}

/** Whether a row lies in the period that the aggregate is for. A row that nothing dates is in those it exists in. */
function inPeriod(world: World, inner: Scope, outer: Scope): Result<boolean> {
  if (!outer.period) return present(true)
  if (inner.period) return inner.row ? exists(world, inner.row, inner.period) : present(true)
  if (outer.over !== undefined) return inWindow(world, inner, outer.period)
  const own = ownPeriod(world, inner, outer.period.kind)
  // A date outside all written periods is in none of them: the row is out, not unknown.
  if (own.is === 'held' && own.why.startsWith('in no ')) return present(false)
  return own.is === 'present' ? present(own.value.start === outer.period.start) : own
}

function inWindow(world: World, inner: Scope, window: Period): Result<boolean> {
  return apply(ownDate(world, inner), (value) => {
    const first = value.is === 'period' ? value.period.start : dayValue(value)
    const last = value.is === 'period' && value.period.end !== undefined ? value.period.end - 1 : first
    return present(holds(window, first) && holds(window, last))
  })
}

/** The kinds of period for which the results that an expression names are given. */
function kindsIn(world: World, expression: unknown, fields: ReadonlyMap<string, unknown>): string[] {
  if (typeof expression !== 'object' || expression === null) return []
  if (
    'is' in expression &&
    expression.is === 'path' &&
    'parts' in expression &&
    Array.isArray(expression.parts)
  ) {
    const target = world.declarations.get(String(expression.parts[0]?.text))
    if (target?.kind === 'target')
      return [levelNamed(target, String(expression.parts[1]?.text), world).period]
  }
  const own = 'text' in expression && typeof expression.text === 'string' ? expression.text : ''
  const declaration = fields.has(own) ? undefined : world.declarations.get(own)
  const kind = declaration && 'grain' in declaration ? declaration.grain.per?.text : undefined
  const inside = Object.values(expression).flatMap((part) => kindsIn(world, part, fields))
  return kind === undefined ? inside : [kind, ...inside]
}

/** The parts of a period in which rows are counted one by one: quarters of a year, when quarterly results are named. */
function partsOf(world: World, period: Period, kinds: readonly string[]): Period[] {
  const firsts = kinds.flatMap((kind) => periodAt(kind, period.start, world.calendar) ?? [])
  const finest = firsts.reduce((a, b) => ((b.end ?? Infinity) < (a.end ?? Infinity) ? b : a), period)
  const parts: Period[] = []
  for (let part: Period | undefined = finest; part && part.start < (period.end ?? part.start + 1); ) {
    parts.push(part)
    part = part.end === undefined ? undefined : periodAt(finest.kind, part.end, world.calendar)
  }
  return parts
}

export type Counted = { readonly value: Value; readonly scope: Scope }

/**
 * The rows that count, with what each gives; the first held one holds them all. `test` and `give` are read at the
 * row. Not applicable is skipped.
 */
export function gather(
  world: World,
  record: string,
  outer: Scope,
  ask: {
    readonly own: (inner: Scope) => boolean
    readonly posting?: Expr
    readonly test?: (inner: Scope) => Result<Value>
    readonly give: (inner: Scope) => Result<Value>
    /** What names results of shorter periods, if anything does. */
    readonly names?: unknown
  },
): Counted[] | Held {
  const counted: Counted[] = []
  let problem: Held | undefined
  const note = (found: Held) => {
    if (!problem || (problem.missing && !found.missing)) problem = found
  }
  const info = recordOf(world, record)
  const scopes = info.rows.flatMap((_, row): Scope[] => {
    const bare: Scope = { row: { record, row }, ...(ask.posting && { posting: ask.posting }) }
    if (!outer.period || isDated(world, bare)) return [bare]
    if (outer.over !== undefined) return [{ ...bare, period: outer.period, over: outer.over }]
    const parts = partsOf(world, outer.period, kindsIn(world, ask.names, info.fields))
    return parts.map((period) => ({ ...bare, period }))
  })
  scopes.forEach((inner) => {
    if (!ask.own(inner)) return
    const test = ask.test?.(inner) ?? present(truth(true))
    if (test.is === 'not-applicable' || (test.is === 'present' && !truthOf(test.value))) return
    const placed = inPeriod(world, inner, outer)
    if (placed.is === 'present' && !placed.value) return
    if (test.is === 'held') {
      note(test)
      return
    }
    const value = ask.give(inner)
    if (value.is === 'not-applicable') return
    if (placed.is === 'held') note(placed)
    if (value.is === 'held') note(value)
    if (placed.is === 'present' && value.is === 'present') counted.push({ value: value.value, scope: inner })
  })
  return problem ?? counted
}

/** By date, then by key; a record without a date by key alone. Without one of the dates there is no order. */
function inOrder(world: World, counted: readonly Counted[]): Result<readonly Counted[]> {
  const dated = counted.map(({ scope }) => (isDated(world, scope) ? postedAt(world, scope) : noDay))
  const problem = heldOf(dated)
  if (problem) return problem
  const dayOf = (date: Result<Value> | undefined) => {
    if (date?.is !== 'present') return 0
    if (date.value.is === 'instant') return Number(date.value.at)
    return date.value.is === 'period' ? date.value.period.start : dayValue(date.value)
  }
  const keyOf = ({ scope }: Counted) => {
    if (!scope.row) return ''
    const record = recordOf(world, scope.row.record)
    const key = record.key === undefined ? undefined : cellValue(world, record, scope.row.row, record.key)
    return key?.is === 'present' && key.value.is === 'text' ? key.value.text : ''
  }
  const items = counted.map((item, index) => ({ item, day: dayOf(dated[index]), key: keyOf(item) }))
  items.sort((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1))
  return present(items.map(({ item }) => item))
}
const noDay: Result<Value> = present({ is: 'day', day: 0 })

function total(counted: readonly Counted[]) {
  return counted.reduce((sum, { value }) => add(sum, addend(value)), zero)
}

function best(counted: readonly Counted[], sign: 1 | -1): Value | undefined {
  return counted.reduce<Value | undefined>(
    (found, { value }) => (found === undefined || order(value, found) * sign > 0 ? value : found),
    undefined,
  )
}

function orMissing(value: Value | undefined): Result<Value> {
  return value ? present(value) : missing('no row')
}

function collect(world: World, fn: Fn, counted: readonly Counted[]): Result<Value> {
  switch (fn) {
    case 'sum':
      return present(exact(total(counted)))
    case 'count':
      return present(exact(rational(BigInt(counted.length))))
    case 'avg':
      if (counted.length === 0) return missing('no row')
      return present(fraction(divide(total(counted), rational(BigInt(counted.length)))))
    case 'min':
      return orMissing(best(counted, -1))
    case 'max':
      return orMissing(best(counted, 1))
    case 'only':
      return counted.length > 1 ? held('several rows where one is wanted') : orMissing(counted[0]?.value)
    case 'first':
      return apply(inOrder(world, counted), (items) => orMissing(items[0]?.value))
    case 'last':
      return apply(inOrder(world, counted), (items) => orMissing(items.at(-1)?.value))
    case 'any':
      return present(truth(counted.some(({ value }) => truthOf(value))))
    case 'all':
      return present(truth(counted.every(({ value }) => truthOf(value))))
    default:
      return unreachable(fn)
  }
}

/** `count(month in last 3 months where c)`: the periods of the window, one by one. */
function overPeriods(world: World, fn: Fn, call: Call, scope: Scope): Result<Value> {
  const [arg] = call.args
  const kind = arg?.is === 'window' && arg.a.is === 'path' ? (arg.a.parts[0]?.text ?? '') : ''
  if (arg?.is !== 'window' || !scope.period || !call.where) throw new Error('periods are counted by a test')
  const window = windowOf(world, arg, scope.period)
  if (world.begins !== undefined && window.start < world.begins) return held('before the policy')
  const tests: boolean[] = []
  for (
    let period = periodAt(kind, window.start, world.calendar);
    period && holds(window, period.start);
    period = period.end === undefined ? undefined : periodAt(kind, period.end, world.calendar)
  ) {
    const inner: Scope = { ...scope, period }
    const there = scope.row ? exists(world, scope.row, period) : present(true)
    if (there.is === 'present' && !there.value) continue
    const test = world.evaluate(call.where, inner)
    if (test.is === 'held') return test
    if (test.is === 'present') tests.push(truthOf(test.value))
  }
  if (fn === 'count') return present(exact(rational(BigInt(tests.filter(Boolean).length))))
  return present(truth(fn === 'any' ? tests.some(Boolean) : tests.every(Boolean)))
}

/** What a row's clause decides counts on the day that the clause says: of what is asked beside it, a penalty alone. */
function onItsDay(world: World, call: Call): Call {
  const posting =
    call.posting ??
    postingIn(world, call.args, ['penalty', 'decision', 'authority']) ??
    postingIn(world, call.where, ['penalty'])
  return posting ? { ...call, posting } : call
}

function postingIn(world: World, node: unknown, kinds: readonly string[]): Expr | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if ('is' in node && node.is === 'path' && 'parts' in node && Array.isArray(node.parts)) {
    const found = world.declarations.get(String(node.parts[0]?.text))
    return found && 'grain' in found && kinds.includes(found.kind) ? found.grain.posting : undefined
  }
  return Object.values(node)
    .map((part) => postingIn(world, part, kinds))
    .find((one) => one !== undefined)
}

/** `sum(R.e where c, posting d, via p)` at the subject and period of `scope`. */
export function aggregate(world: World, fn: Fn, written: Call, scope: Scope): Result<Value> {
  const call = onItsDay(world, written)
  const [arg] = call.args
  if (arg?.is === 'window' && sourceOf(world, arg) === undefined) return overPeriods(world, fn, call, scope)
  const record = sourceOf(world, call.args)
  if (!arg || record === undefined) throw new Error(`${fn} names no record`)
  const over = overRows(call, scope)
  if (over) {
    const values = rowsInWindow(world, record, call, over, scope)
    if ('is' in values) return values
    const tested = fn === 'count' ? values.filter((value) => value.is !== 'truth' || value.value) : values
    return collect(
      world,
      fn,
      tested.map((value) => ({ value, scope })),
    )
  }
  const bare = arg.is === 'path' && arg.parts.length === 1 && arg.parts[0]?.text === record
  const { where, posting, use } = call
  const credit = creditOf(world, record, scope.row?.record, call.via)
  const give = (inner: Scope) => (bare ? present(truth(true)) : world.evaluate(arg, inner))
  const shares = (inner: Scope) =>
    credit && inner.row && scope.row
      ? credited(world, credit, inner.row, scope.row, use, call.via)
      : undefined
  const counted = gather(world, record, scope, {
    own: (inner) => (credit ? shares(inner) !== undefined : isOwn(world, inner, scope, call.via)),
    ...(posting && { posting }),
    ...(where && { test: (inner) => world.evaluate(where, inner) }),
    give: (inner) => {
      const value = give(inner)
      const share = shares(inner)
      if (value.is !== 'present' || !share) return value
      return fn === 'sum' ? share.part(value.value) : share.whole(value.value)
    },
    names: [call.args, where],
  })
  return 'is' in counted ? counted : collect(world, fn, counted)
}
