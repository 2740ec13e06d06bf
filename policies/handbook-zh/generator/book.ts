import { type Day, dateOf, formatDay } from '../../../src/base/day.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import { approvalNames, type Deals, type Order as PlainOrder } from '../../tangyu-zh/generator/deals.ts'
import { cnyCents, dollarRates, type Line, sku } from '../../tangyu-zh/generator/products.ts'

/** Orders with what follows from them. Amounts are cents: of CNY, or of USD where the order is in dollars. */
export type Book = {
  readonly orders: Order[]
  readonly splits: Split[]
  readonly instalments: Instalment[]
  readonly receipts: Receipt[]
  readonly refunds: Refund[]
}
/** `keyAccount`: who of the key accounts team assists, with 30 % beside the 100 % (article 45). */
export type Order = PlainOrder & { readonly dollars: boolean; readonly keyAccount?: string }
/** `share` in hundredths of a percent. */
export type Split = {
  readonly order: string
  readonly person: string
  readonly share: bigint
}
export type Instalment = {
  readonly id: string
  readonly order: string
  readonly no: number
  readonly due?: Day
  readonly amount: bigint
}
export type Receipt = {
  readonly id: string
  readonly instalment: string
  readonly received: Day
  readonly net: bigint
  readonly dollars: boolean
  units: number
}
export type Refund = {
  readonly id: string
  readonly receipt: string
  readonly refunded: Day
  readonly net: bigint
}

export function emptyBook(): Book {
  return { orders: [], splits: [], instalments: [], receipts: [], refunds: [] }
}

/** A planted order; each payment is an instalment of its own, and one without `id` is not paid yet. */
export type Sale = {
  readonly id: string
  readonly owner: string
  readonly customer: string
  readonly line: Line
  readonly signed: Day
  readonly amount?: bigint
  /** Tenths of a percent; 25.0 unless given. */
  readonly margin?: number | 'unknown'
  readonly first?: boolean
  readonly approval?: Order['approval']
  readonly dollars?: boolean
  readonly keyAccount?: string
  readonly payments: readonly Payment[]
}
export type Payment = {
  readonly id?: string
  readonly on?: Day
  readonly due?: Day
  readonly net: bigint
  readonly units?: number
}

export function addSale(book: Book, sale: Sale): void {
  const dollars = sale.dollars ?? false
  const total = sale.payments.reduce((sum, p) => sum + p.net, 0n)
  book.orders.push({
    id: sale.id,
    owner: sale.owner,
    customer: sale.customer,
    sku: sku(sale.line, 0),
    signed: sale.signed,
    amount: sale.amount ?? total,
    ...(sale.margin === 'unknown' ? {} : { margin: sale.margin ?? 250 }),
    approval: sale.approval ?? 'granted',
    first: sale.first ?? false,
    dollars,
    ...(sale.keyAccount === undefined ? {} : { keyAccount: sale.keyAccount }),
  })
  for (const [i, p] of sale.payments.entries()) {
    const instalment = `${sale.id}-${i + 1}`
    book.instalments.push({
      id: instalment,
      order: sale.id,
      no: i + 1,
      ...(p.due === undefined ? {} : { due: p.due }),
      amount: p.net,
    })
    if (p.id === undefined || p.on === undefined) continue
    book.receipts.push({ id: p.id, instalment, received: p.on, net: p.net, dollars, units: p.units ?? 0 })
  }
}

/** Takes over what `addQuarter` of the smaller sample wrote: there each receipt carries its own due date. */
export function addDeals(book: Book, deals: Deals): void {
  const counts = new Map<string, number>()
  const dollars = new Set(deals.receipts.filter((r) => r.dollars).map((r) => r.order))
  for (const order of deals.orders) book.orders.push({ ...order, dollars: dollars.has(order.id) })
  for (const r of deals.receipts) {
    const no = (counts.get(r.order) ?? 0) + 1
    counts.set(r.order, no)
    const id = `${r.order}-${no}`
    const due = r.due === undefined ? {} : { due: r.due }
    book.instalments.push({ id, order: r.order, no, ...due, amount: r.net })
    book.receipts.push({
      id: r.id,
      instalment: id,
      received: r.received,
      net: r.net,
      dollars: r.dollars,
      units: 0,
    })
  }
}

/** CNY cents of a receipt, or undefined in the month without a rate. */
export function inCny(receipt: Receipt): bigint | undefined {
  return receipt.dollars ? cnyCents(receipt.net, dateOf(receipt.received).month) : receipt.net
}

export function bookFiles(book: Book): readonly (readonly [string, string])[] {
  return [
    ['orders.csv', ordersCsv(book.orders)],
    ['splits.csv', splitsCsv(book.splits)],
    ['instalments.csv', instalmentsCsv(book)],
    ['receipts.csv', receiptsCsv(book.receipts)],
    ['refunds.csv', refundsCsv(book)],
    ['exchange-rates.csv', exchangeRatesCsv()],
  ]
}

const money = (cents: bigint) => formatDecimal(cents, 2)
const currency = (dollars: boolean) => (dollars ? 'USD' : 'CNY')

function ordersCsv(orders: readonly Order[]): string {
  const rows = orders.map((o) => [
    o.id,
    o.owner,
    o.customer,
    o.sku,
    formatDay(o.signed),
    currency(o.dollars),
    money(o.amount),
    o.margin === undefined ? undefined : `${formatDecimal(BigInt(o.margin), 1)}%`,
    o.approval,
    approvalNames[o.approval],
    o.first ? 'yes' : 'no',
    o.keyAccount,
  ])
  const headings =
    'id owner customer sku signed currency amount margin approval approval_zh new_customer key_account'.split(
      ' ',
    )
  return toCsv(headings, rows)
}

function splitsCsv(splits: readonly Split[]): string {
  const rows = splits.map((s, i) => [
    `P${String(i + 1).padStart(2, '0')}`,
    s.order,
    s.person,
    `${formatDecimal(s.share, 2)}%`,
  ])
  return toCsv(['id', 'order', 'person', 'share'], rows)
}

function instalmentsCsv(book: Book): string {
  const dollars = new Map(book.orders.map((o) => [o.id, o.dollars]))
  const rows = book.instalments.map((i) => [
    i.id,
    i.order,
    i.no,
    i.due === undefined ? undefined : formatDay(i.due),
    money(i.amount),
    currency(dollars.get(i.order) ?? false),
  ])
  return toCsv(['id', 'order', 'no', 'due', 'amount', 'currency'], rows)
}

function receiptsCsv(receipts: readonly Receipt[]): string {
  const rows = receipts.map((r) => [
    r.id,
    r.instalment,
    formatDay(r.received),
    money(r.net),
    currency(r.dollars),
    r.units,
  ])
  return toCsv(['id', 'instalment', 'received', 'net', 'currency', 'units'], rows)
}

function refundsCsv(book: Book): string {
  const dollars = new Map(book.receipts.map((r) => [r.id, r.dollars]))
  const rows = book.refunds.map((r) => [
    r.id,
    r.receipt,
    formatDay(r.refunded),
    money(r.net),
    currency(dollars.get(r.receipt) ?? false),
  ])
  return toCsv(['id', 'receipt', 'refunded', 'net', 'currency'], rows)
}

/** Article 4: the month's rate holds on each of its days; December is not known yet, so it has no row. */
function exchangeRatesCsv(): string {
  const months = dollarRates.map((rate, i) => {
    const month = String(i + 1).padStart(2, '0')
    const last = new Date(Date.UTC(2026, i + 1, 0)).getUTCDate()
    return ['USD', `2026-${month}-01`, `2026-${month}-${last}`, rate]
  })
  return toCsv(['currency', 'from', 'until', 'rate'], [['CNY', '2026-01-01', undefined, '1.0000'], ...months])
}
