import { type Aim, decided, isThere, nonzero } from './decided.ts'
import { zeroParts } from './filled.ts'
import { type Goal, isMet, type Search, searchIn } from './goal.ts'
import { decidedGoal } from './told.ts'
import { partOf } from './trial.ts'
import type { Workshop } from './workshop.ts'
import { rooted, type World } from './world.ts'

/** How many runs are made to find a case in which a number on the way to a result is not 0. */
const runsToWake = 700
/** How many parts of a number are made to be not 0, one after another. */
const mostParts = 8
const runsForPart = 700

/**
 * Of what a point asks of numbers, a world in which the number is not 0 and the clause has a result: found once for all points
 * of the number. Nothing where one that is begun with is such a world already.
 */
export function awakeFor(workshop: Workshop, goals: readonly Goal[], inParts = false): readonly World[] {
  return goals.flatMap((goal) => {
    if (goal.is !== 'number' && goal.is !== 'tie' && goal.is !== 'uneven') return []
    const aim: Aim = { grain: goal.grain, expr: goal.value.n, nonzero: true }
    const key = `${inParts} ${JSON.stringify(aim)}`
    const { awake } = workshop
    if (!awake.has(key)) awake.set(key, inParts ? inAllParts(workshop, aim) : awakened(workshop, aim))
    return awake.get(key) ?? []
  })
}

function awakened(workshop: Workshop, aim: Aim): World | undefined {
  const { slice, used, starts } = workshop
  const [first] = starts
  const result = decidedGoal(slice.output)
  const search = searchIn(slice.plan, used, { left: starts.length })
  if (!first || !isMet(search, first, result)) return undefined
  if (starts.some((world) => isThere(search, world, aim))) return undefined
  return waking(workshop, first, aim, [result], runsToWake)
}

/** The same where each of the parts that it is made of is not 0: it cannot come near what all of them make up otherwise. */
function inAllParts(workshop: Workshop, aim: Aim): World | undefined {
  const { slice, used, starts } = workshop
  const known = [...workshop.awake.values(), ...starts].flatMap((one) => one ?? [])
  const search = searchIn(slice.plan, used, { left: known.length })
  const zeros = (one: World) => zeroParts(search, one, aim.grain, aim.expr)
  // Whatever was found for one of the parts already is where to go on from.
  const [awake] = known
    .filter((one) => isThere(search, one, aim))
    .map((one) => ({ one, count: zeros(one).length }))
    .sort((a, b) => a.count - b.count)
  if (!awake) return undefined
  const kept: Goal[] = [decidedGoal(slice.output), nonzero(aim)]
  let world = awake.one
  for (const part of zeros(world).slice(0, mostParts)) {
    const one: Aim = { ...part, nonzero: true }
    const next = waking(workshop, world, one, kept, runsForPart)
    if (!next) continue
    world = next
    kept.push(nonzero(one))
  }
  return starts.includes(world) ? undefined : world
}

function waking(
  { slice, used, waking: all }: Workshop,
  world: World,
  aim: Aim,
  kept: readonly Goal[],
  runs: number,
): World | undefined {
  const own: Search = { ...searchIn(slice.plan, used, partOf(all, runs)), valued: decided, kept }
  const next = decided(own, world, aim)
  return isThere(own, next, aim) ? rooted(next) : undefined
}
