import type { Day } from '../../../src/base/day.ts'
import { on, type Quarter, quarters } from '../../tangyu-zh/generator/calendar.ts'
import type { Line } from '../../tangyu-zh/generator/products.ts'
import { addSale, type Book, type Payment, type Sale } from './book.ts'

/**
 * Deals planted under fixed ids (the handbook numbers the situations S01 …), so that a test can name them. Amounts
 * are cents. Who is listed for a quarter has no other deals and no other offences in it.
 */
export const controlled: ReadonlyMap<string, readonly Quarter[]> = new Map<string, readonly Quarter[]>([
  ['EC1-R1', [2]], // worked examples 3, 4 and 6
  ['EC1-R2', [2, 3]], // S15 40 %; ties for the star in Q3
  ['EC1-R3', [2, 3]], // S15 60 %; ties for the star in Q3
  ['EC1-R4', [2]], // S15 100 %
  ['EC1-R5', [2]], // S15 130 %, partly as the partner of worked example 5
  ['EC1-R6', [2]], // S02, worked example 10
  ['EC1-R7', [2]], // S01, worked example 2
  ['EC1-S1', quarters], // S15 39.99 %; S25 the gated quarter returned
  ['EC1-S2', [2]], // one cent under 40 %
  ['EC2-R1', [2]], // S11
  ['EC2-R3', [2]], // S16 a score under 60 in a pool
  ['EC2-R5', [1, 2]], // S20 not promoted at mid-year
  ['SC-R1', [2]], // S25 95.00
  ['SC-R2', [2]], // S25 94.99
  ['SC-R3', [2]], // S25 94.995 before rounding
  ['NC-R6', [2]], // S04 same quarter
  ['NC-S1', [2, 3]], // S04 day 90, claimed in a quarter that pays nothing
  ['NC-S2', [2]], // S04 day 91
  ['SW-R2', quarters], // S20 under 60 % twice, apart
  ['SW-R3', quarters], // S20 under 60 % twice, running
  ['SW-R4', [3]], // S25 holdback
  ['SW-R5', [2, 3, 4]], // S01 quota 0; coached by SW-S1
  ['SW-S1', quarters], // S20 manager pool
  ['KA-R1', [2]], // S21 knock-out
  ['KA-R2', [2]], // S15 over the cap
  ['EX-R2', [2]], // worked example 5
  ['EX-R3', quarters], // S20 promoted
  ['EX-R4', quarters], // S20 not promoted
])

export function isControlled(person: string, quarter: Quarter): boolean {
  return controlled.get(person)?.includes(quarter) ?? false
}

/** Attainment planted for a quarter, in percent of the person's quota. */
const attainments: readonly (readonly [string, readonly (number | undefined)[]])[] = [
  ['EC1-R2', [undefined, undefined, 160, undefined]],
  ['EC1-R3', [undefined, undefined, 160, undefined]],
  ['EC1-S1', [50, undefined, 55, 58]],
  ['EC2-R3', [undefined, 45, undefined, undefined]],
  ['EC2-R5', [112, 101, undefined, undefined]],
  ['SW-R2', [55, 80, 55, 90]],
  ['SW-R3', [75, 55, 58, 95]],
  ['SW-R5', [undefined, undefined, 85, 82]],
  ['SW-S1', [104, 100, 101, 96]],
  ['EX-R3', [104, 97, 112, 101]],
  ['EX-R4', [104, 69, 112, 101]],
]
/** When such a quarter's order is signed and paid. */
const signedOn: readonly [Day, Day, Day, Day] = [on(1, 5), on(4, 7), on(7, 6), on(10, 12)]
const paidOn: readonly [Day, Day, Day, Day] = [on(2, 20), on(5, 20), on(8, 20), on(11, 20)]

const before = on(1, 5)

export type Customers = {
  /** A person's oldest customer. */
  readonly oldest: (person: string) => string
  readonly add: (person: string, id: string) => string
}

export function plantDeals(
  book: Book,
  customers: Customers,
  quota: (person: string, quarter: Quarter) => bigint,
): void {
  const sell = (sale: Omit<Sale, 'customer'> & { readonly customer?: string }) =>
    addSale(book, { ...sale, customer: sale.customer ?? customers.oldest(sale.owner) })
  /** One P1 order, signed on 5 January, paid on its due date. */
  const collects = (owner: string, situation: string, net: bigint, day: Day = on(5, 20), line: Line = 'P1') =>
    sell({
      id: `O-${situation}`,
      owner,
      line,
      signed: before,
      payments: [paid(`R-${situation}`, day, 0, net)],
    })

  for (const [n, line, day, late, net, units] of [
    [1, 'P1', on(5, 26), 0, 80_000_000n, 0],
    [2, 'P2', on(4, 15), -3, 40_000_000n, 16],
    [3, 'P3', on(6, 12), 12, 60_000_000n, 0],
    [4, 'P4', on(6, 1), 0, 10_000_000n, 0],
    [5, 'P1', on(4, 28), 75, 5_000_000n, 0],
  ] as const) {
    const payments = [{ ...paid(`R-W3-${n}`, day, late, net), units }]
    sell({ id: `O-W3-${n}`, owner: 'EC1-R1', line, signed: before, payments })
  }
  book.refunds.push({ id: 'RF-W6', receipt: 'R-W3-1', refunded: on(8, 14), net: 20_000_000n })

  collects('EC1-R2', 'S15-40', 64_800_000n)
  collects('EC1-R3', 'S15-60', 97_200_000n)
  collects('EC1-R4', 'S15-100', 162_000_000n)
  // 2,106,000.00 (130 %) less the 338,405.46 that worked example 5 gives the partner.
  collects('EC1-R5', 'S15-130', 176_759_454n)
  collects('EC1-S1', 'S15-3999', 97_175_700n)
  collects('EC1-S2', 'S15-CENT', 97_199_999n)
  collects('KA-R2', 'S15-CAP', 600_000_000n)
  collects('KA-R1', 'S21', 155_060_000n)

  collects('EC1-R6', 'S02-1', 50_000_000n, on(4, 20))
  collects('EC1-R6', 'S02-2', 41_854_000n)
  collects('EC1-R6', 'S02-D40', 30_000_000n, on(7, 10))
  // One yuan of an order of which half is another's: 0.8 % of it is a cent, of which nothing is the leaver's, so that worked
  // example 10 keeps its total.
  collects('EC1-R6', 'S02-D90', 100n, on(8, 29))
  book.splits.push({ order: 'O-S02-D90', person: 'EC1-R6', share: 5_000n })
  book.splits.push({ order: 'O-S02-D90', person: 'EC1-R4', share: 5_000n })
  collects('EC1-R6', 'S02-D97', 10_000_000n, on(9, 5))
  const joined = (id: string, owner: string, signed: Day, day: Day, net: bigint) =>
    sell({ id: `O-${id}`, owner, line: 'P1', signed, payments: [paid(`R-${id}`, day, 0, net)] })
  joined('S01-A1', 'EC1-R7', on(4, 14), on(5, 20), 30_000_000n)
  joined('S01-A2', 'EC1-R7', on(4, 16), on(6, 18), 22_000_000n)
  joined('S01-B', 'SW-R5', on(6, 19), on(6, 26), 10_000_000n)

  sell({
    id: 'O-S11',
    owner: 'EC2-R1',
    line: 'P1',
    signed: before,
    payments: [0, 1, 30, 31, 60, 61, 90, 91].map((late) =>
      paid(`R-S11-${late}`, on(5, 20), late, 20_000_000n),
    ),
  })
  // The factor of smart valves: 1.2 to 30 September, 1.1 from 1 October.
  collects('EC2-R2', 'P2-0930', 10_000_000n, on(9, 30), 'P2')
  collects('EC2-R2', 'P2-1001', 10_000_000n, on(10, 1), 'P2')

  for (const [owner, situation, net] of [
    ['SC-R1', 'S25-9500', 153_000_000n],
    ['SC-R2', 'S25-9499', 152_969_400n],
    ['SC-R3', 'S25-9500R', 152_977_050n],
  ] as const)
    collects(owner, situation, net)

  for (const [owner, percents] of attainments) {
    for (const quarter of quarters) {
      const percent = percents[quarter - 1]
      if (percent === undefined) continue
      // 100 cents to the yuan, 100 parts to the whole.
      const net = quota(owner, quarter) * BigInt(percent)
      const id = `A-${owner}-Q${quarter}`
      const [signed, day] = [signedOn[quarter - 1] ?? before, paidOn[quarter - 1] ?? before]
      sell({ id: `O-${id}`, owner, line: 'P1', signed, payments: [paid(`R-${id}`, day, 0, net)] })
    }
  }
  plantCredit(book, sell, customers)
}

function paid(id: string, day: Day, late: number, net: bigint): Payment {
  return { id, on: day, due: day - late, net }
}

type Sell = (sale: Omit<Sale, 'customer'> & { readonly customer?: string }) => void

/** S03 shares, S04 refunds, S07 hand-over, S16 special bonus, S25 holdback, first customers of article 50. */
function plantCredit(book: Book, sell: Sell, customers: Customers): void {
  const share = (order: string, person: string, hundredths: bigint) =>
    book.splits.push({ order, person, share: hundredths })
  sell({
    id: 'O-W5',
    owner: 'EX-R2',
    keyAccount: 'KA-S1',
    line: 'P3',
    signed: before,
    dollars: true,
    amount: 84_601_366n,
    payments: [paid('R-W5', on(5, 12), 0, 11_876_543n)],
  })
  share('O-W5', 'EX-R2', 6_000n)
  share('O-W5', 'EC1-R5', 4_000n)
  sell({
    id: 'O-S03-T',
    owner: 'EC2-S1',
    line: 'P3',
    signed: before,
    payments: [paid('R-S03-T', on(5, 20), 0, 100_000_001n)],
  })
  share('O-S03-T', 'EC2-S1', 3_334n)
  share('O-S03-T', 'EC2-S2', 3_333n)
  share('O-S03-T', 'EC2-S3', 3_333n)

  const refunded = (owner: string, id: string, day: Day, net: bigint, back: bigint, refund: Day) => {
    sell({ id: `O-${id}`, owner, line: 'P1', signed: before, payments: [paid(`R-${id}`, day, 0, net)] })
    book.refunds.push({ id: `RF-${id}`, receipt: `R-${id}`, refunded: refund, net: back })
  }
  refunded('NC-R6', 'S04-Q', on(4, 20), 110_000_000n, 10_000_000n, on(6, 10))
  refunded('NC-S1', 'S04-90', on(5, 20), 180_000_000n, 20_000_000n, on(8, 18))
  // 14 % of the third quarter: under the gate, so that the claim is carried to the fourth.
  const third = [paid('R-S04-L', on(8, 20), 0, 30_000_000n)]
  sell({ id: 'O-S04-L', owner: 'NC-S1', line: 'P1', signed: on(7, 6), payments: third })
  refunded('NC-S2', 'S04-91', on(5, 20), 180_000_000n, 20_000_000n, on(8, 19))

  const moved = customers.add('NC-R2', 'C-S07')
  const move = on(3, 1)
  sell({
    id: 'O-S07',
    owner: 'NC-R2',
    customer: moved,
    line: 'P1',
    signed: on(2, 2),
    payments: [90, 91, 180, 181].map((n) => paid(`R-S07-${n}`, move + n, 0, 10_000_000n)),
  })

  sell({
    id: 'O-S16',
    owner: 'KA-S2',
    line: 'P2',
    signed: on(4, 7),
    payments: [{ ...paid('R-S16', on(6, 5), 0, 88_000_000n), units: 44 }],
  })

  const held = (n: number, net: bigint, due: Day, rest: bigint) =>
    sell({
      id: `O-S25-H${n}`,
      owner: 'SW-R4',
      line: 'P1',
      signed: on(7, 6),
      payments: [paid(`R-S25-H${n}`, on(8, 20), 0, net), { due, net: rest }],
    })
  held(1, 60_000_000n, on(10, 1), 20_000_000n) // 91 days past due on 31 December
  held(2, 40_000_000n, on(10, 2), 10_000_000n) // 90 days

  for (const [n, day, net] of [
    [1, on(6, 30), 2_000_000n], // day 90, exactly 20,000
    [2, on(6, 30), 1_999_999n],
    [3, on(6, 30), 10_000_000n],
    [4, on(6, 30), 30_000_000n],
    [5, on(7, 1), 30_000_000n], // day 91
  ] as const)
    sell({
      id: `O-N50-${n}`,
      owner: 'EC2-R6',
      customer: customers.add('EC2-R6', `C-N50-${n}`),
      line: 'P1',
      signed: on(4, 1),
      first: true,
      payments: [paid(`R-N50-${n}`, day, 0, net)],
    })
}

/** S06 and the bad shares of S03: rows that hold whatever rests on them. Not part of the committed data. */
export function plantIncomplete(book: Book, customers: Customers): void {
  const customer = customers.oldest
  const base = { line: 'P1', signed: on(5, 8) } as const
  addSale(book, {
    ...base,
    id: 'O-S06-M',
    owner: 'NC-R1',
    customer: customer('NC-R1'),
    margin: 'unknown',
    amount: 30_000_000n,
    payments: [],
  })
  addSale(book, {
    ...base,
    id: 'O-S06-D',
    owner: 'SW-R1',
    customer: customer('SW-R1'),
    payments: [{ id: 'R-S06-D', on: on(5, 20), net: 5_000_000n }],
  })
  addSale(book, {
    id: 'O-S06-R',
    owner: 'EX-R1',
    customer: customer('EX-R1'),
    line: 'P3',
    signed: on(10, 9),
    dollars: true,
    amount: 35_000_000n,
    payments: [paid('R-S06-R', on(12, 10), 0, 5_000_000n)],
  })
  addSale(book, {
    ...base,
    id: 'O-S03-99',
    owner: 'EX-R5',
    customer: customer('EX-R5'),
    payments: [paid('R-S03-99', on(8, 20), 0, 10_000_000n)],
  })
  book.splits.push({ order: 'O-S03-99', person: 'EX-R5', share: 6_000n })
  book.splits.push({ order: 'O-S03-99', person: 'EX-R1', share: 3_900n })
}
