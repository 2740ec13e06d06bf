import { type Day, dateOf, formatDay } from '../../../src/base/day.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { firstDay, lastDay, on, type Quarter } from './calendar.ts'
import { toCsv } from './csv.ts'
import { cnyCents, type Line, rateId, sku, usdCents } from './products.ts'
import type { Random } from './random.ts'

/** Whether the order had the approvals it needed (article 34). */
export type Approval = 'granted' | 'late' | 'lacking'

export type Order = {
  readonly id: string
  readonly owner: string
  readonly customer: string
  readonly sku: string
  readonly signed: Day
  /** CNY cents without VAT. */
  readonly amount: bigint
  /** Tenths of a percent. */
  readonly margin?: number
  readonly approval: Approval
  /** The customer's first order in 24 months. */
  readonly first: boolean
}

export type Receipt = {
  readonly id: string
  readonly order: string
  readonly received: Day
  readonly due?: Day
  /** Cents of the order's currency, without VAT. */
  readonly net: bigint
  readonly dollars: boolean
}

export type Deals = { readonly orders: Order[]; readonly receipts: Receipt[] }

/** Who sells, when, and to whom. `notBefore`: the first day on which an order may be signed. */
export type Seller = {
  readonly id: string
  readonly export: boolean
  readonly quarter: Quarter
  readonly from: Day
  readonly until: Day
  readonly notBefore: Day
  /** CNY that the quarter's receipts add up to before factors. */
  readonly goal: bigint
  readonly oldCustomers: readonly [string, ...string[]]
  readonly newCustomers: readonly string[]
  /** How many receipts; by chance where it is not given. */
  readonly receipts?: number
}

/** One quarter of one person: orders with one to three receipts each, about 19 receipts in all. */
export function addQuarter(deals: Deals, seller: Seller, random: Random): void {
  const count = seller.receipts ?? random.between(16, 22)
  const fresh = [...seller.newCustomers]
  const parts: { readonly line: Line; readonly weight: number }[][] = []
  for (let left = count; left > 0; ) {
    const line = lineOf(random.below(100))
    const size = Math.min(left, line === 'P3' ? random.between(2, 3) : random.between(1, 2))
    parts.push(Array.from({ length: size }, () => ({ line, weight: weightOf(line) * random.between(5, 15) })))
    left -= size
  }
  const total = parts.flat().reduce((sum, part) => sum + BigInt(part.weight), 0n)
  for (const [index, receipts] of parts.entries()) {
    const cents = receipts.map((part) => (seller.goal * 100n * BigInt(part.weight)) / total)
    const dollars = seller.export && index < 2
    const newCustomer = index >= 1 ? fresh.shift() : undefined
    addOrder(deals, seller, random, {
      line: receipts[0]?.line ?? 'P1',
      cents,
      dollars,
      customer: newCustomer ?? random.pick(seller.oldCustomers),
      first: newCustomer !== undefined,
    })
  }
}

function lineOf(percent: number): Line {
  return percent < 45 ? 'P1' : percent < 65 ? 'P2' : percent < 75 ? 'P3' : 'P4'
}

function weightOf(line: Line): number {
  switch (line) {
    case 'P1':
      return 10
    case 'P2':
      return 8
    case 'P3':
      return 40
    case 'P4':
      return 2
  }
}

function addOrder(
  deals: Deals,
  seller: Seller,
  random: Random,
  order: {
    readonly line: Line
    readonly cents: readonly bigint[]
    readonly dollars: boolean
    readonly customer: string
    readonly first: boolean
  },
): void {
  const id = `O${String(deals.orders.length + 1).padStart(4, '0')}`
  // The last month has no rate yet: only the planted receipt of S06 shall meet that.
  const until = order.dollars && seller.quarter === 4 ? on(11, 30) : seller.until
  const receipts = order.cents.map((cents) => {
    const received = random.between(seller.from + 1, until)
    const due = Math.max(received - daysLate(random), seller.notBefore)
    const net = order.dollars ? usdCents(cents) : cents
    return { received, due, net, dollars: order.dollars }
  })
  for (const receipt of receipts) {
    deals.receipts.push({
      id: `R${String(deals.receipts.length + 1).padStart(4, '0')}`,
      order: id,
      ...receipt,
    })
  }
  const earliest = Math.min(...receipts.map((r) => Math.min(r.due, r.received)))
  const worth = receipts.reduce(
    (sum, r) => sum + (r.dollars ? (cnyCents(r.net, dateOf(r.received).month) ?? 0n) : r.net),
    0n,
  )
  const percent = random.below(100)
  deals.orders.push({
    id,
    owner: seller.id,
    customer: order.customer,
    sku: sku(order.line, random.below(6)),
    signed: Math.max(seller.notBefore, earliest - random.between(5, 45)),
    amount: (worth * BigInt(random.between(100, 130))) / 100n,
    margin: random.between(110, 380),
    approval: percent < 96 ? 'granted' : percent < 98 ? 'late' : 'lacking',
    first: order.first,
  })
}

function daysLate(random: Random): number {
  const percent = random.below(100)
  if (percent < 72) return -random.below(25)
  if (percent < 90) return random.between(1, 30)
  if (percent < 96) return random.between(31, 60)
  return percent < 99 ? random.between(61, 90) : random.between(91, 120)
}

/** The part of a quarter in which a person sells; empty (`from` after `until`) when he is not on roll. */
export function sellingDays(
  quarter: Quarter,
  hired: Day,
  left: Day | undefined,
): { readonly from: Day; readonly until: Day } {
  const from = Math.max(firstDay(quarter), hired)
  const until = Math.min(lastDay(quarter), left ?? lastDay(quarter))
  return { from, until }
}

export const approvalNames: { readonly [A in Approval]: string } = {
  granted: '已批',
  late: '补批',
  lacking: '未批',
}

export function ordersCsv(orders: readonly Order[]): string {
  const rows = orders.map((o) => [
    o.id,
    o.owner,
    o.customer,
    o.sku,
    formatDay(o.signed),
    formatDecimal(o.amount, 2),
    o.margin === undefined ? undefined : `${formatDecimal(BigInt(o.margin), 1)}%`,
    o.approval,
    approvalNames[o.approval],
    o.first ? 'yes' : 'no',
  ])
  return toCsv(
    [
      'id',
      'owner',
      'customer',
      'sku',
      'signed',
      'amount',
      'margin',
      'approval',
      'approval_zh',
      'new_customer',
    ],
    rows,
  )
}

export function receiptsCsv(receipts: readonly Receipt[]): string {
  const rows = receipts.map((r) => [
    r.id,
    r.order,
    formatDay(r.received),
    r.due === undefined ? undefined : formatDay(r.due),
    formatDecimal(r.net, 2),
    r.dollars ? rateId(dateOf(r.received).month) : 'CNY',
  ])
  return toCsv(['id', 'order', 'received', 'due', 'net', 'rate'], rows)
}
