import { addMonths, type Day, dateOf, dayOf, formatDay } from '../../src/base/day.ts'

/** `[start, end)`; `end` absent when open. */
export type Period = {
  readonly kind: string
  readonly key: string
  readonly start: Day
  readonly end: Day | undefined
}

/** Bounds that a policy wrote one by one, or the months of a year that begins on a given day. */
export type Calendar = {
  readonly startMonth: number
  readonly startDay: number
  readonly bounds: ReadonlyMap<string, readonly Period[]>
}

const monthsOf = new Map([
  ['month', 1],
  ['quarter', 3],
  ['half', 6],
  ['half-year', 6],
  ['year', 12],
])

export const isPeriodKind = (kind: string, calendar: Calendar) =>
  calendar.bounds.has(kind) || monthsOf.has(kind)

export const holds = (period: Period, day: Day) =>
  day >= period.start && (period.end === undefined || day < period.end)

/** A fiscal year bears the name of the year it begins in; a month that of its own month. */
function keyOf(kind: string, year: number, index: number, start: Day): string {
  if (kind === 'month') return formatDay(start).slice(0, 7)
  if (kind === 'quarter') return `${year}-Q${index + 1}`
  return kind === 'year' ? String(year) : `${year}-H${index + 1}`
}

/** The period of a kind that holds a day; undefined when the written bounds leave it out. */
export function periodAt(kind: string, day: Day, calendar: Calendar): Period | undefined {
  const bounds = calendar.bounds.get(kind)
  if (bounds) return bounds.find((period) => holds(period, day))
  const months = monthsOf.get(kind)
  if (months === undefined) throw new Error(`no kind of period: ${kind}`)
  const { year } = dateOf(day)
  const first = dayOf(year, calendar.startMonth, calendar.startDay)
  if (first === undefined) throw new Error('a year that begins on no day')
  const begins = day >= first ? first : addMonths(first, -12)
  for (let index = 0; index < 12 / months; index++) {
    const start = addMonths(begins, index * months)
    const end = addMonths(begins, (index + 1) * months)
    if (day < end) return { kind, key: keyOf(kind, dateOf(begins).year, index, start), start, end }
  }
  throw new Error(`${formatDay(day)} lies in no ${kind}`)
}

/** The period that a key names (`2026-Q2`), when it names one of this kind. */
export function periodNamed(kind: string, key: string, calendar: Calendar): Period | undefined {
  const bounds = calendar.bounds.get(kind)
  if (bounds) return bounds.find((period) => period.key === key)
  const months = monthsOf.get(kind)
  const year = Number(/^\d{4}/.exec(key)?.[0])
  const first = Number.isNaN(year) ? undefined : dayOf(year, calendar.startMonth, calendar.startDay)
  if (months === undefined || first === undefined) return undefined
  for (let at = addMonths(first, -12); at < addMonths(first, 24); at = addMonths(at, months)) {
    const period = periodAt(kind, at, calendar)
    if (period?.key === key) return period
  }
  return undefined
}
