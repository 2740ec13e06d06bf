import { daysInMonth, down, key, type Quarter, quarters, sum } from './exact.ts'
import type { Data, Person, Seat } from './records.ts'

/** Articles 10 to 15: every target in whole CNY, by month (index 0 is January 2026). */
export type Targets = {
  readonly company: readonly bigint[]
  /** The sum of its seats. */
  readonly team: ReadonlyMap<string, readonly bigint[]>
  /** What the seat carries when it is filled the whole year. */
  readonly seat: ReadonlyMap<string, readonly bigint[]>
  readonly person: ReadonlyMap<string, readonly bigint[]>
  /** Team less its people: what ramps, vacant seats and leavers do not carry. */
  readonly reserve: ReadonlyMap<string, readonly bigint[]>
}

/** Article 10. */
const companyYear = 360_000_000n
/** Article 12: percent of the year, and of each quarter. */
const quarterShares = [18n, 25n, 26n, 31n]
const monthShares = [
  [35n, 20n, 45n],
  [30n, 33n, 37n],
  [31n, 33n, 36n],
  [30n, 32n, 38n],
]
/** Article 15: from 1 July, NC gives to SC. */
const moved: ReadonlyMap<string, bigint> = new Map([
  ['NC', -3_000_000n],
  ['SC', 3_000_000n],
])

export function workOutTargets(data: Data): Targets {
  const team = new Map<string, readonly bigint[]>()
  const seat = new Map<string, readonly bigint[]>()
  for (const [id, weight] of data.teams) {
    const sellers = data.seats.filter((s) => s.team === id && s.units > 0n)
    const years = overSeats((companyYear * weight) / 100n, sellers)
    const changes = overSeats(moved.get(id) ?? 0n, sellers)
    for (const s of sellers) seat.set(s.id, changed(ofYear(years.get(s.id) ?? 0n), changes.get(s.id) ?? 0n))
    const months = Array.from({ length: 12 }, (_, i) => sum(sellers, (s) => seat.get(s.id)?.[i] ?? 0n))
    team.set(id, months)
  }
  const company = ofYear(companyYear)
  const person = new Map(data.people.map((p) => [p.id, personMonths(p, { company, team, seat })] as const))
  const reserve = new Map(
    [...team].map(([id, months]) => {
      const people = data.people.filter((p) => p.team === id && p.role !== 'manager')
      return [id, months.map((m, i) => m - sum(people, (p) => person.get(p.id)?.[i] ?? 0n))]
    }),
  )
  return { company, team, seat, person, reserve }
}

/** Article 12: rounded down to 1 CNY; what is left goes to the fourth quarter. */
function ofYear(year: bigint): readonly bigint[] {
  const parts = quarterShares.map((share) => down(year * share, 100n))
  const left = year - sum(parts, (p) => p)
  return parts.flatMap((part, i) => ofQuarter(i === 3 ? part + left : part, i))
}

/** Article 15: a seat's part of the change, in the old proportion of its third and fourth quarter and of their months. */
function changed(months: readonly bigint[], amount: bigint): readonly bigint[] {
  if (amount === 0n) return months
  const old = [months.slice(6, 9), months.slice(9)]
  const quarters = proportional(
    amount,
    old.map((q) => sum(q, (m) => m)),
  )
  const added = old.flatMap((q, i) => proportional(quarters[i] ?? 0n, q))
  return months.map((month, i) => month + (i < 6 ? 0n : (added[i - 6] ?? 0n)))
}

/** Whole CNY towards zero; what is left goes to the last. */
function proportional(amount: bigint, weights: readonly bigint[]): readonly bigint[] {
  const total = sum(weights, (w) => w)
  const parts = weights.map((w) => (amount * w) / total)
  const left = amount - sum(parts, (p) => p)
  return parts.map((part, i) => (i === parts.length - 1 ? part + left : part))
}

function ofQuarter(quarter: bigint, index: number): readonly bigint[] {
  const [a = 0n, b = 0n] = monthShares[index] ?? []
  const first = down(quarter * a, 100n)
  const second = down(quarter * b, 100n)
  return [first, second, quarter - first - second]
}

/** Article 13: by units, whole thousands towards zero; the remainder to the senior hired first, then the smaller id. */
function overSeats(total: bigint, seats: readonly Seat[]): ReadonlyMap<string, bigint> {
  const units = sum(seats, (s) => s.units)
  const parts = new Map(seats.map((s) => [s.id, ((total * s.units) / (units * 1_000n)) * 1_000n]))
  const [first] = seats
    .filter((s) => s.role === 'senior')
    .sort((a, b) => compareText(a.holderHired, b.holderHired) || compareText(a.holder, b.holder))
  if (first) parts.set(first.id, (parts.get(first.id) ?? 0n) + total - sum(parts.values(), (p) => p))
  return parts
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function personMonths(person: Person, of: Pick<Targets, 'company' | 'team' | 'seat'>): readonly bigint[] {
  if (person.role === 'director') return of.company
  if (person.role === 'manager') return of.team.get(person.team) ?? []
  const months = of.seat.get(person.seat) ?? []
  return months.map((amount, i) => carried(person, amount, i + 1))
}

/** Article 14: ramp 30, 60, 80 %; article 56: the month of leaving by its calendar days. */
function carried(person: Person, amount: bigint, month: number): bigint {
  const nth = rampMonth(person.hired, month)
  if (nth < 1) return 0n
  const ramped = down(amount * ([30n, 60n, 80n][nth - 1] ?? 100n), 100n)
  if (person.left === '') return ramped
  const leaves = Number(person.left.slice(5, 7))
  if (month > leaves) return 0n
  return month < leaves ? ramped : down(ramped * BigInt(person.left.slice(8)), daysInMonth(month))
}

/** The how-manieth month of the ramp a month of 2026 is: hired to the 15th the month of hiring is the first. */
export function rampMonth(hired: string, month: number): number {
  const [year = 0, hiredIn = 0, day = 0] = hired.split('-').map(Number)
  const first = (year - 2026) * 12 + hiredIn + (day <= 15 ? 0 : 1)
  return month - first + 1
}

export function ofQuarterMonths(months: readonly bigint[] | undefined, quarter: Quarter): bigint {
  return sum((months ?? []).slice(quarter * 3 - 3, quarter * 3), (m) => m)
}

/** `person quarter` → quota in cents, of everybody. */
export function quotas(data: Data, targets: Targets): ReadonlyMap<string, bigint> {
  return new Map(
    data.people.flatMap((p) =>
      quarters.map(
        (q) => [`${p.id} ${key(q)}`, ofQuarterMonths(targets.person.get(p.id), q) * 100n] as const,
      ),
    ),
  )
}
