import { addYears, daysBetween, lastDay, type Quarter, quarterKey, sum } from './exact.ts'
import type { Data, Offence } from './records.ts'

/** Articles 68 and 69. */
export type Conduct = {
  /** Points and knock-out of each offence as article 68 gives them. */
  readonly decided: ReadonlyMap<string, { readonly points: bigint; readonly knockOut: boolean }>
  readonly points: (person: string, quarter: string) => bigint
  readonly knockedOut: (person: string, quarter: string) => boolean
  /** Hundredths. */
  readonly factor: (person: string, quarter: string) => bigint
  /** A knock-out decided in the 12 months before a day. */
  readonly knockedOutBefore: (person: string, day: string) => boolean
  /** 记过 in the 12 months before a day. */
  readonly demeritBefore: (person: string, day: string) => boolean
  /** Sum of the 12 months that end with a quarter, and what follows from it. */
  readonly measure: (person: string, quarter: Quarter) => 'none' | 'warning' | 'demerit' | 'review'
}

/** First, second, third and later: points, or a knock-out that counts 20. */
const table: ReadonlyMap<string, readonly (bigint | 'knock-out')[]> = new Map([
  ['V1', [1n, 2n, 4n]],
  ['V2', [1n, 2n, 4n]],
  ['V3', [5n, 10n, 20n]],
  ['V4', ['knock-out', 'knock-out', 'knock-out']],
  ['V5', [10n, 20n, 'knock-out']],
  ['V6', [10n, 20n, 'knock-out']],
  ['V7', [3n, 6n, 10n]],
  ['V8', [20n, 'knock-out', 'knock-out']],
  ['V9', [10n, 20n, 'knock-out']],
  ['V10', [3n, 6n, 10n]],
  ['V11', [5n, 10n, 20n]],
])
const longWindow: ReadonlySet<string> = new Set(['V4', 'V5', 'V6', 'V8', 'V9'])

export function workOutConduct(data: Data): Conduct {
  const { offences } = data
  const decided = new Map(offences.map((o) => [o.id, decide(offences, o)] as const))
  const pointsOf = (o: Offence) => decided.get(o.id)?.points ?? 0n
  const of = (person: string, quarter: string) =>
    offences.filter((o) => o.person === person && quarterKey(o.decided) === quarter)
  const points = (person: string, quarter: string) => sum(of(person, quarter), pointsOf)
  /** Points of the 12 months that end with a day, that day included. */
  const yearTo = (person: string, day: string) =>
    sum(
      offences.filter((o) => o.person === person && o.decided <= day && o.decided > addYears(day, -1)),
      pointsOf,
    )
  const before = (person: string, day: string) =>
    offences.filter((o) => o.person === person && o.decided < day && o.decided >= addYears(day, -1))
  return {
    decided,
    points,
    knockedOut: (person, quarter) => of(person, quarter).some((o) => decided.get(o.id)?.knockOut),
    factor: (person, quarter) => {
      const p = points(person, quarter)
      return p <= 5n ? 100n : p <= 10n ? 95n : p <= 20n ? 90n : 80n
    },
    knockedOutBefore: (person, day) => before(person, day).some((o) => decided.get(o.id)?.knockOut),
    demeritBefore: (person, day) => before(person, day).some((o) => yearTo(person, o.decided) >= 24n),
    measure: (person, quarter) => {
      const total = yearTo(person, lastDay(quarter))
      return total >= 36n ? 'review' : total >= 24n ? 'demerit' : total >= 12n ? 'warning' : 'none'
    },
  }
}

/** Nth of the same code by the day of the act, in the 90 or 365 days that end with it. */
function decide(
  offences: readonly Offence[],
  offence: Offence,
): { readonly points: bigint; readonly knockOut: boolean } {
  const window = longWindow.has(offence.code) ? 365 : 90
  const earlier = offences.filter((o) => {
    if (o.person !== offence.person || o.code !== offence.code || o.id === offence.id) return false
    const days = daysBetween(o.happened, offence.happened)
    return days < window && (days > 0 || (days === 0 && o.id < offence.id))
  })
  const row = table.get(offence.code) ?? []
  const result = row[Math.min(earlier.length, 2)] ?? 0n
  return result === 'knock-out' ? { points: 20n, knockOut: true } : { points: result, knockOut: false }
}
