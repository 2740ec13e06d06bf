import { at, type CsvRecord, cell } from '../csv.ts'
import { daysBetween, quarterKey } from './exact.ts'
import type { Known } from './scorecards.ts'
import { workedBetween } from './working-time.ts'

/** What article 30 to 33 ask for: the applicant himself, a rank (3 manager, 4 director, 5 general manager), or no answer. */
export type Decided = {
  readonly verdict: 'own' | 'approval' | 'refused' | 'undecided'
  readonly rank?: number
  readonly finance?: boolean
}

const zero = 0n
const limits: { readonly [line: string]: readonly bigint[] } = {
  // Tenths of a percent of the list, from the representative's own to the general manager's.
  P1: [50n, 80n, 120n, 200n, 300n],
  P2: [50n, 80n, 120n, 200n, 300n],
  P3: [zero, 30n, 60n, 100n, 150n],
  P4: [100n, 120n, 150n, 250n, 400n],
}
const amounts = [10_000_000n, 30_000_000n, 100_000_000n, 500_000_000n]

export type QuoteLine = {
  readonly sku: string
  readonly line: string
  readonly units: bigint
  readonly price?: bigint
  readonly list: bigint
}
export type Quote = {
  readonly id: string
  readonly order: string
  readonly person: string
  readonly customer: string
  readonly day: string
  readonly time: string
  readonly amount: bigint
  /** Tenths of a percent. */
  readonly margin?: bigint
  readonly special: boolean
  readonly competitor: string
  readonly joint: string
  readonly term: number
  readonly lines: readonly QuoteLine[]
}

export function readQuotes(known: Known): readonly Quote[] {
  const { rows } = known.data
  const prices = rows('prices')
  const line = new Map(rows('products').map((p) => [cell(p, 'sku'), cell(p, 'line')]))
  const lines = new Map<string, CsvRecord[]>()
  for (const l of rows('quote-lines')) {
    lines.set(cell(l, 'quote'), [...(lines.get(cell(l, 'quote')) ?? []), l])
  }
  const listOf = (sku: string, day: string) => {
    const row = prices.find(
      (p) =>
        cell(p, 'sku') === sku &&
        cell(p, 'from') <= day &&
        (cell(p, 'until') === '' || day <= cell(p, 'until')),
    )
    return at(2, cell(row ?? new Map(), 'list'))
  }
  return rows('quotes').map((q) => {
    const day = cell(q, 'submitted').slice(0, 10)
    const margin = cell(q, 'margin').replace('%', '')
    return {
      id: cell(q, 'id'),
      order: cell(q, 'order'),
      person: cell(q, 'person'),
      customer: cell(q, 'customer'),
      day,
      time: cell(q, 'submitted'),
      amount: at(2, cell(q, 'amount')),
      ...(margin === '' ? {} : { margin: at(1, margin) }),
      special: cell(q, 'special') === 'yes',
      competitor: cell(q, 'competitor'),
      joint: cell(q, 'joint'),
      term: Number(cell(q, 'term')),
      lines: (lines.get(cell(q, 'id')) ?? []).map((l) => ({
        sku: cell(l, 'sku'),
        line: line.get(cell(l, 'sku')) ?? '',
        units: BigInt(cell(l, 'units')),
        ...(cell(l, 'price') === '' ? {} : { price: at(2, cell(l, 'price')) }),
        list: listOf(cell(l, 'sku'), day),
      })),
    }
  })
}

/** Article 30, paragraph 1.2: the customer's quotations of 30 days, this one's day included, up to this one. */
export function together(quotes: readonly Quote[], quote: Quote): bigint {
  return quotes
    .filter((q) => {
      const days = daysBetween(q.day, quote.day)
      return q.customer === quote.customer && days >= 0 && days < 30 && (days > 0 || q.id <= quote.id)
    })
    .reduce((sum, q) => sum + q.amount, zero)
}

/** A discount over a limit of so many tenths of a percent, in whole cents: list − price > list × limit. */
function beyond(line: QuoteLine, tenths: bigint): boolean {
  return (line.list - (line.price ?? zero)) * 1_000n > line.list * tenths
}

function rankOfDiscount(line: QuoteLine): number {
  const found = (limits[line.line] ?? []).findIndex((limit) => !beyond(line, limit))
  return found === -1 ? 6 : found + 1
}

function rankOfMargin(margin: bigint): { readonly rank: number; readonly finance: boolean } {
  if (margin >= 200n) return { rank: 1, finance: false }
  if (margin >= 150n) return { rank: 3, finance: false }
  if (margin >= 100n) return { rank: 4, finance: true }
  return margin >= 50n ? { rank: 5, finance: true } : { rank: 6, finance: false }
}

/** Article 33 on a line of a quotation. */
function onOffer(quote: Quote, line: QuoteLine): boolean {
  const pumps = quote.lines.filter((l) => l.line === 'P1').reduce((sum, l) => sum + l.units, zero)
  if (line.line === 'P1') {
    return quote.day >= '2026-05-06' && quote.day <= '2026-06-05' && pumps >= 10n && !beyond(line, 100n)
  }
  return line.line === 'P4' && quote.day >= '2026-11-01' && quote.day <= '2026-11-30' && !beyond(line, 150n)
}

function cleared(known: Known, quote: Quote, line: QuoteLine): boolean {
  return known.data
    .rows('clearances')
    .some((c) => cell(c, 'sku') === line.sku && cell(c, 'from') <= quote.day && quote.day <= cell(c, 'until'))
}

/** Article 32: a special price may be asked for with a competitor's quotation of 30 days, or for 50 units and more. */
export function maySpecial(known: Known, quote: Quote): boolean {
  if (!quote.special || quote.lines.some((l) => l.line !== 'P1' && l.line !== 'P2')) return false
  const units = quote.lines.reduce((sum, l) => sum + l.units, zero)
  const record = known.data.rows('competitor-records').find((w) => cell(w, 'id') === quote.competitor)
  const recent =
    record !== undefined &&
    cell(record, 'customer') === quote.customer &&
    cell(record, 'at') <= quote.day &&
    daysBetween(cell(record, 'at'), quote.day) <= 30
  return recent || units >= 50n
}

/** Cents below what the applicant might give himself: own limits of 5 and 8 %. */
function givenAway(known: Known, quote: Quote): bigint {
  const own = known.data.person.get(quote.person)?.role === 'rep' ? 50n : 80n
  return quote.lines.reduce((sum, l) => {
    const given = (l.list - (l.price ?? l.list)) * 1_000n - l.list * own
    return given > zero ? sum + (given * l.units) / 1_000n : sum
  }, zero)
}

/** Article 32, paragraph 4: 1.5 % of the team's target of the quarter, over the special prices up to this one. */
function overBudget(
  known: Known & { readonly teamQuarter: (team: string, quarter: string) => bigint },
  quotes: readonly Quote[],
  quote: Quote,
): boolean {
  const team = known.data.person.get(quote.person)?.team ?? ''
  const used = quotes
    .filter(
      (q) =>
        maySpecial(known, q) &&
        known.data.person.get(q.person)?.team === team &&
        quarterKey(q.day) === quarterKey(quote.day) &&
        (q.day < quote.day || (q.day === quote.day && q.id <= quote.id)),
    )
    .reduce((sum, q) => sum + givenAway(known, q), zero)
  return used * 1_000n > known.teamQuarter(team, quarterKey(quote.day)) * 15n
}

/** Articles 8 and 30 to 33. */
export function decide(
  known: Known & { readonly teamQuarter: (team: string, quarter: string) => bigint },
  quotes: readonly Quote[],
  quote: Quote,
): Decided {
  if (quote.lines.some((l) => l.price === undefined) || quote.margin === undefined)
    return { verdict: 'undecided' }
  const special = maySpecial(known, quote)
  const offers = quote.lines.filter((l) => onOffer(quote, l))
  if (offers.some((l) => special || cleared(known, quote, l))) return { verdict: 'undecided' }
  const clearance = quote.lines.filter((l) => cleared(known, quote, l))
  if (clearance.some((l) => beyond(l, 500n))) return { verdict: 'refused' }
  const rankOf = (l: QuoteLine): number => {
    if (offers.includes(l)) return 1
    if (clearance.includes(l)) return 5
    if (!special) return rankOfDiscount(l)
    if (beyond(l, 350n)) return 6
    return beyond(l, 250n) || overBudget(known, quotes, quote) ? 5 : 4
  }
  const total = together(quotes, quote)
  const amount = amounts.findIndex((limit) => total <= limit)
  const margin = clearance.length > 0 ? { rank: 1, finance: true } : rankOfMargin(quote.margin)
  const rank = Math.max(amount === -1 ? 5 : amount + 1, margin.rank, ...quote.lines.map(rankOf))
  if (rank === 6) return { verdict: 'refused' }
  const role = known.data.person.get(quote.person)?.role ?? 'rep'
  const own = role === 'rep' ? 1 : 2
  if (rank <= own && !margin.finance) return { verdict: 'own' }
  // Others' requests are for managers and above; his own go past himself.
  const himself = role === 'manager' ? 3 : role === 'director' ? 4 : 0
  const needed = Math.max(3, rank)
  return { verdict: 'approval', rank: needed <= himself ? himself + 1 : needed, finance: margin.finance }
}

export type Approval = {
  readonly quote: string
  readonly rank: string
  readonly by: string
  readonly day: string
  readonly amount: bigint
  /** Hundredths of a percent. */
  readonly discount: bigint
  readonly term: number
}

export function readApprovals(known: Known): readonly Approval[] {
  return known.data.rows('approvals').map((a) => ({
    quote: cell(a, 'quote'),
    rank: cell(a, 'rank'),
    by: cell(a, 'by'),
    day: cell(a, 'decided').slice(0, 10),
    amount: at(2, cell(a, 'amount')),
    discount: at(2, cell(a, 'discount').replace('%', '')),
    term: Number(cell(a, 'term')),
  }))
}

const ranks = ['', 'rep', 'senior', 'manager', 'director', 'general_manager']

/** Article 34: tenths of the order factor: 10 approved before signing, 5 within five working days after it, else 0. */
export function orderFactor(
  known: Known & { readonly teamQuarter: (team: string, quarter: string) => bigint },
  quotes: readonly Quote[],
  approvals: readonly Approval[],
  order: { readonly id: string; readonly signed: string },
): bigint {
  const quote = quotes.find((q) => q.order === order.id)
  if (quote === undefined) throw new Error(`No quotation for ${order.id}`)
  const decided = decide(known, quotes, quote)
  if (decided.verdict === 'own') return 10n
  if (decided.verdict !== 'approval') return zero
  // Paragraph 3: a deeper discount of a line, more than 10 % added, or a longer term want a new approval.
  const deeper = (a: Approval) =>
    quote.lines.some((l) => (l.list - (l.price ?? zero)) * 10_000n > l.list * a.discount)
  const of = approvals.filter(
    (a) =>
      a.quote === quote.id &&
      a.by !== quote.person &&
      quote.amount * 100n <= a.amount * 110n &&
      quote.term <= a.term &&
      !deeper(a),
  )
  const needed = [(a: Approval) => ranks.indexOf(a.rank) >= (decided.rank ?? 6)]
  if (decided.finance) needed.push((a: Approval) => a.rank === 'finance')
  // Article 32, paragraph 3: 30 days for a special price that amount and margin would leave to the applicant himself.
  const listed = { ...quote, special: false, lines: quote.lines.map((l) => ({ ...l, price: l.list })) }
  const alone = maySpecial(known, quote) && decide(known, quotes, listed).verdict === 'own'
  const before = (a: Approval) =>
    a.day <= order.signed && daysBetween(a.day, order.signed) <= (alone ? 30 : 15)
  const late = (a: Approval) => a.day > order.signed && workedBetween(order.signed, a.day) <= 5
  if (needed.every((is) => of.some((a) => is(a) && before(a)))) return 10n
  return needed.every((is) => of.some((a) => is(a) && (before(a) || late(a)))) ? 5n : zero
}
