import { dateOf, dayOf } from '../../src/base/day.ts'

// Times as clocks of China show them, from the law and not from a list of zones: eight hours ahead of UTC, and one hour
// more in the summers of 1986 to 1991, from two in the morning of the second Sunday of April (1986: 4 May) until two in
// the morning (by the summer's own clock) of the second Sunday of September.

export const hour = 3600n
export const secondsOfDay = 86_400n

/** The first Sunday from the 11th of a month on. Day 0 was a Thursday. */
function sundayFrom11(year: number, month: number): number {
  let at = dayOf(year, month, 11) ?? 0
  while ((((at + 3) % 7) + 7) % 7 !== 6) at++
  return at
}

function summer(year: number): { from: bigint; until: bigint } | undefined {
  if (year < 1986 || year > 1991) return undefined
  const first = year === 1986 ? (dayOf(1986, 5, 4) ?? 0) : sundayFrom11(year, 4)
  const last = sundayFrom11(year, 9)
  return {
    from: BigInt(first) * secondsOfDay + 2n * hour - 8n * hour,
    until: BigInt(last) * secondsOfDay + 2n * hour - 9n * hour,
  }
}

export function ahead(at: bigint): bigint {
  const year = dateOf(Math.floor(Number(at + 8n * hour) / 86_400)).year
  const found = summer(year)
  return found && at >= found.from && at < found.until ? 9n * hour : 8n * hour
}

/** What a clock on the wall shows: seconds as if they were UTC. */
export const wall = (at: bigint): bigint => at + ahead(at)

export const localDay = (at: bigint): number => Number(wall(at) / secondsOfDay)
export const localClock = (at: bigint): number => Number(wall(at) % secondsOfDay)
