import { farDay, type Period } from '../../calendar/periods.ts'
import type { PeriodKind } from '../../plan/plan.ts'
import type { Periods } from './engine.ts'

/** As many days as are looked up in a table of their own; of longer spans the period is searched. */
const tableDays = 200_000

/** The periods of a kind, found by a day. INVARIANT: `list` ascends without overlap; there may be gaps. */
export function periodsIn(kind: PeriodKind, list: readonly Period[]): Periods {
  const first = list[0]
  const last = list[list.length - 1]
  if (first === undefined || last === undefined) return { kind, list, at: () => -1 }
  const low = first.start
  const end = last.end === farDay ? last.start + 1 : last.end
  const open = list.length - 1
  if (end - low > tableDays) return { kind, list, at: (day) => search(list, day) }
  const table = new Int32Array(end - low).fill(-1)
  for (const [index, p] of list.entries()) table.fill(index, p.start - low, Math.min(p.end, end) - low)
  return {
    kind,
    list,
    at: (day) => (day < low || day >= last.end ? -1 : day >= end ? open : (table[day - low] ?? -1)),
  }
}

function search(list: readonly Period[], day: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.end ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return (list[low]?.start ?? farDay) <= day ? low : -1
}
