import { formatDay } from '../base/day.ts'
import { formatDecimal, normalize } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Bound, DecisionTable, Interval, Test } from './checked.ts'
import { currencyText } from './currency.ts'
import type { Type } from './types.ts'

/** Two rows of a `unique` table that both match something: reported with that something. Says whether there are. */
export function overlaps(report: Report, table: DecisionTable): boolean {
  for (const [i, row] of table.rows.entries()) {
    for (const other of table.rows.slice(0, i)) {
      const meeting = row.tests.map((test, c) =>
        meet(test, other.tests[c] ?? { is: 'any' }, table.inputs[c]?.type),
      )
      if (meeting.some((example) => example === undefined)) continue
      const example = meeting.map((at, c) => `${table.inputs[c]?.name} ${at}`).join(', ')
      report('BY507', { example }, row.span, { related: [{ span: other.span, note: example }] })
      return true
    }
  }
  return false
}

/** A threshold as an author would write it: `80%`, `1000 CNY`, `2026-03-31`. */
export function showPoint(at: bigint, type: Type | undefined): string {
  if (type?.is === 'date') return formatDay(Number(at))
  if (type?.is !== 'number') return String(at)
  const percent = type.unit === 'percent' || type.unit === 'ratio'
  const { digits, scale } = normalize({ digits: percent ? at * 100n : at, scale: type.range.scale })
  const text = formatDecimal(digits, scale)
  if (percent) return `${text}%`
  return type.unit === 'money' ? `${text} ${currencyText(type.currency)}` : text
}

/** Something that both tests let through, as a reader would write it; undefined when there is nothing. */
function meet(a: Test, b: Test, type: Type | undefined): string | undefined {
  if (a.is === 'any' && b.is === 'any') return '-'
  if (a.is === 'any' || b.is === 'any') return sampleOf(a.is === 'any' ? b : a, type)
  if (a.is === 'words' && b.is === 'words') return meetWords(a, b, type)
  if (a.is === 'truth' && b.is === 'truth') return a.value === b.value ? String(a.value) : undefined
  const left = intervalsOf(a)
  const right = intervalsOf(b)
  for (const x of left) {
    for (const y of right) {
      const both = intersect(x, y)
      if (both) return sample(both, type)
    }
  }
  return undefined
}

function meetWords(
  a: Extract<Test, { is: 'words' }>,
  b: Extract<Test, { is: 'words' }>,
  type: Type | undefined,
): string | undefined {
  const values = type?.is === 'enum' ? type.values : [...a.values, ...b.values]
  const passes = (test: typeof a, value: string) => test.values.includes(value) !== test.negated
  return values.find((value) => passes(a, value) && passes(b, value))
}

function sampleOf(test: Test, type: Type | undefined): string | undefined {
  if (test.is === 'words') return meetWords(test, test, type)
  if (test.is === 'truth') return String(test.value)
  const first = intervalsOf(test)[0]
  return first && sample(first, type)
}

function intervalsOf(test: Test): readonly Interval[] {
  if (test.is !== 'intervals') return [{}]
  return test.negated ? complement(test.intervals) : test.intervals
}

function sample(interval: Interval, type: Type | undefined): string {
  const { low, high } = interval
  if (low?.included) return showPoint(low.at, type)
  if (high?.included) return showPoint(high.at, type)
  return low ? `> ${showPoint(low.at, type)}` : high ? `< ${showPoint(high.at, type)}` : '-'
}

/** What lies in both; undefined when nothing does. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const low = !a.low
    ? b.low
    : !b.low
      ? a.low
      : a.low.at > b.low.at || (a.low.at === b.low.at && !a.low.included)
        ? a.low
        : b.low
  const high = !a.high
    ? b.high
    : !b.high
      ? a.high
      : a.high.at < b.high.at || (a.high.at === b.high.at && !a.high.included)
        ? a.high
        : b.high
  if (low && high && (low.at > high.at || (low.at === high.at && !(low.included && high.included))))
    return undefined
  return { ...(low && { low }), ...(high && { high }) }
}

/** What lies outside all of the intervals, ascending. */
function complement(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = [...intervals].sort((a, b) => before(a.low, b.low))
  const free: Interval[] = []
  let low: Bound | undefined | 'none' = 'none'
  for (const interval of sorted) {
    if (low === undefined) break
    if (interval.low) {
      const gap: Interval = {
        ...(low !== 'none' && { low }),
        high: { at: interval.low.at, included: !interval.low.included },
      }
      if (
        !gap.low ||
        !gap.high ||
        gap.low.at < gap.high.at ||
        (gap.low.at === gap.high.at && gap.low.included && gap.high.included)
      )
        free.push(gap)
    }
    if (!interval.high) low = undefined
    else {
      const next: Bound = { at: interval.high.at, included: !interval.high.included }
      if (low === 'none' || next.at > low.at || (next.at === low.at && !next.included)) low = next
    }
  }
  if (low === 'none') return [{}]
  if (low) free.push({ low })
  return free
}

function before(a: Bound | undefined, b: Bound | undefined): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.included === b.included ? 0 : a.included ? -1 : 1
}
