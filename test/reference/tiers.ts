import type { Expr, GrainNode, TierMode, Tiers } from '../../src/syntax/ast.ts'
import { product } from './product.ts'
import { add, compare, divide, multiply, negate, type Rational, subtract, zero } from './rational.ts'
import { type Band, bandAt, type Schedule, scheduleOf } from './schedule.ts'
import {
  addend,
  apply,
  exact,
  fraction,
  heldOf,
  isQuotient,
  numberOf,
  present,
  type Result,
  used,
  type Value,
} from './value.ts'
import type { Scope, World } from './world.ts'

/** An expression as text in which every value of the same grain is replaced by what defines it. */
function canonical(world: World, expression: Expr, grain: GrainNode): string {
  const plain = unwrapped(world, expression, grain)
  return JSON.stringify(plain, (key, value) => {
    if (key === 'span') return undefined
    return value?.is === 'path' || value?.is === 'parens' ? unwrapped(world, value, grain) : value
  })
}

function unwrapped(world: World, expression: Expr, grain: GrainNode): Expr {
  if (expression.is === 'parens') return unwrapped(world, expression.a, grain)
  const name =
    expression.is === 'path' && expression.parts.length === 1 ? expression.parts[0]?.text : undefined
  const declaration = name === undefined ? undefined : world.declarations.get(name)
  if (declaration?.kind !== 'value') return expression
  const same =
    declaration.grain.each?.text === grain.each?.text &&
    declaration.grain.subject?.text === grain.subject?.text &&
    declaration.grain.per?.text === grain.per?.text
  return same ? unwrapped(world, declaration.value, grain) : expression
}

/** What `of` is divided by where `by` is `of / d`; undefined when `by` is something else. */
function divisor(world: World, of: Expr, by: Expr, grain: GrainNode): Expr | undefined {
  const ratio = unwrapped(world, by, grain)
  if (ratio.is !== 'binary' || ratio.op !== '/') return undefined
  return canonical(world, ratio.a, grain) === canonical(world, of, grain) ? ratio.b : undefined
}

/**
 * What is paid for `of` when its band is `index`. A marginal row adds its rate on what lies above its threshold to
 * what the row before pays up to there; a whole row pays its rate from the first unit. Thresholds × `base` are in
 * the unit of `of`.
 */
function banded(schedule: Schedule, mode: TierMode, index: number, of: Value, base: Rational): Result<Value> {
  const band = schedule.bands[index]
  if (!band) return present(exact(zero))
  const marginal = (band.mode ?? mode) === 'marginal'
  return apply(band.give, (give) => {
    if (schedule.pays) {
      if (!marginal) return present(give)
      return apply(banded(schedule, mode, index - 1, of, base), (below) =>
        present(exact(add(addend(give), addend(below)))),
      )
    }
    if (!marginal) return present(product(give, of))
    const start = multiply(band.low?.at ?? zero, base)
    return apply(banded(schedule, mode, index - 1, exact(start), base), (below) => {
      const slice = subtract(numberOf(of), start)
      const amount = add(multiply(numberOf(give), slice), numberOf(below))
      return present(isQuotient(of) ? fraction(amount) : exact(amount))
    })
  })
}

type Point = { readonly x: Rational; readonly y: Rational }

function onLine(p: Point, q: Point, x: Rational): Rational {
  const slope = divide(subtract(q.y, p.y), subtract(q.x, p.x))
  return add(p.y, multiply(slope, subtract(x, p.x)))
}

/**
 * Straight lines through the points; beyond both ends flat, or going on when `extend`. What a point gives is asked for
 * only where it bears on the answer: both ends of the line that x stands on, or the end that x is beyond.
 */
export function interpolated(bands: readonly Band[], x: Rational, extend: boolean): Result<Rational> {
  const points = bands.flatMap(({ low, give }) => (low ? [{ x: low.at, give }] : []))
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) throw new Error('a line wants points')
  const flat = (point: typeof first) => apply(point.give, (y) => present(numberOf(y)))
  if (points.length === 1) return flat(first)
  if (!extend && compare(x, first.x) < 0) return flat(first)
  if (!extend && compare(x, last.x) >= 0) return flat(last)
  const above = points.findIndex((point, i) => i > 0 && compare(x, point.x) < 0)
  const end = above < 0 ? points.length - 1 : above
  const p = points[end - 1] ?? first
  const q = points[end] ?? last
  return apply(flat(p), (low) =>
    apply(flat(q), (high) => present(onLine({ x: p.x, y: low }, { x: q.x, y: high }, x))),
  )
}

function amountFor(
  tiers: Tiers,
  schedule: Schedule,
  of: Value | undefined,
  by: Rational,
  base: Rational,
): Result<Value> {
  if (tiers.mode === 'linear') {
    return apply(interpolated(schedule.bands, by, tiers.extend), (y) => {
      if (schedule.pays || !of) return present(fraction(y))
      // One fraction: what is interpolated and what it is paid on are not fixed in between.
      return present(fraction(multiply(y, numberOf(of))))
    })
  }
  // `over 0` leaves 0 itself to no row, and it belongs to the first: what that row gives must be known there too.
  const first = schedule.bands[0]?.low
  const nothing = !schedule.pays && of && numberOf(of).n === 0n && by.n === 0n && first?.at.n === 0n
  const reached = nothing ? present(0) : bandAt(schedule, by)
  return apply(reached, (index) => banded(schedule, tiers.mode, index, of ?? exact(zero), base))
}

/** What a tier table gives. A negative `of` that chooses its own band gives the negative of what it would as positive. */
export function tierAmount(world: World, tiers: Tiers, scope: Scope, grain: GrainNode): Result<Value> {
  const schedule = scheduleOf(world, tiers.table, scope)
  const chosen = tiers.by ?? tiers.of
  if (!chosen) throw new Error('tiers want something to choose by')
  const by = used(world.evaluate(chosen, scope))
  if (!tiers.of) return apply(by, (b) => amountFor(tiers, schedule, undefined, numberOf(b), zero))
  const ofExpression = tiers.of
  const of = used(world.evaluate(ofExpression, scope))
  const same =
    tiers.by === undefined || canonical(world, ofExpression, grain) === canonical(world, tiers.by, grain)
  const over = same || !tiers.by ? undefined : divisor(world, ofExpression, tiers.by, grain)
  const problem = heldOf([of, by])
  if (problem || of.is !== 'present' || by.is !== 'present') return problem ?? used(of)
  const base = over ? used(world.evaluate(over, scope)) : present(exact({ n: 1n, d: 1n }))
  return apply(base, (b) => {
    const amount = numberOf(of.value)
    const mirror = (same || over !== undefined) && amount.n < 0n
    if (!mirror) return amountFor(tiers, schedule, of.value, numberOf(by.value), numberOf(b))
    const positive = isQuotient(of.value) ? fraction(negate(amount)) : exact(negate(amount))
    const paid = amountFor(tiers, schedule, positive, negate(numberOf(by.value)), numberOf(b))
    return apply(paid, (value) => {
      const back = negate(numberOf(value))
      return present(isQuotient(value) ? fraction(back) : exact(back))
    })
  })
}
