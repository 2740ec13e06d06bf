import { at, cell } from '../csv.ts'
import { daysBetween, half, quarterKey, sum } from './exact.ts'
import { type Data, isSeller, type Order, type Receipt } from './records.ts'

/**
 * One person's part of one receipt or refund. Amounts are cents of CNY; refunds are negative. `share` counts for the
 * person, his team and the company, `overlay` for the person alone, `leaver` only for the settlement of article 56.
 */
export type CreditLine = {
  readonly receipt: string
  readonly refund?: string
  readonly order: Order
  readonly person: string
  readonly kind: 'share' | 'overlay' | 'leaver'
  /** When the money came, or went back. */
  readonly date: string
  readonly received: string
  readonly net: bigint
  readonly credited: bigint
  /** Article 56: the part of 0.8 % of the whole row, which is rounded before it is shared. */
  readonly flat: bigint
  /** Article 53: a refund of a later quarter within 90 days is worked into the quarter of its receipt again. */
  readonly recomputes: boolean
}

/** Articles 4, 22, 45, 46, 53 and 56: 折算回款 by receipt and person. */
export function creditLines(data: Data): readonly CreditLine[] {
  const refundsOf = new Map(data.refunds.map((r) => [cell(r, 'receipt'), r]))
  return data.receipts.flatMap((receipt) => {
    const lines = linesOf(data, receipt, receipt.net, receipt.received)
    const refund = refundsOf.get(receipt.id)
    if (!refund) return lines
    const date = cell(refund, 'refunded')
    const later = quarterKey(date) !== quarterKey(receipt.received)
    const back = linesOf(data, receipt, -at(2, cell(refund, 'net')), date).map((line) => ({
      ...line,
      refund: cell(refund, 'id'),
      recomputes: later && daysBetween(receipt.received, date) <= 90,
    }))
    return [...lines, ...back]
  })
}

/** `amount` in the receipt's currency, with the receipt's rate, shares and factors, whenever it is. */
function linesOf(data: Data, receipt: Receipt, amount: bigint, date: string): readonly CreditLine[] {
  const shares = sharesOf(data, receipt)
  const whole = half(amount * rateOf(data, receipt), 10_000n)
  const worth = factored(receipt, whole)
  const [net, credited, flat] = [whole, worth, half(worth * 8n, 1_000n)].map((cents) =>
    parts(receipt, shares, cents),
  )
  return shares.map(({ person, kind }, i) => ({
    receipt: receipt.id,
    order: receipt.order,
    person,
    kind,
    date,
    received: receipt.received,
    net: net?.[i] ?? 0n,
    credited: credited?.[i] ?? 0n,
    flat: flat?.[i] ?? 0n,
    recomputes: false,
  }))
}

/** Article 4: CNY for one unit, in ten-thousandths, of the month of the receipt. */
function rateOf(data: Data, receipt: Receipt): bigint {
  const rate = data
    .rows('exchange-rates')
    .find(
      (r) =>
        cell(r, 'currency') === receipt.currency &&
        cell(r, 'from') <= receipt.received &&
        (cell(r, 'until') === '' || receipt.received <= cell(r, 'until')),
    )
  if (!rate) throw new Error(`No rate for ${receipt.id}`)
  return at(4, cell(rate, 'rate'))
}

/** A share in 20,000ths of the row, so that half of a hundredth of a percent is whole. */
type Share = { readonly person: string; readonly kind: CreditLine['kind']; readonly of: bigint }
const all = 20_000n

/** Article 45: recorded shares, or all of it the owner's; the overlay stands outside. */
function sharesOf(data: Data, receipt: Receipt): readonly Share[] {
  const { order } = receipt
  const rows = data.splits.get(order.id) ?? []
  const hundredths = (text: string) => at(2, text.replace('%', ''))
  const others = rows
    .filter((row) => cell(row, 'person') !== order.owner)
    .map(
      (row): Share => ({
        person: cell(row, 'person'),
        kind: 'share',
        of: hundredths(cell(row, 'share')) * 2n,
      }),
    )
  const owners = all - sum(others, ({ of }) => of)
  const overlay: readonly Share[] =
    order.keyAccount === ''
      ? []
      : [{ person: order.keyAccount, kind: 'overlay', of: hundredths('30.00%') * 2n }]
  return [...ofOwner(data, receipt, owners), ...others, ...overlay]
}

/** Article 45: each part rounded to the cent; what is left is the owner's, or that of whoever has all of his share. */
function parts(receipt: Receipt, shares: readonly Share[], cents: bigint): readonly bigint[] {
  const rounded = shares.map(({ of }) => half(cents * of, all))
  const taker = Math.max(
    0,
    shares.findIndex(({ person, kind }) => person === receipt.order.owner && kind !== 'overlay'),
  )
  const others = rounded.filter((_, i) => i !== taker && shares[i]?.kind !== 'overlay')
  return rounded.map((part, i) => (i === taker ? cents - sum(others, (other) => other) : part))
}

/** Articles 22 and 56: to whom the owner's share goes after a move of the customer, and after the owner left. */
function ofOwner(data: Data, receipt: Receipt, of: bigint): readonly Share[] {
  const { order, received } = receipt
  const now = data.owners
    .get(order.customer)
    ?.find((o) => cell(o, 'from') <= received && (cell(o, 'until') === '' || received <= cell(o, 'until')))
  const holder = now ? cell(now, 'person') : order.owner
  const left = data.person.get(order.owner)?.left ?? ''
  const whole = (person: string): readonly Share[] => [{ person, kind: 'share', of }]
  const halves = (kind: CreditLine['kind']): readonly Share[] => [
    { person: order.owner, kind, of: of / 2n },
    { person: holder, kind: 'share', of: of / 2n },
  ]
  if (left !== '' && received > left)
    return daysBetween(left, received) > 90 ? whole(holder) : halves('leaver')
  if (!now || holder === order.owner || order.signed >= cell(now, 'from')) return whole(order.owner)
  const day = daysBetween(cell(now, 'from'), received)
  return day <= 90 ? whole(order.owner) : day > 180 ? whole(holder) : halves('share')
}

/** Article 46, all factors in tenths. */
function factored(receipt: Receipt, net: bigint): bigint {
  const { line, approval } = receipt.order
  const smart = receipt.received < '2026-10-01' ? 12n : 11n
  const product = line === 'P2' ? smart : line === 'P4' ? 8n : 10n
  const days = daysBetween(receipt.due, receipt.received)
  const late = days <= 0 ? 10n : days <= 30 ? 9n : days <= 60 ? 7n : days <= 90 ? 5n : 0n
  const approved = approval === 'granted' ? 10n : approval === 'late' ? 5n : 0n
  return half(net * product * late * approved, 1_000n)
}

export type Collected = {
  /** 折算回款 of a person and quarter as it stands when the quarter closes. */
  readonly quarter: (person: string, quarter: string) => bigint
  /** The same with the refunds of later quarters that article 53 works in again, up to a quarter. */
  readonly amended: (person: string, quarter: string, known: string) => bigint
  /** All that came in the year less all that was refunded. */
  readonly year: (person: string) => bigint
  readonly team: (team: string, quarter: string) => bigint
  readonly teamMonth: (team: string, month: string) => bigint
  readonly company: (quarter: string) => bigint
  readonly companyYear: bigint
  readonly lines: readonly CreditLine[]
}

export function collect(data: Data): Collected {
  const lines = creditLines(data)
  const team = new Map(data.people.filter(isSeller).map((p) => [p.id, p.team]))
  const totals = new Map<string, bigint>()
  const add = (key: string, cents: bigint) => totals.set(key, (totals.get(key) ?? 0n) + cents)
  const of = (key: string) => totals.get(key) ?? 0n
  const later: CreditLine[] = []
  for (const line of lines) {
    if (line.kind === 'leaver') continue
    const share = line.kind === 'share'
    add(`year ${line.person}`, line.credited)
    if (share) add('year', line.credited)
    if (line.recomputes) {
      later.push(line)
      continue
    }
    const quarter = quarterKey(line.date)
    add(`${line.person} ${quarter}`, line.credited)
    if (!share) continue
    add(quarter, line.credited)
    add(`team ${team.get(line.person)} ${quarter}`, line.credited)
    add(`team ${team.get(line.person)} ${line.date.slice(0, 7)}`, line.credited)
  }
  return {
    lines,
    quarter: (person, quarter) => of(`${person} ${quarter}`),
    amended: (person, quarter, known) => {
      const back = later.filter(
        (l) => l.person === person && quarterKey(l.received) === quarter && quarterKey(l.date) <= known,
      )
      return of(`${person} ${quarter}`) + sum(back, (l) => l.credited)
    },
    year: (person) => of(`year ${person}`),
    team: (id, quarter) => of(`team ${id} ${quarter}`),
    teamMonth: (id, month) => of(`team ${id} ${month}`),
    company: (quarter) => of(quarter),
    companyYear: of('year'),
  }
}
