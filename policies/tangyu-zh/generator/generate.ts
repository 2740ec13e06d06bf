import { firstDay, on, quarters } from './calendar.ts'
import { createPeople, type Person, peopleCsv, teamsCsv } from './company.ts'
import { createCustomers, customersCsv, oldCustomers } from './customers.ts'
import { addQuarter, type Deals, ordersCsv, receiptsCsv, sellingDays } from './deals.ts'
import { exactInSecondQuarter, exactScorecard, missingQuota, plantDeals, plantScorecards } from './planted.ts'
import { exchangeRatesCsv, productsCsv } from './products.ts'
import { quarterQuota, quotasCsv } from './quotas.ts'
import { createRandom, type Random } from './random.ts'
import {
  addOffences,
  addReceivable,
  addSurveys,
  addTraining,
  offencesCsv,
  receivablesCsv,
  rollCsv,
  type ScorecardData,
  surveysCsv,
  trainingCsv,
} from './scorecard-data.ts'

/** The seed of the files that stand in the repository. */
export const committedSeed = 2026

/**
 * The synthetic year 2026 of Tangyu Pump & Valve, a fictional company: file name → CSV text. The same seed gives the
 * same bytes on every machine; the planted situations (`planted.ts`) are the same for every seed.
 */
export function generate(seed: number): ReadonlyMap<string, string> {
  const people = createPeople(seed)
  const sellers = people.filter((p) => p.role === 'rep' || p.role === 'senior')
  const customers = createCustomers(createRandom(seed, 'customers'))
  const random = createRandom(seed, 'deals')
  const scoreRandom = createRandom(seed, 'scorecards')
  const deals: Deals = { orders: [], receipts: [] }
  const data: ScorecardData = { receivables: [], surveys: [], training: [], offences: [] }
  const owned = new Map<string, [string, ...string[]]>()
  for (const person of sellers) {
    const old = oldCustomers(customers, person)
    owned.set(person.id, old)
    for (const quarter of quarters) {
      const days = sellingDays(quarter, person.hired, person.left)
      if (days.from > days.until) continue
      const exact = quarter === 2 && exactInSecondQuarter.has(person.id)
      const fresh = exact ? [] : Array.from({ length: random.below(5) }, () => customers.add(person.id))
      if (!exact) {
        const quota = quarterQuota(person, people, quarter) ?? 0n
        addQuarter(
          deals,
          {
            id: person.id,
            export: person.team?.id === 'EX',
            quarter,
            ...days,
            notBefore: notBefore(person, quarter === 3),
            goal: (quota * percentOfQuota(random)) / 100n,
            oldCustomers: old,
            newCustomers: fresh,
          },
          random,
        )
      }
      if (exactScorecard.has(person.id) && quarter === 2) continue
      addReceivable(data, person, quarter, scoreRandom)
      addSurveys(data, old, days, scoreRandom)
      addTraining(data, person, quarter, scoreRandom)
      if (!exactInSecondQuarter.has(person.id) || quarter > 2) addOffences(data, person, days, scoreRandom)
    }
  }
  const oldest = (person: string) => owned.get(person)?.[0] ?? ''
  plantDeals(deals, oldest, (person, id) => customers.add(person, id))
  plantScorecards(data, oldest)
  return new Map([
    ['teams.csv', teamsCsv()],
    ['people.csv', peopleCsv(people)],
    ['quotas.csv', quotasCsv(people, missingQuota)],
    ['days-on-roll.csv', rollCsv(sellers, quarters)],
    ['products.csv', productsCsv()],
    ['exchange-rates.csv', exchangeRatesCsv()],
    ['customers.csv', customersCsv(customers.all)],
    ['orders.csv', ordersCsv(deals.orders)],
    ['receipts.csv', receiptsCsv(deals.receipts)],
    ['receivables.csv', receivablesCsv(data.receivables)],
    ['surveys.csv', surveysCsv(data.surveys)],
    ['training.csv', trainingCsv(data.training)],
    ['offences.csv', offencesCsv(data.offences)],
  ])
}

/** The first day on which a person's orders are signed: for planted people none falls into the second quarter. */
function notBefore(person: Person, third: boolean): number {
  const begins = third && exactInSecondQuarter.has(person.id) ? firstDay(3) : on(1, 1)
  return Math.max(begins, person.hired)
}

/** Mostly 45 to 129 %; one quarter in ten is bad. */
function percentOfQuota(random: Random): bigint {
  if (random.below(10) === 0) return BigInt(random.between(20, 44))
  return BigInt(45 + random.below(31) + random.below(31) + random.below(25))
}
