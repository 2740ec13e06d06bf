import { type Instant, readInstant } from '../../base/local-time.ts'
import { positionAt, type Source, type Span } from '../../base/span.ts'
import { askedPeriod, asksForAll } from '../../targets/evaluate/asked-period.ts'
import type { Yaml, YamlEntry } from '../../yaml/walk.ts'
import { type Acceptance, readAccepted } from './accepted.ts'
import type { Case, Golden } from './case.ts'
import { readExpect } from './expect.ts'
import { type CaseText, filled, type TableRow } from './fill.ts'
import { type Given, type GivenRow, readDefaults, readGiven, rowsOfCase } from './given.ts'
import { keysIn } from './keys.ts'
import type { CaseReading } from './notes.ts'
import { readPrevious } from './previous.ts'
import { keysOf } from './shape.ts'
import { readTable, reportUnused } from './table.ts'
import { type CaseWord, caseWords, languageOf } from './words.ts'

/** What a file says for all of its cases. */
type Shared = {
  readonly source: Source
  readonly defaults: ReadonlyMap<string, GivenRow>
  readonly given: Given
  readonly period: YamlEntry | undefined
  readonly now: YamlEntry | undefined
}

/** The cases of a file and what it accepts; what is wrong in it is reported at its place, and that case left out. */
export function readCaseTree(
  root: Yaml,
  source: Source,
  reading: CaseReading,
): { readonly cases: readonly Case[]; readonly accepted: readonly Acceptance[] } {
  const keys = keysIn(root, keysOf('file'), reading)
  if (!keys) return { cases: [], accepted: [] }
  const cases = keys.get('cases')
  const accepted = readAccepted(keys.get('accepted')?.value, reading)
  const start = root.is === 'map' ? (root.entries[0]?.span ?? root.span) : root.span
  // A file may say only what is accepted.
  if (!cases && !keys.has('accepted')) reading.report('BY953', { key: caseWords.cases.en }, start)
  const shared: Shared = {
    source,
    defaults: readDefaults(keys.get('defaults')?.value, reading),
    given: readGiven(keys.get('given')?.value, undefined, reading),
    period: keys.get('period'),
    now: keys.get('now'),
  }
  const items = cases?.value.is === 'list' ? cases.value.items : []
  if (cases && items.length === 0)
    reading.report('BY754', { key: cases.key, expected: '- name: …' }, cases.value.span)
  return { cases: items.flatMap((item) => casesAt(item, shared, reading)), accepted }
}

/** One case, or one for each row of its table. */
function casesAt(yaml: Yaml, shared: Shared, reading: CaseReading): readonly Case[] {
  const keys = keysIn(yaml, keysOf('case'), reading)
  if (!keys) return []
  const table = keys.get('table')
  if (!table) return caseOf(keys, yaml, undefined, '', shared, reading)
  const rows = readTable(table.value, shared.source.text, reading) ?? []
  const cases = rows.map((row, at) => caseOf(keys, yaml, row, ` #${at + 1}`, shared, reading))
  reportUnused(table.value, shared.source.text, rows, reading)
  return cases.flat()
}

type CaseKeys = ReadonlyMap<ReturnType<typeof keysOf<'case'>>[number], YamlEntry>

function caseOf(
  keys: CaseKeys,
  yaml: Yaml,
  row: TableRow | undefined,
  number: string,
  shared: Shared,
  reading: CaseReading,
): readonly Case[] {
  const at = keys.get('name')
  const place = at?.span ?? (yaml.is === 'map' ? (yaml.entries[0]?.span ?? yaml.span) : yaml.span)
  const lack = (word: CaseWord): readonly Case[] => {
    reading.report('BY953', { key: caseWords[word][languageOf(at?.key ?? '') ?? 'en'] }, place)
    return []
  }
  if (at?.value.is !== 'text' || at.value.text.trim() === '') return lack('name')
  const title = filled(at.value, row, reading)
  const name = title.text === at.value.text ? `${title.text}${number}` : title.text
  const period = periodOf(keys.get('period') ?? shared.period, row, reading)
  if (period === undefined) return lack('period')
  if (period === false) return []
  const rows = rowsOf(keys, row, shared, reading)
  const golden = goldenOf(keys, row, reading)
  const expect = keys.get('expect')
  if (isEmpty(expect?.value) && !golden) return lack('expect')
  const given = rows.data ? undefined : rows.given
  const { only, expectations } = isEmpty(expect?.value)
    ? { only: false, expectations: [] }
    : readExpect(expect?.value, { ...reading, row, given })
  const line = positionAt(shared.source.text, (row ? firstOf(row) : undefined)?.from ?? place.from).line
  return [
    {
      name,
      place: { file: shared.source.name, line },
      span: at.value.span,
      period,
      ...nowOf(keys.get('now') ?? shared.now, row, reading),
      ...(waits(keys.get('confirm'), row, reading) && { confirm: true }),
      ...rows,
      previous: readPrevious(keys.get('previous')?.value, { ...reading, row, given }),
      ...(golden && { golden }),
      only,
      expectations,
    },
  ]
}

/** Whether somebody is still to say that what it expects is right. */
function waits(entry: YamlEntry | undefined, row: TableRow | undefined, reading: CaseReading): boolean {
  const text = textIn(entry, row, reading)?.text.normalize('NFKC').trim().toLowerCase()
  return text === 'true' || text === 'yes' || text === '是'
}

function isEmpty(yaml: Yaml | undefined): yaml is undefined {
  return !yaml || yaml.is === 'empty' || (yaml.is === 'map' && yaml.entries.length === 0)
}

/** Undefined where none is written, false where it is none of the policy's, which is reported. */
function periodOf(
  entry: YamlEntry | undefined,
  row: TableRow | undefined,
  reading: CaseReading,
): string | false | undefined {
  const period = textIn(entry, row, reading)
  if (!period) return undefined
  if (asksForAll(period.text) || askedPeriod(reading.plan, new Map(), period.text)) return period.text
  const choices = '2026-Q3, 2026-07, 2026, all'
  reading.report('BY964', { period: period.text, choices }, period.span)
  return false
}

function nowOf(
  entry: YamlEntry | undefined,
  row: TableRow | undefined,
  { plan, ...reading }: CaseReading,
): { readonly now?: Instant } {
  const told = textIn(entry, row, { plan, ...reading })
  const now = told && readInstant(plan.zone, told.text.normalize('NFKC').trim())
  // A policy without a zone has no times that could hang on it.
  if (told && typeof now === 'string' && now !== 'no-zone')
    reading.report('BY927', { text: told.text }, told.span)
  return typeof now === 'object' ? { now: now.at } : {}
}

/** The rows that a case gives, or the folder that they lie in. */
function rowsOf(
  keys: CaseKeys,
  row: TableRow | undefined,
  { defaults, given: ofAll }: Shared,
  reading: CaseReading,
): Pick<Case, 'given' | 'places' | 'data'> {
  const data = textIn(keys.get('data'), row, reading)
  const given = keys.get('given')
  if (!data) return rowsOfCase(reading.plan, [ofAll, readGiven(given?.value, row, reading)], defaults)
  if (given) reading.report('BY182', { key: given.key, first: keys.get('data')?.key ?? '' }, given.span)
  const folder = insidePath(data, reading) ?? ''
  return { given: {}, places: {}, data: { folder, span: data.span } }
}

function goldenOf(keys: CaseKeys, row: TableRow | undefined, reading: CaseReading): Golden | undefined {
  const written = textIn(keys.get('golden'), row, reading)
  const digest = textIn(keys.get('digest'), row, reading)
  if (!written) return undefined
  if (!/\.csv$/iu.test(written.text)) {
    const key = keys.get('golden')?.key ?? ''
    reading.report('BY754', { key, expected: `${key}: q1.golden.csv` }, written.span)
  }
  const file = insidePath(written, reading) ?? ''
  const place = digest?.place
  return {
    file,
    span: written.span,
    ...(digest && place && { digest: { text: digest.text.trim().toLowerCase(), place } }),
  }
}

/** A path from the policy's folder, and never out of it. */
function insidePath({ text, span }: CaseText, { report }: CaseReading): string | undefined {
  const path = text
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/u, '')
    .replace(/\/+$/u, '')
  const isInside =
    path !== '' && !path.startsWith('/') && !/^[A-Za-z]:/u.test(path) && !path.split('/').includes('..')
  if (!isInside) report('BY748', { file: text }, span)
  return isInside ? path : undefined
}

function firstOf(row: TableRow): Span | undefined {
  return [...row.cells.values()][0]?.span
}

function textIn(entry: YamlEntry | undefined, row: TableRow | undefined, reading: CaseReading) {
  return entry?.value.is === 'text' ? filled(entry.value, row, reading) : undefined
}
