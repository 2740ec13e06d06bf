import type { Id } from '../plan/plan.ts'
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
  const refuse = (found: Fault, row?: number) => {
    const place = { relation: target.relation.id, ...(row !== undefined && { row }) }
    target.log.add(found, file, () => place)
    return false
  }
  const header = readHeader(bytes)
  if (header === 'unclosed') return refuse(fault('BY738', {}), 1)
  if (header === 'endless') return refuse(fault('BY749', { file }))
  if (header === undefined) return refuse(fault('BY734', { file }))
  const [only = '', second] = header.headings
  const sign = second === undefined ? /[，；]/.exec(only)?.[0] : undefined
  if (sign !== undefined) return refuse(fault('BY729', { file, sign }), 1)
  const { columns, headings, absent } = connect(target, file, header.headings, source, needed)
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
    unclosed: 0,
  }
  for (const store of scan.extra) growStore(store, target.room)
  scanCsv(scan, bytes, header.next)
  for (const [field, state] of absent) fillField(target, scan.part, field, state)
  noteLeft(target, scan, file)
  for (const store of target.all) store.next = undefined
  return true
}

type Connected = {
  /** The store that each column feeds. */
  readonly columns: (Store | undefined)[]
  /** What the column of each field is called here. */
  readonly headings: ReadonlyMap<Id, string>
  /** The state that fields without a column have in every row. */
  readonly absent: ReadonlyMap<Id, 1 | 2>
}

/** Finds the column of each field. One that is needed and not there, or there twice, is reported. */
function connect(
  target: RelationStore,
  file: string,
  all: readonly string[],
  source: RecordSource | undefined,
  needed: Needed,
): Connected {
  const columns: (Store | undefined)[] = all.map(() => undefined)
  const headings = new Map<Id, string>()
  const absent = new Map<Id, 1 | 2>()
  const record = target.relation.id
  for (const field of target.relation.fields) {
    const { id, optional } = field
    const name = source?.columns.get(id)?.heading ?? id
    const found = findHeading(all, name)
    const store = target.stores.get(id)
    if (store && found && 'at' in found && needed.reads(record, field)) {
      headings.set(id, all[found.at] ?? name)
      feed(columns, found.at, store)
      if (target.key?.field.id === id && target.key !== store) feed(columns, found.at, target.key)
      continue
    }
    absent.set(id, cellState.missing)
    if (!needed.field(record, id)) continue
    if (found || !optional) absent.set(id, cellState.bad)
    const args = { file, record, field: id }
    const lack =
      found && 'several' in found
        ? fault('BY737', { ...args, columns: listed(found.several) })
        : optional
          ? fault('BY736', { ...args, columns: listed(all) })
          : fault('BY735', { ...args, name, columns: listed(all) })
    target.log.add(lack, file, () => ({ relation: record }))
  }
  return { columns, headings, absent }
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
      refuse(fault('BY756', { file, column: test.heading, columns: listed(headings) }))
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
