import { type Day, formatDay } from '../../../src/base/day.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { firstDay, lastDay, on, type Quarter, quarters } from '../../tangyu-zh/generator/calendar.ts'
import type { Person } from '../../tangyu-zh/generator/company.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import { rampMonth } from '../../tangyu-zh/generator/quotas.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import { offencesCsv, type ScorecardData } from '../../tangyu-zh/generator/scorecard-data.ts'
import { examsOf } from './induction.ts'

/** What finance, customer service and HR record for scorecards and promotion, besides deals. */
export type Scores = {
  readonly surveys: Survey[]
  readonly receivables: Receivable[]
  readonly trainings: Training[]
  readonly certificates: Certificate[]
  readonly coachings: readonly (readonly [coach: string, joiner: string, from: Day, until?: Day])[]
  readonly offences: ScorecardData['offences']
}
export type Survey = {
  readonly id: string
  readonly customer: string
  readonly person: string
  readonly at: Day
  readonly score: number
}
/** What a customer owed on the last day of a quarter, and how much of it was past due: cents. */
export type Receivable = {
  readonly customer: string
  readonly person: string
  readonly quarter: string
  readonly outstanding: bigint
  readonly overdue: bigint
}
/** Tenths of hours. */
export type Training = {
  readonly person: string
  readonly at: Day
  readonly hours: number
  readonly compliance: boolean
}
export type CertificateKind = 'onboarding' | 'skid' | 'valve'
export type Certificate = {
  readonly person: string
  readonly kind: CertificateKind
  readonly score: number
  readonly from: Day
  readonly until?: Day
}

export type CustomerList = readonly [string, ...string[]]

export function addSurveys(
  scores: Scores,
  person: string,
  customers: CustomerList,
  days: { readonly from: Day; readonly until: Day },
  random: Random,
): void {
  for (let count = random.below(5); count > 0; count--) {
    scores.surveys.push({
      id: `U${String(scores.surveys.length + 1).padStart(4, '0')}`,
      customer: random.pick(customers),
      person,
      at: random.between(days.from, days.until),
      score: random.between(72, 99),
    })
  }
}

/** Three of a person's customers owe something; one person in thirty is owed nothing. */
export function addReceivables(
  scores: Scores,
  person: string,
  customers: CustomerList,
  quarter: string,
  random: Random,
): void {
  if (random.below(30) === 0) return
  const chosen = new Set([random.pick(customers), random.pick(customers), random.pick(customers)])
  for (const customer of chosen) {
    const outstanding = BigInt(random.between(8, 90)) * 1_000_000n
    const overdue = (outstanding * BigInt(random.below(28))) / 100n
    scores.receivables.push({ customer, person, quarter, outstanding, overdue })
  }
}

/** Article 59: 40 / 32 / 48 hours a year by months, in tenths, due by the quarter's end. */
export function requiredHours(person: Person, quarter: Quarter): number {
  const year = person.role === 'manager' ? 480 : person.role === 'senior' ? 320 : 400
  const months = Math.min(12, rampMonth(person.hired, 12))
  const share = [20, 50, 75, 100][quarter - 1] ?? 100
  return Math.ceil((year * months * share) / 1200)
}

/** Hours to date that are planted, in tenths: S20 at mid-year. */
const plantedHours: ReadonlyMap<string, number> = new Map([
  ['EX-R5 2', 199],
  ['EC2-R4 2', 200],
])

/**
 * Hours of the year, and about 12 of the second half of 2025 for who was there. `sure`: the quarters in which the
 * person surely passes. Two hours of compliance come first, in the half year or so after 1 January.
 */
export function addTraining(
  scores: Scores,
  person: Person,
  sure: (quarter: Quarter) => boolean,
  random: Random,
): void {
  const add = (at: Day, hours: number, compliance: boolean) => {
    if (hours > 0) scores.trainings.push({ person: person.id, at, hours, compliance })
  }
  if (person.hired < on(7, 1, 2025)) {
    add(on(random.between(7, 9), 15, 2025), random.between(40, 75), false)
    add(on(random.between(10, 12), 15, 2025), random.between(40, 75), false)
  }
  // S20: enough hours before 1 July, so that only the 69 % stand against him.
  if (person.id === 'EC2-R5') add(on(11, 5, 2025), 120, false)
  let done = 0
  for (const quarter of quarters) {
    const from = Math.max(firstDay(quarter), person.hired)
    const until = Math.min(lastDay(quarter), person.left ?? lastDay(quarter))
    if (until - from < 7) continue
    const required = requiredHours(person, quarter)
    const percent = random.between(sure(quarter) ? 100 : 92, 135)
    const goal = plantedHours.get(`${person.id} ${quarter}`) ?? Math.ceil((required * percent) / 100)
    if (done === 0) {
      // One person in twenty puts the compliance course off.
      const late = !sure(quarter) && random.below(20) === 0
      add(from + 3, late ? 1 : 20, true)
      done += late ? 1 : 20
    }
    const more = Math.max(0, goal - done)
    const half = Math.floor(more / 2)
    add(random.between(from + 4, until - 2), half, false)
    add(random.between(from + 4, until - 2), more - half, false)
    done += more
  }
}

/**
 * Article 58: joiners' exams. Article 60: certificates for skids, valid 24 months; S20: SC-R4 has none.
 */
export function addCertificates(scores: Scores, person: Person, random: Random): void {
  const certify = (kind: CertificateKind, score: number, from: Day, until?: Day) =>
    scores.certificates.push({
      person: person.id,
      kind,
      score,
      from,
      ...(until === undefined ? {} : { until }),
    })
  if (person.hired >= on(1, 1)) {
    for (const [day, score] of examsOf(person.id)) certify('onboarding', score, person.hired + day)
  }
  if (person.id !== 'SC-R4' && person.hired < on(1, 1)) {
    const month = random.between(1, 12)
    certify('skid', random.between(80, 98), on(month, 10, 2025), on(month, 9, 2027))
  }
  certify('valve', random.between(80, 98), Math.max(person.hired + 30, on(9, 1, 2025)))
}

const certificateNames: { readonly [K in CertificateKind]: string } = {
  onboarding: '入职考试',
  skid: '成套认证',
  valve: '智能阀课程',
}

export function scoreFiles(scores: Scores): readonly (readonly [string, string])[] {
  const hours = (tenths: number) => formatDecimal(BigInt(tenths), 1)
  const number = (prefix: string, i: number) => `${prefix}${String(i + 1).padStart(4, '0')}`
  return [
    [
      'surveys.csv',
      toCsv(
        ['id', 'customer', 'person', 'answered', 'score'],
        scores.surveys.map((s) => [s.id, s.customer, s.person, formatDay(s.at), s.score]),
      ),
    ],
    [
      'receivables.csv',
      toCsv(
        ['id', 'customer', 'person', 'quarter', 'outstanding', 'overdue'],
        scores.receivables.map((r, i) => [
          number('D', i),
          r.customer,
          r.person,
          r.quarter,
          formatDecimal(r.outstanding, 2),
          formatDecimal(r.overdue, 2),
        ]),
      ),
    ],
    [
      'trainings.csv',
      toCsv(
        ['id', 'person', 'at', 'hours', 'compliance'],
        scores.trainings.map((t, i) => [
          number('H', i),
          t.person,
          formatDay(t.at),
          hours(t.hours),
          t.compliance ? 'yes' : 'no',
        ]),
      ),
    ],
    [
      'certificates.csv',
      toCsv(
        ['id', 'person', 'kind', 'kind_zh', 'score', 'from', 'until'],
        scores.certificates.map((c, i) => [
          number('Z', i),
          c.person,
          c.kind,
          certificateNames[c.kind],
          c.score,
          formatDay(c.from),
          c.until && formatDay(c.until),
        ]),
      ),
    ],
    [
      'coachings.csv',
      toCsv(
        ['id', 'coach', 'joiner', 'from', 'until'],
        scores.coachings.map(([coach, joiner, from, until], i) => [
          number('K', i),
          coach,
          joiner,
          formatDay(from),
          until && formatDay(until),
        ]),
      ),
    ],
    ['offences.csv', offencesCsv(scores.offences)],
  ]
}

/** Days of a quarter on which a person was there. */
export function presentDays(person: Person, quarter: Quarter): { readonly from: Day; readonly until: Day } {
  return {
    from: Math.max(firstDay(quarter), person.hired),
    until: Math.min(lastDay(quarter), person.left ?? lastDay(quarter)),
  }
}
