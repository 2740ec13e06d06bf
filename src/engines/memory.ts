import type { Plan } from '../plan/plan.ts'
import type { Rows } from '../plan/rows.ts'
import { type EvaluateOptions, evaluate, type Results } from '../targets/evaluate/evaluate.ts'
import { lines, type ResultLine } from '../targets/evaluate/results.ts'
import type { Span } from '../targets/evaluate/spans.ts'

/** One run of a plan: everything that was computed, and the lines that belong to the days asked for. */
export type Run = { readonly results: Results; readonly lines: readonly ResultLine[]; readonly span: Span }

/** Runs a plan on rows held in memory. `span` in days, both included. */
export function runInMemory(
  plan: Plan,
  rows: Rows,
  span: Span,
  more: Omit<EvaluateOptions, 'span'> = {},
): Run {
  const results = evaluate(plan, rows, { span, ...more })
  return { results, lines: lines(results, span), span }
}
