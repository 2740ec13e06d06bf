import { unreachable } from '../../src/base/unreachable.ts'
import type { Expr } from '../../src/syntax/ast.ts'
import { cellValue } from './cell.ts'
import { order } from './order.ts'
import { exists, isDated, ownDate, ownPeriod, rowAlong } from './own-date.ts'
import { referencePath } from './paths.ts'
import { add, divide, rational, zero } from './rational.ts'
import {
  addend,
  dayValue,
  exact,
  fraction,
  type Held,
  held,
  missing,
  present,
  type Result,
  truth,
  truthOf,
  type Value,
} from './value.ts'
import { recordOf, type Scope, type World } from './world.ts'

type Call = Expr & { is: 'call' }
const names = ['sum', 'count', 'avg', 'min', 'max', 'only', 'first', 'last', 'any', 'all'] as const
type Fn = (typeof names)[number]

export const isAggregate = (name: string): name is Fn => names.some((known) => known === name)

/** The record that an aggregate runs over: the first name in it that is a record's, or a value's for each record. */
function sourceOf(world: World, expression: unknown): string | undefined {
  if (typeof expression !== 'object' || expression === null) return undefined
  if ('is' in expression && expression.is === 'path' && 'parts' in expression) {
    const first = Array.isArray(expression.parts) ? String(expression.parts[0]?.text) : ''
    if (world.records.has(first)) return first
    const declaration = world.declarations.get(first)
    return declaration?.kind === 'value' ? declaration.grain.each?.text : undefined
  }
  for (const part of Object.values(expression)) {
    const found = sourceOf(world, part)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a row belongs to the subject that the aggregate is for. A row without a subject belongs to nobody. */
function isOwn(world: World, inner: Scope, outer: Scope, via: readonly string[] | undefined): boolean {
  if (!outer.row || !inner.row) return true
  const path = via ?? referencePath(world, inner.row.record, outer.row.record)
  if (!path) throw new Error(`no way from ${inner.row.record} to ${outer.row.record}`)
  const reached = rowAlong(world, inner.row, path)
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
  const own = ownPeriod(world, inner, outer.period.kind)
  // A date outside all written periods is in none of them: the row is out, not unknown.
  if (own.is === 'held' && own.why.startsWith('in no ')) return present(false)
  return own.is === 'present' ? present(own.value.start === outer.period.start) : own
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
  },
): Counted[] | Held {
  const counted: Counted[] = []
  let problem: Held | undefined
  const note = (found: Held) => {
    if (!problem || (problem.missing && !found.missing)) problem = found
  }
  recordOf(world, record).rows.forEach((_, row) => {
    const bare: Scope = { row: { record, row }, ...(ask.posting && { posting: ask.posting }) }
    const passOn = outer.period && !isDated(world, bare)
    const inner: Scope = passOn ? { ...bare, period: outer.period } : bare
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
    else if (value.is === 'held') note(value)
    else if (value.is === 'present') counted.push({ value: value.value, scope: inner })
  })
  return problem ?? counted
}

/** By date, apply by key; a record without a date by key alone. */
function inOrder(world: World, counted: readonly Counted[]): Counted[] {
  const dayOf = ({ scope }: Counted) => {
    const date = isDated(world, scope) ? ownDate(world, scope) : undefined
    if (date?.is !== 'present') return 0
    return date.value.is === 'period' ? date.value.period.start : dayValue(date.value)
  }
  const keyOf = ({ scope }: Counted) => {
    if (!scope.row) return ''
    const record = recordOf(world, scope.row.record)
    const key = record.key === undefined ? undefined : cellValue(world, record, scope.row.row, record.key)
    return key?.is === 'present' && key.value.is === 'text' ? key.value.text : ''
  }
  return [...counted].sort((a, b) => dayOf(a) - dayOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1))
}

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
      return orMissing(inOrder(world, counted)[0]?.value)
    case 'last':
      return orMissing(inOrder(world, counted).at(-1)?.value)
    case 'any':
      return present(truth(counted.some(({ value }) => truthOf(value))))
    case 'all':
      return present(truth(counted.every(({ value }) => truthOf(value))))
    default:
      return unreachable(fn)
  }
}

function pathOf(via: Expr | undefined): readonly string[] | undefined {
  return via?.is === 'path' ? via.parts.map((part) => part.text) : undefined
}

/** `sum(R.e where c, posting d, via p)` at the subject and period of `scope`. */
export function aggregate(world: World, fn: Fn, call: Call, scope: Scope): Result<Value> {
  const [arg] = call.args
  const record = sourceOf(world, call.args)
  if (!arg || record === undefined) throw new Error(`${fn} names no record`)
  const bare = arg.is === 'path' && arg.parts.length === 1 && arg.parts[0]?.text === record
  const via = pathOf(call.via)
  const { where, posting } = call
  const counted = gather(world, record, scope, {
    own: (inner) => isOwn(world, inner, scope, via),
    ...(posting && { posting }),
    ...(where && { test: (inner) => world.evaluate(where, inner) }),
    give: (inner) => (bare ? present(truth(true)) : world.evaluate(arg, inner)),
  })
  return 'is' in counted ? counted : collect(world, fn, counted)
}
