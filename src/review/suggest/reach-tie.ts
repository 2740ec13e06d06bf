import { minus, type Rational } from '../../base/rational.ts'
import { cellOf, digitsOf } from './cells.ts'
import { type Goal, isMet, isTie, resultsOf, type Search } from './goal.ts'
import { knobsOf, textAt, turnedTo } from './knobs.ts'
import { readRatio } from './trial.ts'
import type { World } from './world.ts'

/** How far cells are turned: some amount among so many lies in the middle of two roundings, where any does. */
const furthest = 20_000n

/**
 * Worlds in which an amount lies in the middle between two that it may be rounded to. Of the line on which the amount
 * moves with a cell two points are worked out; the rest is arithmetic.
 */
export function* reachTie(
  search: Search,
  world: World,
  goal: Extract<Goal, { is: 'tie' }>,
): Generator<World> {
  const read = [goal.value.n, ...(goal.value.d ? [goal.value.d] : [])]
  for (const knob of knobsOf(search, read)) {
    const { field } = knob
    const start = digitsOf(search.plan, field, textAt(search, world, knob, 0))
    if (field.type.is !== 'int' || start === undefined) continue
    const turned = (digits: bigint): World | undefined => {
      const text = cellOf(search.plan, field, digits)
      return text === undefined ? undefined : turnedTo(search, world, knob, 0, text)
    }
    const measure = (digits: bigint): Rational | undefined => {
      const next = turned(digits)
      const results = next && resultsOf(search, next)
      return results && readRatio(results, goal.grain, goal.value)[0]
    }
    const a = measure(start)
    const b = measure(start + 1n)
    if (!a || !b) continue
    const rise = minus(b, a)
    if (rise.n === 0n) continue
    for (let step = 0n; step < furthest; step++) {
      if (!isTie({ n: a.n * rise.d + step * rise.n * a.d, d: a.d * rise.d }, goal)) continue
      const next = turned(start + step)
      if (next && isMet(search, next, goal)) yield next
      break
    }
  }
}
