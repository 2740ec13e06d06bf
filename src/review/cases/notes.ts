import { collector, type Diagnostic, type Edit, type Report } from '../../base/diagnostic.ts'
import { nearest } from '../../base/nearest.ts'
import type { Span } from '../../base/span.ts'
import { listed } from '../../data/headings.ts'
import type { Fault } from '../../data/problem-log.ts'
import type { Plan } from '../../plan/plan.ts'

/** What reading a file of cases is told: the policy's plan, what the file is, and where findings go. */
export type CaseReading = {
  readonly plan: Plan
  readonly form: 'yaml' | 'csv'
  readonly report: Report
  /** What is wrong with a cell, in the words of the data reader, where it is written. */
  readonly fault: (found: Fault, span: Span) => void
}

/**
 * Findings are told once: the schema and the reader see the same mistake, and so does each row of a table that reads the
 * same text.
 */
export function caseReading(
  plan: Plan,
  form: CaseReading['form'],
): { readonly found: readonly Diagnostic[]; readonly reading: CaseReading } {
  const { found, report } = collector()
  const told = new Set<string>()
  const isNew = (code: string, span: Span | undefined): boolean => {
    const key = `${code} ${span?.source} ${span?.from}`
    return !told.has(key) && told.add(key) !== undefined
  }
  const once: Report = (code, args, span, more) => {
    if (isNew(code, span)) report(code, args, span, more)
  }
  return {
    found,
    reading: {
      plan,
      form,
      report: once,
      fault: ({ code, args }, span) => {
        if (isNew(code, span)) found.push({ code, args, span })
      },
    },
  }
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
