import { at, type CsvRecord, cell } from '../csv.ts'
import type { Conduct } from './conduct.ts'
import type { Collected } from './credit.ts'
import {
  addDays,
  atLeast,
  compare,
  type Fraction,
  firstDay,
  fraction,
  key,
  lastDay,
  least,
  minus,
  most,
  type Quarter,
  quarterKey,
  rounded,
  straight,
  sum,
} from './exact.ts'
import { type Data, isSeller, type Order, onRoll, type Person } from './records.ts'
import type { Training } from './training.ts'
import { closingAfter } from './working-time.ts'

/** Hundredths of a point by indicator; undefined where it does not apply, and then the total counts it for attainment. */
export type Score = {
  readonly indicators: ReadonlyMap<string, bigint | undefined>
  readonly total: bigint
}

export type Known = {
  readonly data: Data
  readonly collected: Collected
  readonly conduct: Conduct
  readonly training: Training
  /** Cents, by `person quarter`. */
  readonly quota: ReadonlyMap<string, bigint>
}

export function attainment(known: Known, person: Person, quarter: Quarter): Fraction | undefined {
  const quota = known.quota.get(`${person.id} ${key(quarter)}`) ?? 0n
  if (quota === 0n || !onRoll(person, firstDay(quarter), lastDay(quarter))) return undefined
  const credited =
    person.role === 'director'
      ? known.collected.company(key(quarter))
      : person.role === 'manager'
        ? known.collected.team(person.team, key(quarter))
        : known.collected.quarter(person.id, key(quarter))
  return fraction(credited, quota)
}

const worked = new WeakMap<Known, Map<string, Score | undefined>>()

/** Article 41 for R/S, article 42 for managers; undefined for the director and where there is no quota. */
export function scoreOf(known: Known, person: Person, quarter: Quarter): Score | undefined {
  const scores = worked.get(known) ?? new Map<string, Score | undefined>()
  worked.set(known, scores)
  const name = `${person.id} ${quarter}`
  if (!scores.has(name)) scores.set(name, workOutScore(known, person, quarter))
  return scores.get(name)
}

function workOutScore(known: Known, person: Person, quarter: Quarter): Score | undefined {
  const reached = attainment(known, person, quarter)
  if (reached === undefined || person.role === 'director') return undefined
  const indicators =
    person.role === 'manager'
      ? managerIndicators(known, person, quarter, reached)
      : sellerIndicators(known, person, quarter, reached)
  return totalOf(indicators, known.conduct.knockedOut(person.id, key(quarter)))
}

type Indicator = readonly [name: string, weight: bigint, score: bigint | undefined]

function sellerIndicators(
  known: Known,
  person: Person,
  quarter: Quarter,
  reached: Fraction,
): readonly Indicator[] {
  const { data } = known
  const signed = ordersOf(data, [person.id], quarter)
  const first = BigInt(signed.filter((o) => o.first).length)
  const points = known.conduct.points(person.id, key(quarter))
  return [
    ['attainment', 40n, attainmentScore(reached)],
    ['margin', 15n, marginScore(signed)],
    ['newCustomers', 15n, ratio(fraction(first, 3n))],
    ['overdue', 10n, overdueScore(data, [person.id], quarter)],
    ['satisfaction', 10n, surveyScore(data, person.id, quarter)],
    ['conduct', 5n, most(0n, 10_000n - 400n * points)],
    ['training', 5n, known.training.passes(person, quarter) ? 10_000n : 0n],
  ]
}

function managerIndicators(
  known: Known,
  person: Person,
  quarter: Quarter,
  reached: Fraction,
): readonly Indicator[] {
  const { data } = known
  const members = data.people.filter((p) => p.team === person.team && isSeller(p))
  const ids = members.map((p) => p.id)
  const atEnd = members.filter((p) => onRoll(p, lastDay(quarter), lastDay(quarter)))
  const passed = atEnd.filter((p) => known.training.passes(p, quarter))
  const atStart = members.filter((p) => onRoll(p, firstDay(quarter), firstDay(quarter)))
  const left = atStart.filter((p) => p.resigned && p.left !== '' && p.left <= lastDay(quarter))
  const error = forecastError(known, person.team, quarter)
  return [
    ['attainment', 40n, attainmentScore(reached)],
    ['margin', 15n, marginScore(ordersOf(data, ids, quarter))],
    ['overdue', 15n, overdueScore(data, ids, quarter)],
    ['forecast', 10n, along(error, [10n, 10_000n], [30n, 0n])],
    ['training', 10n, rounded(fraction(BigInt(passed.length) * 10_000n, BigInt(atEnd.length)))],
    ['turnover', 10n, along(fraction(BigInt(left.length), BigInt(atStart.length)), [5n, 10_000n], [15n, 0n])],
  ]
}

/** Article 43, for a row of `service-results.csv`. */
export function serviceScore(row: CsvRecord): Score {
  const share = (heading: string) => fraction(at(2, cell(row, heading).replace('%', '')), 10_000n)
  const met = share('sla_met')
  const points = BigInt(cell(row, 'points'))
  const indicators: readonly Indicator[] = [
    ['sla', 40n, compare(met, fraction(90n, 100n)) < 0 ? 0n : along(met, [90n, 6_000n], [98n, 10_000n])],
    ['satisfaction', 30n, satisfactionScore(fraction(at(2, cell(row, 'satisfaction')), 100n))],
    ['firstTime', 20n, along(share('solved_first_time'), [60n, 0n], [90n, 10_000n])],
    ['records', 10n, most(0n, 10_000n - 400n * points)],
  ]
  return totalOf(indicators, false)
}

/** The weight of what does not apply goes to the first indicator; the total is rounded to hundredths. */
function totalOf(indicators: readonly Indicator[], knockedOut: boolean): Score {
  const moved = sum(indicators, ([, weight, score]) => (score === undefined ? weight : 0n))
  const [first] = indicators
  const parts = sum(indicators, ([, weight, score]) => weight * (score ?? 0n))
  const total = rounded(fraction(parts + moved * (first?.[2] ?? 0n), 100n))
  return {
    indicators: new Map(indicators.map(([name, , score]) => [name, score])),
    total: knockedOut ? 0n : total,
  }
}

/** Under 60 % nothing, at most 120. */
function attainmentScore(reached: Fraction): bigint {
  return atLeast(reached, fraction(60n, 100n)) ? ratio(reached) : 0n
}

function ratio(of: Fraction): bigint {
  return least(12_000n, rounded(fraction(of.n * 10_000n, of.d)))
}

function ordersOf(data: Data, people: readonly string[], quarter: Quarter): readonly Order[] {
  return data.orders.filter((o) => people.includes(o.owner) && quarterKey(o.signed) === key(quarter))
}

function marginScore(orders: readonly Order[]): bigint | undefined {
  const amount = sum(orders, (o) => o.amount)
  if (amount === 0n) return undefined
  const margin = fraction(
    sum(orders, (o) => o.amount * o.margin),
    amount * 10n,
  )
  const from = (percent: bigint) => atLeast(margin, fraction(percent))
  return from(30n) ? 11_000n : from(25n) ? 10_000n : from(20n) ? 8_500n : from(15n) ? 7_000n : 4_000n
}

/** Overdue share at the quarter's end: 5 % 100, 15 % 60, 25 % 0. */
function overdueScore(data: Data, people: readonly string[], quarter: Quarter): bigint | undefined {
  const rows = data
    .rows('receivables')
    .filter((r) => cell(r, 'quarter') === key(quarter) && people.includes(cell(r, 'person')))
  const outstanding = sum(rows, (r) => at(2, cell(r, 'outstanding')))
  if (outstanding === 0n) return undefined
  const share = fraction(
    sum(rows, (r) => at(2, cell(r, 'overdue'))),
    outstanding,
  )
  return along(share, [5n, 10_000n], [15n, 6_000n], [25n, 0n])
}

/** Points are percent of the x axis and hundredths of a score. */
function along(x: Fraction, ...points: readonly (readonly [bigint, bigint])[]): bigint {
  return rounded(
    straight(
      points.map(([percent, score]) => [fraction(percent, 100n), score] as const),
      x,
    ),
  )
}

function surveyScore(data: Data, person: string, quarter: Quarter): bigint | undefined {
  const scores = data
    .rows('surveys')
    .filter((s) => cell(s, 'person') === person && quarterKey(cell(s, 'answered')) === key(quarter))
    .map((s) => at(1, cell(s, 'score')))
  if (scores.length === 0) return undefined
  return satisfactionScore(
    fraction(
      sum(scores, (s) => s),
      10n * BigInt(scores.length),
    ),
  )
}

/** Under 75 nothing; 75 50, 85 80, 95 100. */
function satisfactionScore(mean: Fraction): bigint {
  if (compare(mean, fraction(75n)) < 0) return 0n
  const points = [
    [fraction(75n), 5_000n],
    [fraction(85n), 8_000n],
    [fraction(95n), 10_000n],
  ] as const
  return rounded(straight(points, mean))
}

/** |forecast − actual| / actual, of what each month's own forecast said; one that came late counts as 0 (article 16). */
export function forecastError(known: Known, team: string, quarter: Quarter): Fraction {
  const actual = fraction(known.collected.team(team, key(quarter)))
  const rows = known.data
    .rows('forecasts')
    .filter(
      (f) =>
        cell(f, 'team') === team &&
        cell(f, 'ahead') === '0' &&
        quarterKey(`${cell(f, 'month')}-01`) === key(quarter),
    )
  const off = minus(fraction(sum(rows, forecastCounted)), actual)
  return fraction(off.n < 0n ? -off.n : off.n, actual.n)
}

/** Cents of a forecast of the month itself, 0 after 18:00 of its third working day. */
export function forecastCounted(row: CsvRecord): bigint {
  const before = addDays(`${cell(row, 'month')}-01`, -1)
  return cell(row, 'submitted') > closingAfter(before, 3) ? 0n : at(2, cell(row, 'amount'))
}

/** Article 44, hundredths. */
export function coefficient(score: bigint): bigint {
  if (score >= 11_000n) return 120n
  if (score >= 9_500n) return 110n
  if (score >= 8_500n) return 100n
  return score >= 7_000n ? 85n : score >= 6_000n ? 70n : 50n
}

export function level(score: bigint): string {
  if (score >= 11_000n) return 'S'
  if (score >= 9_500n) return 'A'
  if (score >= 8_500n) return 'B'
  return score >= 7_000n ? 'C' : score >= 6_000n ? 'D' : 'E'
}
