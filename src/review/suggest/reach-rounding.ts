import { less, minus, type Rational } from '../../base/rational.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { amongOthers } from './among-others.ts'
import { cellOf, digitsOf } from './cells.ts'
import { isMet, type RoundingGoal, resultsOf, type Search } from './goal.ts'
import { hangsOn } from './hangs-on.ts'
import { type Knob, knobsOf, textAt, turnedTo } from './knobs.ts'
import { probed } from './probe-values.ts'
import type { ReachAll } from './reach-state.ts'
import { readIn } from './read-in.ts'
import { partOf, readRatio } from './trial.ts'
import type { World } from './world.ts'

/** How many cells are turned where something else has been changed, and how many rows of how many tables are chosen. */
const mostMoving = 3
const mostTables = 6
const mostTableRows = 5

/**
 * Worlds in which an amount lies in the middle between two that it may be rounded to, or in which rounding changes it. Where
 * no cell alone brings it there, something else is changed first: 95 % of an amount in cents is rounded, and all of it is
 * not.
 */
export function* reachRounding(
  search: Search,
  world: World,
  goal: RoundingGoal,
  depth: number,
  reachAll: ReachAll,
): Generator<World> {
  const read = [goal.value.n, ...(goal.value.d ? [goal.value.d] : [])]
  const knobs = knobsOf(search, read).filter(({ field }) => field.type.is === 'int')
  for (const knob of knobs) yield* turnedFor(search, world, goal, knob)
  const changed = function* (next: World): Generator<World> {
    if (isMet(search, next, goal)) yield next
    const moving = knobs.filter((knob) => lineFrom(search, next, goal, knob) !== undefined)
    for (const knob of moving.slice(0, mostMoving)) yield* turnedFor(search, next, goal, knob)
  }
  // Another row of a table is another rate; half of the runs are left for whatever else makes one.
  const half: Search = { ...search, budget: partOf(search.budget, Math.ceil(search.budget.left / 2)) }
  for (const { grain, expr } of tablesRead(search, read).slice(0, mostTables))
    for (let row = 0; row < mostTableRows; row++)
      for (const next of reachAll(
        half,
        world,
        [{ is: 'code', grain, expr, code: BigInt(row), holds: true }],
        depth + 1,
      )) {
        yield* changed(next)
        break
      }
  // A part of what is shared out is uneven once there are others to share it.
  if (read.some((expr) => readIn(search.plan)(expr).amongOthers))
    for (const next of amongOthers(search, world, read)) yield* changed(next)
  for (const next of probed(search, world, read)) {
    if (search.budget.left <= 0) return
    yield* changed(next)
  }
}

type Choice = { readonly grain: Id; readonly expr: Extract<Expr, { op: 'table' | 'band' }> }

/** The tables and bands that expressions read, the nearest first. */
function tablesRead({ plan, column }: Search, exprs: readonly Expr[]): readonly Choice[] {
  const found: Choice[] = []
  const hanging = hangsOn(plan)
  const visit = (grain: Id, expr: Expr): void => {
    if (expr.op === 'table' || expr.op === 'band') found.push({ grain, expr })
    for (const part of partsOf(expr)) visit(grain, part)
  }
  const first = exprs.flatMap((expr) => (expr.op === 'column' ? [expr.column] : []))
  const seen = new Set(first)
  for (const id of seen) {
    const own = column(id)
    if (own) visit(own.grain, own.expr)
    for (const next of hanging.columns(id)) seen.add(next)
  }
  return found
}

function* turnedFor(search: Search, world: World, goal: RoundingGoal, knob: Knob): Generator<World> {
  const start = digitsOf(search.plan, knob.field, textAt(search, world, knob, 0))
  if (start === undefined) return
  const cells = goal.is === 'tie' ? tiesOn(search, world, goal, knob, start) : unevenCells(start, knob)
  for (const digits of cells) {
    const next = turned(search, world, knob, digits)
    if (!next || !isMet(search, next, goal)) continue
    yield next
    return
  }
}

/** Numbers that few others divide. */
function unevenCells(start: bigint, { field: { type } }: Knob): readonly bigint[] {
  const one = type.is === 'int' ? 10n ** BigInt(type.scale) : 1n
  return [...new Set([start + 1n, 7n * one, 1_234_567n])]
}

/** Where the amount lies, and how far it goes with a step of a cell; undefined where it does not move. */
function lineFrom(
  search: Search,
  world: World,
  goal: RoundingGoal,
  knob: Knob,
): { readonly from: Rational; readonly rise: Rational } | undefined {
  const start = digitsOf(search.plan, knob.field, textAt(search, world, knob, 0))
  if (start === undefined) return undefined
  const [from, next] = [start, start + 1n].map((digits) => {
    const there = digits === start ? world : turned(search, world, knob, digits)
    const results = there && resultsOf(search, there)
    return results && readRatio(results, goal.grain, goal.value)[0]
  })
  const rise = from && next && minus(next, from)
  return rise && rise.n !== 0n ? { from, rise } : undefined
}

function turned(search: Search, world: World, knob: Knob, digits: bigint): World | undefined {
  const text = cellOf(search.plan, knob.field, digits)
  return text === undefined ? undefined : turnedTo(search, world, knob, 0, text)
}

/**
 * The cells nearest to one at which the line on which the amount moves passes through a tie: `from + step × rise` is an odd
 * number of halves, one more than a multiple of four.
 */
function tiesOn(
  search: Search,
  world: World,
  goal: Extract<RoundingGoal, { is: 'tie' }>,
  knob: Knob,
  start: bigint,
): readonly bigint[] {
  const line = lineFrom(search, world, goal, knob)
  if (!line) return []
  const { from, rise } = line
  const sign = less(from, { n: 0n, d: 1n }) ? -1n : 1n
  // In halves of the unit, over a common denominator: `low + step × up` is `whole` more than a multiple of `4 × whole`.
  const halves = sign * 2n * 10n ** BigInt(goal.scale)
  const low = from.n * rise.d * halves
  const up = rise.n * from.d * halves
  const whole = goal.unit * from.d * rise.d
  const solution = congruence(up, whole - low, 4n * whole)
  if (!solution) return []
  const { first, every } = solution
  return [first, first - every, first + every].map((step) => start + step)
}

/** The smallest `x` from 0 up with `a × x ≡ b (mod m)`, and how often it recurs. */
function congruence(
  a: bigint,
  b: bigint,
  m: bigint,
): { readonly first: bigint; readonly every: bigint } | undefined {
  const { divisor, factor } = divided(modulo(a, m), m)
  if (b % divisor !== 0n) return undefined
  const every = m / divisor
  return { first: modulo((b / divisor) * factor, every), every }
}

/** The greatest common divisor of two numbers, and a factor of the first that comes to it, but for multiples of the second. */
function divided(a: bigint, m: bigint): { readonly divisor: bigint; readonly factor: bigint } {
  let [old, now] = [a, m]
  let [oldFactor, factor] = [1n, 0n]
  while (now !== 0n) {
    const quotient = old / now
    ;[old, now] = [now, old - quotient * now]
    ;[oldFactor, factor] = [factor, oldFactor - quotient * factor]
  }
  return { divisor: old, factor: oldFactor }
}

function modulo(a: bigint, m: bigint): bigint {
  return ((a % m) + m) % m
}
