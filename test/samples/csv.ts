import { readFileSync } from 'node:fs'

export type CsvRecord = ReadonlyMap<string, string>

/** Rows of a plain CSV file by heading: the tests' own reader, for files without quoted line ends. */
export function readCsv(path: string | URL): readonly CsvRecord[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/)
  const headings = cells(header)
  return lines.map((line) => {
    const row = cells(line)
    return new Map(headings.map((heading, i) => [heading, row[i] ?? '']))
  })
}

function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) =>
    (m[1] ?? m[2] ?? '').replaceAll('""', '"'),
  )
}

/** The digits of `1234.50` at a scale: 123450n at scale 2. */
export function at(scale: number, text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(scale, '0'))
}

export function cell(row: CsvRecord, heading: string): string {
  const value = row.get(heading)
  if (value === undefined) throw new Error(`No column ${heading}`)
  return value
}
