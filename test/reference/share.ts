import type { Expr, Remainder } from '../../src/syntax/ast.ts'
import { type Other, others } from './among.ts'
import { order } from './order.ts'
import { exists, ownPeriod } from './own-date.ts'
import { type Period, periodAt } from './period.ts'
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  roundTo,
  subtract,
  zero,
} from './rational.ts'
import { addend, exact, type Held, held, numberOf, present, type Result, type Value } from './value.ts'
import type { Scope, World } from './world.ts'

type Share = Extract<Expr, { is: 'share' }>

/** The row's part of a pool: worked out for everybody it stands among, and then its own is picked. */
export function share(world: World, expression: Share, scope: Scope): Result<Value> {
  const kind = periodKindOf(world, expression)
  const own = world.evaluate(expression.by, scope)
  if (own.is === 'not-applicable') return own
  const all =
    kind === undefined
      ? others(world, expression, expression.by, scope)
      : siblings(world, expression, scope, kind)
  if ('is' in all) return all
  const at = kind === undefined ? groupScope(world, expression, scope) : outerScope(world, scope, kind)
  const pool = world.evaluate(expression.pool, at)
  if (pool.is !== 'present') return pool.is === 'held' ? pool : held('no pool')
  const parts = partsOf(world, addend(pool.value), all, expression.remainder)
  if ('is' in parts) return parts
  const mine = all.findIndex(({ scope: one }) => sameScope(one, scope))
  const part = parts[mine]
  return part ? present(exact(part)) : held('not among them')
}

/** The parts of a whole in proportion to values, in the same order. */
export function partsOf(
  world: World,
  whole: Rational,
  all: readonly Other[],
  remainder: Remainder | undefined,
): readonly Rational[] | Held {
  const weights = all.map(({ value }) => addend(value))
  const total = weights.reduce(add, zero)
  if (compare(total, zero) === 0 || weights.some((weight) => compare(weight, zero) < 0))
    return held('nothing to share by')
  const below = compare(whole, zero) < 0
  const size = below ? negate(whole) : whole
  const exactParts = weights.map((weight) => divide(multiply(size, weight), total))
  const parts = remainder
    ? inUnits(world, remainder, all, weights, exactParts, size)
    : byCents(all, exactParts, size)
  return 'is' in parts || !below ? parts : parts.map(negate)
}

function sameScope(a: Scope, b: Scope): boolean {
  return a.row?.row === b.row?.row && a.period?.start === b.period?.start
}

/** A group that is a kind of period, and no field of the row. */
function periodKindOf(world: World, { within }: Share): string | undefined {
  const name = within?.is === 'path' && within.parts.length === 1 ? within.parts[0]?.text : undefined
  const known = name !== undefined && ['year', 'half-year', 'quarter', 'month'].includes(name)
  return known || (name !== undefined && world.calendar.bounds.has(name)) ? name : undefined
}

function groupScope(world: World, { within }: Share, scope: Scope): Scope {
  const group = within && world.evaluate(within, scope)
  return {
    ...(group?.is === 'present' && group.value.is === 'row' && { row: group.value }),
    ...(scope.period && { period: scope.period }),
  }
}

function outerScope(world: World, scope: Scope, kind: string): Scope {
  const outer = ownPeriod(world, scope, kind)
  if (outer.is !== 'present') throw new Error(`in no ${kind}`)
  return { ...scope, period: outer.value }
}

/** The same subject in every period that lies in the same one of `kind`. */
function siblings(world: World, { by }: Share, scope: Scope, kind: string): readonly Other[] | Held {
  const { period, row } = scope
  const outer = ownPeriod(world, scope, kind)
  if (!period || outer.is !== 'present') throw new Error('no period to share among')
  const found: Other[] = []
  let problem: Held | undefined
  for (let at: Period | undefined = periodAt(period.kind, outer.value.start, world.calendar); at; ) {
    const one: Scope = { ...scope, period: at }
    const there = row ? exists(world, row, at) : present(true)
    const value = there.is === 'present' && !there.value ? undefined : world.evaluate(by, one)
    if (value?.is === 'held') problem ??= value
    else if (value?.is === 'present')
      found.push({ scope: one, key: String(at.start).padStart(9, '0'), value: value.value })
    const { end } = at
    if (end === undefined || (outer.value.end !== undefined && end >= outer.value.end)) break
    at = periodAt(period.kind, end, world.calendar)
  }
  return problem ?? found
}

const cent = rational(1n, 100n)

/** Each takes what its weight gives rounded down, then the largest remainders one cent more, the smaller key first. */
function byCents(
  all: readonly Other[],
  exactParts: readonly Rational[],
  size: Rational,
): readonly Rational[] {
  const down = exactParts.map((part) => roundTo(part, cent, 'down'))
  const rest = (i: number): Rational => subtract(exactParts[i] ?? zero, down[i] ?? zero)
  const inTurn = all
    .map((other, i) => ({ i, key: other.key }))
    .sort((a, b) => compare(rest(b.i), rest(a.i)) || (a.key < b.key ? -1 : 1))
  const left = down.reduce(subtract, size)
  const lucky = new Set(inTurn.slice(0, Number(divide(left, cent).n)).map(({ i }) => i))
  return down.map((part, i) => (lucky.has(i) ? add(part, cent) : part))
}

/** Whole units; what is left over goes to one of them. */
function inUnits(
  world: World,
  { unit, to, by }: Remainder,
  all: readonly Other[],
  weights: readonly Rational[],
  exactParts: readonly Rational[],
  size: Rational,
): readonly Rational[] | Held {
  const step = unit ? world.evaluate(unit, {}) : present(exact(cent))
  if (step.is !== 'present') throw new Error('the unit is a constant')
  const down = exactParts.map((part) => roundTo(part, numberOf(step.value), 'down'))
  const left = down.reduce(subtract, size)
  const places: { readonly i: number; readonly key: string; readonly value: Value }[] = []
  for (const [i, { scope, key }] of all.entries()) {
    const place = by
      ? world.evaluate(by, scope)
      : present(exact(to === 'largest' ? (weights[i] ?? zero) : zero))
    if (place.is === 'held' && !place.missing) return place
    if (place.is === 'present') places.push({ i, key, value: place.value })
  }
  const direction = to === 'first' ? 1 : -1
  const byKey = (a: string, b: string) => (a < b ? -1 : 1) * (to === 'last' && !by ? -1 : 1)
  const value = (place: (typeof places)[number]): Value =>
    to === 'largest' ? exact(weights[place.i] ?? zero) : place.value
  const [taker] = places.sort((a, b) => order(value(a), value(b)) * direction || byKey(a.key, b.key))
  if (!taker) return compare(left, zero) === 0 ? down : held('nobody takes what is left')
  return down.map((part, i) => (i === taker.i ? add(part, left) : part))
}
