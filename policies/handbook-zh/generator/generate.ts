import { type Day, dateOf } from '../../../src/base/day.ts'
import { firstDay, on, type Quarter, quarterKey, quarters } from '../../tangyu-zh/generator/calendar.ts'
import { createPeople, type Person } from '../../tangyu-zh/generator/company.ts'
import { createCustomers, oldCustomers } from '../../tangyu-zh/generator/customers.ts'
import { addQuarter, type Deals, sellingDays } from '../../tangyu-zh/generator/deals.ts'
import { productsCsv } from '../../tangyu-zh/generator/products.ts'
import { quarterQuota } from '../../tangyu-zh/generator/quotas.ts'
import { createRandom, type Random } from '../../tangyu-zh/generator/random.ts'
import { addOffences } from '../../tangyu-zh/generator/scorecard-data.ts'
import { addDeals, type Book, bookFiles, emptyBook, inCny } from './book.ts'
import { customerRecords, type Known } from './customer-records.ts'
import {
  classBoundaries,
  classOwner,
  createCollections,
  createdDays,
  createOwners,
  customerFiles,
  strategicCustomers,
} from './customers.ts'
import { handOversFile, returnVisitsFile } from './hand-overs.ts'
import { inductionsFile, isInducted } from './induction.ts'
import { officeRecords } from './office-records.ts'
import { organisationFiles } from './organisation.ts'
import { paymentTermsFile } from './payment-terms.ts'
import { controlled, isControlled, plantDeals, plantIncomplete } from './planted-deals.ts'
import {
  plantApprovedOrders,
  plantExpiringOrders,
  plantedOrders,
  plantPool,
  plantQuotes,
  plantRenewedOrders,
  plantSpecialOrders,
  tradeFiles,
} from './planted-quotes.ts'
import { isScored, mayOffend, plantScores, plantSigned, settleOffences } from './planted-scores.ts'
import { quoteFiles, quoteOrders } from './quotes.ts'
import { assertSizes, forecastsCsv, pastResultsCsv } from './records.ts'
import {
  addCertificates,
  addReceivables,
  addSurveys,
  addTraining,
  presentDays,
  type Scores,
  scoreFiles,
} from './scores.ts'
import { complaintFiles, deliveryFile, enquiryFiles } from './service-records.ts'
import { refundedLater, secondQuarter, teamMonths, topUp } from './sizing.ts'
import { tradeRecords } from './trade-records.ts'

/**
 * The synthetic year 2026 of Tangyu Pump & Valve for the whole handbook: file name → CSV text. The same seed gives the
 * same bytes on every machine, and the planted situations are the same for every seed. `incomplete` adds the rows that
 * hold whatever rests on them (S06, the bad shares of S03), which the committed data are without: one missing due date
 * holds its person, the team, and the company's year.
 */
export function generateHandbook(
  seed: number,
  kind: 'complete' | 'incomplete' = 'complete',
): ReadonlyMap<string, string> {
  const people = createPeople(seed)
  const sellers = people.filter((p) => p.role === 'rep' || p.role === 'senior')
  const customers = createCustomers(createRandom(seed, 'customers'))
  const owned = new Map(sellers.map((p) => [p.id, oldCustomers(customers, p)] as const))
  const oldest = (person: string) => owned.get(person)?.[0] ?? ''
  const book = emptyBook()
  addDeals(
    book,
    chanceDeals(seed, people, sellers, owned, (person) => customers.add(person)),
  )
  const planting = { oldest, add: (person: string, id: string) => customers.add(person, id) }
  plantDeals(book, planting, (person, quarter) => {
    const found = people.find((p) => p.id === person)
    return (found && quarterQuota(found, people, quarter)) ?? 0n
  })
  plantSigned(book, planting)
  for (const [id] of classBoundaries) customers.add(classOwner, id)
  customers.add('EC2-S1', 'C-S12')
  topUp(book, people, oldest)
  countUnits(book)
  const months = teamMonths(book, people)
  assertSizes(months, refundedLater(book))
  const scores = createScores(seed, people, sellers, owned)
  plantScores(scores, planting)
  chanceScores(seed, scores, people, sellers, owned)
  if (kind === 'incomplete') plantIncomplete(book, planting)
  settleOffences(scores)
  plantApprovedOrders(book, planting.add)
  plantPool(book, planting.add)
  const quotes = quoteOrders(book, people, plantedOrders, mayQuote(scores), createRandom(seed, 'quotes'))
  plantQuotes(quotes, planting.add)
  plantRenewedOrders(book, planting.add)
  plantExpiringOrders(book, planting.add)
  plantSpecialOrders(book, planting.add)
  const created = createdDays(customers.all, book, seed)
  const owners = createOwners(customers.all, people, created)
  const collected = createCollections(customers.all, created, createRandom(seed, 'collections'))
  const records: Known = {
    people,
    customers: customers.all,
    owners,
    book,
    collected,
    created,
    offences: scores.offences,
    strategic: new Set([...strategicCustomers(customers.all), 'C-S12']),
  }
  return new Map([
    ...organisationFiles(people),
    ...customerFiles(customers.all, owners, collected, created),
    ['products.csv', `${productsCsv()}${clearanceProducts}`],
    ...quoteFiles(quotes),
    ...tradeFiles(),
    ...customerRecords(records, createRandom(seed, 'contacts')),
    ...complaintFiles(records, createRandom(seed, 'complaints')),
    ...enquiryFiles(records, createRandom(seed, 'enquiries')),
    deliveryFile(records, createRandom(seed, 'deliveries')),
    handOversFile(records, createRandom(seed, 'hand-overs')),
    returnVisitsFile(records, createRandom(seed, 'return visits')),
    paymentTermsFile(records, createRandom(seed, 'payment terms')),
    ...officeRecords(records, createRandom(seed, 'office')),
    ...tradeRecords(records, createRandom(seed, 'trade')),
    ...bookFiles(book),
    ...scoreFiles(scores),
    inductionsFile(),
    ['forecasts.csv', forecastsCsv(months, createRandom(seed, 'forecasts'))],
    ['quarter-results-2025.csv', pastResultsCsv(sellers, createRandom(seed, 'results'))],
  ])
}

/** Articles 58 and 60: who joined this year has completed induction; a skid or a valve wants its certificate on that day. */
function mayQuote(scores: Scores): (person: string, line: string, day: Day) => boolean {
  return (person, line, day) => {
    const has = (kind: string) =>
      scores.certificates.some(
        (c) =>
          c.person === person &&
          c.kind === kind &&
          c.score >= 80 &&
          c.from <= day &&
          (c.until === undefined || day <= c.until),
      )
    const kind = line === 'P3' ? 'skid' : line === 'P2' ? 'valve' : undefined
    return isInducted(person, day) && (kind === undefined || has(kind))
  }
}

/** What is being cleared (article 31) has no orders. */
const clearanceProducts =
  'P1-07,老型离心泵,Old-model centrifugal pump,P1\nP2-07,老型智能阀,Old-model smart valve,P2\n'

type Owned = ReadonlyMap<string, [string, ...string[]]>

/** The quarters that are not planted: about 21 receipts each, with up to four new customers. */
function chanceDeals(
  seed: number,
  people: readonly Person[],
  sellers: readonly Person[],
  owned: Owned,
  addCustomer: (person: string) => string,
): Deals {
  const random = createRandom(seed, 'deals')
  const deals: Deals = { orders: [], receipts: [] }
  for (const person of sellers) {
    for (const quarter of quarters) {
      const days = sellingDays(quarter, person.hired, person.left)
      if (days.from > days.until || isControlled(person.id, quarter)) continue
      const quota = quarterQuota(person, people, quarter) ?? 0n
      // Who leaves wins nobody whose first 90 days (article 50) end after he is gone.
      const count = random.below(9) % 5
      const fresh = person.left === undefined ? count : 0
      const newCustomers = Array.from({ length: fresh }, () => addCustomer(person.id))
      const seller = {
        id: person.id,
        export: person.team?.id === 'EX',
        quarter,
        ...days,
        notBefore: Math.max(afterPlanted(person.id, quarter), person.hired),
        goal: (quota * percentOfQuota(random)) / (toppedUp(person, quarter) ? 118n : 100n),
        oldCustomers: owned.get(person.id) ?? [''],
        newCustomers,
        receipts: random.between(19, 24),
      } as const
      addQuarter(deals, seller, random)
    }
  }
  return deals
}

/** The first day on which an order may be signed: none falls into a planted quarter. */
function afterPlanted(person: string, quarter: Quarter): number {
  const last = (controlled.get(person) ?? []).filter((q) => q < quarter).at(-1)
  return last === undefined ? on(1, 1) : firstDay((last + 1) as Quarter)
}

/** Leaves room for what brings three teams to their planted second quarter. */
function toppedUp(person: Person, quarter: Quarter): boolean {
  return quarter === 2 && secondQuarter.has(person.team?.id ?? '')
}

/** Mostly 58 to 142 % before factors; one quarter in twelve is bad. */
function percentOfQuota(random: Random): bigint {
  if (random.below(12) === 0) return BigInt(random.between(25, 50))
  return BigInt(58 + random.below(31) + random.below(31) + random.below(25))
}

/** S16: the valves that are paid in the second quarter are 460 in all; elsewhere about one for each 14,000 CNY. */
function countUnits(book: Book): void {
  const orders = new Map(book.orders.map((o) => [o.id, o]))
  const order = new Map(book.instalments.map((i) => [i.id, orders.get(i.order)]))
  const valves = book.receipts.filter((r) => order.get(r.instalment)?.sku.startsWith('P2'))
  const worth = (r: (typeof valves)[number]) => inCny(r) ?? 0n
  const second = valves.filter((r) => Math.ceil(dateOf(r.received).month / 3) === 2)
  const open = second.filter((r) => r.units === 0)
  const goal = 460 - second.reduce((sum, r) => sum + r.units, 0)
  const total = open.reduce((sum, r) => sum + worth(r), 0n)
  let left = goal
  for (const r of open) {
    r.units = Number((BigInt(goal) * worth(r)) / total)
    left -= r.units
  }
  // The largest payments take what rounding down left.
  const largest = [...open].sort((a, b) => (worth(b) > worth(a) ? 1 : worth(b) < worth(a) ? -1 : 0))
  for (const r of largest.slice(0, left)) r.units += 1
  for (const r of valves) if (!second.includes(r)) r.units = Number(worth(r) / 1_400_000n)
}

function createScores(
  seed: number,
  people: readonly Person[],
  sellers: readonly Person[],
  owned: Owned,
): Scores {
  const scores: Scores = {
    surveys: [],
    receivables: [],
    trainings: [],
    certificates: [],
    coachings: [
      ['EC1-S1', 'EC1-R7', on(4, 13), on(7, 12)],
      ['SW-S1', 'SW-R5', on(6, 18), on(9, 30)],
      ['EC1-S2', 'EC1-R8', on(7, 6), on(10, 5)],
    ],
    offences: [],
  }
  const random = createRandom(seed, 'training')
  for (const person of people) {
    if (person.role === 'director') continue
    addTraining(scores, person, (quarter) => isScored(person.id, quarter), random)
  }
  for (const person of sellers) addCertificates(scores, person, random)
  const offences = createRandom(seed, 'offences of 2025')
  for (const person of sellers) {
    const free = !controlled.has(person.id) && !['SC-R5', 'SC-R6', 'SC-R7'].includes(person.id)
    const days = { from: Math.max(on(1, 1, 2025), person.hired), until: on(12, 31, 2025) }
    if (free && days.from < on(11, 1, 2025)) addOffences(asData(scores), person, days, offences)
  }
  const past = createRandom(seed, 'receivables of 2025')
  for (const person of sellers) {
    if (person.hired < on(10, 1, 2025)) {
      addReceivables(scores, person.id, owned.get(person.id) ?? [''], '2025-Q4', past)
    }
  }
  return scores
}

function chanceScores(
  seed: number,
  scores: Scores,
  people: readonly Person[],
  sellers: readonly Person[],
  owned: Owned,
): void {
  const random = createRandom(seed, 'scorecards')
  for (const person of sellers) {
    for (const quarter of quarters) {
      const days = presentDays(person, quarter)
      if (days.from > days.until) continue
      const customers = owned.get(person.id) ?? ['']
      if (!isScored(person.id, quarter)) {
        addSurveys(scores, person.id, customers, days, random)
        if (person.left === undefined || quarter === 1) {
          addReceivables(scores, person.id, customers, quarterKey(quarter), random)
        }
      }
      if (mayOffend(person.id, quarter)) addOffences(asData(scores), person, days, random)
    }
  }
  for (const person of people.filter((p) => p.role === 'manager')) {
    if (random.below(2) === 0) {
      addOffences(asData(scores), person, { from: on(1, 1), until: on(12, 31) }, random)
    }
  }
}

function asData(scores: Scores): Parameters<typeof addOffences>[0] {
  return { receivables: [], surveys: [], training: [], offences: scores.offences }
}
