import { type CsvRecord, cell } from '../csv.ts'
import { classesOfYear } from './classes.ts'
import { quarters } from './exact.ts'
import type { Known } from './scorecards.ts'
import {
  afterMinutes,
  afterWorkingMinutes,
  closingAfter,
  nthWorkingDay,
  type Pause,
  plusDays,
  workedFrom,
} from './working-time.ts'

/** Until when something was due, and when it was done: text such as `2026-05-06 16:30`, or a day, which ends at 18:00. */
export type Deadline = { readonly id: string; readonly due: string; readonly done: string }

/** Late: done after it was due, or not done at all while it is due already. */
export function isLate({ due, done }: Deadline, now: string): boolean {
  return done === '' ? due < now : done > due
}

type Rows = (name: string) => readonly CsvRecord[]
type Make = (row: CsvRecord) => readonly [due: string, done: string]

function each(rows: readonly CsvRecord[], make: Make, key = 'id'): readonly Deadline[] {
  return rows.map((row) => {
    const [due, done] = make(row)
    return { id: cell(row, key), due, done }
  })
}

/** Article 20. */
export function leads(rows: Rows): readonly Deadline[] {
  return each(rows('leads'), (r) => {
    const quick = ['web', 'phone'].includes(cell(r, 'source'))
    return [afterWorkingMinutes(cell(r, 'arrived'), quick ? 240 : 450), cell(r, 'responded')]
  })
}

/** Article 17: any contact is recorded within two working days. */
export function contacts(rows: Rows): readonly Deadline[] {
  return each(rows('follow-ups'), (r) => [closingAfter(cell(r, 'at'), 2), cell(r, 'recorded')])
}

/** The class in force on a day: that of a quarter from its second month on (article 18); a customer without one is C. */
export function classOn(known: Known): (customer: string, day: string) => string {
  const classes = classesOfYear(known, quarters)
  return (customer, day) => {
    const month = Number(day.slice(5, 7))
    const quarter = Math.ceil((month - 1) / 3)
    return classes.get(`${customer} 2026-Q${quarter}`) ?? 'C'
  }
}

export function isFollowUp(row: CsvRecord): boolean {
  const kind = cell(row, 'kind')
  return kind === 'visit' || kind === 'quotation' || (kind === 'call' && Number(cell(row, 'minutes')) >= 3)
}

/** Article 19: from each valid follow-up to the next one of the same customer. */
export function followUps(known: Known): readonly Deadline[] {
  const classOf = classOn(known)
  const days: { readonly [of: string]: number } = { A: 7, B: 15, C: 30 }
  const valid = known.data.rows('follow-ups').filter(isFollowUp)
  const times = new Map<string, string[]>()
  for (const r of valid)
    times.set(cell(r, 'customer'), [...(times.get(cell(r, 'customer')) ?? []), cell(r, 'at')])
  return each(valid, (r) => {
    const [customer, at] = [cell(r, 'customer'), cell(r, 'at')]
    const next = (times.get(customer) ?? []).filter((t) => t > at).sort()[0]
    const end = plusDays(at.slice(0, 10), days[classOf(customer, at.slice(0, 10))] ?? 30)
    return [`${workedFrom(end)} 18:00`, next ?? '']
  })
}

/** Times at which a row's events wait for the customer. */
function pausesOf(events: readonly CsvRecord[], of: string, id: string): readonly Pause[] {
  const own = events.filter((e) => cell(e, of) === id)
  const times = (kind: string) =>
    own
      .filter((e) => cell(e, 'kind') === kind)
      .map((e) => cell(e, 'at'))
      .sort()
  const resumes = times('resume')
  return times('wait').map((from, i) => [from, resumes[i] ?? '9999-12-31 00:00'])
}

/** Article 72. Limits in working days are for complaints that never waited: what a pause does to them is not walked here. */
export function complaints(rows: Rows): {
  readonly accepted: readonly Deadline[]
  readonly reply: readonly Deadline[]
  readonly onsite: readonly Deadline[]
  readonly solved: readonly Deadline[]
} {
  const events = rows('complaint-events')
  const done = (id: string, kind: string) =>
    events
      .filter((e) => cell(e, 'complaint') === id && cell(e, 'kind') === kind)
      .map((e) => cell(e, 'at'))
      .sort()[0] ?? ''
  const all = rows('complaints')
  const pauses = (r: CsvRecord) => pausesOf(events, 'complaint', cell(r, 'id'))
  const replyDue = (r: CsvRecord) => {
    const accepted = cell(r, 'accepted')
    if (cell(r, 'priority') === 'P1') return afterMinutes(accepted, 120)
    return cell(r, 'priority') === 'P2'
      ? afterWorkingMinutes(accepted, 480, pauses(r))
      : closingAfter(accepted, 2)
  }
  const days: { readonly [priority: string]: number } = { P1: 3, P2: 7, P3: 10 }
  const straight = all.filter((r) => pauses(r).length === 0)
  return {
    accepted: each(all, (r) => [afterWorkingMinutes(cell(r, 'received'), 30), cell(r, 'accepted')]),
    reply: each(all, (r) => [replyDue(r), done(cell(r, 'id'), 'reply')]),
    onsite: each(
      all.filter((r) => cell(r, 'priority') === 'P1'),
      (r) => [afterMinutes(cell(r, 'accepted'), 24 * 60), done(cell(r, 'id'), 'onsite')],
    ),
    solved: each(straight, (r) => [
      closingAfter(cell(r, 'accepted'), days[cell(r, 'priority')] ?? 0),
      done(cell(r, 'id'), 'solved'),
    ]),
  }
}

/** Article 23: an enquiry in 4 working hours. */
export function enquiries(rows: Rows): readonly Deadline[] {
  return each(rows('enquiries'), (r) => [afterWorkingMinutes(cell(r, 'received'), 240), cell(r, 'answered')])
}

/** Article 26. */
export function priceRequests(rows: Rows): readonly Deadline[] {
  const events = rows('request-events')
  return each(rows('price-requests'), (r) => [
    cell(r, 'line') === 'P3'
      ? closingAfter(cell(r, 'received'), 5)
      : afterWorkingMinutes(cell(r, 'received'), 450, pausesOf(events, 'request', cell(r, 'id'))),
    cell(r, 'quoted'),
  ])
}

/** Days that must come within so many working days after another one. */
export function withinDays(
  rows: readonly CsvRecord[],
  from: string,
  done: string,
  days: number,
): readonly Deadline[] {
  return each(
    rows.filter((r) => cell(r, from) !== ''),
    (r) => [nthWorkingDay(cell(r, from), days), cell(r, done)],
  )
}

/** Articles 23 and 28. */
export const acceptances = (rows: Rows) => withinDays(rows('deliveries'), 'arrived', 'accepted', 10)
export const firstVisits = (rows: Rows) => withinDays(rows('deliveries'), 'accepted', 'visited', 5)
export const surveys = (rows: Rows) => withinDays(rows('deliveries'), 'accepted', 'surveyed', 15)

/** Article 25. */
export function stages(rows: Rows): readonly Deadline[] {
  const most: { readonly [stage: string]: readonly [number, number] } = {
    S1: [15, 15],
    S2: [30, 30],
    S3: [30, 60],
    S4: [45, 90],
  }
  return each(rows('deal-stages'), (r) => {
    const [plain, skid] = most[cell(r, 'stage')] ?? []
    const entered = cell(r, 'entered')
    const days = cell(r, 'skid') === 'yes' ? skid : plain
    return [days === undefined ? nthWorkingDay(entered, 10) : plusDays(entered, days), cell(r, 'left')]
  })
}

/** Article 27: 30 days, 45 with an extension. */
export function loans(rows: Rows): readonly Deadline[] {
  return each(rows('sample-loans'), (r) => [
    plusDays(cell(r, 'lent'), cell(r, 'extended') === 'yes' ? 45 : 30),
    cell(r, 'returned'),
  ])
}

/** Article 40. */
export function closings(rows: Rows): readonly Deadline[] {
  const nth: { readonly [step: string]: number } = { freeze: 3, score: 5, confirm: 8 }
  return each(rows('closings'), (r) => [
    closingAfter(cell(r, 'ended'), nth[cell(r, 'step')] ?? 0),
    cell(r, 'done'),
  ])
}

/** Article 71. */
export const notices = (rows: Rows) => withinDays(rows('investigations'), 'found', 'notified', 3)
export const answers = (rows: Rows) => withinDays(rows('investigations'), 'notified', 'answered', 5)
export const rulings = (rows: Rows) => withinDays(rows('investigations'), 'answered', 'decided', 10)
export const appeals = (rows: Rows) =>
  withinDays(rows('investigations'), 'decided', 'appealed', 5).filter((d) => d.done !== '')

/** Article 74. */
export const objections = (rows: Rows) => withinDays(rows('objections'), 'delivered', 'raised', 10)
export const objectionAnswers = (rows: Rows) => withinDays(rows('objections'), 'raised', 'answered', 5)
export const panelRulings = (rows: Rows) => withinDays(rows('objections'), 'appealed', 'ruled', 10)

/** Article 75: at the end of which working day a ticket goes on, and to whom. */
export function ticketSteps(rows: Rows): readonly (readonly [id: string, steps: readonly string[]])[] {
  return rows('tickets').map((r) => [
    cell(r, 'id'),
    [1, 2, 4, 6].map((n) => closingAfter(cell(r, 'raised'), n)),
  ])
}
export function tickets(rows: Rows): readonly Deadline[] {
  return each(rows('tickets'), (r) => [closingAfter(cell(r, 'raised'), 1), cell(r, 'solved')])
}

/** Articles 76 and 78. */
export function matchings(rows: Rows): readonly Deadline[] {
  return each(
    rows('matchings'),
    (r) => [nthWorkingDay(cell(r, 'received'), 2), cell(r, 'matched')],
    'receipt',
  )
}
export const marketReports = (rows: Rows) => withinDays(rows('market-reports'), 'ended', 'submitted', 10)

/** Article 9: the meeting on the first working day of the week at 09:30, the review by working day 5 of the month. */
export function meetings(rows: Rows): readonly Deadline[] {
  return each(rows('meetings'), (r) => {
    const of = cell(r, 'of')
    const due = cell(r, 'kind') === 'meeting' ? `${workedFrom(of)} 09:30` : closingAfter(plusDays(of, -1), 5)
    return [due, cell(r, 'held')]
  })
}

/** Article 16: by working day 3 of the month in which a forecast is made, 18:00. */
export function forecasts(rows: Rows): readonly Deadline[] {
  return each(rows('forecasts'), (r) => {
    const [year, month] = cell(r, 'month').split('-').map(Number)
    const made = (year ?? 0) * 12 + (month ?? 1) - 1 - Number(cell(r, 'ahead'))
    const first = `${Math.floor(made / 12)}-${String((made % 12) + 1).padStart(2, '0')}-01`
    return [closingAfter(plusDays(first, -1), 3), cell(r, 'submitted')]
  })
}

/** Articles 35 and 38. */
export const financeReviews = (rows: Rows) =>
  withinDays(
    rows('contracts').filter((r) => cell(r, 'long_term') === 'yes'),
    'submitted',
    'finance_reviewed',
    2,
  )
export const legalReviews = (rows: Rows) =>
  withinDays(
    rows('contracts').filter((r) => needsLegal(r)),
    'submitted',
    'legal_reviewed',
    3,
  )
export const changeRecords = (rows: Rows) => withinDays(rows('contract-changes'), 'decided', 'recorded', 2)

/** Article 35, paragraph 2. */
export function needsLegal(row: CsvRecord): boolean {
  return (
    cell(row, 'own_text') === 'yes' ||
    cell(row, 'export') === 'yes' ||
    Number(cell(row, 'amount').replace('.', '')) > 50_000_000 ||
    Number(cell(row, 'liability').replace('%', '')) > 10 ||
    Number(cell(row, 'warranty')) > 18
  )
}
