/** A cell is text as it stands in the file; undefined is an empty cell. */
export type CsvRow = readonly (string | number | undefined)[]

/** UTF-8 text with a header and LF line ends. Cells are quoted only where they must be. */
export function toCsv(header: readonly string[], rows: readonly CsvRow[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('')
}

function cell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
