import { type Day, formatDay } from '../../../src/base/day.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { firstDay, lastDay, type Quarter, quarterKey } from './calendar.ts'
import type { Person } from './company.ts'
import { toCsv } from './csv.ts'
import { rampMonth } from './quotas.ts'
import type { Random } from './random.ts'

/** What finance, customer service and HR record for the scorecard of article 41, besides orders and receipts. */
export type ScorecardData = {
  readonly receivables: Receivable[]
  readonly surveys: Survey[]
  readonly training: Training[]
  readonly offences: Offence[]
}
/** At the quarter's end, in CNY. */
export type Receivable = {
  readonly person: string
  readonly quarter: Quarter
  readonly outstanding: bigint
  readonly overdue: bigint
}
export type Survey = {
  readonly id: string
  readonly customer: string
  readonly at: Day
  readonly score: number
}
/** Tenths of hours of the year up to the quarter's end. */
export type Training = {
  readonly person: string
  readonly quarter: Quarter
  readonly required: number
  readonly completed: number
}
export type Offence = {
  readonly id: string
  readonly person: string
  readonly code: string
  readonly happened: Day
  readonly decided: Day
  readonly points: number
  readonly knockOut: boolean
}

/** Article 68, the four codes that the generator uses: points of the first, second and every later one in 90 days. */
const offencePoints: readonly [
  readonly [string, number, number, number],
  ...(readonly [string, number, number, number])[],
] = [
  ['V1', 1, 2, 4],
  ['V2', 1, 2, 4],
  ['V7', 3, 6, 10],
  ['V10', 3, 6, 10],
]

export function addReceivable(data: ScorecardData, person: Person, quarter: Quarter, random: Random): void {
  // One person in thirty has nothing outstanding: the indicator does not apply to him.
  const outstanding = random.below(30) === 0 ? 0n : BigInt(random.between(20, 240)) * 10_000n
  const overdue = (outstanding * BigInt(random.below(28))) / 100n
  data.receivables.push({ person: person.id, quarter, outstanding, overdue })
}

export function addSurveys(
  data: ScorecardData,
  customers: readonly [string, ...string[]],
  days: { readonly from: Day; readonly until: Day },
  random: Random,
): void {
  for (let count = random.below(5); count > 0; count--) {
    data.surveys.push({
      id: `U${String(data.surveys.length + 1).padStart(4, '0')}`,
      customer: random.pick(customers),
      at: random.between(days.from, days.until),
      score: random.between(72, 99),
    })
  }
}

/** Article 59: 40 / 32 / 48 hours a year, by months on roll; 20, 50, 75, 100 % of them by the quarters' ends. */
export function requiredTraining(person: Person, quarter: Quarter): number {
  const year = person.role === 'senior' ? 320 : 400
  const months = Math.min(12, rampMonth(person.hired, 12))
  const share = [20, 50, 75, 100][quarter - 1] ?? 100
  return Math.floor((year * months * share) / 1200)
}

export function addTraining(data: ScorecardData, person: Person, quarter: Quarter, random: Random): void {
  const required = requiredTraining(person, quarter)
  const completed = Math.floor((required * random.between(90, 140)) / 100)
  data.training.push({ person: person.id, quarter, required, completed })
}

export function addOffences(
  data: ScorecardData,
  person: Person,
  days: { readonly from: Day; readonly until: Day },
  random: Random,
): void {
  const happened = Array.from({ length: random.below(2) + random.below(2) }, () =>
    random.between(days.from, days.until),
  )
  for (const day of happened.sort((a, b) => a - b)) {
    const [code, first, second, later] = random.pick(offencePoints)
    const before = data.offences.filter(
      (o) => o.person === person.id && o.code === code && o.happened <= day && o.happened > day - 90,
    ).length
    const decided = code === 'V10' ? day + random.between(3, 18) : day
    data.offences.push({
      id: `F${String(data.offences.length + 1).padStart(3, '0')}`,
      person: person.id,
      code,
      happened: day,
      decided,
      points: [first, second][before] ?? later,
      knockOut: false,
    })
  }
}

/** Calendar days on roll and calendar days of the quarter, for everybody who was there on one of them. */
export function rollCsv(people: readonly Person[], quarters: readonly Quarter[]): string {
  const rows = people.flatMap((p) =>
    quarters.flatMap((quarter) => {
      const from = Math.max(p.hired, firstDay(quarter))
      const until = Math.min(p.left ?? lastDay(quarter), lastDay(quarter))
      const days = lastDay(quarter) - firstDay(quarter) + 1
      return from > until ? [] : [[p.id, quarterKey(quarter), until - from + 1, days]]
    }),
  )
  return toCsv(['person', 'quarter', 'days_on_roll', 'days_in_quarter'], rows)
}

export function receivablesCsv(rows: readonly Receivable[]): string {
  return toCsv(
    ['person', 'quarter', 'outstanding', 'overdue'],
    rows.map((r) => [r.person, quarterKey(r.quarter), `${r.outstanding}`, `${r.overdue}`]),
  )
}

export function surveysCsv(rows: readonly Survey[]): string {
  return toCsv(
    ['id', 'customer', 'answered', 'score'],
    rows.map((s) => [s.id, s.customer, formatDay(s.at), s.score]),
  )
}

export function trainingCsv(rows: readonly Training[]): string {
  const hours = (tenths: number) => formatDecimal(BigInt(tenths), 1)
  return toCsv(
    ['person', 'quarter', 'required_hours', 'completed_hours'],
    rows.map((t) => [t.person, quarterKey(t.quarter), hours(t.required), hours(t.completed)]),
  )
}

export function offencesCsv(rows: readonly Offence[]): string {
  return toCsv(
    ['id', 'person', 'code', 'happened', 'decided', 'points', 'knock_out'],
    rows.map((o) => [
      o.id,
      o.person,
      o.code,
      formatDay(o.happened),
      formatDay(o.decided),
      o.points,
      o.knockOut ? 'yes' : 'no',
    ]),
  )
}
