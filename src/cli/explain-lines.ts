import { explain } from '../targets/evaluate/explain.ts'
import type { ResultLine } from '../targets/evaluate/results.ts'
import type { Explanation } from '../targets/evaluate/trace.ts'
import type { Settled } from './settle.ts'

/** The explanation of one line of a run. */
export function explainLine(settled: Settled, line: ResultLine): Explanation | undefined {
  // A row clause is explained by its row; its payee is one of the values.
  const row = line.item ?? line.subject
  return explain(settled.run.results, {
    output: line.output.id,
    ...(row && { subjectRow: row.row }),
    ...(line.period && { period: line.period }),
  })
}

/** What is paid by itself first, then what stands behind it, each in the order of the policy. */
export function totalFirst(lines: readonly ResultLine[]): readonly ResultLine[] {
  const rank = (line: ResultLine) => (line.output.is === 'payout' ? 0 : 1)
  return lines.toSorted((a, b) => rank(a) - rank(b))
}
