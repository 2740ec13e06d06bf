import { cell } from '../csv.ts'
import {
  addDays,
  atLeast,
  compare,
  type Fraction,
  fraction,
  half,
  key,
  least,
  most,
  type Quarter,
  quarterKey,
  rounded,
  straight,
  sum,
} from './exact.ts'
import { isSeller, type Person } from './records.ts'
import { attainment, type Known, scoreOf } from './scorecards.ts'

/** Article 48: everything at the rate of the band that the team reached. Hundredths of a percent. */
export function managementCommission(known: Known, manager: Person, quarter: Quarter): bigint {
  const reached = attainment(known, manager, quarter) ?? fraction(0n)
  const from = (percent: bigint) => atLeast(reached, fraction(percent, 100n))
  const rate = from(120n) ? 18n : from(100n) ? 15n : from(80n) ? 10n : 5n
  return half(known.collected.team(manager.team, key(quarter)) * rate, 10_000n)
}

/** Article 49, cents. */
export function directorBonus(known: Known): bigint {
  const reached = fraction(known.collected.companyYear, 36_000_000_000n)
  const points = [
    [fraction(80n, 100n), 0n],
    [fraction(100n, 100n), 12_000_000n],
    [fraction(120n, 100n), 22_000_000n],
  ] as const
  return rounded(straight(points, reached))
}

export type NewCustomerBonus = {
  readonly order: string
  readonly owner: string
  readonly quarter: string
  readonly collected: bigint
  readonly pays: bigint
}

/** Article 50: what a new customer paid from its first order to day 90. */
export function newCustomerBonuses(known: Known): readonly NewCustomerBonus[] {
  const net = new Map<string, { readonly received: string; readonly cents: bigint }[]>()
  for (const line of known.collected.lines) {
    if (line.refund !== undefined || line.kind === 'overlay') continue
    const rows = net.get(line.order.customer) ?? []
    net.set(line.order.customer, [...rows, { received: line.received, cents: line.net }])
  }
  return known.data.orders
    .filter((o) => o.first)
    .map((o) => {
      const last = addDays(o.signed, 90)
      const rows = (net.get(o.customer) ?? []).filter((r) => r.received >= o.signed && r.received <= last)
      const collected = sum(rows, (r) => r.cents)
      const from = (yuan: bigint) => collected >= yuan * 100n
      const pays = from(300_000n) ? 300_000n : from(100_000n) ? 150_000n : from(20_000n) ? 60_000n : 0n
      return { order: o.id, owner: o.owner, quarter: quarterKey(last), collected, pays }
    })
}

/** Article 50: 150 a valve, 6,000 a person; over 60,000 everybody in proportion, cents by the largest remainder. */
export function smartValveBonuses(known: Known): ReadonlyMap<string, bigint> {
  const units = new Map<string, bigint>()
  for (const r of known.data.receipts) {
    if (r.units === 0n || r.received < '2026-04-01' || r.received > '2026-06-30') continue
    units.set(r.order.owner, (units.get(r.order.owner) ?? 0n) + r.units)
  }
  const wishes = new Map([...units].map(([id, n]) => [id, least(n * 15_000n, 600_000n)] as const))
  const total = sum(wishes.values(), (w) => w)
  const budget = 6_000_000n
  if (total <= budget) return wishes
  const parts = [...wishes].map(([id, wish]) => {
    const whole = (wish * budget) / total
    return { id, whole, rest: wish * budget - whole * total }
  })
  const left = Number(budget - sum(parts, (p) => p.whole))
  const order = [...parts].sort((a, b) =>
    b.rest === a.rest ? (a.id < b.id ? -1 : 1) : b.rest > a.rest ? 1 : -1,
  )
  const raised = new Set(order.slice(0, left).map((p) => p.id))
  return new Map(parts.map((p) => [p.id, p.whole + (raised.has(p.id) ? 1n : 0n)]))
}

/** Article 50: the highest attainment among those with a score of 95 or more; a tie shares 2,000. */
export function stars(known: Known, quarter: Quarter): ReadonlyMap<string, bigint> {
  let best: Fraction | undefined
  let winners: readonly string[] = []
  for (const person of known.data.people.filter(isSeller)) {
    const reached = attainment(known, person, quarter)
    const score = scoreOf(known, person, quarter)
    if (!reached || !score || score.total < 9_500n) continue
    const higher = best === undefined ? 1 : compare(reached, best)
    if (higher > 0) {
      best = reached
      winners = [person.id]
    } else if (higher === 0) winners = [...winners, person.id]
  }
  return new Map(winners.map((id) => [id, half(200_000n, BigInt(winners.length))]))
}

/** Article 51: 1 % of what the team has above its target, to 100,000, by score × 1.0 or 1.5. */
export function pool(
  known: Known,
  team: string,
  quarter: Quarter,
): { readonly amount: bigint; readonly parts: ReadonlyMap<string, bigint> } {
  const manager = known.data.person.get(`${team}-M`)
  const quota = known.quota.get(`${manager?.id} ${key(quarter)}`) ?? 0n
  const above = most(0n, known.collected.team(team, key(quarter)) - quota)
  const amount = least(above / 100n, 10_000_000n)
  const weights = known.data.people
    .filter((p) => isSeller(p) && p.team === team)
    .flatMap((p) => {
      const score = scoreOf(known, p, quarter)?.total
      if (score === undefined || score < 6_000n) return []
      return [{ id: p.id, weight: score * (p.role === 'senior' ? 15n : 10n) }]
    })
  const total = sum(weights, (w) => w.weight)
  if (total === 0n) return { amount, parts: new Map() }
  const parts = new Map(weights.map((w) => [w.id, (amount * w.weight) / total] as const))
  const [largest] = [...weights].sort((a, b) =>
    a.weight === b.weight ? (a.id < b.id ? -1 : 1) : b.weight > a.weight ? 1 : -1,
  )
  const left = amount - sum(parts.values(), (p) => p)
  if (largest) parts.set(largest.id, (parts.get(largest.id) ?? 0n) + left)
  return { amount, parts }
}

/** Article 16: the months in which the error of the month's own forecast is over 30 % for the second time running. */
export function forecastsToExplain(known: Known): readonly string[] {
  const found: string[] = []
  for (const team of known.data.teams.keys()) {
    let before = false
    for (let month = 1; month <= 12; month++) {
      const name = `2026-${String(month).padStart(2, '0')}`
      const row = known.data
        .rows('forecasts')
        .find((f) => cell(f, 'team') === team && cell(f, 'month') === name && cell(f, 'ahead') === '0')
      const actual = known.collected.teamMonth(team, name)
      const forecast = BigInt(cell(row ?? new Map(), 'amount')) * 100n
      const off = forecast > actual ? forecast - actual : actual - forecast
      const over = off * 100n > actual * 30n
      if (over && before) found.push(`${team} ${name}`)
      before = over
    }
  }
  return found
}

/** Whole months of 2026 on roll; for who left, to the last whole one. */
export function fullMonths(person: Person): bigint {
  let count = 0n
  for (let month = 1; month <= 12; month++) {
    const first = `2026-${String(month).padStart(2, '0')}-01`
    const next = month === 12 ? '2027-01-01' : `2026-${String(month + 1).padStart(2, '0')}-01`
    if (person.hired <= first && (person.left === '' || addDays(person.left, 1) >= next)) count++
  }
  return count
}
