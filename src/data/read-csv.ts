import { cellState } from '../plan/rows.ts'
import { textOf } from './byte-index.ts'
import { readHeader } from './csv-header.ts'
import { type CsvTarget, scanCsv } from './csv-scan.ts'
import type { RecordSource, RowTest } from './data-config.ts'
import { findHeading, listed } from './headings.ts'
import type { Needed } from './needed.ts'
import { type Fault, fault } from './problem-log.ts'
import { beginPart, fillField, type RelationStore } from './relation-store.ts'
import { type CodeStore, codeStore, growStore, type Store } from './store.ts'

/**
 * Reads one CSV file, as UTF-8 bytes, into a relation. False when nothing of it could be read; a required column that
 * is not there makes its field bad in every row of this file.
 */
export function readCsv(
  target: RelationStore,
  file: string,
  bytes: Uint8Array,
  source: RecordSource | undefined,
  needed: Needed,
): boolean {
  const refuse = (found: Fault) => {
    target.log.add(found, file, () => ({ relation: target.relation.id }))
    return false
  }
  const header = readHeader(bytes)
  if (header === 'unclosed') {
    target.log.add(fault('BY738', {}), file, () => ({ row: 1, relation: target.relation.id }))
    return false
  }
  if (header === 'endless') return refuse(fault('BY749', { file }))
  if (header === undefined) return refuse(fault('BY734', { file }))
  const columns: (Store | undefined)[] = header.headings.map(() => undefined)
  const headings = new Map<string, string>()
  const fills: { field: string; state: 1 | 2 }[] = []
  for (const field of target.relation.fields) {
    const name = source?.columns.get(field.id)?.heading ?? field.id
    const found = findHeading(header.headings, name)
    const isNeeded = needed.field(target.relation.id, field.id)
    if (found && 'at' in found) {
      const store = target.stores.get(field.id)
      if (!store || (!isNeeded && field.type.is === 'text')) continue
      headings.set(field.id, header.headings[found.at] ?? name)
      feed(columns, found.at, store)
      if (target.key?.field.id === field.id && target.key !== store) feed(columns, found.at, target.key)
      continue
    }
    const args = { file, record: target.relation.id, field: field.id }
    const all = listed(header.headings)
    if (!isNeeded && !found) fills.push({ field: field.id, state: cellState.missing })
    else if (found) refuse(fault('BY737', { ...args, headings: listed(found.several) }))
    else if (field.optional) target.log.add(fault('BY736', { ...args, headings: all }), file)
    else refuse(fault('BY735', { ...args, name, headings: all }))
    if (isNeeded || found) {
      fills.push({ field: field.id, state: field.optional && !found ? cellState.missing : cellState.bad })
    }
  }
  const tests = testStores(header.headings, source?.where ?? [], columns, file, refuse)
  if (!tests) return false
  const scan: CsvTarget = {
    rows: target,
    part: beginPart(target, file, headings),
    columns,
    delimiter: header.delimiter,
    extra: tests.map((test) => test.store),
    accepts: tests.length === 0 ? undefined : (row) => tests.every((test) => passes(test, row)),
    line: header.lines,
    empty: 0,
    left: 0,
    size: bytes.length,
    offset: 0,
    unclosed: 0,
  }
  for (const store of scan.extra) growStore(store, target.room)
  scanCsv(scan, bytes, header.next, true)
  for (const { field, state } of fills) fillField(target, scan.part, field, state)
  noteLeft(target, scan, file)
  for (const store of [...target.stores.values(), target.key]) if (store) store.next = undefined
  return true
}

function feed(columns: (Store | undefined)[], at: number, store: Store): void {
  store.next = columns[at]
  columns[at] = store
}

type RowFilter = {
  readonly store: CodeStore
  readonly test: RowTest
  readonly verdicts: (boolean | undefined)[]
}

function testStores(
  headings: readonly string[],
  tests: readonly RowTest[],
  columns: (Store | undefined)[],
  file: string,
  refuse: (found: Fault) => boolean,
): readonly RowFilter[] | undefined {
  const filters: RowFilter[] = []
  for (const test of tests) {
    const found = findHeading(headings, test.heading)
    if (!found || !('at' in found)) {
      refuse(fault('BY756', { file, column: test.heading, headings: listed(headings) }))
      return undefined
    }
    const field = { id: test.heading, type: { is: 'text' }, optional: true, missing: 0, bad: 0 } as const
    const store = codeStore(field)
    feed(columns, found.at, store)
    filters.push({ store, test, verdicts: [] })
  }
  return filters
}

function passes(filter: RowFilter, row: number): boolean {
  const { store, test, verdicts } = filter
  const id = store.ids[row] ?? 0
  if (test.accept === 'present') return id !== 0
  const known = verdicts[id]
  if (known !== undefined) return known
  const verdict = test.accept.includes(textOf(store.index, id))
  verdicts[id] = verdict
  return verdict
}

function noteLeft(target: RelationStore, scan: CsvTarget, file: string): void {
  const read = target.count - scan.part.first
  if (scan.left > 0) {
    target.log.note(fault('BY742', { file, count: String(scan.left), read: String(read) }), file)
  }
  if (scan.empty > 0) target.log.note(fault('BY743', { file, count: String(scan.empty) }), file)
}
