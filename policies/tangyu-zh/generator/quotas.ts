import { type Day, dateOf } from '../../../src/base/day.ts'
import { firstDay, lastDay, type Quarter, quarterKey, quarters } from './calendar.ts'
import { companyTarget, type Person, type Team } from './company.ts'
import { toCsv } from './csv.ts'

/** Article 12: quarters of the year and months of each quarter, in percent. */
const quarterShares = [18n, 25n, 26n, 31n] as const
const monthShares = [
  [35n, 20n, 45n],
  [30n, 33n, 37n],
  [31n, 33n, 36n],
  [30n, 32n, 38n],
] as const

/** Article 13: a person's year target in CNY, before ramp and leaving. */
export function yearTarget(person: Person, people: readonly Person[]): bigint {
  if (!person.team) return companyTarget
  if (person.role === 'manager') return person.team.target
  const each = perUnit(person.team)
  if (person.role === 'rep') return each.rep
  const first = people
    .filter((p) => p.team === person.team && p.role === 'senior')
    .sort((a, b) => a.hired - b.hired || (a.id < b.id ? -1 : 1))[0]
  return person === first ? each.senior + each.remainder : each.senior
}

/** R/S units 1.0/1.5, rounded down to 1,000. Counted in half units, so that nothing is divided twice. */
function perUnit(team: Team): {
  readonly rep: bigint
  readonly senior: bigint
  readonly remainder: bigint
} {
  const halves = BigInt(team.reps * 2 + team.seniors * 3)
  const down = (halfUnits: bigint) => ((team.target * halfUnits) / halves / 1000n) * 1000n
  const rep = down(2n)
  const senior = down(3n)
  return { rep, senior, remainder: team.target - rep * BigInt(team.reps) - senior * BigInt(team.seniors) }
}

/** The three months of a quarter; each rounded down to 1 CNY, the remainder to the last (of the year: to Q4). */
export function monthTargets(year: bigint, quarter: Quarter): readonly [bigint, bigint, bigint] {
  const parts = quarterShares.map((share) => (year * share) / 100n)
  const total = parts.reduce((sum, part) => sum + part, 0n)
  const amount = (parts[quarter - 1] ?? 0n) + (quarter === 4 ? year - total : 0n)
  const [a, b] = monthShares[quarter - 1] ?? monthShares[0]
  const first = (amount * a) / 100n
  const second = (amount * b) / 100n
  return [first, second, amount - first - second]
}

/** Articles 13 and 14: the quota that a person carries in a quarter; undefined when not on roll in it. */
export function quarterQuota(
  person: Person,
  people: readonly Person[],
  quarter: Quarter,
): bigint | undefined {
  if (person.hired > lastDay(quarter)) return undefined
  if (person.left !== undefined && person.left < firstDay(quarter)) return undefined
  const months = monthTargets(yearTarget(person, people), quarter)
  return months.reduce((sum, amount, i) => sum + carried(person, amount, quarter * 3 - 2 + i), 0n)
}

/** What a person carries of a month of 2026: the ramp 30/60/80 %, and nothing after leaving at a month's end. */
function carried(person: Person, amount: bigint, month: number): bigint {
  if (person.left !== undefined && dateOf(person.left).month < month) return 0n
  const nth = rampMonth(person.hired, month)
  if (nth < 1) return 0n
  return (amount * (([30n, 60n, 80n] as const)[nth - 1] ?? 100n)) / 100n
}

/** Hired to the 15th: that month is ramp month 1; later: the next month is. */
export function rampMonth(hired: Day, month: number): number {
  const d = dateOf(hired)
  const first = (d.year - 2026) * 12 + d.month + (d.day <= 15 ? 0 : 1)
  return month - first + 1
}

/** `left out`: the person whose Q2 quota was forgotten (situation S06). */
export function quotasCsv(people: readonly Person[], leftOut: string): string {
  const rows = people.flatMap((person) =>
    quarters.flatMap((quarter) => {
      const amount = quarterQuota(person, people, quarter)
      if (amount === undefined || (person.id === leftOut && quarter === 2)) return []
      return [[person.id, quarterKey(quarter), `${amount}`]]
    }),
  )
  return toCsv(['person', 'quarter', 'amount'], rows)
}
