import { collector, type Diagnostic, type Report } from '../base/diagnostic.ts'
import type { Field, Id, Relation } from '../plan/plan.ts'
import { readYaml, type Yaml, type YamlEntry } from '../yaml/walk.ts'
import type { ColumnSource, DataConfig, RecordSource, RowTest } from './data-config.ts'
import { listed, loose } from './headings.ts'
import { encodingNamed, encodingNames } from './text.ts'

/**
 * Reads `bylaw.yaml`. What is wrong in it is reported at its place and left out; `source` is the name that findings
 * give the file. `relations`: the records that the policy knows.
 */
export function readConfig(
  text: string,
  source: string,
  relations: readonly Relation[],
): { readonly config: DataConfig; readonly found: readonly Diagnostic[] } {
  const { found, report } = collector()
  const records = new Map<Id, RecordSource>()
  const root = readYaml(text, source, report)
  for (const entry of entriesOf(root, 'bylaw.yaml', 'data: …', report)) {
    if (entry.key !== 'data') report('BY751', { key: entry.key, names: 'data' }, entry.span)
    else for (const record of entriesOf(entry.value, 'data', 'Order: …', report)) addRecord(record)
  }
  return { config: { records }, found }

  function addRecord(entry: YamlEntry): void {
    const relation = named(relations, entry.key)
    if (relation) records.set(relation.id, readRecord(relation, entry, report))
    else report('BY752', { record: entry.key, names: listed(relations.map((r) => r.id)) }, entry.span)
  }
}

/** By its exact name, else without regard to case, `_` and `-`. */
function named<T extends { readonly id: Id }>(all: readonly T[], name: string): T | undefined {
  return all.find((one) => one.id === name) ?? all.find((one) => loose(one.id) === loose(name))
}

const recordKeys = ['file', 'encoding', 'columns', 'where']

function readRecord(relation: Relation, entry: YamlEntry, report: Report): RecordSource {
  let source: RecordSource = { files: [], columns: new Map(), where: [] }
  for (const { key, span, value } of entriesOf(entry.value, entry.key, 'file: …', report)) {
    if (key === 'file') source = { ...source, files: readFiles(value, report) }
    else if (key === 'encoding') {
      const encoding = value.is === 'text' ? encodingNamed(value.text) : undefined
      if (encoding) source = { ...source, encoding }
      else report('BY754', { key, expected: encodingNames.join(', ') }, value.span)
    } else if (key === 'columns') source = { ...source, columns: readColumns(relation, value, report) }
    else if (key === 'where') source = { ...source, where: readTests(value, report) }
    else report('BY751', { key, names: recordKeys.join(', ') }, span)
  }
  return source
}

function readFiles(value: Yaml, report: Report): readonly string[] {
  const items = value.is === 'list' ? value.items : [value]
  return items.flatMap((item) => {
    if (item.is !== 'text') {
      report('BY754', { key: 'file', expected: 'orders.csv, [a.csv, b.csv]' }, item.span)
      return []
    }
    const path = item.text.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
    if (!path.startsWith('/') && !/^[A-Za-z]:/.test(path) && !path.split('/').includes('..')) return [path]
    report('BY748', { file: item.text }, item.span)
    return []
  })
}

function readColumns(relation: Relation, value: Yaml, report: Report): ReadonlyMap<Id, ColumnSource> {
  const columns = new Map<Id, ColumnSource>()
  for (const entry of entriesOf(value, 'columns', 'amount: Total', report)) {
    const field = named(relation.fields, entry.key)
    if (!field) {
      const names = listed(relation.fields.map((f) => f.id))
      report('BY753', { record: relation.id, field: entry.key, names }, entry.span)
    } else columns.set(field.id, readColumn(field, entry.value, report))
  }
  return columns
}

function readColumn(field: Field, value: Yaml, report: Report): ColumnSource {
  if (value.is === 'text') return { heading: value.text.trim() }
  let column: ColumnSource = {}
  for (const entry of entriesOf(value, field.id, 'column: Total', report)) {
    const { key, span } = entry
    const text = entry.value.is === 'text' ? entry.value.text.trim() : undefined
    if (key === 'column' && text !== undefined) column = { ...column, heading: text }
    else if (key === 'column') report('BY754', { key, expected: 'column: Total' }, entry.value.span)
    else if (key === 'as') {
      const style = styleOf(field, text)
      if (style) column = { ...column, style }
      else if (!isShare(field)) report('BY755', { field: field.id }, span)
      else report('BY754', { key, expected: stylesOf(field).join(', ') }, entry.value.span)
    } else report('BY751', { key, names: 'column, as' }, span)
  }
  return column
}

function isShare(field: Field): boolean {
  const { type } = field
  return type.is === 'int' && (type.unit === 'percent' || type.unit === 'price-ratio')
}

type Style = NonNullable<ColumnSource['style']>

function stylesOf(field: Field): readonly Style[] {
  if (!isShare(field)) return []
  return field.type.is === 'int' && field.type.unit === 'price-ratio'
    ? ['fraction', 'percent', 'zhe']
    : ['fraction', 'percent']
}

function styleOf(field: Field, text: string | undefined): Style | undefined {
  return stylesOf(field).find((style) => style === text)
}

function readTests(value: Yaml, report: Report): readonly RowTest[] {
  return entriesOf(value, 'where', 'Column: present', report).flatMap((entry): RowTest[] => {
    const heading = entry.key.trim()
    const test = entry.value
    if (test.is === 'text' && test.text.trim() === 'present') return [{ heading, accept: 'present' }]
    const items = test.is === 'list' ? test.items : []
    const accept = items.flatMap((item) => (item.is === 'text' ? [item.text.trim()] : []))
    if (accept.length > 0 && accept.length === items.length) return [{ heading, accept }]
    report('BY754', { key: heading, expected: 'present, [text, text]' }, test.span)
    return []
  })
}

/** The entries of a map; an empty value has none, anything else is reported. */
function entriesOf(
  value: Yaml | undefined,
  key: string,
  expected: string,
  report: Report,
): readonly YamlEntry[] {
  if (value === undefined || value.is === 'empty') return []
  if (value.is === 'map') return value.entries
  report('BY754', { key, expected }, value.span)
  return []
}
