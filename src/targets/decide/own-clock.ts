import type { Clock, Id, Plan } from '../../plan/plan.ts'

/** The columns that a clock reads, where all that happens to it is said by its own row; undefined where other rows say it. */
function ownColumns(clock: Clock): readonly Id[] | undefined {
  const { start, chosen, extend, events, grain } = clock
  if (events.some(({ source, at, next, like }) => source !== grain || at || next || like)) return undefined
  const times = events.flatMap(({ time, until, where }) => [time, until, where])
  return [start, chosen, extend?.most, ...times].filter((id) => id !== undefined)
}

/** The clocks of a plan that one row has by itself, and their columns. */
export function ownClocks(plan: Plan): ReadonlyMap<Id, readonly Id[]> {
  return new Map(
    (plan.clocks ?? []).flatMap((clock) => {
      const columns = ownColumns(clock)
      return columns === undefined ? [] : [[clock.id, columns] as const]
    }),
  )
}

/** Such clocks as those of the record's rows, which have no other grain in the plan of a request. */
export function clocksOfRows(plan: Plan): readonly Clock[] {
  return (plan.clocks ?? []).flatMap((clock) => {
    const relation = plan.grains.find(({ id }) => id === clock.grain)?.relation
    if (relation === undefined || ownColumns(clock) === undefined) return []
    return [
      { ...clock, grain: relation, events: clock.events.map((event) => ({ ...event, source: relation })) },
    ]
  })
}
