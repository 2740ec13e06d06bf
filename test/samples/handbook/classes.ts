import { at, type CsvRecord, cell } from '../csv.ts'
import { addDays, addYears, firstDay, key, type Quarter, quarterKey, sum } from './exact.ts'
import type { Known } from './scorecards.ts'

export type CustomerClass = 'A' | 'B' | 'C' | 'two lists'

/**
 * Article 18 on a quarter's first day: net collections of the 12 months before, refunds taken off, and the share that
 * was overdue on the day before; nothing outstanding is no overdue share. The lists in force on that day come first.
 */
export function customerClasses(known: Known, quarter: Quarter): ReadonlyMap<string, CustomerClass> {
  const { data } = known
  const day = firstDay(quarter)
  const from = addYears(day, -1)
  const collected = new Map<string, bigint>()
  const add = (customer: string, on: string, cents: bigint) => {
    if (on >= from && on < day) collected.set(customer, (collected.get(customer) ?? 0n) + cents)
  }
  for (const row of data.rows('collections-2025')) {
    add(cell(row, 'customer'), `${cell(row, 'month')}-01`, at(2, cell(row, 'net')))
  }
  for (const line of known.collected.lines) {
    if (line.kind !== 'overlay') add(line.order.customer, line.date, line.net)
  }
  const owed = new Map<string, CsvRecord[]>()
  for (const row of data.rows('receivables')) {
    if (cell(row, 'quarter') !== quarterKey(addDays(day, -1))) continue
    owed.set(cell(row, 'customer'), [...(owed.get(cell(row, 'customer')) ?? []), row])
  }
  const customers = data.rows('customers').filter((c) => cell(c, 'created') <= day)
  return new Map(
    customers.map((c) => {
      const id = cell(c, 'id')
      const listed = listedOn(data.rows('listings'), id, day)
      return [id, listed ?? classOf(collected.get(id) ?? 0n, owed.get(id) ?? [])] as const
    }),
  )
}

function classOf(collected: bigint, owed: readonly CsvRecord[]): CustomerClass {
  const outstanding = sum(owed, (r) => at(2, cell(r, 'outstanding')))
  const overdue = sum(owed, (r) => at(2, cell(r, 'overdue')))
  const within = (percent: bigint) => overdue * 100n <= outstanding * percent
  if (collected >= 100_000_000n) return within(10n) ? 'A' : 'B'
  return collected >= 20_000_000n && within(20n) ? 'B' : 'C'
}

function listedOn(listings: readonly CsvRecord[], customer: string, day: string): CustomerClass | undefined {
  const kinds = listings
    .filter(
      (l) =>
        cell(l, 'customer') === customer &&
        cell(l, 'from') <= day &&
        (cell(l, 'until') === '' || day <= cell(l, 'until')),
    )
    .map((l) => cell(l, 'kind'))
  if (kinds.length > 1) return 'two lists'
  return kinds[0] === 'strategic' ? 'A' : kinds[0] === 'enforcement' ? 'C' : undefined
}

/** `customer quarter` → class, of the whole year; a customer on both lists has none. */
export function classesOfYear(known: Known, quarters: readonly Quarter[]): ReadonlyMap<string, string> {
  return new Map(
    quarters.flatMap((quarter) =>
      [...customerClasses(known, quarter)].map(
        ([id, found]) => [`${id} ${key(quarter)}`, found === 'two lists' ? 'held' : found] as const,
      ),
    ),
  )
}
