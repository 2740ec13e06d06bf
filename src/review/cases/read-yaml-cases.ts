import { readInstant } from '../../base/local-time.ts'
import { positionAt, type Source, type Span } from '../../base/span.ts'
import { askedPeriod } from '../../targets/evaluate/asked-period.ts'
import { readYaml, type Yaml, type YamlEntry } from '../../yaml/walk.ts'
import type { Case } from './case.ts'
import { readExpect } from './expect.ts'
import { filled, type TableRow } from './fill.ts'
import { type Given, type GivenRow, readDefaults, readGiven, rowsOfCase } from './given.ts'
import { type CaseReading, offered } from './notes.ts'
import { readTable, reportUnused } from './table.ts'
import { type CaseWord, caseWords, languageOf, wordNamed } from './words.ts'

const fileKeys = ['defaults', 'given', 'period', 'now', 'cases'] as const
const caseKeys = ['name', 'period', 'now', 'given', 'expect', 'table'] as const

/** What a file says for all of its cases. */
type Shared = {
  readonly source: Source
  readonly defaults: ReadonlyMap<string, GivenRow>
  readonly given: Given
  readonly period: YamlEntry | undefined
  readonly now: YamlEntry | undefined
}

/** The cases of a `*.cases.yaml`; what is wrong in it is reported at its place, and that case left out. */
export function readYamlCases(source: Source, reading: CaseReading): readonly Case[] {
  const whole: Span = { source: source.name, from: 0, to: Math.min(source.text.length, 1) }
  const root = readYaml(source.text, source.name, (code, args, span) => {
    if (code === 'BY750')
      reading.report('BY174', { reason: 'reason' in args ? String(args.reason) : '' }, span ?? whole)
    else reading.report('BY175', {}, span ?? whole)
  })
  if (!root) return []
  const keys = keysIn(root, fileKeys, reading)
  if (!keys) return []
  const cases = keys.get('cases')
  if (!cases)
    reading.report(
      'BY953',
      { key: caseWords.cases.en },
      root.is === 'map' ? (root.entries[0]?.span ?? whole) : whole,
    )
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
  return items.flatMap((item) => casesAt(item, shared, reading))
}

/** The keys of a map by what they mean, in whichever language; undefined for what is no map. */
function keysIn<W extends CaseWord>(
  yaml: Yaml,
  known: readonly W[],
  { report }: CaseReading,
): ReadonlyMap<W, YamlEntry> | undefined {
  if (yaml.is !== 'map') {
    report('BY754', { key: known[0] ?? '', expected: `${known[0]}: …` }, yaml.span)
    return undefined
  }
  const keys = new Map<W, YamlEntry>()
  const language = yaml.entries.map(({ key }) => languageOf(key)).find((one) => one !== undefined) ?? 'en'
  for (const entry of yaml.entries) {
    const word = wordNamed(entry.key, known)
    const earlier = word && keys.get(word)
    if (earlier) report('BY182', { key: entry.key, first: earlier.key }, entry.span)
    else if (word) keys.set(word, entry)
    else {
      const { names, more } = offered(
        entry.key,
        known.map((one) => caseWords[one][language]),
        entry.span,
      )
      report('BY751', { key: entry.key, names }, entry.span, more)
    }
  }
  return keys
}

/** One case, or one for each row of its table. */
function casesAt(yaml: Yaml, shared: Shared, reading: CaseReading): readonly Case[] {
  const keys = keysIn(yaml, caseKeys, reading)
  if (!keys) return []
  const table = keys.get('table')
  if (!table) return caseOf(keys, yaml, undefined, '', shared, reading)
  const rows = readTable(table.value, shared.source.text, reading) ?? []
  const cases = rows.map((row, at) => caseOf(keys, yaml, row, ` #${at + 1}`, shared, reading))
  reportUnused(table.value, shared.source.text, rows, reading)
  return cases.flat()
}

function caseOf(
  keys: ReadonlyMap<(typeof caseKeys)[number], YamlEntry>,
  yaml: Yaml,
  row: TableRow | undefined,
  number: string,
  shared: Shared,
  reading: CaseReading,
): readonly Case[] {
  const { plan, report } = reading
  const at = keys.get('name')
  const place = at?.span ?? (yaml.is === 'map' ? (yaml.entries[0]?.span ?? yaml.span) : yaml.span)
  const lack = (word: CaseWord): readonly Case[] => {
    report('BY953', { key: caseWords[word][languageOf(at?.key ?? '') ?? 'en'] }, place)
    return []
  }
  if (at?.value.is !== 'text' || at.value.text.trim() === '') return lack('name')
  const title = filled(at.value, row, reading)
  const name = title.text === at.value.text ? `${title.text}${number}` : title.text
  const period = textIn(keys.get('period') ?? shared.period, row, reading)
  if (!period) return lack('period')
  if (!/^(all|全部)$/iu.test(period.text) && !askedPeriod(plan, new Map(), period.text)) {
    report('BY964', { period: period.text, choices: '2026-Q3, 2026-07, 2026, all' }, period.span)
    return []
  }
  const told = textIn(keys.get('now') ?? shared.now, row, reading)
  const now = told && readInstant(plan.zone, told.text.normalize('NFKC').trim())
  if (told && typeof now === 'string' && now !== 'no-zone') report('BY927', { text: told.text }, told.span)
  const own = readGiven(keys.get('given')?.value, row, reading)
  const { given, places } = rowsOfCase(plan, [shared.given, own], shared.defaults)
  const expect = keys.get('expect')
  if (
    !expect ||
    (expect.value.is === 'map' && expect.value.entries.length === 0) ||
    expect.value.is === 'empty'
  )
    return lack('expect')
  const { only, expectations } = readExpect(expect.value, { ...reading, row, given })
  const line = positionAt(shared.source.text, (row ? firstOf(row) : undefined)?.from ?? place.from).line
  return [
    {
      name,
      place: { file: shared.source.name, line },
      span: at.value.span,
      period: period.text,
      ...(typeof now === 'object' && { now: now.at }),
      given,
      places,
      only,
      expectations,
    },
  ]
}

function firstOf(row: TableRow): Span | undefined {
  return [...row.cells.values()][0]?.span
}

function textIn(entry: YamlEntry | undefined, row: TableRow | undefined, reading: CaseReading) {
  return entry?.value.is === 'text' ? filled(entry.value, row, reading) : undefined
}
