import { at, cell } from '../csv.ts'
import { addYears, compare, type Fraction, fraction, key, type Quarter, quarters, sum } from './exact.ts'
import { isSeller, type Person } from './records.ts'
import { attainment, type Known, scoreOf } from './scorecards.ts'

/** Article 61 on its two dates, from the quarters before. */
export const promotionDates = ['2026-07-01', '2027-01-01'] as const
export type PromotionDate = (typeof promotionDates)[number]

const quartersBefore: { readonly [D in PromotionDate]: readonly string[] } = {
  '2026-07-01': ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'],
  '2027-01-01': ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
}

type Past = { readonly attainment?: Fraction; readonly score?: bigint; readonly knockOut: boolean }

/** A quarter of 2025 as recorded, one of 2026 as worked out; empty where there was no quota. */
export function past(known: Known, person: Person, quarter: string): Past {
  if (quarter.startsWith('2026')) {
    const number = quarters.find((q) => key(q) === quarter) ?? 1
    const reached = attainment(known, person, number)
    const score = scoreOf(known, person, number)?.total
    return {
      ...(reached ? { attainment: reached } : {}),
      ...(score === undefined ? {} : { score }),
      knockOut: known.conduct.knockedOut(person.id, quarter),
    }
  }
  const row = known.data
    .rows('quarter-results-2025')
    .find((r) => cell(r, 'person') === person.id && cell(r, 'quarter') === quarter)
  if (!row) return { knockOut: false }
  return {
    attainment: fraction(at(2, cell(row, 'attainment').replace('%', '')), 10_000n),
    score: at(2, cell(row, 'score')),
    knockOut: cell(row, 'knock_out') === 'yes',
  }
}

/** Rep → senior, senior → manager pool. */
export function promoted(known: Known, person: Person, on: PromotionDate): boolean {
  if (!isSeller(person) || person.left !== '' || person.hired > on) return false
  const four = quartersBefore[on].map((q) => past(known, person, q))
  const reached = four.flatMap((p) => p.attainment ?? [])
  const scores = four.flatMap((p) => p.score ?? [])
  const rep = person.role === 'rep'
  const full = reached.filter((a) => compare(a, fraction(1n)) >= 0)
  const lowest = fraction(rep ? 70n : 80n, 100n)
  const enoughHours = known.training.hoursBefore(person.id, on) >= (rep ? 400n : 320n)
  const mean = BigInt(rep ? 8_500 : 9_500) * BigInt(scores.length)
  return (
    reached.length === 4 &&
    scores.length === 4 &&
    full.length >= 3 &&
    reached.every((a) => compare(a, lowest) >= 0) &&
    sum(scores, (s) => s) >= mean &&
    enoughHours &&
    !four.some((p) => p.knockOut) &&
    !known.conduct.knockedOutBefore(person.id, on) &&
    !known.conduct.demeritBefore(person.id, on) &&
    (rep ? person.hired <= addYears(on, -1) : coachedWell(known, person, on))
  )
}

/** Somebody he coached has 80 % of his quotas in the same four quarters. */
function coachedWell(known: Known, person: Person, on: PromotionDate): boolean {
  return known.data
    .rows('coachings')
    .filter((c) => cell(c, 'coach') === person.id && cell(c, 'from') < on)
    .some((c) => {
      const of = quartersBefore[on].filter((q) => q.startsWith('2026'))
      const joiner = cell(c, 'joiner')
      const quota = sum(of, (q) => known.quota.get(`${joiner} ${q}`) ?? 0n)
      const credited = sum(of, (q) => known.collected.quarter(joiner, q))
      return quota > 0n && credited * 100n >= quota * 80n
    })
}

const allQuarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']

/** Article 62 at a quarter's end: under 60 % in two quarters running, or under 70 % in three of the last four. */
export function needsPlan(known: Known, person: Person, quarter: Quarter): boolean {
  if (!isSeller(person)) return false
  const until = allQuarters.indexOf(key(quarter))
  const four = allQuarters.slice(until - 3, until + 1).map((q) => past(known, person, q).attainment)
  const under = (a: Fraction | undefined, percent: bigint) =>
    a !== undefined && compare(a, fraction(percent, 100n)) < 0
  const running = under(four[2], 60n) && under(four[3], 60n)
  return running || four.filter((a) => under(a, 70n)).length >= 3
}
