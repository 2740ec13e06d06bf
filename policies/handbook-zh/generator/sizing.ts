import { type Day, dateOf } from '../../../src/base/day.ts'
import { on, type Quarter, quarters } from '../../tangyu-zh/generator/calendar.ts'
import { type Person, teams } from '../../tangyu-zh/generator/company.ts'
import { addSale, type Book, inCny, type Order } from './book.ts'
import { isControlled } from './planted-deals.ts'

/** 折算回款 in cents of a team's people by month of 2026 (index 0 is January), without overlay. */
export type TeamMonths = ReadonlyMap<string, readonly bigint[]>

/**
 * How large the teams' collections are so far: only to size what is added and what is forecast. Hand-overs stay within
 * one team, so they do not matter here; the half that a leaver is settled for counts for nobody (article 56).
 */
export function teamMonths(book: Book, people: readonly Person[]): TeamMonths {
  const team = new Map(people.map((p) => [p.id, p.team?.id ?? '']))
  const left = new Map(people.flatMap((p) => (p.left === undefined ? [] : [[p.id, p.left] as const])))
  const found = new Map(teams.map((t) => [t.id, Array.from({ length: 12 }, () => 0n)]))
  const orders = new Map(book.orders.map((o) => [o.id, o]))
  const instalments = new Map(book.instalments.map((i) => [i.id, i]))
  const refunds = new Map(book.refunds.map((r) => [r.receipt, r]))
  const add = (person: string, day: Day, cents: bigint) => {
    const months = found.get(team.get(person) ?? '')
    const month = dateOf(day).month - 1
    if (months) months[month] = (months[month] ?? 0n) + cents
  }
  for (const receipt of book.receipts) {
    const instalment = instalments.get(receipt.instalment)
    const order = orders.get(instalment?.order ?? '')
    const net = inCny(receipt)
    if (!order || net === undefined || instalment?.due === undefined) continue
    const leftOn = left.get(order.owner) ?? receipt.received
    const settled = receipt.received > leftOn && receipt.received <= leftOn + 90
    for (const [person, cents] of shares(book, order, net)) {
      const worth = factored(order, receipt.received, instalment.due, cents)
      add(person, receipt.received, settled && person === order.owner ? worth - worth / 2n : worth)
      const refund = refunds.get(receipt.id)
      if (refund) {
        const back = factored(order, receipt.received, instalment.due, refund.net)
        const same =
          Math.ceil(dateOf(refund.refunded).month / 3) === Math.ceil(dateOf(receipt.received).month / 3)
        if (same || refund.refunded > receipt.received + 90) add(person, refund.refunded, -back)
      }
    }
  }
  return found
}

function shares(book: Book, order: Order, net: bigint): readonly (readonly [string, bigint])[] {
  const rows = book.splits.filter((s) => s.order === order.id)
  if (rows.length === 0) return [[order.owner, net]]
  const others = rows
    .filter((s) => s.person !== order.owner)
    .map((s) => [s.person, (net * s.share + 5_000n) / 10_000n] as const)
  return [[order.owner, others.reduce((rest, [, cents]) => rest - cents, net)], ...others]
}

function factored(order: Order, received: Day, due: Day, cents: bigint): bigint {
  const line = order.sku.slice(0, 2)
  const product = line === 'P4' ? 8n : line === 'P2' ? (received < on(10, 1) ? 12n : 11n) : 10n
  const days = received - due
  const late = days <= 0 ? 10n : days <= 30 ? 9n : days <= 60 ? 7n : days <= 90 ? 5n : 0n
  const approved = order.approval === 'granted' ? 10n : order.approval === 'late' ? 5n : 0n
  return (cents * product * late * approved + 500n) / 1_000n
}

export function quarterOf(months: readonly bigint[] | undefined, quarter: Quarter): bigint {
  return (months ?? []).slice(quarter * 3 - 3, quarter * 3).reduce((sum, cents) => sum + cents, 0n)
}

/**
 * S16 and S25, in cents: what the teams collect in the second quarter (EC2 104 %, SC exactly 100 %, SW exactly 80 %
 * of their targets), and the company in the year: 93 % of 360,000,000.
 */
export const secondQuarter: ReadonlyMap<string, bigint> = new Map([
  ['EC2', 1_684_800_000n],
  ['SC', 1_530_000_000n],
  ['SW', 720_000_000n],
])
export const companyYear = 33_480_000_000n

/** Adds one order paid on its due date for each person, so that the totals above are met to the cent. */
export function topUp(book: Book, people: readonly Person[], customerOf: (person: string) => string): void {
  const sellers = people.filter((p) => p.role === 'rep' || p.role === 'senior')
  const free = (quarter: Quarter) =>
    sellers.filter((p) => {
      const here = p.hired < on(quarter * 3 - 2, 1) && p.left === undefined
      return here && !isControlled(p.id, quarter) && p.team?.id !== 'EX'
    })
  for (const [team, goal] of secondQuarter) {
    const missing = goal - quarterOf(teamMonths(book, people).get(team), 2)
    const who = free(2).filter((p) => p.team?.id === team)
    spread(
      book,
      who.map((p) => [p, 2]),
      missing,
      customerOf,
    )
  }
  const total = [...teamMonths(book, people).values()].flat().reduce((sum, cents) => sum + cents, 0n)
  const places = quarters
    .filter((quarter) => quarter !== 2)
    .flatMap((quarter) => free(quarter).map((p) => [p, quarter] as const))
  spread(book, places, companyYear + refundedLater(book) - total, customerOf)
}

/** What is refunded in a later quarter to day 90 is not in the months, but in the year (article 53); all planted at factor 1. */
export function refundedLater(book: Book): bigint {
  const received = new Map(book.receipts.map((r) => [r.id, r.received]))
  return book.refunds
    .filter((r) => {
      const on = received.get(r.receipt) ?? 0
      const same = Math.ceil(dateOf(on).month / 3) === Math.ceil(dateOf(r.refunded).month / 3)
      return !same && r.refunded <= on + 90
    })
    .reduce((sum, r) => sum + r.net, 0n)
}

function spread(
  book: Book,
  places: readonly (readonly [Person, Quarter])[],
  cents: bigint,
  customerOf: (person: string) => string,
): void {
  if (cents < 0n) throw new Error(`${cents} cents too much were collected already`)
  // Seniors carry 1.5 times as much, and nobody quite as much as the next; whole thousands, the rest to the last.
  const weights = places.map(([p], i) => (p.role === 'senior' ? 3n : 2n) * BigInt(6 + ((i * 5) % 9)))
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  let left = cents
  for (const [i, [person, quarter]] of places.entries()) {
    const whole = ((cents * (weights[i] ?? 0n)) / total / 100_000n) * 100_000n
    const net = i === places.length - 1 ? left : whole
    left -= net
    if (net === 0n) continue
    const id = `T-${person.id}-Q${quarter}`
    const paid = on(quarter * 3, 12)
    addSale(book, {
      id: `O-${id}`,
      owner: person.id,
      customer: customerOf(person.id),
      line: 'P1',
      signed: on(quarter * 3 - 1, 6),
      margin: 230,
      payments: [{ id: `R-${id}`, on: paid, due: paid + 10, net }],
    })
  }
}
