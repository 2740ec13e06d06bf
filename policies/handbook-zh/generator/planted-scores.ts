import { type Day, dateOf } from '../../../src/base/day.ts'
import { firstDay, on, type Quarter, quarterKey, quarters } from '../../tangyu-zh/generator/calendar.ts'
import { addSale, type Book } from './book.ts'
import { lateContacts } from './customer-records.ts'
import { classBoundaries, classOwner } from './customers.ts'
import { type Customers, isControlled } from './planted-deals.ts'
import type { Scores } from './scores.ts'
import { workedFrom, workingDay } from './working-days.ts'

/** Whose indicators of a quarter are all planted, not only the deals. */
const fullMarks: readonly (readonly [string, readonly Quarter[]])[] = [
  ['EC1-R2', [3]], // S16 ties for the star
  ['EC1-R3', [3]],
  ['EC2-R5', [1, 2]], // S20
  ['EX-R3', quarters],
  ['EX-R4', quarters],
  ['SW-S1', quarters],
]
const others: readonly (readonly [string, Quarter])[] = [
  ['EC1-R1', 2],
  ['SC-R1', 2],
  ['SC-R2', 2],
  ['SC-R3', 2],
  ['EC2-R3', 2],
]

export function isScored(person: string, quarter: Quarter): boolean {
  return (
    others.some(([p, q]) => p === person && q === quarter) ||
    fullMarks.some(([p, of]) => p === person && of.includes(quarter))
  )
}

/** Orders that are signed and not yet paid: what margin and new customers are read from. Amounts are cents. */
export function plantSigned(book: Book, customers: Customers): void {
  const sign = (id: string, owner: string, amount: bigint, margin: number, signed: Day = on(5, 8)) =>
    addSale(book, {
      id,
      owner,
      customer: customers.add(owner, id.replace('O-', 'C-')),
      line: 'P1',
      signed,
      amount,
      margin,
      first: true,
      payments: [{ due: on(1, 31, 2027), net: amount }],
    })
  sign('O-W4-1', 'EC1-R1', 100_000_000n, 280)
  sign('O-W4-2', 'EC1-R1', 25_000_000n, 200)
  for (const [owner, situation] of [
    ['SC-R1', 'S25-9500'],
    ['SC-R2', 'S25-9499'],
    ['SC-R3', 'S25-9500R'],
  ] as const)
    for (const n of [1, 2, 3]) sign(`O-${situation}-${n}`, owner, 20_000_000n, 270)
  for (const [owner, of] of fullMarks)
    for (const quarter of of)
      for (const n of [1, 2, 3])
        sign(`O-F-${owner}-Q${quarter}-${n}`, owner, 20_000_000n, 270, firstDay(quarter) + 30 + n)
  // S16: the score under 60 has a margin of 18 %.
  addSale(book, {
    id: 'O-S16-M',
    owner: 'EC2-R3',
    customer: customers.oldest('EC2-R3'),
    line: 'P1',
    signed: on(5, 8),
    amount: 30_000_000n,
    margin: 55,
    payments: [{ due: on(1, 31, 2027), net: 30_000_000n }],
  })
}

/** Worked example 4, scorecards around the boundary of level A, full marks, and the offences of S09 and S21. */
export function plantScores(scores: Scores, customers: Customers): void {
  const plant = (person: string, quarter: Quarter, overdue: bigint, surveys: readonly number[]) => {
    const customer = customers.oldest(person)
    scores.receivables.push({
      customer,
      person,
      quarter: quarterKey(quarter),
      outstanding: 100_000_000n,
      overdue,
    })
    for (const [i, score] of surveys.entries()) {
      const id = quarter === 2 ? `U-${person}-${i + 1}` : `U-${person}-Q${quarter}-${i + 1}`
      scores.surveys.push({ id, customer, person, at: firstDay(quarter) + 40 + i, score })
    }
  }
  plant('EC1-R1', 2, 8_000_000n, [90, 92])
  for (const person of ['SC-R1', 'SC-R2', 'SC-R3']) plant(person, 2, 5_000_000n, [75])
  plant('EC2-R3', 2, 15_000_000n, [80])
  for (const [person, of] of fullMarks) for (const quarter of of) plant(person, quarter, 5_000_000n, [95])
  for (const [id, , overdue] of classBoundaries)
    scores.receivables.push({
      customer: id,
      person: classOwner,
      quarter: '2025-Q4',
      outstanding: 100_000_000n,
      overdue: overdue * 10_000n,
    })
  const offence = (
    id: string,
    person: string,
    code: string,
    happened: Day,
    decided: Day,
    points: number,
    knockOut = false,
  ) => scores.offences.push({ id, person, code, happened, decided, points, knockOut })
  offence('F-W3-1', 'EC1-R1', 'V2', on(4, 10), on(4, 10), 1)
  offence('F-W3-2', 'EC1-R1', 'V2', on(5, 20), on(5, 20), 2)
  offence('F-W3-3', 'EC1-R1', 'V2', on(6, 25), on(6, 25), 4)
  // S09: the first is exactly 90 days before the second and does not count.
  offence('F-S09-1', 'SC-R7', 'V2', on(3, 12), on(3, 12), 1)
  offence('F-S09-2', 'SC-R7', 'V2', on(6, 10), on(6, 10), 1)
  offence('F-S21-V4', 'KA-R1', 'V4', on(5, 4), on(5, 15), 20, true)
  // S21: 300 days apart, within 365; and an act of June that is decided in July.
  offence('F-S21-V8-1', 'SC-R5', 'V8', on(7, 20, 2025), on(8, 3, 2025), 20)
  offence('F-S21-V8-2', 'SC-R5', 'V8', on(5, 16), on(5, 29), 20, true)
  offence('F-S21-V10', 'SC-R6', 'V10', on(6, 22), on(7, 6), 3)
}

/** Who has offences of his own by chance neither in a planted quarter nor so that they would reach into one. */
export function mayOffend(person: string, quarter: Quarter): boolean {
  const next = quarter === 4 ? quarter : ((quarter + 1) as Quarter)
  const planted = person === 'SC-R6' || person === 'SC-R7'
  return (
    !planted &&
    !isControlled(person, quarter) &&
    !isControlled(person, next) &&
    !(person === 'EC1-R1' && quarter < 3)
  )
}

/**
 * V1, V2 and V7 are decided by the system on the working day on which a time limit ran out: those of 2026 that chance put
 * on another day go to the next one of their quarter, or the one before. S08, S17 and S23 are added, of managers alone,
 * and the points of the codes that chance gives are those of their days.
 */
export function settleOffences(scores: Scores): void {
  const late = lateContacts.map(([id, person, due]) => [id, person, 'V1', due] as const)
  for (const [id, person, code, day] of [...late, ['F-S08', 'SC-M', 'V7', on(5, 13)] as const])
    scores.offences.push({ id, person, code, happened: day, decided: day, points: 0, knockOut: false })
  const points: { readonly [code: string]: readonly [number, number, number] } = {
    V1: [1, 2, 4],
    V2: [1, 2, 4],
    V7: [3, 6, 10],
    V10: [3, 6, 10],
  }
  const moved = scores.offences.map((o) => {
    if (o.happened < on(1, 1) || !['V1', 'V2', 'V7'].includes(o.code)) return o
    const next = workedFrom(o.happened)
    const day = quarterAt(next) === quarterAt(o.happened) ? next : workingDay(o.happened, -1)
    return { ...o, happened: day, decided: day }
  })
  const counted = moved.map((o) => {
    const of = points[o.code]
    if (of === undefined) return o
    const earlier = moved.filter(
      (e) =>
        e.person === o.person &&
        e.code === o.code &&
        e.happened > o.happened - 90 &&
        (e.happened < o.happened || (e.happened === o.happened && e.id < o.id)),
    )
    return { ...o, points: of[Math.min(2, earlier.length)] ?? of[2] }
  })
  scores.offences.splice(0, scores.offences.length, ...counted)
}

function quarterAt(day: Day): number {
  const { year, month } = dateOf(day)
  return year * 4 + Math.ceil(month / 3)
}
