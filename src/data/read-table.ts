import { readHeader } from './csv-header.ts'
import { readRecords } from './json-rows.ts'
import type { Table } from './table.ts'
import { csvRow, splitCsv } from './table-csv.ts'
import { type Encoding, toUtf8 } from './text.ts'

/** Undefined where the file is no table: what is wrong with it is what reading it for a run reports. */
export function readTable(name: string, bytes: Uint8Array, encoding?: Encoding): Table | undefined {
  const reading = toUtf8(name, bytes, encoding)
  if ('fault' in reading) return undefined
  const kind = /\.(csv|json|jsonl)$/i.exec(name)?.[1]?.toLowerCase()
  if (kind === 'csv') return readCsvTable(reading.utf8)
  if (kind !== 'json' && kind !== 'jsonl') return undefined
  const found = readRecords(new TextDecoder().decode(reading.utf8), kind)
  return found && { form: kind, first: 1, head: '', delimiter: ',', ...found }
}

function readCsvTable(utf8: Uint8Array): Table | undefined {
  const header = readHeader(utf8)
  if (header === undefined || typeof header === 'string') return undefined
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const head = decoder.decode(utf8.subarray(0, header.next))
  const delimiter = String.fromCharCode(header.delimiter)
  return {
    form: 'csv',
    headings: header.headings,
    rows: splitCsv(decoder.decode(utf8.subarray(header.next)), delimiter),
    first: header.lines + 1,
    head,
    delimiter,
  }
}

/** The file's bytes: UTF-8, a CSV file with the mark by which spreadsheets know it. */
export function writeTable(table: Table): Uint8Array {
  const { form, headings, rows, head, delimiter } = table
  const encoder = new TextEncoder()
  if (form === 'csv') {
    const end = head.includes('\r\n') || !head.includes('\n') ? '\r\n' : '\n'
    const start = /[\r\n]$/.test(head) ? head : `${head}${end}`
    const lines = rows.map(({ raw, cells }) => `${raw ?? csvRow(cells, delimiter)}${end}`)
    return encoder.encode(`\ufeff${start}${lines.join('')}`)
  }
  const texts = rows.map(({ raw, cells }) => raw ?? jsonRow(headings, cells))
  return encoder.encode(form === 'json' ? `[\n${texts.join(',\n')}\n]\n` : `${texts.join('\n')}\n`)
}

/** Numbers are written as texts: the reader takes them as they stand, where a JSON number would be a binary float. */
function jsonRow(headings: readonly string[], cells: readonly string[]): string {
  const filled = headings.flatMap((heading, at) =>
    (cells[at] ?? '') === '' ? [] : [`${JSON.stringify(heading)}: ${JSON.stringify(cells[at])}`],
  )
  return `{ ${filled.join(', ')} }`
}

/** A table of texts as the bytes of a CSV file: what was pasted, or stood in a spreadsheet. */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${rows.map((row) => `${csvRow(row, ',')}\r\n`).join('')}`)
}
