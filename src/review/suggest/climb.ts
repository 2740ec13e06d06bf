import { less, minus, type Rational } from '../../base/rational.ts'
import type { Expr } from '../../plan/plan.ts'
import { digitsOf } from './cells.ts'
import { copied } from './copies.ts'
import { type Goal, isMet, type NumberGoal, numbersOf, resultsOf, type Search } from './goal.ts'
import { countedRelations, knobsOf, textAt, turnedTo } from './knobs.ts'
import { moreRows } from './more-rows.ts'
import { beside, type Line, solved } from './solve-line.ts'
import { landmarks, lineOf, triesFor, withDigits } from './turn-cell.ts'

import { type World, withRows } from './world.ts'

/** How many cells are turned of the numbers, and of the words. */
const mostClimbed = 20
const mostWords = 10

/**
 * What no single cell brings there, as a score that several indicators add up to: each cell in turn is set to what brings
 * the number nearest, and from there the others are turned. `met`: goals that are to stay met on the way.
 */
export function* climbed(
  search: Search,
  world: World,
  goal: NumberGoal,
  met: readonly Goal[] = [],
): Generator<World> {
  yield* climbing(search, world, goal, met, gapTo)
  // Beside a bound, too, at which the number stays whatever is turned, as a score that something sets to 0.
  if (goal.want !== 'at') yield* climbing(search, world, goal, met, gapBeside)
}

type GapOf = (goal: NumberGoal, number: Rational) => Rational | undefined

function* climbing(
  search: Search,
  world: World,
  goal: NumberGoal,
  met: readonly Goal[],
  gapOf: GapOf,
  again = true,
): Generator<World> {
  const { value, less: other } = goal
  const parts = [value, ...(other ? [other] : [])].flatMap(({ n, d }) => (d ? [n, d] : [n]))
  const knobs = knobsOf(search, parts)
    .filter(({ field: { type } }) => type.is === 'int')
    .slice(0, mostClimbed)
  let best = world
  const others: World[] = []
  for (let round = 0, moved = true; moved && round < 3; round++) {
    moved = false
    best = flipped(search, best, goal, met, parts, gapOf)
    for (const knob of knobs) {
      if (search.budget.left <= 0) return
      const start = digitsOf(search.plan, knob.field, textAt(search, best, knob, 0))
      if (start === undefined) continue
      const line = lineOf(search, best, goal, knob, 0)
      const far = landmarks(search, best, knob)
      const found = solved(line, goal.bound, start, triesFor(start, knob), far)
      const digits = found && (goal.want === 'at' ? found.at : beside(line, goal, found))
      const there = digits === undefined ? undefined : withDigits(search, best, knob, 0, digits)
      if (there && [goal, ...met].every((one) => isMet(search, there, one))) {
        yield there
        others.push(there)
      }
      const nearest = nearestOf(line, goal, gapOf, start, found ? [found.low, found.high] : far)
      const next = nearest === start ? undefined : withDigits(search, best, knob, 0, nearest)
      if (!next || !met.every((one) => isMet(search, next, one))) continue
      best = next
      moved = true
      if (isMet(search, next, goal)) yield next
    }
  }
  for (const next of moreRows(search, best, goal, parts))
    if (met.every((one) => isMet(search, next, one))) yield next
  // Where the number did not move at first, as a score that something sets to 0, it may now.
  if (again) for (const other of others.slice(0, 2)) yield* climbing(search, other, goal, met, gapOf, false)
}

/** How many rows there are, words, and yes or no, each as it brings the number nearer. */
function flipped(
  search: Search,
  world: World,
  goal: NumberGoal,
  met: readonly Goal[],
  exprs: readonly Expr[],
  gapOf: GapOf,
): World {
  const knobs = knobsOf(search, exprs)
  const gapIn = (next: World): Rational | undefined => {
    const results = resultsOf(search, next)
    const [number] = results ? numbersOf(results, goal) : []
    return number && gapOf(goal, number)
  }
  let best = world
  let gap = gapIn(world)
  const take = (next: World): void => {
    const now = gapIn(next)
    if (!now || (gap && !less(now, gap)) || !met.every((one) => isMet(search, next, one))) return
    best = next
    gap = now
  }
  const words = knobs.filter(({ field: { type } }) => type.is === 'enum' || type.is === 'truth')
  for (const knob of words.slice(0, mostWords)) {
    const { type } = knob.field
    const texts = type.is === 'enum' ? type.values.slice(0, 6) : ['true', 'false']
    for (const text of texts) {
      if (text === textAt(search, best, knob, 0)) continue
      take(turnedTo(search, best, knob, 0, text))
    }
  }
  for (const relation of countedRelations(search, exprs)) {
    const rows = best.rows.get(relation.id) ?? []
    const [first] = rows
    if (first)
      for (const count of [2, 3, 4, 6]) take(withRows(best, relation.id, copied(relation, first, count)))
  }
  return best
}

/** How far a number is from a bound. */
function gapTo({ bound }: NumberGoal, number: Rational): Rational {
  const by = minus(number, bound)
  return { n: by.n < 0n ? -by.n : by.n, d: by.d }
}

/** The same, but that at the bound itself it is nowhere near what lies beside it. */
function gapBeside(goal: NumberGoal, number: Rational): Rational | undefined {
  const gap = gapTo(goal, number)
  return gap.n === 0n ? undefined : gap
}

/** Of some cells the one at which the number is nearest to a bound; the first of equal ones. */
function nearestOf(
  line: Line,
  goal: NumberGoal,
  gapOf: GapOf,
  start: bigint,
  cells: readonly bigint[],
): bigint {
  let best = start
  let gap: Rational | undefined
  for (const cell of [start, ...cells]) {
    const value = line(cell)
    const size = value && gapOf(goal, value)
    if (!size || (gap && !less(size, gap))) continue
    gap = size
    best = cell
  }
  return best
}
