import { type CsvCell, type CsvOptions, textCell, writeCsv } from '../data/write-csv.ts'
import type { RunReport } from './run-report.ts'

/** A file of a run. A what-if says so in each row: a row is soon copied without its file. */
export function runCsv(
  { whatIf }: RunReport,
  headings: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  options: CsvOptions = {},
): string {
  if (whatIf === undefined) return writeCsv(headings, rows, options)
  return writeCsv(
    [...headings, 'what if'],
    rows.map((row) => [...row, textCell(whatIf)]),
    options,
  )
}
