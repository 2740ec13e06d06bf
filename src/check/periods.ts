import { dateOf } from '../base/day.ts'
import type { PeriodKind, Policy } from './checked.ts'

/** The kinds every policy has, unless it writes bounds of its own under the same name. */
export const calendarPeriods: ReadonlyMap<string, PeriodKind> = new Map(
  (
    [
      ['year', 12],
      ['half-year', 6],
      ['quarter', 3],
      ['month', 1],
    ] as const
  ).map(([id, months]) => [id, { id, is: 'months', months }]),
)

/** Whether a period of this kind begins on the day. */
export function isPeriodStart(
  periods: ReadonlyMap<string, PeriodKind>,
  policy: Policy,
  kind: string,
  day: number,
): boolean {
  const period = periods.get(kind)
  if (!period || period.is === 'window') return false
  if (period.is === 'bounds') return period.bounds.some((bound) => bound.start === day)
  const date = dateOf(day)
  const months = date.month - policy.yearStarts.month
  return (
    date.day === policy.yearStarts.day && ((months % period.months) + period.months) % period.months === 0
  )
}
