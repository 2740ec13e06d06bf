import { type Day, dateOf, dayOf, daysInMonth } from '../base/day.ts'
import type { PeriodKind } from '../plan/plan.ts'

/** One period of a kind: `end` is the first day after it, `farDay` when it is open. */
export type Period = { readonly kind: string; readonly key: string; readonly start: Day; readonly end: Day }

/** The day after the last that a date can name: where an open period ends. */
export const farDay: Day = (dayOf(9999, 12, 31) ?? 0) + 1

type Months = Extract<PeriodKind, { is: 'months' }>

/** The periods of a kind that meet the days `from` to `until` (both included), ascending. */
export function periodsBetween(kind: PeriodKind, from: Day, until: Day): readonly Period[] {
  if (until < from) return []
  if (kind.is === 'window')
    return periodsBetween(kind.of, from, until).map((period) => windowOf(kind, period))
  if (kind.is === 'bounds') return boundsOf(kind).filter((p) => p.start <= until && p.end > from)
  const found: Period[] = []
  for (let index = indexAt(kind, from); ; index++) {
    const period = monthsPeriod(kind, index)
    if (period === undefined || period.start > until) return found
    found.push(period)
  }
}

/** The period that holds a day; undefined where the kind has none. */
export function periodAt(kind: PeriodKind, day: Day): Period | undefined {
  if (kind.is === 'window') {
    const last = periodAt(kind.of, day)
    return last && windowOf(kind, last)
  }
  if (kind.is === 'months') return monthsPeriod(kind, indexAt(kind, day))
  return boundsOf(kind).find((p) => p.start <= day && day < p.end)
}

/** The window that ends with a period: named as that period is. */
export function windowOf(kind: Extract<PeriodKind, { is: 'window' }>, last: Period): Period {
  const { window } = kind
  const day = last.end === farDay ? last.start : last.end - 1
  let first = periodAt(window.kind, day)
  for (let back = window.is === 'last' ? window.count - 1 : 0; back > 0 && first; back--)
    first = periodAt(window.kind, first.start - 1) ?? first
  return { kind: kind.id, key: last.key, start: first?.start ?? last.start, end: last.end }
}

/**
 * Reads a period as people write it: `2026`, `2026-H1`, `2026-Q3`, `2026-07`, `2026Q3`, `2026年`, `2026年上半年`,
 * `2026年第3季度`, `2026年7月`; of a kind with bounds, its keys. Undefined when this kind has no such period.
 */
export function parsePeriod(kind: PeriodKind, text: string): Period | undefined {
  const plain = text.normalize('NFKC').trim()
  const key = canonical(plain)
  if (kind.is === 'window') return undefined
  if (kind.is === 'bounds') return boundsOf(kind).find((p) => p.key === plain || p.key === key)
  const m = key === undefined ? null : /^(\d{4})(?:-([HQ]?)(\d+))?$/.exec(key)
  if (m === null) return undefined
  const months = m[3] === undefined ? 12 : m[2] === 'H' ? 6 : m[2] === 'Q' ? 3 : 1
  const place = Number(m[3] ?? 1) - 1
  if (months !== kind.months || place < 0 || place >= 12 / months) return undefined
  return monthsPeriod(kind, indexNamed(kind, Number(m[1]), place))
}

/** Any spelling as a key, without asking whether a kind has it. */
function canonical(text: string): string | undefined {
  const year = /^(\d{4})(?:年度?)?$/.exec(text)
  if (year) return year[1]
  const half = /^(\d{4})年(上|下)半年$/.exec(text)
  if (half) return `${half[1]}-H${half[2] === '上' ? 1 : 2}`
  const quarter = /^(\d{4})年第?([1-4一二三四])季度?$/.exec(text)
  if (quarter) return `${quarter[1]}-Q${digitOf(quarter[2] ?? '')}`
  const part = /^(\d{4})[- ]?([HQhq])([1-4])$/.exec(text)
  if (part) return `${part[1]}-${(part[2] ?? '').toUpperCase()}${part[3]}`
  const month = /^(\d{4})(?:-(\d{1,2})|年(\d{1,2})月)$/.exec(text)
  return month ? `${month[1]}-${(month[2] ?? month[3] ?? '').padStart(2, '0')}` : undefined
}

function digitOf(text: string): number {
  const chinese = '一二三四'.indexOf(text)
  return chinese < 0 ? Number(text) : chinese + 1
}

function boundsOf(kind: Extract<PeriodKind, { is: 'bounds' }>): readonly Period[] {
  return kind.bounds.map((b) => ({ kind: kind.id, key: b.key, start: b.start, end: b.end ?? farDay }))
}

// A month is counted as year × 12 + month − 1, and begins on the day of that month on which the fiscal year begins.

function startOfMonth(kind: Months, month: number): Day | undefined {
  const year = Math.floor(month / 12)
  const ofYear = month - year * 12 + 1
  return dayOf(year, ofYear, Math.min(kind.startDay, daysInMonth(year, ofYear)))
}

/** The count of the period that holds a day, from some fixed one. */
function indexAt(kind: Months, day: Day): number {
  const { year, month } = dateOf(day)
  const same = year * 12 + month - 1
  const held = day < (startOfMonth(kind, same) ?? day) ? same - 1 : same
  return Math.floor((held - (kind.startMonth - 1)) / kind.months)
}

/** A month that begins after the 15th bears the name of the next: 26 December to 25 January is January. */
function nameShift(kind: Months): number {
  return kind.startDay > 15 ? 1 : 0
}

/** A fiscal year bears the name of the year of its first month. */
function yearShift(kind: Months): number {
  return Math.floor((kind.startMonth - 1 + nameShift(kind)) / 12)
}

function indexNamed(kind: Months, year: number, place: number): number {
  if (kind.months !== 1) return (year - yearShift(kind)) * (12 / kind.months) + place
  return year * 12 + place - nameShift(kind) - (kind.startMonth - 1)
}

function monthsPeriod(kind: Months, index: number): Period | undefined {
  const first = index * kind.months + kind.startMonth - 1
  const start = startOfMonth(kind, first)
  if (start === undefined) return undefined
  return {
    kind: kind.id,
    key: keyOf(kind, index, first),
    start,
    end: startOfMonth(kind, first + kind.months) ?? farDay,
  }
}

function keyOf(kind: Months, index: number, first: number): string {
  if (kind.months === 1) {
    const named = first + nameShift(kind)
    const year = Math.floor(named / 12)
    return `${pad(year, 4)}-${pad(named - year * 12 + 1, 2)}`
  }
  const perYear = 12 / kind.months
  const fiscal = Math.floor(index / perYear)
  const year = pad(fiscal + yearShift(kind), 4)
  if (kind.months === 12) return year
  return `${year}-${kind.months === 6 ? 'H' : 'Q'}${index - fiscal * perYear + 1}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
