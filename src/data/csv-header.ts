/** The first row that is not empty. `lines`: its own row number; `next`: where the rows begin. */
export type Header = {
  readonly headings: readonly string[]
  readonly delimiter: number
  readonly lines: number
  readonly next: number
}

const quote = 34
const comma = 44
const semicolon = 59
const tab = 9

/** No table has more: a spreadsheet ends at 16,384 columns. */
const limits = { bytes: 1 << 20, columns: 16_384 }

/**
 * Reads the headings of a CSV file. Undefined when there are none; `unclosed` when a quotation mark never closes,
 * `endless` when the row is longer than that of any table.
 */
export function readHeader(bytes: Uint8Array): Header | 'unclosed' | 'endless' | undefined {
  let from = 0
  for (let lines = 1; ; lines++) {
    const end = rowEnd(bytes, from)
    if (end === undefined) return 'unclosed'
    if (end - from > limits.bytes) return 'endless'
    const text = new TextDecoder('utf-8').decode(bytes.subarray(from, end))
    let next = end
    if (bytes[next] === 13) next++
    if (bytes[next] === 10) next++
    const delimiter = delimiterOf(text)
    const headings = splitRow(text, String.fromCharCode(delimiter))
    if (headings.length > limits.columns) return 'endless'
    if (headings.some((heading) => heading !== '')) return { headings, delimiter, lines, next }
    if (next >= bytes.length) return undefined
    from = next
  }
}

/** The end of the row that begins at `from`: a line end outside quotation marks. */
function rowEnd(bytes: Uint8Array, from: number): number | undefined {
  let quoted = false
  let i = from
  for (; i < bytes.length; i++) {
    const c = bytes[i]
    if (c === quote) quoted = !quoted
    else if (!quoted && (c === 10 || c === 13)) break
  }
  return quoted ? undefined : i
}

/** Comma, unless the headings hold none and are set apart by semicolons or tabs. */
function delimiterOf(text: string): number {
  const plain = text.replace(/"[^"]*"/g, '')
  if (plain.includes(',')) return comma
  if (plain.includes('\t')) return tab
  return plain.includes(';') ? semicolon : comma
}

function splitRow(text: string, delimiter: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (const c of text) {
    if (c === '"') {
      quoted = !quoted
      cell += c
    } else if (c === delimiter && !quoted) {
      cells.push(unquoted(cell))
      cell = ''
    } else cell += c
  }
  cells.push(unquoted(cell))
  return cells
}

function unquoted(cell: string): string {
  const m = /^\s*"(.*)"\s*$/s.exec(cell)
  return (m ? (m[1] ?? '').replaceAll('""', '"') : cell).trim()
}
