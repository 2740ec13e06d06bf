import { dayOf } from '../base/day.ts'
import { nearest } from '../base/nearest.ts'
import { parsePeriod, periodAt } from '../calendar/periods.ts'
import type { PeriodKind } from '../plan/plan.ts'
import { type Fault, fault, quoted } from './problem-log.ts'

/** What a text in a column of codes means, as the integer that the engines hold. */
export type CodeReading = { readonly value: number } | { readonly fault: Fault }

/** A date alone; a time of day is accepted only where it is midnight. */
export function readDate(field: string, text: string): CodeReading {
  const plain = text.normalize('NFKC').trim()
  const m =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(.*)$/s.exec(plain) ??
    /^(\d{4})(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日(.*)$/s.exec(plain)
  if (!m) return { fault: fault('BY711', { text: quoted(text) }) }
  const rest = m[5] ?? ''
  if (rest !== '' && !/^(?:T|\s+)\d{1,2}:\d{2}/i.test(rest)) {
    return { fault: fault('BY711', { text: quoted(text) }) }
  }
  const value = dayOf(Number(m[1]), Number(m[3]), Number(m[4]))
  if (value === undefined) return { fault: fault('BY712', { text: quoted(text) }) }
  // A zone would make even midnight another day elsewhere.
  if (rest !== '' && !/^(?:T|\s+)0?0:00(?::00(?:\.0+)?)?$/i.test(rest)) {
    return { fault: fault('BY713', { text: quoted(text), field }) }
  }
  return { value }
}

export function readPeriod(kind: PeriodKind | undefined, id: string, text: string): CodeReading {
  const period = kind && parsePeriod(kind, text)
  if (period) return { value: period.start }
  // A period may also be named by the date of its first day.
  const day = readDate(id, text)
  if (kind && 'value' in day && periodAt(kind, day.value)?.start === day.value) return day
  return { fault: fault('BY714', { text: quoted(text), kind: id, example: exampleOf(kind) }) }
}

function exampleOf(kind: PeriodKind | undefined): string {
  if (kind === undefined || kind.is === 'window') return '2026'
  if (kind.is === 'bounds') return kind.bounds[0]?.key ?? '2026'
  switch (kind.months) {
    case 1:
      return '2026-06'
    case 3:
      return '2026-Q2'
    case 6:
      return '2026-H1'
    case 12:
      return '2026'
  }
}

/** Values are the author's own words: case and spelling count. Full-width letters are the same letters. */
export function readEnum(field: string, values: readonly string[], text: string): CodeReading {
  const value = values.indexOf(text)
  if (value >= 0) return { value }
  const plain = text.normalize('NFKC')
  const same = values.flatMap((word, i) => (word.normalize('NFKC') === plain ? [i] : []))
  const [only] = same
  if (only !== undefined && same.length === 1) return { value: only }
  const listed = values.length > 20 ? `${values.slice(0, 20).join(', ')}, …` : values.join(', ')
  const suggestion = nearest(text.slice(0, 100), values)
  const args = { field, text: quoted(text), values: listed }
  return suggestion === undefined
    ? { fault: fault('BY716', args) }
    : { fault: fault('BY715', { ...args, suggestion }) }
}

const truths: ReadonlyMap<string, 0 | 1> = new Map([
  ['true', 1],
  ['false', 0],
  ['yes', 1],
  ['no', 0],
  ['y', 1],
  ['n', 0],
  ['1', 1],
  ['0', 0],
  ['是', 1],
  ['否', 0],
])

export function readTruth(text: string): CodeReading {
  const value = truths.get(text.normalize('NFKC').trim().toLowerCase())
  return value === undefined ? { fault: fault('BY717', { text: quoted(text) }) } : { value }
}
