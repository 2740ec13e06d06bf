import type { Day } from '../../../src/base/day.ts'
import { on } from './calendar.ts'
import type { Deals } from './deals.ts'
import { type Line, sku } from './products.ts'
import type { ScorecardData } from './scorecard-data.ts'

/**
 * Situations planted under fixed ids (`handbook` numbers S01 …), so that a test can name them. Amounts are CNY cents.
 * Whoever is listed here has no other receipts, offences or orders in the second quarter.
 */
export const exactInSecondQuarter: ReadonlySet<string> = new Set([
  'EC1-R1', // worked examples 3 and 4
  'EC1-R2', // S15 40 %
  'EC1-R3', // S15 60 %
  'EC1-R4', // S15 100 %
  'EC1-R5', // S15 130 %
  'EC1-R6', // S02 leaver 05-31
  'EC1-R7', // S01 joiner 04-13
  'EC1-S1', // S15 39.99 %
  'EC1-S2', // one cent under 40 %
  'EC2-R1', // S11 days late
  'EX-R2', // receipt in USD
  'KA-R1', // S21 knock-out
  'SC-R1', // S25 score 95.00
  'SC-R2', // S25 score 94.99
  'SC-R3', // S25 score 94.995 before rounding
  'SW-R5', // S01 joiner 06-18, quota 0
])

/** Whose indicators of the second quarter are all planted, not only receipts. */
export const exactScorecard: ReadonlySet<string> = new Set(['EC1-R1', 'SC-R1', 'SC-R2', 'SC-R3'])

/** S06: the quota that nobody entered. */
export const missingQuota = 'SC-R4'

type PlantedReceipt = {
  readonly id: string
  readonly on: Day
  /** Days after the due date; `unknown`: the due date is missing. */
  readonly late: number | 'unknown'
  readonly net: bigint
}
type PlantedOrder = {
  readonly id: string
  readonly owner: string
  readonly line: Line
  readonly signed: Day
  readonly amount?: bigint
  readonly margin?: number | 'unknown'
  readonly first?: boolean
  readonly dollars?: boolean
  readonly receipts: readonly PlantedReceipt[]
}

const before = on(1, 5)

/** One P1 order paid on its due date: what a person collects in the second quarter. */
function collects(owner: string, situation: string, net: bigint, day = on(5, 20)): PlantedOrder {
  return {
    id: `O-${situation}`,
    owner,
    line: 'P1',
    signed: before,
    receipts: [{ id: `R-${situation}`, on: day, late: 0, net }],
  }
}

function workedExample3(): readonly PlantedOrder[] {
  const order = (n: number, line: Line, day: Day, late: number, net: bigint): PlantedOrder => ({
    id: `O-W3-${n}`,
    owner: 'EC1-R1',
    line,
    signed: before,
    receipts: [{ id: `R-W3-${n}`, on: day, late, net }],
  })
  return [
    order(1, 'P1', on(5, 26), 0, 80_000_000n),
    order(2, 'P2', on(4, 15), -3, 40_000_000n),
    order(3, 'P3', on(6, 12), 12, 60_000_000n),
    order(4, 'P4', on(6, 1), 0, 10_000_000n),
    order(5, 'P1', on(4, 28), 75, 5_000_000n),
  ]
}

/** Orders without receipts: what the margin and the new customers of the second quarter are read from. */
function signs(id: string, owner: string, amount: bigint, margin: number): PlantedOrder {
  return { id, owner, line: 'P1', signed: on(5, 8), amount, margin, first: true, receipts: [] }
}

function score95(owner: string, situation: string, net: bigint): readonly PlantedOrder[] {
  return [
    collects(owner, situation, net),
    ...[1, 2, 3].map((n) => signs(`O-${situation}-${n}`, owner, 20_000_000n, 270)),
  ]
}

const orders: readonly PlantedOrder[] = [
  ...workedExample3(),
  signs('O-W4-1', 'EC1-R1', 100_000_000n, 280),
  signs('O-W4-2', 'EC1-R1', 25_000_000n, 200),
  collects('EC1-R2', 'S15-40', 64_800_000n),
  collects('EC1-R3', 'S15-60', 97_200_000n),
  collects('EC1-R4', 'S15-100', 162_000_000n),
  collects('EC1-R5', 'S15-130', 210_600_000n),
  collects('EC1-S1', 'S15-3999', 97_175_700n),
  collects('EC1-S2', 'S15-CENT', 97_199_999n),
  collects('EC1-R6', 'S02-1', 50_000_000n, on(4, 20)),
  collects('EC1-R6', 'S02-2', 41_854_000n),
  // After leaving: paid by article 56, which is not in this policy yet.
  collects('EC1-R6', 'S02-D40', 30_000_000n, on(7, 10)),
  collects('EC1-R6', 'S02-D90', 10_000_000n, on(8, 29)),
  collects('EC1-R6', 'S02-D97', 10_000_000n, on(9, 5)),
  { ...collects('EC1-R7', 'S01-A1', 30_000_000n), signed: on(4, 14) },
  { ...collects('EC1-R7', 'S01-A2', 22_000_000n, on(6, 18)), signed: on(4, 16) },
  { ...collects('SW-R5', 'S01-B', 10_000_000n, on(6, 26)), signed: on(6, 19) },
  {
    id: 'O-S11',
    owner: 'EC2-R1',
    line: 'P1',
    signed: before,
    receipts: [0, 1, 30, 31, 60, 61, 90, 91].map((late) => ({
      id: `R-S11-${late}`,
      on: on(5, 20),
      late,
      net: 20_000_000n,
    })),
  },
  {
    id: 'O-W5',
    owner: 'EX-R2',
    line: 'P3',
    signed: before,
    dollars: true,
    amount: 84_601_366n,
    receipts: [{ id: 'R-W5', on: on(5, 12), late: 0, net: 11_876_543n }],
  },
  collects('KA-R1', 'S21', 155_060_000n),
  ...score95('SC-R1', 'S25-9500', 153_000_000n),
  ...score95('SC-R2', 'S25-9499', 152_969_400n),
  ...score95('SC-R3', 'S25-9500R', 152_977_050n),
  { ...signs('O-S06-M', 'NC-R1', 30_000_000n, 0), margin: 'unknown', first: false },
  {
    id: 'O-S06-D',
    owner: 'SW-R1',
    line: 'P1',
    signed: before,
    receipts: [{ id: 'R-S06-D', on: on(5, 20), late: 'unknown', net: 5_000_000n }],
  },
  {
    id: 'O-S06-R',
    owner: 'EX-R1',
    line: 'P3',
    signed: on(10, 9),
    dollars: true,
    amount: 35_000_000n,
    receipts: [{ id: 'R-S06-R', on: on(12, 10), late: 0, net: 5_000_000n }],
  },
  // The factor of smart valves: 1.2 to 30 September, 1.1 from 1 October.
  ...[on(9, 30), on(10, 1)].map((day, i): PlantedOrder => {
    const situation = `P2-${i === 0 ? '0930' : '1001'}`
    return { ...collects('EC2-R2', situation, 10_000_000n, day), line: 'P2' }
  }),
]

/** Adds the planted orders and receipts. `customerOf` gives a person's oldest customer. */
export function plantDeals(
  deals: Deals,
  customerOf: (person: string) => string,
  newCustomer: (person: string, id: string) => string,
): void {
  for (const order of orders) {
    const received = order.receipts.reduce((sum, r) => sum + r.net, 0n)
    deals.orders.push({
      id: order.id,
      owner: order.owner,
      customer: order.first
        ? newCustomer(order.owner, order.id.replace('O-', 'C-'))
        : customerOf(order.owner),
      sku: sku(order.line, 0),
      signed: order.signed,
      amount: order.amount ?? received,
      ...(order.margin === 'unknown' ? {} : { margin: order.margin ?? 250 }),
      approval: 'granted',
      first: order.first ?? false,
    })
    for (const r of order.receipts) {
      deals.receipts.push({
        id: r.id,
        order: order.id,
        received: r.on,
        ...(r.late === 'unknown' ? {} : { due: r.on - r.late }),
        net: r.net,
        dollars: order.dollars ?? false,
      })
    }
  }
}

/** Worked example 4, and three scorecards around the boundary of level A. */
export function plantScorecards(data: ScorecardData, customerOf: (person: string) => string): void {
  const plant = (person: string, overdue: bigint, scores: readonly number[]) => {
    data.receivables.push({ person, quarter: 2, outstanding: 1_000_000n, overdue })
    for (const [i, score] of scores.entries()) {
      data.surveys.push({
        id: `U-${person}-${i + 1}`,
        customer: customerOf(person),
        at: on(5, 11 + i),
        score,
      })
    }
    data.training.push({ person, quarter: 2, required: 200, completed: 215 })
  }
  plant('EC1-R1', 80_000n, [90, 92])
  plant('SC-R1', 50_000n, [75])
  plant('SC-R2', 50_000n, [75])
  plant('SC-R3', 50_000n, [75])
  const late = [on(4, 10), on(5, 20), on(6, 25)]
  for (const [i, day] of late.entries()) {
    const points = [1, 2, 4][i] ?? 4
    const id = `F-W3-${i + 1}`
    data.offences.push({
      id,
      person: 'EC1-R1',
      code: 'V2',
      happened: day,
      decided: day,
      points,
      knockOut: false,
    })
  }
  data.offences.push({
    id: 'F-S21',
    person: 'KA-R1',
    code: 'V4',
    happened: on(5, 4),
    decided: on(5, 15),
    points: 20,
    knockOut: true,
  })
}
