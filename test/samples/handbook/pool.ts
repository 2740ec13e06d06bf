import { type CsvRecord, cell } from '../csv.ts'
import { classOn, type Deadline, isFollowUp } from './deadlines.ts'
import { claims } from './decisions.ts'
import { addDays } from './exact.ts'
import type { Known } from './scorecards.ts'

type Standing = (customer: string, day: string) => boolean

/**
 * Article 21, paragraph 3: whether at 18:00 of a day an order of the customer is open (from its signature until the day
 * on which all of it was paid), or a dispute runs.
 */
function standing(known: Known): Standing {
  const { data } = known
  const planned = new Set(data.rows('instalments').map((i) => cell(i, 'order')))
  const unpaid = new Set(data.unpaid.map((i) => i.order))
  const paid = new Map<string, string>()
  for (const r of data.receipts)
    paid.set(r.order.id, [paid.get(r.order.id) ?? '', r.received].sort().at(-1) ?? '')
  const spans = new Map<string, (readonly [from: string, until: string])[]>()
  const add = (customer: string, from: string, until: string) =>
    spans.set(customer, [...(spans.get(customer) ?? []), [from, until]])
  for (const o of data.orders)
    if (planned.has(o.id)) add(o.customer, o.signed, unpaid.has(o.id) ? '9999' : (paid.get(o.id) ?? '9999'))
  for (const d of data.rows('disputes'))
    add(cell(d, 'customer'), cell(d, 'opened'), cell(d, 'closed') || '9999')
  return (customer, day) => (spans.get(customer) ?? []).some(([from, until]) => from <= day && day < until)
}

/** 18:00 of the nth day after a day on which nothing stands; `held` where that never comes. */
function nthDay(from: string, n: number, stands: (day: string) => boolean): string {
  let day = from
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (day > '2030') return 'held'
    if (!stands(day)) left -= 1
  }
  return `${day} 18:00`
}

/** Whether a customer had paid in 2025 or ordered by a day. */
function dealt(known: Known): (customer: string, day: string) => boolean {
  const past = new Set(known.data.rows('collections-2025').map((c) => cell(c, 'customer')))
  const first = new Map<string, string>()
  for (const o of known.data.orders)
    first.set(o.customer, [first.get(o.customer) ?? o.signed, o.signed].sort()[0] ?? '')
  return (customer, day) => past.has(customer) || (first.get(customer) ?? '9999') <= day
}

/** Article 21, paragraph 2: from each valid follow-up, by whether the customer has dealt and his class on that day. */
export function backToThePool(known: Known): readonly Deadline[] {
  const [stands, hasDealt, classOf] = [standing(known), dealt(known), classOn(known)]
  const days: { readonly [of: string]: number } = { A: 21, B: 45, C: 90 }
  const valid = known.data.rows('follow-ups').filter(isFollowUp)
  const times = new Map<string, string[]>()
  for (const r of valid)
    times.set(cell(r, 'customer'), [...(times.get(cell(r, 'customer')) ?? []), cell(r, 'at')])
  return valid.map((r) => {
    const [customer, at] = [cell(r, 'customer'), cell(r, 'at')]
    const day = at.slice(0, 10)
    const most = hasDealt(customer, day) ? (days[classOf(customer, day)] ?? 90) : 15
    const due = nthDay(day, most, (d) => stands(customer, d))
    const next = (times.get(customer) ?? []).filter((t) => t > at).sort()[0] ?? ''
    return { id: cell(r, 'id'), due, done: next }
  })
}

/** The same for who never dealt and stays 60 days in a stage. */
export function unchangedStages(known: Known): readonly Deadline[] {
  const [stands, hasDealt] = [standing(known), dealt(known)]
  return known.data
    .rows('deal-stages')
    .filter((r) => !hasDealt(cell(r, 'customer'), cell(r, 'entered')))
    .map((r) => {
      const due = nthDay(cell(r, 'entered'), 60, (d) => stands(cell(r, 'customer'), d))
      return { id: cell(r, 'id'), due, done: cell(r, 'left') }
    })
}

/** Article 21, paragraph 5: 15 days from a claim, again from each follow-up before they are over, at most 60 days. */
export function protections(known: Known): readonly Deadline[] {
  const allowed = claims(known)
  const valid = known.data.rows('follow-ups').filter(isFollowUp)
  const until = (day: string, days: number) => `${addDays(day, days)} 18:00`
  return known.data
    .rows('claims')
    .filter((c) => allowed.get(cell(c, 'id')) === 'allowed')
    .map((c) => {
      const [customer, at] = [cell(c, 'customer'), cell(c, 'at')]
      const last = until(at.slice(0, 10), 60)
      let due = until(at.slice(0, 10), 15)
      const visits = valid.filter((v) => cell(v, 'customer') === customer && cell(v, 'at') >= at)
      for (const time of visits.map((v) => cell(v, 'at')).sort()) {
        if (time > due) break
        const renewed = until(time.slice(0, 10), 15)
        if (renewed > due) due = renewed < last ? renewed : last
      }
      const signed = known.data.orders
        .filter((o) => o.customer === customer && `${o.signed} 00:00` >= at)
        .map((o) => o.signed)
        .sort()[0]
      return { id: cell(c, 'id'), due, done: signed ?? '' }
    })
}

/** Article 21, paragraph 1: 80 and 120 private customers, class A not counted; managers have no limit. */
export function newCustomers(known: Known): ReadonlyMap<string, string> {
  const most = (r: CsvRecord) => {
    const role = known.data.person.get(cell(r, 'person'))?.role
    return role === 'rep' ? 80 : role === 'senior' ? 120 : 100_000
  }
  return new Map(
    known.data
      .rows('new-customers')
      .map((r) => [cell(r, 'id'), Number(cell(r, 'held')) < most(r) ? 'allowed' : 'refused']),
  )
}
