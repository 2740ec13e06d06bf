import { type Rational, same } from '../../base/rational.ts'
import { cellOf, digitsOf } from './cells.ts'
import { isMet, type NumberGoal, numbersOf, resultsOf, type Search } from './goal.ts'
import { type Knob, rowsOf, textAt, turnedTo } from './knobs.ts'
import { beside, type Line, solved } from './solve-line.ts'
import type { World } from './world.ts'

/** Where one cell brings a number beside a bound, or to it. Tells whether it passes the bound with the cell at all. */
export function* turned(
  search: Search,
  world: World,
  goal: NumberGoal,
  knob: Knob,
): Generator<World, boolean> {
  const rows = rowsOf(world, knob)
  let passes = false
  for (const at of rows > 1 ? [0, rows - 1] : [0])
    if (yield* turnedAt(search, world, goal, knob, at)) passes = true
  return passes
}

/** Whether a number is another one with another value in a cell: a look that takes little. */
export function moves(search: Search, world: World, goal: NumberGoal, knob: Knob): boolean {
  const start = digitsOf(search.plan, knob.field, textAt(search, world, knob, 0))
  if (start === undefined) return false
  const line = lineOf(search, world, goal, knob, 0)
  const value = line(start)
  const other = triesFor(start, knob)
    .slice(0, 1)
    .flatMap((cell) => line(cell) ?? [])
  return other.some((one) => value === undefined || !same(one, value))
}

/** The same where a cell is turned in every row at once, as each of several periods has its own. */
export function* turnedTogether(
  search: Search,
  world: World,
  goal: NumberGoal,
  knob: Knob,
): Generator<World> {
  if (rowsOf(world, knob) > 1) yield* turnedAt(search, world, goal, knob, everyRow)
}

function* turnedAt(
  search: Search,
  world: World,
  goal: NumberGoal,
  knob: Knob,
  at: number,
): Generator<World, boolean> {
  const start = digitsOf(search.plan, knob.field, textAt(search, world, knob, Math.max(at, 0)))
  if (start === undefined) return false
  const line = lineOf(search, world, goal, knob, at)
  const found = solved(line, goal.bound, start, triesFor(start, knob), landmarks(search, world, knob))
  if (!found) return false
  const digits = goal.want === 'at' ? found.at : beside(line, goal, found)
  const next = digits === undefined ? undefined : withDigits(search, world, knob, at, digits)
  if (next && isMet(search, next, goal)) yield next
  return true
}

/** In place of a row: the cell of every one. */
const everyRow = -1

/** The number as it hangs on one cell. */
export function lineOf(search: Search, world: World, goal: NumberGoal, knob: Knob, at: number): Line {
  const known = new Map<bigint, Rational | undefined>()
  const measured = (digits: bigint): Rational | undefined => {
    const next = withDigits(search, world, knob, at, digits)
    const results = next && resultsOf(search, next)
    if (!results) return undefined
    const numbers = numbersOf(results, goal)
    return numbers[at === everyRow ? numbers.length - 1 : Math.min(at, numbers.length - 1)]
  }
  return (digits) => {
    const value = known.has(digits) ? known.get(digits) : measured(digits)
    known.set(digits, value)
    return value
  }
}

export function withDigits(
  search: Search,
  world: World,
  knob: Knob,
  at: number,
  digits: bigint,
): World | undefined {
  const text = cellOf(search.plan, knob.field, digits)
  if (text === undefined) return undefined
  if (at !== everyRow || knob.is === 'now') {
    // What is said already need not be run again.
    const now = digitsOf(search.plan, knob.field, textAt(search, world, knob, Math.max(at, 0)))
    return now === digits ? world : turnedTo(search, world, knob, at, text)
  }
  const rows = Array.from({ length: rowsOf(world, knob) }, (_, row) => row)
  return rows.reduce((next, row) => turnedTo(search, next, knob, row, text), world)
}

/** Cells at which the number may be another than at the first. */
export function triesFor(start: bigint, { field }: Knob): readonly bigint[] {
  const size = start < 0n ? -start : start
  const tries =
    field.type.is === 'int'
      ? [start + (size === 0n ? 100n : size / 2n + 1n), start * 3n + 7n, start / 2n, start + 1n, 0n]
      : field.type.is === 'date'
        ? [start + 1n, start - 1n, start + 10n, start - 10n]
        : [start + 3600n, start - 3600n, start + 86_400n]
  return tries.filter((cell) => cell !== start)
}

/**
 * Values far from one another: none, one, a hundred, the limits of a field where they are near; of a day those in and
 * around what the case is about, and some long before and after.
 */
export function landmarks(search: Search, world: World, knob: Knob): readonly bigint[] {
  const { type } = knob.field
  if (type.is === 'date') return daysAround.map((by) => BigInt(world.day + by))
  if (type.is !== 'int') return []
  const one = 10n ** BigInt(type.scale)
  const now = digitsOf(search.plan, knob.field, textAt(search, world, knob, 0)) ?? one
  // What a field says that it can hold at most, and not merely what a number can be.
  const most = now > one ? now * 10n ** 7n : 1000n * one
  const limits = [BigInt(type.min), BigInt(type.max)].filter((at) => at <= most && at >= -one)
  const larger = [1, 2, 4, 6].map((places) => now * 10n ** BigInt(places))
  return [...new Set([0n, one, 100n * one, ...larger, ...limits])].filter((at) => at !== now)
}

const daysAround = [-1500, -400, -200, -100, -50, -20, -7, 0, 7, 20, 50, 100, 200, 400]
