import { type Day, formatDay } from '../../../src/base/day.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import type { Person, Role } from '../../tangyu-zh/generator/company.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import { type Line, lines, sku } from '../../tangyu-zh/generator/products.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import type { Book, Order } from './book.ts'
import { type At, at, formatAt, workingDay } from './working-days.ts'

/** 1 to 5: 业务代表 to 总经理, the order of article 2; 6 is refused. */
export type Rank = 1 | 2 | 3 | 4 | 5
export type Approver = Rank | 'finance'
/** Money is cents with VAT, shares are hundredths of a percent. A line without a price has no discount yet. */
export type Quote = {
  readonly id: string
  readonly order?: string
  readonly person: string
  readonly customer: string
  readonly submitted: At
  readonly amount: bigint
  readonly margin?: number
  readonly special?: boolean
  readonly competitor?: string
  /** Articles 58 and 60: who quotes with him. */
  readonly joint?: string
  /** Days after delivery; 30 unless told. */
  readonly term?: number
  readonly lines: readonly {
    readonly sku: string
    readonly units: number
    readonly discount?: number
    /** Cents, where the price is what is planted. */
    readonly price?: bigint
  }[]
}
export type Approval = {
  readonly id: string
  readonly quote: string
  readonly rank: Approver
  readonly by: string
  readonly decided: At
  readonly discount: number
  readonly amount: bigint
  readonly term?: number
}
export type Quotes = { readonly quotes: Quote[]; readonly approvals: Approval[] }

/** Article 30, in the order of the ranks: discounts in hundredths of a percent, amounts in cents. */
const discounts: { readonly [L in Line]: readonly number[] } = {
  P1: [500, 800, 1_200, 2_000, 3_000],
  P2: [500, 800, 1_200, 2_000, 3_000],
  P3: [0, 300, 600, 1_000, 1_500],
  P4: [1_000, 1_200, 1_500, 2_500, 4_000],
}
const amounts: readonly bigint[] = [10_000_000n, 30_000_000n, 100_000_000n, 500_000_000n]

function rankOf(limits: readonly (number | bigint)[], asked: number | bigint): number {
  const found = limits.findIndex((limit) => asked <= limit)
  return found === -1 ? limits.length + 1 : found + 1
}

/** CNY of the six articles of each line on 1 January. */
const listOf: { readonly [L in Line]: readonly number[] } = {
  P1: [3_000, 6_000, 9_000, 18_000, 36_000, 60_000],
  P2: [2_000, 4_000, 8_000, 12_000, 18_000, 25_000],
  P3: [300_000, 600_000, 1_200_000, 2_400_000, 3_600_000, 6_000_000],
  P4: [100, 500, 2_000, 10_000, 30_000, 80_000],
}

/** CNY of a sku on a day, in cents: article 29 adds 3 % to P1 from 1 July. */
export function listPrice(article: string, day: Day): bigint {
  const line = lines.find((l) => article.startsWith(l)) ?? 'P1'
  const index = Number(article.slice(3)) - 1
  if (index === 6) return 2_000_000n
  const list = BigInt(listOf[line][index] ?? listOf[line][5] ?? 0) * 100n
  return line === 'P1' && day >= on(7, 1) ? (list * 103n) / 100n : list
}

/**
 * One quotation for each order, signed with the approvals that articles 30 and 31 ask for, before it (`granted`), within
 * five working days after it (`late`), or later and never (`lacking`): what the order factor of article 34 rests on. Who
 * may not quote alone (articles 58 and 60) does so with a senior of his team.
 */
export function quoteOrders(
  book: Book,
  people: readonly Person[],
  planted: ReadonlySet<string>,
  may: (person: string, line: Line, day: Day) => boolean,
  random: Random,
): Quotes {
  const person = new Map(people.map((p) => [p.id, p]))
  const found: Quotes = { quotes: [], approvals: [] }
  const seen = new Map<string, { readonly day: Day; readonly amount: bigint }[]>()
  const orders = book.orders
    .filter((o) => !planted.has(o.id))
    .map((order) => ({ order, submitted: submittedOn(order, person.get(order.owner)) }))
    .sort((a, b) => a.submitted - b.submitted || (a.order.id < b.order.id ? -1 : 1))
  for (const { order, submitted } of orders) {
    const owner = person.get(order.owner)
    const line = lines.find((l) => order.sku.startsWith(l)) ?? 'P1'
    const amount = (order.amount * 113n + 50n) / 100n
    const others = seen.get(order.customer) ?? []
    const added = others.filter((o) => o.day > submitted - 30).reduce((sum, o) => sum + o.amount, amount)
    others.push({ day: submitted, amount })
    seen.set(order.customer, others)
    const own = owner?.role === 'rep' ? 1 : 2
    // A manager's own orders are small and at the list price.
    const discount = owner?.role === 'manager' ? 0 : discountOf(order, line, own, random)
    const margin = order.margin ?? 200
    const needed = Math.max(
      rankOf(discounts[line], discount),
      rankOf(amounts, added),
      margin >= 200 ? 1 : margin >= 150 ? 3 : margin >= 100 ? 4 : 5,
    )
    const id = `Q-${order.id}`
    const list = listPrice(order.sku, submitted)
    const units = line === 'P1' ? Math.min(9, Number(amount / list) + 1) : Number(amount / list) + 1
    found.quotes.push({
      id,
      order: order.id,
      person: order.owner,
      customer: order.customer,
      submitted: at(submitted, '10:00'),
      amount,
      margin,
      ...(may(order.owner, line, submitted) ? {} : { joint: `${owner?.team?.id}-S1` }),
      lines: [{ sku: order.sku, units: line === 'P4' ? Math.min(units, 40) : Math.min(units, 20), discount }],
    })
    if (needed <= own) {
      if (order.approval !== 'granted') throw new Error(`${order.id} needs nobody, and is ${order.approval}`)
      continue
    }
    const rank = Math.max(3, needed) as Rank
    approve(found, order, { id, rank, discount, amount, finance: margin < 150, submitted }, owner, random)
  }
  return found
}

/** Three working days before the order is signed; not before the year or its seller begins. */
function submittedOn(order: Order, owner: Person | undefined): Day {
  return Math.max(on(1, 1), owner?.hired ?? 0, workingDay(order.signed, -3))
}

/** Mostly what the seller may give himself; an order that was approved late or never asked for the director's. */
function discountOf(order: Order, line: Line, own: 1 | 2, random: Random): number {
  const draw = random.below(100)
  const rank = order.approval !== 'granted' ? 4 : draw < 72 ? own : draw < 90 ? 3 : draw < 98 ? 4 : 5
  const most = (discounts[line][rank - 1] ?? 0) / 100
  const least = rank === own ? 0 : (discounts[line][rank - 2] ?? 0) / 100 + 1
  return random.between(Math.min(least, most), most) * 100
}

function approve(
  found: Quotes,
  order: Order,
  asked: {
    readonly id: string
    readonly rank: Rank
    readonly discount: number
    readonly amount: bigint
    readonly finance: boolean
    readonly submitted: Day
  },
  owner: Person | undefined,
  random: Random,
): void {
  const later = random.between(1, 5)
  const never = random.below(2) === 0
  if (order.approval === 'lacking' && never) return
  const days = order.approval === 'granted' ? 0 : order.approval === 'late' ? later : later + 5
  const decided =
    order.approval === 'granted'
      ? at(asked.submitted, `1${random.between(4, 6)}:${random.between(10, 59)}`)
      : at(workingDay(order.signed, days), `1${random.between(0, 1)}:${random.between(10, 59)}`)
  const { discount, amount } = asked
  const add = (rank: Approver, by: string) =>
    found.approvals.push({
      id: `${rank === 'finance' ? 'PF' : 'PA'}-${order.id}`,
      quote: asked.id,
      rank,
      by,
      decided,
      discount,
      amount,
    })
  add(asked.rank, asked.rank === 3 ? `${owner?.team?.id}-M` : asked.rank === 4 ? 'DIR' : 'GM')
  if (asked.finance) add('finance', `FIN-${1 + (order.id.length % 4)}`)
}

const ranks: { readonly [A in Approver]: readonly [string, string] } = {
  1: ['rep', '业务代表'],
  2: ['senior', '高级业务代表'],
  3: ['manager', '区域经理'],
  4: ['director', '销售总监'],
  5: ['general_manager', '总经理'],
  finance: ['finance', '财务'],
}
export const roleRank: { readonly [R in Role]: Rank } = { rep: 1, senior: 2, manager: 3, director: 4 }

const money = (cents: bigint) => formatDecimal(cents, 2)
const percent = (hundredths: number) => `${formatDecimal(BigInt(hundredths), 2)}%`

export function quoteFiles(found: Quotes): readonly (readonly [string, string])[] {
  const price = (article: string, day: Day, discount: number) =>
    money((listPrice(article, day) * BigInt(10_000 - discount) + 5_000n) / 10_000n)
  return [
    [
      'quotes.csv',
      toCsv(
        'id order person customer submitted amount margin special competitor joint term'.split(' '),
        found.quotes.map((q) => [
          q.id,
          q.order,
          q.person,
          q.customer,
          formatAt(q.submitted),
          money(q.amount),
          q.margin === undefined ? undefined : `${formatDecimal(BigInt(q.margin), 1)}%`,
          q.special ? 'yes' : 'no',
          q.competitor,
          q.joint,
          q.term ?? 30,
        ]),
      ),
    ],
    [
      'quote-lines.csv',
      toCsv(
        'id quote sku units price'.split(' '),
        found.quotes.flatMap((q) =>
          q.lines.map((l, i) => [
            `${q.id}-${i + 1}`,
            q.id,
            l.sku,
            l.units,
            l.price !== undefined
              ? money(l.price)
              : l.discount === undefined
                ? undefined
                : price(l.sku, q.submitted.day, l.discount),
          ]),
        ),
      ),
    ],
    [
      'approvals.csv',
      toCsv(
        'id quote rank rank_zh by decided discount amount term'.split(' '),
        found.approvals.map((a) => [
          a.id,
          a.quote,
          ...ranks[a.rank],
          a.by,
          formatAt(a.decided),
          percent(a.discount),
          money(a.amount),
          a.term ?? 30,
        ]),
      ),
    ],
    ['prices.csv', pricesCsv()],
  ]
}

/** Article 29: list and cost of each article; costs are 62 to 72 % of the list. */
function pricesCsv(): string {
  const rows = lines.flatMap((line) =>
    [0, 1, 2, 3, 4, 5].flatMap((i) => {
      const article = sku(line, i)
      const cost = (day: Day) => money((listPrice(article, day) * BigInt(62 + 2 * i)) / 100n)
      const row = (day: Day, until?: Day) => [
        article,
        money(listPrice(article, day)),
        cost(on(1, 1)),
        formatDay(day),
        until && formatDay(until),
      ]
      return line === 'P1' ? [row(on(1, 1), on(6, 30)), row(on(7, 1))] : [row(on(1, 1))]
    }),
  )
  const stock = ['P1-07', 'P2-07'].map((article) => [
    article,
    '20000.00',
    '14000.00',
    '2026-01-01',
    undefined,
  ])
  return toCsv(['sku', 'list', 'cost', 'from', 'until'], [...rows, ...stock])
}
