import { sameData } from '../../base/same-data.ts'
import type { Id } from '../../plan/plan.ts'
import type { Engine, Periods } from './engine.ts'
import { linksOf } from './needed-periods.ts'
import { columnsOfDate } from './plain-days.ts'

/**
 * The periods that a run of the same days has, where nothing that asks for periods differs from an earlier run on the same
 * rows, whose fields are those of this one. Undefined where something does.
 */
export function samePeriods(earlier: Engine, now: Engine): ReadonlyMap<Id, Periods> | undefined {
  const [before, after] = [earlier.model.plan, now.model.plan]
  const alike =
    earlier.fields === now.fields &&
    earlier.now === now.now &&
    earlier.opening.size === 0 &&
    now.opening.size === 0 &&
    before.zone === after.zone &&
    sameData(before.periods, after.periods) &&
    sameData(before.relations, after.relations) &&
    sameData(before.tables, after.tables) &&
    sameData(before.schedules, after.schedules) &&
    sameData(before.calendars, after.calendars) &&
    sameData(before.pairs, after.pairs)
  if (!alike || !sameLinks(earlier, now)) return undefined
  const found = new Map<Id, Periods>()
  for (const { periods } of earlier.domains.values()) if (periods) found.set(periods.kind.id, periods)
  return after.periods.every(({ id }) => found.has(id)) ? found : undefined
}

function sameLinks(earlier: Engine, now: Engine): boolean {
  const [before, after] = [linksOf(earlier.model), linksOf(now.model)]
  if (before.length !== after.length) return false
  return after.every((link, i) => {
    const was = before[i]
    if (!was || !sameData(was, link)) return false
    return link.is !== 'dates' || columnsOfDate(now, link.date).every((id) => isSame(earlier, now, id))
  })
}

function isSame(earlier: Engine, now: Engine, id: Id): boolean {
  return sameData(earlier.model.columns.get(id), now.model.columns.get(id))
}
