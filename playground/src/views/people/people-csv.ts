import { plainCell, textCell, writeCsv } from '../../../../src/index.ts'
import type { People, PersonRow } from '../../work/protocol.ts'
import { mattersOf } from './matters.ts'

/** The rows shown as a CSV file. Headings are the same in every language, so that programs can rely on them. */
export function peopleCsv({ clauses, measures }: People, rows: readonly PersonRow[]): string {
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
      ...measures.map(({ id }) => id),
      'held',
      'flags',
      'open',
      'reasons',
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
      ...measures.map((_, at) => plainCell(row.measured[at]?.exact ?? '')),
      plainCell(String(row.total.held)),
      textCell(row.flags.map(({ is, clause }) => `${clause}: ${is}`).join('; ')),
      textCell(
        mattersOf(row)
          .map(({ is, clause, count }) => `${clause}: ${count} ${is}`)
          .join('; '),
      ),
      textCell(row.reasons.map(({ code, text, clause }) => `${clause}: ${code} ${text}`).join('; ')),
    ]),
  )
}
