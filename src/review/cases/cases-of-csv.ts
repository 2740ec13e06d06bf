import type { Source, Span } from '../../base/span.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Yaml, YamlEntry } from '../../yaml/walk.ts'
import { type CsvCell, csvCells } from './csv-cells.ts'
import type { CaseReading } from './notes.ts'
import { targetNamed } from './target.ts'
import { caseWords, isWord } from './words.ts'

type Text = Yaml & { readonly is: 'text' }

/**
 * The rows of a `*.cases.csv` as the same cases in YAML, which are read on as those are; places are those of the file. A
 * column is `case`, `period`, `now`, a field of a record (`Deal.amount`, of a second row `Deal#2.amount`), or what is
 * expected (`expect commission`, `expect commission R-1`). An empty cell says nothing; the row `*` says it for all.
 */
export function casesOfCsv(source: Source, { plan, report }: CaseReading): Yaml | undefined {
  const rows = csvCells(source, report)
  const [head, ...rest] = rows ?? []
  if (!head) {
    if (rows) report('BY754', { key: 'case', expected: 'case, period, expect …' }, wholeOf(source))
    return undefined
  }
  const headings = head.map((cell) => headingOf(plan, cell))
  const at = headings.findIndex(({ is }) => is === 'name')
  const every = rest.find((cells) => cells[at]?.text === '*')
  const items = rest
    .filter((cells) => cells !== every)
    .map((cells) => {
      const said = cells.map((cell, i) => (cell.text === '' ? (every?.[i] ?? cell) : cell))
      return caseOf(headings, said, cells[at]?.span ?? cells[0]?.span ?? wholeOf(source))
    })
  const [first] = head
  const span = first?.span ?? wholeOf(source)
  return mapOf([entry('cases', span, { is: 'list', items, span })], span)
}

function wholeOf({ name, text }: Source): Span {
  return { source: name, from: 0, to: Math.min(text.length, 1) }
}

type Heading =
  | { readonly is: 'name' | 'period' | 'now'; readonly span: Span }
  | {
      readonly is: 'field'
      readonly record: string
      readonly place: number
      readonly field: string
      readonly span: Span
    }
  | {
      readonly is: 'expect'
      readonly target: string
      readonly of: readonly string[]
      readonly span: Span
    }
  | { readonly is: 'other'; readonly key: string; readonly span: Span }

const expects = new RegExp(
  `^(?:${Object.values(caseWords.expect).join('|')})(?:[\\s.:：]+|(?<=得))(\\S.*)$`,
  'iu',
)

function headingOf(plan: Plan, { text, span }: CsvCell): Heading {
  if (isWord(text, caseWords.name) || isWord(text, { ...caseWords.cases, en: 'case' }))
    return { is: 'name', span }
  for (const word of ['period', 'now'] as const) if (isWord(text, caseWords[word])) return { is: word, span }
  const expected = expects.exec(text)?.[1]
  if (expected !== undefined) return { is: 'expect', ...splitTarget(plan, expected), span }
  const field = /^([^.#]+?)(?:#(\d{1,4}))?\.(.+)$/u.exec(text)
  if (!field) return { is: 'other', key: text, span }
  const [, record = '', place = '1', name = ''] = field
  return { is: 'field', record: record.trim(), place: Number(place), field: name.trim(), span }
}

/** `季度提成 R-1 2026-Q1`: as many of the words as name something of the policy, then what names the line. */
function splitTarget(plan: Plan, text: string): { readonly target: string; readonly of: readonly string[] } {
  const words = text.split(/\s+/u)
  for (let count = words.length; count > 0; count--) {
    const target = words.slice(0, count).join(' ')
    if (targetNamed(plan, target)) return { target, of: words.slice(count) }
  }
  return { target: text, of: [] }
}

function caseOf(headings: readonly Heading[], cells: readonly CsvCell[], span: Span): Yaml {
  const own: YamlEntry[] = []
  const given = new Map<string, Map<number, YamlEntry[]>>()
  const expected: YamlEntry[] = []
  for (const [i, heading] of headings.entries()) {
    const cell = cells[i]
    if (!cell || cell.text === '') continue
    const value: Text = { is: 'text', text: cell.text, span: cell.span }
    switch (heading.is) {
      case 'field': {
        const rows = given.get(heading.record) ?? new Map<number, YamlEntry[]>()
        const row = rows.get(heading.place) ?? []
        given.set(heading.record, rows.set(heading.place, row))
        row.push(entry(heading.field, heading.span, value))
        break
      }
      case 'expect':
        expected.push(entry(heading.target, heading.span, nested(heading.of, heading.span, value)))
        break
      case 'other':
        own.push(entry(heading.key, heading.span, value))
        break
      default:
        own.push(entry(heading.is, cell.span, value))
    }
  }
  if (given.size > 0) own.push(entry('given', span, givenOf(given, span)))
  if (expected.length > 0) own.push(entry('expect', span, mapOf(expected, span)))
  return mapOf(own, span)
}

function givenOf(given: ReadonlyMap<string, ReadonlyMap<number, readonly YamlEntry[]>>, span: Span): Yaml {
  const records = [...given].map(([record, rows]) => {
    const items = [...rows]
      .sort(([a], [b]) => a - b)
      .map(([, entries]) => mapOf(entries, entries[0]?.value.span ?? span))
    const place = rows.values().next().value?.[0]?.span ?? span
    return entry(record, place, { is: 'list', items, span })
  })
  return mapOf(records, span)
}

/** `{ R-1: { 2026-Q1: value } }`. */
function nested(of: readonly string[], span: Span, value: Yaml): Yaml {
  return of.reduceRight<Yaml>((inner, name) => mapOf([entry(name, span, inner)], span), value)
}

function mapOf(entries: readonly YamlEntry[], span: Span): Yaml {
  return { is: 'map', entries, span }
}

function entry(key: string, span: Span, value: Yaml): YamlEntry {
  return { key, span, value }
}
