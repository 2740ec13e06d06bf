import type { Span } from '../../base/span.ts'
import type { RowObject } from '../../data/from-objects.ts'
import { loose } from '../../data/headings.ts'
import type { Id, Plan, Relation } from '../../plan/plan.ts'
import type { Yaml, YamlEntry } from '../../yaml/walk.ts'
import { isCutNumber, reportCutNumber } from './cut-number.ts'
import { filled, type TableRow } from './fill.ts'
import { type CaseReading, offered } from './notes.ts'

/** A row as a case gives it: only the fields that matter. */
export type GivenRow = { readonly cells: ReadonlyMap<Id, string>; readonly span: Span }
/** Rows by record. */
export type Given = ReadonlyMap<Id, readonly GivenRow[]>

/** `Order: [ { id: O-1, amount: 50000 } ]`; one row may stand without the list. */
export function readGiven(yaml: Yaml | undefined, row: TableRow | undefined, reading: CaseReading): Given {
  const given = new Map<Id, readonly GivenRow[]>()
  for (const { relation, entry } of recordsIn(yaml, 'given', row, reading)) {
    const { value } = entry
    const items = value.is === 'list' ? value.items : value.is === 'empty' ? [] : [value]
    const rows = items.flatMap((item) => givenRow(relation, item, row, reading) ?? [])
    given.set(relation.id, [...(given.get(relation.id) ?? []), ...rows])
  }
  return given
}

/** `Order: { signed: 2026-01-15 }`: what a row has when a case does not say. */
export function readDefaults(yaml: Yaml | undefined, reading: CaseReading): ReadonlyMap<Id, GivenRow> {
  const defaults = new Map<Id, GivenRow>()
  for (const { relation, entry } of recordsIn(yaml, 'defaults', undefined, reading)) {
    const found = givenRow(relation, entry.value, undefined, reading)
    if (found) defaults.set(relation.id, found)
  }
  return defaults
}

function recordsIn(
  yaml: Yaml | undefined,
  key: string,
  row: TableRow | undefined,
  reading: CaseReading,
): readonly { readonly relation: Relation; readonly entry: YamlEntry }[] {
  const { plan, report } = reading
  if (!yaml || yaml.is === 'empty') return []
  if (yaml.is !== 'map') {
    report('BY754', { key, expected: '{ Order: [ { id: O-1, amount: 50000 } ] }' }, yaml.span)
    return []
  }
  return yaml.entries.flatMap((entry) => {
    const written = filled({ text: entry.key, span: entry.span }, row, reading)
    const relation = named(plan.relations, written.text)
    if (relation) return [{ relation, entry }]
    const ids = plan.relations.map(({ id }) => id)
    const { names, more } = offered(written.text, ids, written.span)
    if (!written.lost) report('BY752', { record: written.text, names }, written.span, more)
    return []
  })
}

function givenRow(
  relation: Relation,
  yaml: Yaml,
  row: TableRow | undefined,
  reading: CaseReading,
): GivenRow | undefined {
  const expected = `{ ${relation.fields
    .slice(0, 2)
    .map(({ id }) => `${id}: …`)
    .join(', ')} }`
  if (yaml.is !== 'map') {
    reading.report('BY754', { key: relation.id, expected }, yaml.span)
    return undefined
  }
  const cells = new Map<Id, string>()
  for (const entry of yaml.entries) {
    const { key: own, span: at, value } = entry
    if (isCutNumber(entry)) {
      reportCutNumber(yaml.entries, entry, reading.report)
      continue
    }
    const { text: key, span, lost } = filled({ text: own, span: at }, row, reading)
    const field = named(relation.fields, key)
    if (lost) continue
    if (!field) {
      const { names, more } = offered(
        key,
        relation.fields.map(({ id }) => id),
        span,
      )
      reading.report('BY753', { record: relation.id, field: key, names }, span, more)
    } else if (value.is === 'text') cells.set(field.id, filled(value, row, reading).text)
    else if (value.is === 'empty') cells.set(field.id, '')
    else reading.report('BY754', { key, expected: `${key}: 1` }, value.span)
  }
  return { cells, span: yaml.span }
}

/** By its exact name, else without regard to case, `_` and `-`. */
function named<T extends { readonly id: Id }>(all: readonly T[], name: string): T | undefined {
  return all.find((one) => one.id === name) ?? all.find((one) => loose(one.id) === loose(name))
}

/**
 * The rows of a case: those of its file, then its own. One that has the key of an earlier row says more of that row; what
 * neither says is the default.
 */
export function rowsOfCase(
  plan: Plan,
  all: readonly Given[],
  defaults: ReadonlyMap<Id, GivenRow>,
): {
  readonly given: { readonly [record: Id]: readonly RowObject[] }
  readonly places: { readonly [record: Id]: readonly Span[] }
} {
  const given: [Id, readonly RowObject[]][] = []
  const places: [Id, readonly Span[]][] = []
  for (const relation of plan.relations) {
    const rows = merged(
      relation,
      all.map((one) => one.get(relation.id) ?? []),
    )
    if (rows.length === 0) continue
    const usual = defaults.get(relation.id)?.cells ?? []
    given.push([relation.id, rows.map(({ cells }) => Object.fromEntries([...usual, ...cells]))])
    places.push([relation.id, rows.map(({ span }) => span)])
  }
  return { given: Object.fromEntries(given), places: Object.fromEntries(places) }
}

/** Two rows of one list with one key stay two: that is a mistake in the data, which a case may be about. */
function merged(relation: Relation, lists: readonly (readonly GivenRow[])[]): readonly GivenRow[] {
  const rows: GivenRow[] = []
  for (const list of lists) {
    const before = rows.length
    for (const row of list) {
      const key = relation.key === undefined ? undefined : row.cells.get(relation.key)
      const at = rows
        .slice(0, before)
        .findIndex(({ cells }) => key !== undefined && cells.get(relation.key ?? '') === key)
      const earlier = rows[at]
      if (earlier) rows[at] = { cells: new Map([...earlier.cells, ...row.cells]), span: row.span }
      else rows.push(row)
    }
  }
  return rows
}
