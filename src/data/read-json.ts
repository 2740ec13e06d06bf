import { positionAt } from '../base/span.ts'
import { cellState } from '../plan/rows.ts'
import type { RecordSource, RowTest } from './data-config.ts'
import { findHeading, listed, loose } from './headings.ts'
import {
  blanks,
  type JsonCell,
  type JsonCursor,
  type JsonRow,
  need,
  passName,
  passValue,
  readRow,
  take,
} from './json-text.ts'
import type { Needed } from './needed.ts'
import { addObjectRow, type ObjectCell } from './object-row.ts'
import { type Fault, fault, quoted } from './problem-log.ts'
import {
  beginPart,
  fillField,
  keepBrokenRow,
  keepRow,
  type Part,
  type RelationStore,
} from './relation-store.ts'

/**
 * Reads a JSON file (a list of objects, or an object whose `records` is that list) or a JSONL file into a relation.
 * A row's place is its number from 1, in JSONL its line. False when the file could not be read to its end.
 */
export function readJson(
  target: RelationStore,
  file: string,
  bytes: Uint8Array,
  kind: 'json' | 'jsonl',
  source: RecordSource | undefined,
  needed: Needed,
): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const fields = target.relation.fields.filter((field) => needed.reads(target.relation.id, field))
  const headings = new Map(fields.map((f) => [f.id, source?.columns.get(f.id)?.heading ?? f.id]))
  const reading: Reading = {
    target,
    file,
    part: beginPart(target, file, headings),
    headings,
    tests: source?.where ?? [],
    names: new Map(),
    left: 0,
  }
  const good = kind === 'json' ? readList(reading, text) : readLines(reading, text)
  if (good) reportAbsent(reading, needed)
  if (reading.left > 0) {
    const args = { file, count: String(reading.left), read: String(target.count - reading.part.first) }
    target.log.note(fault('BY742', args), file)
  }
  return good
}

type Reading = {
  readonly target: RelationStore
  readonly file: string
  readonly part: Part
  /** The part's own, from which fields that no row names are taken out. */
  readonly headings: Map<string, string>
  readonly tests: readonly RowTest[]
  /** The names that occur in any row, with what each means. */
  readonly names: Map<string, readonly Meaning[]>
  left: number
}

function readList(reading: Reading, text: string): boolean {
  const cursor: JsonCursor = { text, at: 0, broken: false }
  blanks(cursor)
  const wrapped = take(cursor, '{')
  if (wrapped && !findRecords(cursor)) return refuse(reading, cursor, 'BY781')
  blanks(cursor)
  if (!take(cursor, '[')) return refuse(reading, cursor, 'BY781')
  blanks(cursor)
  let ended = take(cursor, ']')
  for (let number = 1; !ended; number++) {
    addRow(reading, readRow(cursor), cursor, number)
    blanks(cursor)
    ended = take(cursor, ']')
    if (!ended) need(cursor, ',')
    if (cursor.broken) return refuse(reading, cursor, 'BY780')
  }
  if (wrapped) passRest(cursor)
  blanks(cursor)
  return (!cursor.broken && cursor.at >= text.length) || refuse(reading, cursor, 'BY780')
}

/** Goes to the value of `records` in the outermost object. */
function findRecords(cursor: JsonCursor): boolean {
  do {
    blanks(cursor)
    const from = cursor.at
    passName(cursor)
    if (/^"records"/.test(cursor.text.slice(from, from + 10))) return !cursor.broken
    passValue(cursor)
    blanks(cursor)
  } while (take(cursor, ','))
  return false
}

/** What stands beside `records`, to the closing bracket: a file that was cut off must not pass for a whole one. */
function passRest(cursor: JsonCursor): void {
  blanks(cursor)
  while (take(cursor, ',')) {
    passName(cursor)
    passValue(cursor)
    blanks(cursor)
  }
  need(cursor, '}')
}

function readLines(reading: Reading, text: string): boolean {
  let line = 0
  for (const part of text.split(/\r\n|\n|\r/)) {
    line++
    if (part.trim() === '') continue
    const cursor: JsonCursor = { text: part, at: 0, broken: false }
    const row = readRow(cursor)
    blanks(cursor)
    if (cursor.broken || cursor.at < part.length) {
      // The line is a row that cannot be read: it holds what it may belong to, and the others go on.
      const args = { file: reading.file, line: String(line), at: String(cursor.at + 1) }
      keepBrokenRow(reading.target, reading.part, line, fault('BY780', args))
    } else addRow(reading, row, cursor, line)
  }
  return true
}

function addRow(reading: Reading, row: JsonRow | 'no-object', cursor: JsonCursor, number: number): void {
  const { target, part, tests } = reading
  if (cursor.broken) return
  if (row === 'no-object') {
    keepBrokenRow(target, part, number, fault('BY782', { row: String(number) }))
    return
  }
  const found = new Map<string, JsonCell>()
  for (const [name, cell] of row) {
    for (const { heading, exact } of meant(reading, name)) {
      const other = found.get(heading)
      if (exact) found.set(heading, cell)
      else if (!row.has(heading)) found.set(heading, other ? { is: 'twice' } : cell)
    }
  }
  if (!tests.every((test) => passes(test, found.get(test.heading)))) {
    reading.left++
    return
  }
  addObjectRow(target, (field) => {
    const heading = part.headings.get(field)
    return heading === undefined ? '' : cellText(heading, found.get(heading), number)
  })
  keepRow(target, part, number)
}

type Meaning = { readonly heading: string; readonly exact: boolean }

/** The headings that are asked for and that a name in a row stands for. Worked out once for each name. */
function meant(reading: Reading, name: string): readonly Meaning[] {
  const known = reading.names.get(name)
  if (known) return known
  const asked = [...reading.part.headings.values(), ...reading.tests.map((test) => test.heading)]
  const matching = [...new Set(asked)].filter((heading) => loose(heading) === loose(name))
  const meanings = matching.map((heading) => ({ heading, exact: heading === name }))
  reading.names.set(name, meanings)
  return meanings
}

function passes(test: RowTest, cell: JsonCell | undefined): boolean {
  const text = cell?.is === 'text' || cell?.is === 'number' ? cell.text.trim() : ''
  return test.accept === 'present' ? text !== '' : test.accept.includes(text)
}

function cellText(field: string, cell: JsonCell | undefined, row: number): ObjectCell {
  if (!cell || cell.is === 'empty') return ''
  if (cell.is === 'text') return cell.text
  if (cell.is === 'twice') return fault('BY785', { field, row: String(row) })
  if (cell.is === 'nested') return fault('BY783', { field })
  return /^-?\d+$/.test(cell.text) ? cell.text : fault('BY784', { text: quoted(cell.text) })
}

function refuse(reading: Reading, cursor: JsonCursor, code: 'BY780' | 'BY781'): false {
  const { file, target } = reading
  const { line, column } = positionAt(cursor.text, cursor.at)
  const found: Fault =
    code === 'BY781'
      ? fault('BY781', { file })
      : fault('BY780', { file, line: String(line), at: String(column) })
  target.log.add(found, file, () => ({ relation: target.relation.id }))
  return false
}

/**
 * A field that no row names is most likely a slip in its name: where it is required, the field is bad in every row of
 * this file, as with a column that is not there.
 */
function reportAbsent(reading: Reading, needed: Needed): void {
  const { target, part, file } = reading
  if (target.count === part.first) return
  const names = [...reading.names.keys()]
  for (const { id, optional } of target.relation.fields) {
    const name = part.headings.get(id)
    if (name === undefined || findHeading(names, name) !== undefined) continue
    reading.headings.delete(id)
    if (!needed.field(target.relation.id, id)) continue
    const args = { file, record: target.relation.id, field: id, columns: listed(names) }
    target.log.add(optional ? fault('BY736', args) : fault('BY735', { ...args, name }), file)
    if (!optional) fillField(target, part, id, cellState.bad)
  }
}
