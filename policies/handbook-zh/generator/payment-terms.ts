import { type Day, formatDay } from '../../../src/base/day.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import type { Known } from './customer-records.ts'

type Business = 'standard' | 'skid' | 'export'
/** Shares in percent: in advance, before shipment, after it with so many days, and what is retained for so many months. */
type Terms = {
  readonly advance?: number
  readonly before?: number
  readonly after?: number
  readonly days?: number
  readonly retained?: number
  readonly months?: number
  readonly letter?: boolean
}
const names: { readonly [B in Business]: string } = { standard: '一般', skid: '成套机组', export: '出口' }

/**
 * Article 36. The customers of S25 are of class A, B and C by what they paid in 2025, from February on; nobody has a class in
 * January; C-S12 stands on both lists, so that from August on its class is not known.
 */
export function paymentTermsFile(known: Known, random: Random): readonly [name: string, text: string] {
  const rows: (readonly (string | number)[])[] = []
  const add = (id: string, customer: string, person: string, day: Day, business: Business, terms: Terms) => {
    const { advance = 0, before = 0, after = 0, days = 0, retained = 0, months = 0, letter = false } = terms
    const shares = [advance, before, after].map((share) => `${share}%`)
    const kept = [`${retained}%`, months, letter ? 'yes' : 'no']
    rows.push([id, customer, person, formatDay(day), business, names[business], ...shares, days, ...kept])
  }
  const orders = known.book.orders.filter((o) => /^O\d/.test(o.id) && o.signed > on(2, 10))
  for (let n = 1; n <= 60; n++) {
    const order = orders[random.below(orders.length)]
    if (order === undefined) continue
    const business = order.dollars ? 'export' : order.sku.startsWith('P3') ? 'skid' : 'standard'
    const usual = random.below(4) > 0
    const days = [0, 30, 60][random.below(3)] ?? 0
    const terms: Terms =
      business === 'export'
        ? usual
          ? { advance: 30, before: 70 }
          : { advance: 20, before: 80, letter: random.below(2) === 0 }
        : business === 'skid'
          ? { advance: usual ? 30 : 20, before: usual ? 60 : 70, retained: 10, months: 12 }
          : days === 0
            ? { before: 100 }
            : { after: 100, days }
    add(`PT${String(n).padStart(3, '0')}`, order.customer, order.owner, order.signed, business, terms)
  }
  const standard = (id: string, customer: string, terms: Terms, day = on(3, 10)) =>
    add(`PT-S36-${id}`, customer, 'EC1-R3', day, 'standard', terms)
  standard('A60', 'C-S25-1', { after: 100, days: 60 })
  standard('A61', 'C-S25-1', { after: 100, days: 61 })
  standard('B30', 'C-S25-2', { after: 100, days: 30 })
  standard('B31', 'C-S25-2', { advance: 50, after: 50, days: 31 })
  standard('C0', 'C-S25-6', { before: 100 })
  standard('C1', 'C-S25-6', { after: 100, days: 1 })
  standard('JAN', 'C-S25-1', { after: 100, days: 30 }, on(1, 20))
  standard('KEEP', 'C-S25-1', { after: 90, days: 60, retained: 10, months: 12 })
  standard('99', 'C-S25-1', { after: 99, days: 60 })
  standard('101', 'C-S25-1', { advance: 50, after: 51, days: 60 })
  standard('X', 'C-S12', { after: 100, days: 30 }, on(9, 10))
  const other = (id: string, business: Business, terms: Terms) =>
    add(`PT-S36-${id}`, 'C-S25-6', 'EX-R1', on(3, 10), business, terms)
  other('P3', 'skid', { advance: 30, before: 60, retained: 10, months: 12 })
  other('P3-29', 'skid', { advance: 29, before: 61, retained: 10, months: 12 })
  other('P3-13', 'skid', { advance: 30, before: 60, retained: 10, months: 13 })
  other('P3-11', 'skid', { advance: 30, before: 59, retained: 11, months: 12 })
  other('P3-ALL', 'skid', { advance: 40, before: 60 })
  other('P3-LATE', 'skid', { advance: 30, before: 50, after: 10, days: 30, retained: 10, months: 12 })
  other('EX', 'export', { advance: 30, before: 70 })
  other('EX-29', 'export', { advance: 29, before: 71 })
  other('EX-LC', 'export', { after: 100, days: 0, letter: true })
  other('EX-AFTER', 'export', { advance: 30, before: 60, after: 10, days: 30 })
  const headings =
    'id customer person submitted business business_zh advance before_shipment after_shipment days_after retention retention_months sight_letter'
  return ['payment-terms.csv', toCsv(headings.split(' '), rows)]
}
