/** A cell of a result: words that anybody may have written, or a number or date that this program has made. */
export type CsvCell = { readonly is: 'text' | 'plain'; readonly text: string }

/** Words; a spreadsheet is kept from taking them for a formula. */
export function textCell(text: string): CsvCell {
  return { is: 'text', text }
}

/** A number or a date, as it is: `-12.50` stays a number. */
export function plainCell(text: string): CsvCell {
  return { is: 'plain', text }
}

export type CsvOptions = {
  /** Excel takes a file without a mark for the local code page. */
  readonly mark?: boolean
  readonly lineEnd?: '\r\n' | '\n'
}

/** A CSV text: the mark, the headings, the rows; CRLF, as the format is defined, unless said otherwise. */
export function writeCsv(
  headings: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  options: CsvOptions = {},
): string {
  const end = options.lineEnd ?? '\r\n'
  const lines = [headings.map((heading) => quotedCell(defused(heading))).join(',')]
  for (const row of rows) lines.push(row.map(cellText).join(','))
  return `${options.mark === false ? '' : '\ufeff'}${lines.join(end)}${end}`
}

function cellText(cell: CsvCell): string {
  return quotedCell(cell.is === 'text' ? defused(cell.text) : cell.text)
}

/**
 * With an apostrophe before what a spreadsheet would run: `=HYPERLINK(…)` in a customer's name must stay a name.
 * Blanks before the sign do not stop every spreadsheet, and full-width signs are taken for their twins by some.
 */
function defused(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
}

function quotedCell(text: string): string {
  // Blanks at the ends would be lost by readers that trim.
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
