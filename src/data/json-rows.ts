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
import type { TableRow } from './table.ts'

type Records = { readonly headings: readonly string[]; readonly rows: readonly TableRow[] }

/** A list of objects as a table: its headings are all names that occur, in the order in which they first do. */
export function readRecords(text: string, kind: 'json' | 'jsonl'): Records | undefined {
  const found = kind === 'json' ? readList(text) : readLines(text)
  if (!found) return undefined
  const headings = [...new Set(found.flatMap(({ row }) => (row ? [...row.keys()] : [])))]
  const rows = found.map(({ raw, row }): TableRow => {
    if (!row) return { raw, cells: raw === '' ? [] : [raw], ...(raw !== '' && { locked: true }) }
    const all = [...row.values()]
    const locked = all.some(({ is }) => is === 'nested' || is === 'twice')
    return { raw, cells: headings.map((name) => shown(row.get(name))), ...(locked && { locked: true }) }
  })
  return { headings, rows }
}

type Found = { readonly raw: string; readonly row?: JsonRow }

function shown(cell: JsonCell | undefined): string {
  if (cell?.is === 'text' || cell?.is === 'number') return cell.text
  return cell === undefined || cell.is === 'empty' ? '' : '…'
}

function readList(text: string): readonly Found[] | undefined {
  const cursor: JsonCursor = { text, at: 0, broken: false }
  blanks(cursor)
  if (take(cursor, '{') && !findRecords(cursor)) return undefined
  blanks(cursor)
  if (!take(cursor, '[')) return undefined
  const found: Found[] = []
  blanks(cursor)
  while (!take(cursor, ']')) {
    if (found.length > 0) need(cursor, ',')
    blanks(cursor)
    const from = cursor.at
    const row = readRow(cursor)
    if (cursor.broken) return undefined
    found.push({ raw: text.slice(from, cursor.at), ...(row !== 'no-object' && { row }) })
    blanks(cursor)
  }
  return found
}

function findRecords(cursor: JsonCursor): boolean {
  do {
    blanks(cursor)
    const from = cursor.at
    passName(cursor)
    if (cursor.text.startsWith('"records"', from)) return !cursor.broken
    passValue(cursor)
    blanks(cursor)
  } while (take(cursor, ','))
  return false
}

function readLines(text: string): readonly Found[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => {
    const raw = line.trim()
    const cursor: JsonCursor = { text: raw, at: 0, broken: false }
    const row = raw === '' ? 'no-object' : readRow(cursor)
    return { raw, ...(row !== 'no-object' && !cursor.broken && cursor.at === raw.length && { row }) }
  })
}
