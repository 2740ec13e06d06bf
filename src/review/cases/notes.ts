import type { Diagnostic, Edit, Report } from '../../base/diagnostic.ts'
import { nearest } from '../../base/nearest.ts'
import type { Span } from '../../base/span.ts'
import { listed } from '../../data/headings.ts'
import type { Fault } from '../../data/problem-log.ts'
import type { Plan } from '../../plan/plan.ts'

/** What reading a file of cases is told: the policy's plan, and where findings go. */
export type CaseReading = {
  readonly plan: Plan
  readonly report: Report
  /** What is wrong with a cell, in the words of the data reader, where it is written. */
  readonly fault: (found: Fault, span: Span) => void
}

export function caseReading(plan: Plan, found: Diagnostic[], report: Report): CaseReading {
  return { plan, report, fault: ({ code, args }, span) => void found.push({ code, args, span }) }
}

/** Names for a message, the one that was most likely meant first, which is offered as what would mend it. */
export function offered(
  word: string,
  names: readonly string[],
  span: Span,
): { readonly names: string; readonly more: { readonly edits?: readonly Edit[] } } {
  const near = nearest(word, names)
  if (near === undefined) return { names: listed(names), more: {} }
  return {
    names: listed([near, ...names.filter((name) => name !== near)]),
    more: { edits: [{ span, text: near }] },
  }
}
