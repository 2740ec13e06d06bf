import { cell } from '../csv.ts'
import { closed, settle, tiers } from './commission.ts'
import {
  addDays,
  daysBetween,
  firstDay,
  fraction,
  half,
  key,
  lastDay,
  minus,
  most,
  type Quarter,
  quarterKey,
  quarters,
  rounded,
  sum,
} from './exact.ts'
import { fullMonths } from './group-pay.ts'
import { isSeller, onRoll, type Person } from './records.ts'
import { coefficient, type Known, type Score, scoreOf, serviceScore } from './scorecards.ts'

export type YearEnd = {
  /** Article 55, before the year-end bonus. */
  readonly trueUp: bigint
  readonly yearEndBonus: bigint
  /** Article 57: what the cap of the quarters kept back. */
  readonly excess: bigint
  /** Article 52: released in January, what waits for overdue orders, and claims that pay could not bear. */
  readonly released: bigint
  readonly waiting: bigint
  readonly shortfall: bigint
}

const yearQuota = 36_000_000_000n

/** The year-end run of an R/S; a manager has the year-end bonus alone. Undefined for who is not on roll on 31 December. */
export function yearEnd(known: Known, person: Person): YearEnd | undefined {
  if (!onRoll(person, lastDay(4), lastDay(4)) || person.role === 'director') return undefined
  const nothing = { trueUp: 0n, excess: 0n, released: 0n, waiting: 0n, shortfall: 0n }
  const bonus = yearEndBonus(known, person)
  if (!isSeller(person)) return { ...nothing, yearEndBonus: bonus }
  const year = closed(known, person)
  const quota = sum(quarters, (q) => known.quota.get(`${person.id} ${key(q)}`) ?? 0n)
  const whole = tiers(known.collected.year(person.id), quota)
  const waiting = sum(year.holdback, ([quarter, held]) => waitingOf(known, person, quarter, held))
  const free = sum(year.holdback.values(), (held) => held) - waiting
  return {
    trueUp: most(0n, rounded(minus(whole, year.earned))),
    yearEndBonus: bonus,
    excess: year.excess,
    released: most(0n, free - year.shortfall),
    waiting,
    shortfall: most(0n, year.shortfall - free),
  }
}

/** Article 52: what belongs to orders with an instalment more than 90 days past due on 31 December. */
function waitingOf(known: Known, person: Person, quarter: Quarter, held: bigint): bigint {
  const overdue = new Set(
    known.data.unpaid.filter((i) => daysBetween(i.due, lastDay(4)) > 90).map((i) => i.order),
  )
  const total = known.collected.amended(person.id, key(quarter), key(4))
  const own = known.collected.lines.filter(
    (l) =>
      l.person === person.id &&
      l.kind !== 'leaver' &&
      overdue.has(l.order.id) &&
      quarterKey(l.recomputes ? l.received : l.date) === key(quarter),
  )
  const orders = new Map<string, bigint>()
  for (const l of own) orders.set(l.order.id, (orders.get(l.order.id) ?? 0n) + l.credited)
  return sum(orders.values(), (credited) => half(held * credited, total))
}

/** Article 55: base × by mean score × full months / 12, if the company reached 80 %. */
export function yearEndBonus(known: Known, person: Person): bigint {
  if (known.collected.companyYear * 100n < yearQuota * 80n) return 0n
  const mean = meanScore(known, person)
  if (!mean) return 0n
  const from = (points: bigint) => mean.n >= points * 100n * mean.d
  const tenths = from(110n) ? 20n : from(95n) ? 15n : from(85n) ? 10n : from(70n) ? 5n : 0n
  return half(person.base * tenths * fullMonths(person), 120n)
}

/** Hundredths of a point, of the quarters that have a score. */
export function meanScore(known: Known, person: Person) {
  const totals = quarters.flatMap((q) => scoreOf(known, person, q)?.total ?? [])
  return totals.length === 0
    ? undefined
    : fraction(
        sum(totals, (t) => t),
        BigInt(totals.length),
      )
}

/** Article 44: 3 × base × coefficient by calendar days; no quota: 1.00; a knock-out: 0. Undefined for the director. */
export function performancePay(
  known: Known,
  person: Person,
  quarter: Quarter,
  score: Score | undefined = scoreOf(known, person, quarter),
): bigint | undefined {
  const from = person.hired > firstDay(quarter) ? person.hired : firstDay(quarter)
  const until = person.left !== '' && person.left < lastDay(quarter) ? person.left : lastDay(quarter)
  if (from > until || person.role === 'director') return undefined
  if (known.conduct.knockedOut(person.id, key(quarter))) return 0n
  const days = BigInt(daysBetween(from, until) + 1)
  const all = BigInt(daysBetween(firstDay(quarter), lastDay(quarter)) + 1)
  return half(3n * person.performance * (score ? coefficient(score.total) : 100n) * days, 100n * all)
}

export type ServicePay = { readonly score: Score; readonly pay: bigint }

/** Articles 43 and 44 for customer service, by `person quarter`; all six are there the whole year. */
export function servicePay(known: Known): ReadonlyMap<string, ServicePay> {
  return new Map(
    known.data.rows('service-results').map((row) => {
      const score = serviceScore(row)
      const pay = half(3n * 150_000n * coefficient(score.total), 100n)
      return [`${cell(row, 'person')} ${cell(row, 'quarter')}`, { score, pay }] as const
    }),
  )
}

export type LeaverSettlement = {
  /** Receipts after the last day to day 90, by receipt: half of it at 0.8 %. */
  readonly receipts: ReadonlyMap<string, bigint>
  readonly holdbackReleased: bigint
  readonly releasedOn: string
  /** Article 54: what is left of a draw is forgiven. */
  readonly forgiven: bigint
  /** Everything from commission: paid in the last quarter, afterwards, and the holdback. */
  readonly total: bigint
}

/** Article 56; undefined for who did not leave. */
export function leaverSettlement(known: Known, person: Person): LeaverSettlement | undefined {
  if (person.left === '') return undefined
  const receipts = new Map(
    known.collected.lines
      .filter((l) => l.kind === 'leaver' && l.person === person.id)
      .map((l) => [l.receipt, l.flat] as const),
  )
  const settlements = settle(known, person)
  const last = settlements.at(-1)
  const year = closed(known, person)
  const released = most(0n, sum(year.holdback.values(), (h) => h) - year.shortfall)
  const lastQuarter = last?.quarter ?? 1
  const own = (year.holdback.get(lastQuarter) ?? 0n) + (last?.paid ?? 0n)
  return {
    receipts,
    holdbackReleased: released,
    releasedOn: addDays(person.left, 90),
    forgiven: last?.drawBalance ?? 0n,
    total: own + sum(receipts.values(), (c) => c),
  }
}
