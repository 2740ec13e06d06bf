import { type Day, dayOf } from '../../../src/base/day.ts'

/** A day that is known to exist. */
export function on(month: number, day: number, year = 2026): Day {
  const found = dayOf(year, month, day)
  if (found === undefined) throw new Error(`No such day: ${year}-${month}-${day}`)
  return found
}

export type Quarter = 1 | 2 | 3 | 4
export const quarters: readonly Quarter[] = [1, 2, 3, 4]

export function quarterKey(quarter: Quarter): string {
  return `2026-Q${quarter}`
}

export function firstDay(quarter: Quarter): Day {
  return on(quarter * 3 - 2, 1)
}

export function lastDay(quarter: Quarter): Day {
  return quarter === 4 ? on(12, 31) : on(quarter * 3 + 1, 1) - 1
}
