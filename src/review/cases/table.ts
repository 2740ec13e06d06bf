import type { Span } from '../../base/span.ts'
import type { Yaml } from '../../yaml/walk.ts'
import type { TableRow } from './fill.ts'
import type { CaseReading } from './notes.ts'

type Cell = { readonly text: string; readonly span: Span }

/**
 * The rows of a table of cases: lines of cells between bars, the first of them the names. `text` is that of the whole
 * file, so that each cell knows its own place in it. Undefined when it is none.
 */
export function readTable(
  yaml: Yaml,
  text: string,
  { report }: CaseReading,
): readonly TableRow[] | undefined {
  const expected = '|\n| amount | pays |'
  const lines = yaml.is === 'text' ? tableLines(text, yaml.span) : []
  const [head, ...rest] = lines
  if (!head || rest.length === 0) {
    report('BY754', { key: 'table', expected: expected.replace('\n', ' ') }, yaml.span)
    return undefined
  }
  const names = head.cells
  const rows: TableRow[] = []
  for (const { cells, span } of rest) {
    if (cells.length !== names.length) {
      report('BY959', { found: String(cells.length), wanted: String(names.length) }, span)
      continue
    }
    rows.push({
      cells: new Map(
        names.flatMap((name, i) => {
          const cell = cells[i]
          return cell ? [[name.text, cell] as const] : []
        }),
      ),
      used: new Set(),
    })
  }
  return rows
}

/** Columns that nothing asks for: most likely a `$name` is misspelt, or forgotten. */
export function reportUnused(
  yaml: Yaml,
  text: string,
  rows: readonly TableRow[],
  { report }: CaseReading,
): void {
  const [head] = yaml.is === 'text' ? tableLines(text, yaml.span) : []
  for (const name of head?.cells ?? [])
    if (rows.length > 0 && !rows.some(({ used }) => used.has(name.text)))
      report('BY958', { name: `$${name.text}` }, name.span)
}

type Line = { readonly cells: readonly Cell[]; readonly span: Span }

/** The lines of a block text that begin with a bar; a line of dashes is one that only parts. */
function tableLines(text: string, { source, from, to }: Span): readonly Line[] {
  const lines: Line[] = []
  let at = from
  for (const [i, line] of text.slice(from, to).split('\n').entries()) {
    const start = at
    at += line.length + 1
    // The first is the sign that a block of text follows.
    if (i === 0 || !line.trim().startsWith('|') || /^[\s|:-]+$/u.test(line)) continue
    const lead = line.length - line.trimStart().length
    const span = { source, from: start + lead, to: start + line.trimEnd().length }
    lines.push({ cells: cellsOf(line, start, source), span })
  }
  return lines
}

function cellsOf(line: string, start: number, source: string): readonly Cell[] {
  const cells: Cell[] = []
  const bars = [...line.matchAll(/(?<!\\)\|/gu)].map(({ index }) => index)
  for (const [i, bar] of bars.entries()) {
    const end = bars[i + 1] ?? line.trimEnd().length
    if (i === bars.length - 1 && end <= bar + 1) break
    const written = line.slice(bar + 1, end)
    const from = start + bar + 1 + (written.length - written.trimStart().length)
    const trimmed = written.trim()
    cells.push({ text: trimmed.replaceAll('\\|', '|'), span: { source, from, to: from + trimmed.length } })
  }
  return cells
}
