import type { TableRow } from './table.ts'

/**
 * The rows of a CSV text after its headings, one for each row that reading it for a run counts, empty ones too. A row
 * with a broken quotation mark is its one line, cut at every delimiter, as there too only that line is given up.
 */
export function splitCsv(text: string, delimiter: string): readonly TableRow[] {
  const rows: TableRow[] = []
  let unclosed = 0
  for (let at = 0; at < text.length; ) {
    const found = rowFrom(text, at, delimiter, unclosed > 100)
    if (found === 'unclosed') unclosed++
    const end = typeof found === 'object' ? found.end : lineEnd(text, at)
    const raw = text.slice(at, end)
    rows.push({ raw, cells: typeof found === 'object' ? found.cells : raw.split(delimiter) })
    at = end
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
  }
  return rows
}

function lineEnd(text: string, from: number): number {
  const found = /[\r\n]/g
  found.lastIndex = from
  return found.exec(text)?.index ?? text.length
}

type Row = { readonly cells: readonly string[]; readonly end: number }

/** Each mark that never closes costs a walk to the end of the text: after a hundred (`plain`) none is looked for. */
function rowFrom(text: string, from: number, delimiter: string, plain: boolean): Row | 'unclosed' | 'broken' {
  const cells: string[] = []
  let at = from
  for (;;) {
    let start = at
    while (text[start] === ' ') start++
    if (text[start] === '"') {
      if (plain) return 'broken'
      const close = closing(text, start + 1)
      if (close < 0) return 'unclosed'
      cells.push(
        text
          .slice(start + 1, close)
          .replaceAll('""', '"')
          .trim(),
      )
      at = close + 1
      while (text[at] === ' ') at++
      const next = text[at]
      if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') return 'broken'
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
      cells.push(text.slice(start, Math.max(start, at)).trim())
    }
    if (text[at] !== delimiter) return { cells, end: at }
    at++
  }
}

function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

/** Quotation marks where a cell needs them; a sole empty cell too, because an empty line would be no row. */
export function csvRow(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) =>
      cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(delimiter)
}

/**
 * A table as spreadsheets put it on the clipboard: cells apart by tabs, a cell in quotation marks only where it holds a
 * tab, a line end or such a mark at its begin. Without a tab in its first line it is taken for CSV.
 */
export function pastedRows(text: string): readonly (readonly string[])[] {
  const body = text.replace(/^\ufeff/, '')
  const first = body.slice(0, lineEnd(body, 0))
  const delimiter = first.includes('\t') ? '\t' : !first.includes(',') && first.includes(';') ? ';' : ','
  return splitCsv(body, delimiter).map(({ cells }) => cells)
}
