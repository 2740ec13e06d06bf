import type { Report } from '../../base/diagnostic.ts'
import type { Source, Span } from '../../base/span.ts'

/** A cell as it is meant, and where it stands, quotation marks included. */
export type CsvCell = { readonly text: string; readonly span: Span }

const longest = 1_000_000

/** The rows of a CSV file that are not empty, each with the places of its cells. Undefined when it is none, which is reported. */
export function csvCells(
  { name, text }: Source,
  report: Report,
): readonly (readonly CsvCell[])[] | undefined {
  if (text.length > longest) {
    report('BY160', { limit: '1' }, { source: name, from: 0, to: 0 })
    return undefined
  }
  const separator = separatorOf(text)
  const rows: (readonly CsvCell[])[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const cells: CsvCell[] = []
    for (;;) {
      const end = cellEnd(text, at, separator)
      if (end === undefined) {
        report('BY545', {}, { source: name, from: at, to: at + 1 })
        return undefined
      }
      cells.push(cellOf(text, name, at, end))
      at = end
      if (text[at] !== separator) break
      at++
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    if (cells.some((cell) => cell.text !== '')) rows.push(cells)
  }
  return rows
}

/** Comma, unless the headings hold none and are set apart by tabs or semicolons. */
function separatorOf(text: string): string {
  const head = /^.*$/mu.exec(text.trimStart())?.[0].replaceAll(/"[^"]*"/gu, '') ?? ''
  return [',', '\t', ';'].find((one) => head.includes(one)) ?? ','
}

/** Where the cell that begins at `from` ends; undefined where its quotation mark never closes. */
function cellEnd(text: string, from: number, separator: string): number | undefined {
  let quoted = false
  let at = from
  for (; at < text.length; at++) {
    const c = text[at]
    if (c === '"') quoted = !quoted
    else if (!quoted && (c === separator || c === '\n' || c === '\r')) break
  }
  return quoted ? undefined : at
}

function cellOf(text: string, source: string, from: number, to: number): CsvCell {
  const written = text.slice(from, to)
  const start = from + (written.length - written.trimStart().length)
  const trimmed = written.trim()
  const quoted = /^"(.*)"$/su.exec(trimmed)
  const meant = quoted ? (quoted[1] ?? '').replaceAll('""', '"').trim() : trimmed
  return { text: meant, span: { source, from: start, to: start + trimmed.length } }
}
