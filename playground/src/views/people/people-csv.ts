import { plainCell, textCell, writeCsv } from '../../../../src/index.ts'
import type { People, PersonRow } from '../../work/protocol.ts'

/** The rows shown as a CSV file. Headings are the same in every language, so that programs can rely on them. */
export function peopleCsv({ clauses }: People, rows: readonly PersonRow[]): string {
  return writeCsv(
    [
      'key',
      'name',
      'period',
      ...clauses.map(({ id }) => id),
      'total',
      'before',
      'change',
      'currency',
      'held',
    ],
    rows.map((row) => [
      textCell(row.key),
      textCell(row.label ?? ''),
      textCell(row.period),
      ...row.amounts.map(({ exact }) => plainCell(exact ?? '')),
      plainCell(row.total.exact ?? ''),
      plainCell(row.before ?? ''),
      plainCell(row.change ?? ''),
      textCell(row.currency),
      plainCell(String(row.total.held)),
    ]),
  )
}
