import { type Day, formatDay } from '../../../src/base/day.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import { addSale, type Book, type Sale } from './book.ts'
import type { Approver, Quote, Quotes } from './quotes.ts'
import { at, workingDay } from './working-days.ts'

type Add = (owner: string, id: string) => string

/** S13: six orders of a manager, nothing of which is paid in the year. `approved`: nth working day after signing. */
const approvals34: readonly (readonly [
  n: number,
  decided: Day | undefined,
  amount: bigint,
  approved: bigint,
])[] = [
  [1, undefined, 50_000_000n, 50_000_000n], // never
  [2, workingDay(on(6, 1), 5), 50_000_000n, 50_000_000n], // on working day 5 after signing
  [3, workingDay(on(6, 1), 6), 50_000_000n, 50_000_000n], // on working day 6
  [4, on(5, 16), 50_000_000n, 50_000_000n], // 16 days before signing: expired
  [5, on(5, 28), 55_000_000n, 50_000_000n], // grown by exactly 10 %
  [6, on(5, 28), 55_005_000n, 50_000_000n], // grown by 10.01 %
  [7, on(5, 17), 50_000_000n, 50_000_000n], // 15 days before signing: still valid
]
const signed34 = on(6, 1)

/** Orders whose approvals are planted, so that no quotation is made up for them. */
export const plantedOrders: ReadonlySet<string> = new Set([
  ...approvals34.map(([n]) => `O-S13-${n}`),
  ...[1, 2, 3, 4].map((n) => `O-S34-${n}`),
  ...[1, 2, 3, 4].map((n) => `O-S32-${n}`),
  'O-S26-30',
  'O-S26-31',
])

export function plantApprovedOrders(book: Book, add: Add): void {
  for (const [n, , amount] of approvals34) {
    addSale(book, {
      id: `O-S13-${n}`,
      owner: 'EC2-M',
      customer: add('EC2-M', `C-S13-${n}`),
      line: 'P1',
      signed: signed34,
      approval: n === 2 ? 'late' : n === 5 || n === 7 ? 'granted' : 'lacking',
      // Without the 13 % of VAT.
      amount: (amount * 100n) / 113n,
      payments: [{ due: on(3, 31, 2027), net: (amount * 100n) / 113n }],
    })
  }
}

/** Article 34, paragraph 3: what was approved before signing, but not with this discount and this term. */
const renewed34: readonly (readonly [n: number, discount: number, term: number, approved: number])[] = [
  [1, 1_001, 30, 1_000], // deepened by a hundredth of a percent
  [2, 1_000, 31, 1_000], // a day longer
  [3, 900, 15, 1_000], // neither
  [4, 1_200, 30, 1_000], // deepened and approved anew
]

export function plantRenewedOrders(book: Book, add: Add): void {
  for (const [n] of renewed34)
    addSale(book, {
      id: `O-S34-${n}`,
      owner: 'EC2-M',
      customer: add('EC2-M', `C-S34-${n}`),
      line: 'P1',
      signed: signed34,
      approval: n < 3 ? 'lacking' : 'granted',
      amount: 44_247_788n,
      payments: [{ due: on(3, 31, 2027), net: 44_247_788n }],
    })
}

/** Article 32: special prices of 50 units, approved so many days before signing; of the last one the margin needs it too. */
const special32: readonly (readonly [n: number, days: number, margin: number])[] = [
  [1, 16, 240],
  [2, 30, 240],
  [3, 31, 240], // expired
  [4, 16, 130], // what the margin asks for holds 15 days
]

export function plantSpecialOrders(book: Book, add: Add): void {
  for (const [n, , margin] of special32)
    addSale(book, {
      id: `O-S32-${n}`,
      owner: 'EC2-M',
      customer: add('EC2-M', `C-S32-${n}`),
      line: 'P1',
      signed: signed34,
      margin,
      approval: n < 3 ? 'granted' : 'lacking',
      amount: 9_955_752n,
      payments: [{ due: on(3, 31, 2027), net: 9_955_752n }],
    })
}

/** Article 26: signed on the last day of the quotation of 11 May, and on the day after. */
const expiring26 = [
  [30, on(6, 10)],
  [31, on(6, 11)],
] as const

export function plantExpiringOrders(book: Book, add: Add): void {
  for (const [n, signed] of expiring26)
    addSale(book, {
      id: `O-S26-${n}`,
      owner: 'EC2-M',
      customer: add('EC2-M', `C-S26-${n}`),
      line: 'P1',
      signed,
      approval: 'granted',
      amount: 4_424_778n,
      payments: [{ due: on(3, 31, 2027), net: 4_424_778n }],
    })
}

/** S17: customers of a manager, so that what is late with them moves nobody's pay. The last one never ordered. */
export function plantPool(book: Book, add: Add): void {
  const order = (n: number, payments: Sale['payments']) =>
    addSale(book, {
      id: `O-S17-${n}`,
      owner: 'SW-M',
      customer: add('SW-M', `C-S17-${n}`),
      line: 'P1',
      signed: on(3, 2),
      amount: 5_000_000n,
      payments,
    })
  for (const n of [1, 2, 4]) order(n, [])
  order(3, [{ due: on(12, 31), net: 5_000_000n }])
  add('SW-M', 'C-S17-5')
  add('EC1-R6', 'C-S23')
}

/** Customers of the quotations below; each has one of its own, so that nothing else is added to an amount. */
export function plantQuotes(found: Quotes, add: Add): void {
  const customers = new Set<string>()
  const quote = (
    id: string,
    person: string,
    submitted: readonly [Day, string?],
    amount: bigint,
    lines: Quote['lines'],
    more: Partial<Quote> & { readonly of?: string } = {},
  ) => {
    const { of = `C-${id}`, ...rest } = more
    if (!customers.has(of) && rest.order === undefined) add(person, of)
    customers.add(of)
    found.quotes.push({
      id: `Q-${id}`,
      person,
      customer: of,
      submitted: at(submitted[0], submitted[1] ?? '10:00'),
      amount,
      margin: 240,
      lines,
      ...rest,
    })
  }
  const approve = (
    id: string,
    rank: Approver,
    by: string,
    decided: readonly [Day, string],
    discount: number,
    amount: bigint,
    again = '',
  ) =>
    found.approvals.push({
      id: `PA-${id}${again}`,
      quote: `Q-${id}`,
      rank,
      by,
      decided: at(...decided),
      discount,
      amount,
    })
  const pump = (discount: number, units = 4) => ({ sku: 'P1-02', units, discount })

  // Worked example 7.
  quote('W7-1', 'EC1-R2', [on(5, 6)], 7_000_000n, [pump(400)], { of: 'C-W7' })
  quote('W7-2', 'EC1-R2', [on(5, 25)], 6_200_000n, [pump(450)], { of: 'C-W7' })
  quote('W7-3', 'EC1-R2', [on(6, 5)], 3_800_000n, [pump(300)], { of: 'C-W7' })
  quote('W7-4', 'EC1-R3', [on(6, 8)], 10_000_000n, [pump(500)], { margin: 200 })
  quote('W7-5', 'EC1-R4', [on(6, 8)], 80_000_000n, [{ sku: 'P3-02', units: 1, discount: 500 }], {
    margin: 130,
  })
  quote('W7-6', 'EC1-M', [on(6, 9)], 9_000_000n, [pump(1_100)], { margin: 220 })
  quote('W7-7', 'EC1-R5', [on(6, 9)], 9_000_000n, [pump(3_200)])
  quote('W7-8', 'EC1-R5', [on(6, 10)], 9_000_000n, [pump(200), { sku: 'P1-03', units: 2 }])

  // S05: 20 days apart, and exactly 30 days apart.
  quote('S05-1', 'SC-R4', [on(4, 1)], 7_000_000n, [pump(300)], { of: 'C-S05-A' })
  quote('S05-2', 'SC-R4', [on(4, 21)], 6_200_000n, [pump(300)], { of: 'C-S05-A' })
  quote('S05-3', 'SC-R4', [on(4, 1)], 7_000_000n, [pump(300)], { of: 'C-S05-B' })
  quote('S05-4', 'SC-R4', [on(5, 1)], 6_200_000n, [pump(300)], { of: 'C-S05-B' })

  // S14: a delegate of the same rank decides for the manager who is away; one whose delegation is over, and one of a lower rank.
  for (const [n, by, day] of [
    [1, 'EC1-M', on(6, 16)],
    [2, 'EC1-M', on(6, 22)],
    [3, 'SC-S1', on(7, 8)],
    [4, 'SC-R1', on(6, 16)], // himself
  ] as const) {
    quote(`S14-${n}`, 'SC-R1', [day], 9_000_000n, [pump(1_000)])
    approve(`S14-${n}`, 3, by, [day, '15:00'], 1_000, 9_000_000n)
  }

  for (const [n, decided, amount, approved] of approvals34) {
    quote(`S13-${n}`, 'EC2-M', [on(5, 15)], amount, [pump(1_000)], { of: `C-S13-${n}`, order: `O-S13-${n}` })
    if (decided !== undefined) approve(`S13-${n}`, 4, 'DIR', [decided, '11:00'], 1_000, approved)
  }

  // Article 31 on the boundaries: 20, 15, 10 and 5 %, and a tenth of a percent less.
  for (const margin of [200, 199, 150, 149, 100, 99, 50, 49])
    quote(`M-${margin}`, 'NC-R1', [on(5, 18)], 5_000_000n, [pump(300)], { margin })
  // Article 31, clearance of P1-07 and P2-07 from 1 May until 30 June; S12: P1-07 by ten is on offer too.
  const stock = (units: number, discount: number) => ({ sku: 'P1-07', units, discount })
  quote('S12-1', 'NC-R2', [on(5, 11)], 20_000_000n, [stock(12, 1_000)])
  quote('S12-2', 'NC-R2', [on(6, 17)], 20_000_000n, [stock(20, 5_000)], { margin: 20 })
  quote('S12-3', 'NC-R2', [on(6, 17)], 20_000_000n, [stock(20, 5_100)], { margin: 20 })
  quote('S12-4', 'NC-R2', [on(7, 1)], 20_000_000n, [stock(9, 5_000)], { margin: 20 })

  // Article 33: ten units and nine, the last day and the day after.
  quote('P33-1', 'NC-R3', [on(5, 6)], 9_900_000n, [pump(1_000, 10)])
  quote('P33-2', 'NC-R3', [on(5, 6)], 9_900_000n, [pump(1_000, 9)])
  quote('P33-3', 'NC-R3', [on(6, 5)], 9_900_000n, [pump(1_000, 10)])
  quote('P33-4', 'NC-R3', [on(6, 6)], 9_900_000n, [pump(1_000, 10)])
  quote('P33-5', 'NC-R3', [on(6, 5)], 40_000_000n, [pump(1_000, 10)], { margin: 190 })
  quote('P33-6', 'NC-R3', [on(11, 30)], 5_000_000n, [{ sku: 'P4-03', units: 5, discount: 1_500 }])
  quote('P33-7', 'NC-R3', [on(12, 1)], 5_000_000n, [{ sku: 'P4-03', units: 5, discount: 1_500 }])
  quote('P33-8', 'NC-R3', [on(5, 11)], 9_900_000n, [pump(1_000, 60)], { special: true })

  // S24: the list before and after 1 July; a competitor's quotation 30 and 31 days old; 50 units; the team's budget.
  const priced = { sku: 'P1-01', units: 10, price: 285_000n }
  quote('S24-1', 'NC-R4', [on(6, 30)], 2_850_000n, [priced])
  quote('S24-2', 'NC-R4', [on(7, 1)], 2_850_000n, [priced])
  const special = (discount: number, units: number) => ({ sku: 'P1-06', units, discount })
  quote('S24-3', 'NC-R5', [on(6, 17)], 9_000_000n, [special(2_500, 2)], {
    special: true,
    competitor: 'W-S24-30',
  })
  quote('S24-4', 'NC-R5', [on(6, 18)], 9_000_000n, [special(2_500, 2)], {
    special: true,
    competitor: 'W-S24-31',
  })
  quote('S24-5', 'NC-R6', [on(6, 18)], 90_000_000n, [pump(3_500, 50)], { special: true })
  quote('S24-6', 'NC-R6', [on(6, 18)], 90_000_000n, [pump(3_600, 50)], { special: true })
  quote('S24-7', 'NC-R6', [on(6, 18)], 90_000_000n, [pump(2_500, 49)], { special: true })
  // 60,000 × 8 × (25 − 5) % = 96,000 and 60,000 × 4 × 20 % = 48,000, of 135,000.
  quote('S24-8', 'SW-R1', [on(6, 8)], 36_000_000n, [special(2_500, 8)], {
    special: true,
    competitor: 'W-S24-8',
  })
  quote('S24-9', 'SW-R1', [on(6, 9)], 18_000_000n, [special(2_500, 4)], {
    special: true,
    competitor: 'W-S24-9',
  })

  // Articles 58 and 60: a skid without the certificate, the joiner before his exam, and each with a colleague.
  const skid = { sku: 'P3-01', units: 1, discount: 0 }
  quote('S20-1', 'SC-R4', [on(5, 12)], 33_000_000n, [skid])
  quote('S20-2', 'SC-R4', [on(5, 12)], 33_000_000n, [skid], { joint: 'SC-S1' })
  quote('S20-3', 'EC1-R8', [on(7, 20)], 3_000_000n, [pump(0, 1)])
  quote('S20-4', 'EC1-R8', [on(7, 20)], 3_000_000n, [pump(0, 1)], { joint: 'EC1-S2' })
  quote('S20-5', 'EC1-R8', [on(8, 3)], 3_000_000n, [pump(0, 1)])

  for (const [n, discount, term, approved] of renewed34) {
    const more = { of: `C-S34-${n}`, order: `O-S34-${n}`, term }
    quote(`S34-${n}`, 'EC2-M', [on(5, 15)], 50_000_000n, [pump(discount)], more)
    approve(`S34-${n}`, 4, 'DIR', [on(5, 28), '11:00'], approved, 50_000_000n)
    if (n === 4) approve(`S34-${n}`, 4, 'DIR', [on(5, 29), '11:00'], 1_200, 50_000_000n, '-2')
  }

  for (const [n, days, margin] of special32) {
    const more = { of: `C-S32-${n}`, order: `O-S32-${n}`, special: true, margin }
    quote(`S32-${n}`, 'EC2-M', [on(4, 28)], 11_250_000n, [{ sku: 'P1-01', units: 50, discount: 2_500 }], more)
    approve(`S32-${n}`, 4, 'DIR', [signed34 - days, '11:00'], 2_500, 11_250_000n)
    if (margin < 150)
      approve(`S32-${n}`, 'finance', 'FIN-1', [signed34 - 5, '11:00'], 2_500, 11_250_000n, '-F')
  }
  for (const [n] of expiring26)
    quote(`S26-${n}`, 'EC2-M', [on(5, 11)], 5_000_000n, [pump(0)], { of: `C-S26-${n}`, order: `O-S26-${n}` })

  // Article 8: a delegation of exactly 15 days, and one of 16, which is void.
  for (const [n, person, day] of [
    [5, 'EX-R2', on(6, 15)],
    [6, 'NC-R4', on(9, 2)],
  ] as const) {
    quote(`S14-${n}`, person, [day], 9_000_000n, [pump(1_000)])
    approve(`S14-${n}`, 3, 'SW-M', [day, '15:00'], 1_000, 9_000_000n)
  }
}

/** Article 8. D-3 is to a lower rank and D-4 lasts 16 days: neither holds. D-5 lasts 15. */
const delegations: readonly (readonly [string, string, string, Day, Day])[] = [
  ['D-1', 'SC-M', 'EC1-M', on(6, 8), on(6, 19)],
  ['D-2', 'DIR', 'GM', on(8, 3), on(8, 17)],
  ['D-3', 'SC-M', 'SC-S1', on(7, 6), on(7, 10)],
  ['D-4', 'NC-M', 'SW-M', on(9, 1), on(9, 16)],
  ['D-5', 'EX-M', 'SW-M', on(6, 1), on(6, 15)],
]

/** Articles 31 and 33, and what a special price refers to (articles 32 and 78). */
export function tradeFiles(): readonly (readonly [string, string])[] {
  return [
    [
      'delegations.csv',
      toCsv(
        ['id', 'giver', 'receiver', 'from', 'until'],
        delegations.map(([id, giver, to, from, until]) => [id, giver, to, formatDay(from), formatDay(until)]),
      ),
    ],
    [
      'clearances.csv',
      toCsv(
        ['id', 'sku', 'ratio', 'from', 'until'],
        ['P1-07', 'P2-07'].map((article, i) => [
          `X-${i + 1}`,
          article,
          '50%',
          formatDay(on(5, 1)),
          formatDay(on(6, 30)),
        ]),
      ),
    ],
  ]
}
