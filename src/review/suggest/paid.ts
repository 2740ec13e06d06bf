import { type Aim, decided, isThere, resultOf } from './decided.ts'
import { type Search, searchIn } from './goal.ts'
import { isLarge, type Slice } from './slice.ts'
import type { Used } from './used-fields.ts'
import type { World } from './world.ts'

/** How many runs are made to find a case in which an amount is not 0. */
const runsToPay = 2000
/** From the others, of a large clause. */
const runsOfOthers = 300

/** What a clause gives, where that is a number, or yes and no: to be another than 0, or yes. */
export function paying({ plan, output }: Slice): Aim | undefined {
  const type = plan.columns.find(({ id }) => id === output.column)?.type.is
  return type === 'int' || type === 'truth' ? { ...resultOf(output), nonzero: true } : undefined
}

/**
 * A world in which a number is not 0: one of some, or from the first of some from which it is found. Of what something is
 * multiplied by 0 nothing can be seen.
 */
export function paidFrom(
  slice: Slice,
  used: Used,
  likely: readonly World[],
  worlds: readonly World[],
  aim: Aim,
): World | undefined {
  const all = [...worlds, ...likely]
  const looking = searchIn(slice.plan, used, { left: all.length })
  const known = all.find((world) => isThere(looking, world, aim))
  if (known) return known
  for (const [i, world] of worlds.entries()) {
    const left = i > 0 && isLarge(slice) ? runsOfOthers : runsToPay
    const search: Search = { ...searchIn(slice.plan, used, { left }), valued: decided }
    const paid = decided(search, world, aim)
    if (isThere(search, paid, aim)) return paid
  }
  return undefined
}
