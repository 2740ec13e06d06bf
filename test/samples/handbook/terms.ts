import { at, type CsvRecord, cell } from '../csv.ts'
import { classesOfYear } from './classes.ts'
import { classOn, type Deadline, withinDays } from './deadlines.ts'
import { addDays, compare, fraction, quarters } from './exact.ts'
import { readQuotes } from './quotes.ts'
import { attainment, forecastCounted, type Known } from './scorecards.ts'

/** Article 36: `allowed`, `director and finance`, or `undecided`. */
export function paymentTerms(known: Known): ReadonlyMap<string, string> {
  const classOf = classOn(known)
  const percent = (r: CsvRecord, heading: string) => at(0, cell(r, heading).replace('%', ''))
  const days: { readonly [of: string]: number } = { A: 60, B: 30, C: 0 }
  return new Map(
    known.data.rows('payment-terms').map((r) => {
      const [advance, before, after, kept] = (
        ['advance', 'before_shipment', 'after_shipment', 'retention'] as const
      ).map((heading) => percent(r, heading)) as [bigint, bigint, bigint, bigint]
      const term = after === 0n ? 0 : Number(cell(r, 'days_after'))
      const months = kept === 0n ? 0 : Number(cell(r, 'retention_months'))
      const meets = (): boolean | undefined => {
        switch (cell(r, 'business')) {
          case 'skid':
            return advance >= 30n && after === 0n && kept <= 10n && months <= 12
          case 'export':
            return cell(r, 'sight_letter') === 'yes' || (advance >= 30n && advance + before === 100n)
          default: {
            const is = classOf(cell(r, 'customer'), cell(r, 'submitted'))
            if (kept > 0n) return false
            return is === 'held' ? undefined : term <= (days[is] ?? 0)
          }
        }
      }
      const met = advance + before + after + kept === 100n ? meets() : undefined
      return [cell(r, 'id'), met === undefined ? 'undecided' : met ? 'allowed' : 'director and finance']
    }),
  )
}

/** Article 22, paragraph 4: in writing within 5 working days, once all three have confirmed it. */
export function handOvers(known: Known): readonly Deadline[] {
  const rows = known.data.rows('hand-overs')
  const due = withinDays(rows, 'moved', 'moved', 5)
  return due.map(({ id, due: until }, i) => {
    const confirmed = ['giver', 'receiver', 'manager'].map((who) =>
      cell(rows[i] ?? new Map(), `${who}_confirmed`),
    )
    return { id, due: until, done: confirmed.includes('') ? '' : (confirmed.sort().at(-1) ?? '') }
  })
}

/** Article 77, paragraph 2: of the quarters of teams under 80 %, 5 working days after they were worked out. */
export function causeAnalyses(known: Known): readonly Deadline[] {
  const managers = new Map(
    known.data.people.flatMap((p) => (p.role === 'manager' ? [[p.team, p] as const] : [])),
  )
  const short = known.data.rows('cause-analyses').filter((r) => {
    const manager = managers.get(cell(r, 'team'))
    const quarter = quarters.find((q) => q * 3 === Number(cell(r, 'ended').slice(5, 7)))
    const found = manager && quarter && attainment(known, manager, quarter)
    return found !== undefined && compare(found, fraction(80n, 100n)) < 0
  })
  return withinDays(short, 'scored', 'submitted', 5)
}

/** Article 16, paragraph 2: of teams whose forecasts of two months running are more than 30 % off, 5 working days later. */
export function errorExplanations(known: Known): readonly Deadline[] {
  const far = (team: string, month: number): boolean => {
    const key = `2026-${String(month).padStart(2, '0')}`
    const actual = known.collected.teamMonth(team, key)
    const row = known.data
      .rows('forecasts')
      .find((f) => cell(f, 'team') === team && cell(f, 'month') === key && cell(f, 'ahead') === '0')
    if (row === undefined || actual <= 0n) return false
    const off = forecastCounted(row) - actual
    return (off < 0n ? -off : off) * 10n > actual * 3n
  }
  const due = known.data.rows('error-explanations').filter((r) => {
    const month = Number(cell(r, 'ended').slice(5, 7))
    return far(cell(r, 'team'), month) && far(cell(r, 'team'), month - 1)
  })
  return withinDays(due, 'ended', 'submitted', 5)
}

type Span = {
  readonly key: string
  readonly from: string
  readonly until: string
  readonly quarter: 1 | 2 | 3 | 4
}
const spans: { readonly [of: string]: readonly Span[] } = {
  A: quarters.map((quarter) => ({
    ...spanOf(quarter * 3 - 2, quarter * 3),
    key: `2026-Q${quarter}`,
    quarter,
  })),
  B: [
    { ...spanOf(1, 6), key: '2026-H1', quarter: 2 },
    { ...spanOf(7, 12), key: '2026-H2', quarter: 4 },
  ],
  C: [{ ...spanOf(1, 12), key: '2026', quarter: 4 }],
}

function spanOf(first: number, last: number): { readonly from: string; readonly until: string } {
  const month = (n: number) => String(n).padStart(2, '0')
  const until = last === 12 ? '2026-12-31' : addDays(`2026-${month(last + 1)}-01`, -1)
  return { from: `2026-${month(first)}-01`, until }
}

/** Article 23, paragraph 3: `customer period` → whether a visit was paid, of those in the class at the end of the period. */
export function returnVisits(known: Known, of: 'A' | 'B' | 'C'): ReadonlyMap<string, string> {
  const classes = classesOfYear(known, quarters)
  const visits = new Map<string, string[]>()
  for (const v of known.data.rows('return-visits'))
    visits.set(cell(v, 'customer'), [...(visits.get(cell(v, 'customer')) ?? []), cell(v, 'at')])
  const customers = known.data.rows('customers')
  return new Map(
    (spans[of] ?? []).flatMap(({ key, from, until, quarter }) =>
      customers.flatMap((c): readonly (readonly [string, string])[] => {
        const id = cell(c, 'id')
        const is = cell(c, 'created') <= from ? classes.get(`${id} 2026-Q${quarter}`) : undefined
        if (is === 'held') return [[`${id} ${key}`, 'held']]
        if (is !== of) return []
        const visited = (visits.get(id) ?? []).some((day) => from <= day && day <= until)
        return [[`${id} ${key}`, String(visited)]]
      }),
    ),
  )
}

/** Article 26, paragraph 3: until when each quotation is valid, and whether its order was signed after that. */
export function quotationValidity(
  known: Known,
): ReadonlyMap<string, { readonly until: string; readonly after: boolean }> {
  const signed = new Map(known.data.orders.map((o) => [o.id, o.signed]))
  return new Map(
    readQuotes(known).map((q) => {
      const until = addDays(q.day, 30)
      return [q.id, { until, after: (signed.get(q.order) ?? '') > until }]
    }),
  )
}
