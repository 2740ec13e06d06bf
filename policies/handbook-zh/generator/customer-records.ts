import { type Day, dateOf } from '../../../src/base/day.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import type { Person } from '../../tangyu-zh/generator/company.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import type { Customer } from '../../tangyu-zh/generator/customers.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import { type Book, inCny } from './book.ts'
import type { Collected, Owner } from './customers.ts'
import type { Scores } from './scores.ts'
import { type At, at, clockOf, formatAt, isWorkingDay, workingDay } from './working-days.ts'

type File = readonly [name: string, text: string]
type Offence = Scores['offences'][number]

/** Follow-ups are from the second quarter until the dry run of 7 July, noon; what is planted for V2, from the whole year. */
const followed = { from: on(4, 1), until: on(7, 6) }

const kinds = [
  ['visit', '拜访'],
  ['call', '通话'],
  ['quotation', '报价'],
  ['message', '信息'],
  ['meeting', '会议'],
] as const
const sources = [
  ['web', '网站'],
  ['phone', '电话'],
  ['exhibition', '展会'],
  ['referral', '转介绍'],
] as const

export type Known = {
  readonly people: readonly Person[]
  readonly customers: readonly Customer[]
  readonly owners: readonly Owner[]
  readonly book: Book
  readonly collected: readonly Collected[]
  readonly created: (customer: string) => Day
  readonly offences: readonly Offence[]
  readonly strategic: ReadonlySet<string>
}

/** Leads (article 20), contacts (17, 19, 21) and claims from the pool (21). V1 and V2 are what comes late in them. */
export function customerRecords(known: Known, random: Random): readonly File[] {
  return [leads(known, random), followUps(known, random), claims(), newCustomers(), disputes()]
}

/** Who looks after a customer on a day. */
export function ownerOn(owners: readonly Owner[]): (customer: string, day: Day) => string | undefined {
  const of = new Map<string, Owner[]>()
  for (const o of owners) of.set(o.customer, [...(of.get(o.customer) ?? []), o])
  return (customer, day) =>
    of.get(customer)?.find((o) => o.from <= day && (o.until === undefined || day <= o.until))?.person
}

/** Self-deciding offences of 2026 by their code: each of them is a late row of the records. */
export function decidedBySystem(offences: readonly Offence[], code: string): readonly Offence[] {
  return offences.filter((o) => o.code === code && o.happened >= on(1, 1))
}

function leads(known: Known, random: Random): File {
  const rows: (readonly (string | undefined)[])[] = []
  const add = (id: string, source: number, owner: string, arrived: At, responded?: At) =>
    rows.push([
      id,
      ...(sources[source] ?? sources[0]),
      owner,
      formatAt(arrived),
      responded && formatAt(responded),
    ])
  const sellers = known.people.filter((p) => p.role === 'rep' || p.role === 'senior')
  for (let n = 1; n <= 380; n++) {
    const day = workingDay(on(1, 4) + random.below(355), 1)
    const here = sellers.filter((p) => p.hired <= day && (p.left ?? day + 9) > day + 5)
    const owner = here[random.below(here.length)]?.id ?? ''
    const worked = random.below(200)
    const source = random.below(4)
    // 4 hours are 240 working minutes, 7.5 are a day.
    const used = random.below(source < 2 ? 240 : 249)
    add(`L${String(n).padStart(4, '0')}`, source, owner, ...spent(day, worked, used))
  }
  for (const o of decidedBySystem(known.offences, 'V1')) {
    if (o.id.startsWith('F-S')) continue
    add(`L-V1-${o.id}`, 0, o.person, at(o.happened, '09:30'), at(o.happened, '16:30'))
  }
  add('L-S18-1', 0, 'NC-R4', at(on(5, 9), '17:00'), at(on(5, 11), '12:00'))
  add('L-S18-2', 0, 'NC-R4', at(on(5, 2), '10:20'), at(on(5, 6), '14:30'))
  return ['leads.csv', toCsv(['id', 'source', 'source_zh', 'owner', 'arrived', 'responded'], rows)]
}

/** From a working minute of a day on, and after so many more of them: within that day and the next. */
function spent(day: Day, worked: number, used: number): readonly [At, At] {
  const end = worked + used
  const until =
    end < 450
      ? { day, minute: clockOf(end) }
      : { day: workingDay(day, 1), minute: clockOf(Math.max(1, end - 450)) }
  return [{ day, minute: clockOf(worked) }, until]
}

/** Customers whose contacts are planted, each in the C class but C-S17-1 and -2, which are strategic (class A). */
const plantedContacts: readonly (readonly [customer: string, person: string, ...days: Day[]])[] = [
  ['C-S17-1', 'SW-M', on(6, 17)], // day 20 on 7 July
  ['C-S17-2', 'SW-M', on(6, 16)], // day 21
  ['C-S17-3', 'SW-M', on(4, 7)], // day 91 with an open order
  ['C-S17-4', 'SW-M', on(4, 8)], // day 90 without one
  ['C-S17-5', 'SW-M', on(6, 22)], // never dealt, day 15
  ['C-S24-9', 'SW-R1', on(6, 15)], // never dealt, day 22, five days of a dispute among them
]
/** The late ones of them, and S23: what the days lead to by article 19. */
export const lateContacts: readonly (readonly [id: string, person: string, due: Day])[] = [
  ['F-S17-3', 'SW-M', on(5, 7)],
  ['F-S17-4', 'SW-M', on(5, 8)],
  ['F-S17-2', 'SW-M', on(6, 23)],
  ['F-S17-1', 'SW-M', on(6, 24)],
  ['F-S23-V1', 'EC1-M', on(6, 29)],
]

function followUps(known: Known, random: Random): File {
  const rows: (readonly (string | number | undefined)[])[] = []
  let count = 0
  const add = (
    customer: string,
    person: string,
    kind: number,
    time: At,
    minutes: number,
    recorded: At,
    id = `U${String(++count).padStart(5, '0')}`,
  ) =>
    rows.push([
      id,
      customer,
      person,
      ...(kinds[kind] ?? kinds[0]),
      formatAt(time),
      minutes,
      formatAt(recorded),
    ])
  const owner = ownerOn(known.owners)
  const days = daysBetweenContacts(known)
  const planted = new Set(plantedContacts.map(([customer]) => customer))
  for (const { id } of known.customers) {
    if (planted.has(id) || id === 'C-S23') continue
    const most = days(id)
    let day = Math.max(followed.from + random.below(Math.min(most, 12)), known.created(id))
    for (; day <= followed.until; day += random.between(Math.ceil(most * 0.6), most)) {
      while (!isWorkingDay(day)) day--
      const person = owner(id, day)
      if (person === undefined) break
      const time = { day, minute: clockOf(random.below(420)) }
      const kind = random.below(5) < 3 ? 1 : random.below(3) === 0 ? 2 : 0
      const minutes = kind === 1 ? random.between(3, 25) : kind === 0 ? random.between(30, 150) : 0
      const written = { day: time.day, minute: Math.min(1_075, time.minute + 30) }
      add(id, person, kind, time, minutes, written)
      // What is no follow-up: a call under three minutes, a message.
      if (random.below(8) === 0) add(id, person, 1, { day, minute: 1_060 }, 2, { day, minute: 1_070 })
      if (random.below(12) === 0) add(id, person, 3, { day, minute: 1_065 }, 0, { day, minute: 1_070 })
    }
  }
  for (const [customer, person, ...on] of plantedContacts)
    for (const [i, day] of on.entries())
      add(customer, person, 0, at(day, '10:00'), 60, at(day, '17:00'), `U-${customer.slice(2)}-${i + 1}`)
  add('C-S23', 'EC1-R6', 0, at(on(5, 28), '10:00'), 45, at(on(5, 28), '16:00'), 'U-S23-1')
  add('C-S23', 'EC1-M', 0, at(on(7, 1), '10:00'), 45, at(on(7, 1), '16:00'), 'U-S23-2')
  const oldest = new Map<string, string>()
  for (const c of known.customers) if (!oldest.has(c.owner)) oldest.set(c.owner, c.id)
  for (const o of decidedBySystem(known.offences, 'V2')) {
    const contact = workingDay(o.happened, -2)
    const customer = oldest.get(o.person) ?? known.customers[0]?.id ?? ''
    const recorded = at(workingDay(o.happened, 1), '09:30')
    add(customer, o.person, 1, at(contact, '15:10'), 2, recorded, `U-V2-${o.id}`)
  }
  const headings = 'id customer person kind kind_zh at minutes recorded'.split(' ')
  return ['follow-ups.csv', toCsv(headings, rows)]
}

/** A week for whoever may be in class A, two for B, 30 days for the others (articles 18 and 19), of the first half-year. */
export function daysBetweenContacts(known: Known): (customer: string) => number {
  const months = new Map<string, bigint>()
  const add = (customer: string, month: number, cents: bigint) =>
    months.set(`${customer} ${month}`, (months.get(`${customer} ${month}`) ?? 0n) + cents)
  for (const c of known.collected) add(c.customer, c.month, c.cents)
  const order = new Map(known.book.orders.map((o) => [o.id, o.customer]))
  const customer = new Map(known.book.instalments.map((i) => [i.id, order.get(i.order) ?? '']))
  for (const r of known.book.receipts) {
    add(customer.get(r.instalment) ?? '', 12 + dateOf(r.received).month, inCny(r) ?? 0n)
  }
  const most = (id: string) => {
    const year = (from: number) =>
      Array.from({ length: 12 }, (_, i) => months.get(`${id} ${from + i}`) ?? 0n).reduce((a, b) => a + b, 0n)
    return year(1) > year(4) ? year(1) : year(4)
  }
  return (id) => (known.strategic.has(id) || most(id) >= 100_000_000n ? 7 : most(id) >= 20_000_000n ? 15 : 30)
}

/** Article 21, paragraph 1: the 80th and the 81st private customer of a representative, the 120th and the 121st of a senior. */
function newCustomers(): File {
  const rows = [
    ['NEW-80', 'NC-R2', '2026-06-11 10:00', 79],
    ['NEW-81', 'NC-R2', '2026-06-11 10:20', 80],
    ['NEW-120', 'NC-S1', '2026-06-11 11:00', 119],
    ['NEW-121', 'NC-S1', '2026-06-11 11:05', 120],
    ['NEW-M', 'NC-M', '2026-06-11 14:00', 130],
  ]
  return ['new-customers.csv', toCsv(['id', 'person', 'at', 'held'], rows)]
}

/** Article 21, paragraph 3: one that is settled, one that goes on, and one while a stage does not change. */
function disputes(): File {
  const rows = [
    ['DP-1', 'C-S24-9', '2026-06-20', '2026-06-25'],
    ['DP-2', 'C0050', '2026-06-01', ''],
    ['DP-3', 'C-S24-8', '2026-05-06', '2026-05-16'],
  ]
  return ['disputes.csv', toCsv(['id', 'customer', 'opened', 'closed'], rows)]
}

/**
 * Article 21. S17: the former owner on day 29 and 30 after the return, the sixth claim of a day, and the 81st customer.
 * `held`: private customers of the claimant at that moment, class A not counted.
 */
function claims(): File {
  const rows = [
    ['CL-01', 'C0007', 'EC2-R4', '2026-05-12 09:20', 64, 'EC2-R1', '2026-03-30'],
    ['CL-02', 'C0015', 'EC2-R4', '2026-05-12 09:21', 65, '', '2026-04-15'],
    ['CL-03', 'C0023', 'EC2-R4', '2026-05-12 09:25', 66, '', '2026-04-15'],
    ['CL-04', 'C0033', 'EC2-R4', '2026-05-12 09:40', 67, '', '2026-04-15'],
    ['CL-05', 'C0045', 'EC2-R4', '2026-05-12 10:05', 68, '', '2026-04-15'],
    ['CL-06', 'C0055', 'EC2-R4', '2026-05-12 10:06', 69, '', '2026-04-15'],
    ['CL-S17-29', 'C0063', 'NC-R1', '2026-06-09 09:00', 41, 'NC-R1', '2026-05-11'],
    ['CL-S17-30', 'C0063', 'NC-R1', '2026-06-10 09:00', 41, 'NC-R1', '2026-05-11'],
    ['CL-S17-80', 'C0072', 'NC-R2', '2026-06-10 09:30', 79, '', '2026-05-11'],
    ['CL-S17-81', 'C0082', 'NC-R2', '2026-06-10 09:31', 80, '', '2026-05-11'],
    ['CL-S17-S', 'C0093', 'NC-S1', '2026-06-10 09:31', 119, '', '2026-05-11'],
    ['CL-S17-T', 'C0094', 'NC-S1', '2026-06-10 09:33', 120, '', '2026-05-11'],
  ]
  return ['claims.csv', toCsv(['id', 'customer', 'person', 'at', 'held', 'former', 'returned'], rows)]
}
