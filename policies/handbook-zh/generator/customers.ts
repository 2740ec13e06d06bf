import { type Day, formatDay } from '../../../src/base/day.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import type { Person } from '../../tangyu-zh/generator/company.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import type { Customer } from '../../tangyu-zh/generator/customers.ts'
import { createRandom, type Random } from '../../tangyu-zh/generator/random.ts'
import type { Book } from './book.ts'

export type Owner = {
  readonly customer: string
  readonly person: string
  readonly from: Day
  readonly until?: Day
}
export type Collected = { readonly customer: string; readonly month: number; readonly cents: bigint }

/** S25, article 18: net collections of 2025 in cents, and what of 1,000,000 is overdue at its end, in hundredths of a percent. */
export const classBoundaries: readonly (readonly [id: string, collected: bigint, overdue: bigint])[] = [
  ['C-S25-1', 100_000_000n, 1_000n], // A
  ['C-S25-2', 100_000_000n, 1_001n], // B
  ['C-S25-3', 99_999_999n, 2_000n], // B
  ['C-S25-4', 20_000_000n, 2_000n], // B
  ['C-S25-5', 20_000_000n, 2_001n], // C
  ['C-S25-6', 19_999_999n, 0n], // C
]
/** Of whom they are customers. */
export const classOwner = 'EC2-S3'

/** Who owned a customer when: since it was won, or since its first owner in the sample was hired. */
export function createOwners(
  customers: readonly Customer[],
  people: readonly Person[],
  created: (customer: string) => Day,
): readonly Owner[] {
  const hired = new Map(people.map((p) => [p.id, p.hired]))
  return customers.flatMap(({ id, owner }): readonly Owner[] => {
    const from = Math.max(created(id), hired.get(owner) ?? 0)
    if (id === 'C-S07') {
      return [
        { customer: id, person: owner, from, until: on(2, 28) },
        { customer: id, person: 'NC-R3', from: on(3, 1) },
      ]
    }
    // S02: the leaver's customers go to his manager, then to who takes the seat.
    if (owner === 'EC1-R6') {
      return [
        { customer: id, person: owner, from, until: on(5, 31) },
        { customer: id, person: 'EC1-M', from: on(6, 1), until: on(7, 5) },
        { customer: id, person: 'EC1-R8', from: on(7, 6) },
      ]
    }
    return [{ customer: id, person: owner, from }]
  })
}

/** Old customers are from 2019 to 2025; one that was won in the sample is from the day of its first order. */
export function createdDays(customers: readonly Customer[], book: Book, seed: number): (id: string) => Day {
  const random = createRandom(seed, 'created')
  const old = new Map(
    customers.map((c) => [
      c.id,
      on(random.between(1, 12), random.between(1, 28), random.between(2019, 2024)),
    ]),
  )
  const won = new Map(book.orders.flatMap((o) => (o.first ? [[o.customer, o.signed] as const] : [])))
  return (id) => won.get(id) ?? old.get(id) ?? on(1, 1)
}

/** Net collections of 2025: some months of each customer that was there. */
export function createCollections(
  customers: readonly Customer[],
  created: (id: string) => Day,
  random: Random,
): readonly Collected[] {
  const boundaries = new Map(classBoundaries.map(([id, cents]) => [id, cents]))
  return customers.flatMap(({ id }) => {
    const exact = boundaries.get(id)
    if (exact !== undefined) {
      const first = (exact / 3n / 100n) * 100n
      return [
        { customer: id, month: 3, cents: first },
        { customer: id, month: 9, cents: exact - first },
      ]
    }
    // Planted customers have paid nothing before, but for the one of S07 and the one of S12.
    if (created(id) >= on(1, 1) || /^C-(?!S07$|S12$)/.test(id)) return []
    const size = random.below(10)
    const scale = size === 0 ? 240 : size < 4 ? 60 : 12
    return [2, 5, 8, 11]
      .map((month) => ({
        customer: id,
        month: month + random.below(2),
        cents: BigInt(random.between(1, scale)) * 125_000n + BigInt(random.below(100_000)),
      }))
      .filter(() => random.below(4) > 0)
  })
}

/** Article 18: who is on the list of strategic customers the whole year. */
export function strategicCustomers(customers: readonly Customer[]): readonly string[] {
  return [...[40, 140, 240, 340, 440, 540, 640].map((i) => customers[i]?.id ?? ''), 'C-S17-1', 'C-S17-2']
}

export function customerFiles(
  customers: readonly Customer[],
  owners: readonly Owner[],
  collected: readonly Collected[],
  created: (id: string) => Day,
): readonly (readonly [string, string])[] {
  return [
    ['customers.csv', customersCsv(customers, created)],
    [
      'owners.csv',
      toCsv(
        ['customer', 'person', 'from', 'until'],
        owners.map((o) => [o.customer, o.person, formatDay(o.from), o.until && formatDay(o.until)]),
      ),
    ],
    ['listings.csv', listingsCsv(customers)],
    [
      'collections-2025.csv',
      toCsv(
        ['customer', 'month', 'net'],
        collected.map((c) => [
          c.customer,
          `2025-${String(c.month).padStart(2, '0')}`,
          formatDecimal(c.cents, 2),
        ]),
      ),
    ],
  ]
}

/** The first two characters of a name are its city, the next two its trade; waterworks are public bodies. */
function customersCsv(customers: readonly Customer[], created: (id: string) => Day): string {
  const rows = customers.map((c) => [
    c.id,
    c.name,
    c.english,
    c.name.slice(0, 2),
    c.name.slice(2, 4) === '水务' ? 'yes' : 'no',
    formatDay(created(c.id)),
  ])
  return toCsv(['id', 'name', 'english_name', 'region', 'public_body', 'created'], rows)
}

/** Article 18: ten strategic customers, three on the court's list, and S12: one on both. */
function listingsCsv(customers: readonly Customer[]): string {
  const strategic = strategicCustomers(customers)
  const enforcement = [75, 375].map((i) => customers[i]?.id ?? '')
  const row = (id: string, kind: 'strategic' | 'enforcement', from: Day, until?: Day) => [
    id,
    kind,
    kind === 'strategic' ? '战略' : '失信被执行',
    formatDay(from),
    until && formatDay(until),
  ]
  return toCsv(
    ['customer', 'kind', 'kind_zh', 'from', 'until'],
    [
      ...strategic.map((id) => row(id, 'strategic', on(1, 1))),
      ...enforcement.map((id) => row(id, 'enforcement', on(2, 10), on(8, 9))),
      row('C-S12', 'strategic', on(1, 1)),
      row('C-S12', 'enforcement', on(5, 11)),
    ],
  )
}
