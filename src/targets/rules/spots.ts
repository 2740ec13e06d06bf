import { type Period, periodsBetween } from '../../calendar/periods.ts'
import type { Id } from '../../plan/plan.ts'
import { need } from './model.ts'
import type { Spot, World } from './world.ts'

/** The rows of a grain in some of its periods: those that meet the days of `within`, which a grain of periods needs. */
export function spotsOf(
  world: World,
  id: Id,
  within?: { readonly from: number; readonly until: number },
): readonly Spot[] {
  const grain = need(world.model.grains, id)
  const count = grain.relation === undefined ? 1 : world.count(grain.relation)
  const periods = grain.period === undefined ? [undefined] : periodsOf(world, grain.period, within)
  const spots: Spot[] = []
  for (let row = 0; row < count; row++)
    for (const period of periods) spots.push({ grain: id, row, ...(period && { period }) })
  return spots
}

function periodsOf(
  world: World,
  id: Id,
  within: { readonly from: number; readonly until: number } | undefined,
): readonly Period[] {
  if (within === undefined) throw new Error(`which periods of ${id} there are is not known`)
  return periodsBetween(need(world.model.kinds, id), within.from, within.until)
}
