import type { Offence, Quote } from './requests.ts'
import { classes, kinds, roles } from './rules.ts'

const roleSet: ReadonlySet<string> = new Set(roles)
const classSet: ReadonlySet<string> = new Set(classes)
const kindSet: ReadonlySet<string> = new Set(kinds)
const quoteFields: ReadonlySet<string> = new Set(['id', 'role', 'class', 'discount', 'margin', 'amount'])
const offenceFields: ReadonlySet<string> = new Set(['id', 'kind', 'nth', 'loss'])

/** What a careful service asks of a request before it decides: no other field, each of its type, within its places. */
export function isQuote(request: Quote): boolean {
  for (const key in request) if (!quoteFields.has(key)) return false
  const { id, role, class: kind, discount, margin, amount } = request
  return (
    typeof id === 'string' &&
    roleSet.has(role) &&
    classSet.has(kind) &&
    isExact(discount, 1e6) &&
    isExact(margin, 1e6) &&
    isExact(amount, 100)
  )
}

export function isOffence(request: Offence): boolean {
  for (const key in request) if (!offenceFields.has(key)) return false
  const { id, kind, nth, loss } = request
  return typeof id === 'string' && kindSet.has(kind) && isExact(nth, 1) && isExact(loss, 100)
}

function isExact(value: number, places: number): boolean {
  if (typeof value !== 'number') return false
  const whole = Math.round(value * places)
  return whole / places === value && Math.abs(whole) < 1e15
}
