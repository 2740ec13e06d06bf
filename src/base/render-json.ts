import { entryOf } from './codes.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Language } from './language.ts'
import { countBySeverity, helpOf, inOrder, lineLookup, messageOf, pageOf, severityOf } from './render.ts'
import type { Source, Span } from './span.ts'

/** A place for programs: `line` and `column` from 1 in UTF-16 units, `offset` from 0. */
export type JsonPlace = { readonly line: number; readonly column: number; readonly offset: number }
export type JsonSpan = { readonly file: string; readonly from: JsonPlace; readonly to: JsonPlace }

/** One finding as `--format json` gives it. The shape changes only with `FindingsReport.version`. */
export type JsonFinding = {
  readonly code: string
  readonly severity: string
  readonly title: string
  readonly message: string
  readonly help: string
  readonly page: string
  readonly place?: JsonSpan
  readonly cell?: { readonly file: string; readonly row?: number; readonly column?: string }
  readonly related: readonly (JsonSpan & { readonly note: string })[]
  readonly edits: readonly (JsonSpan & { readonly text: string })[]
}

export type FindingsReport = {
  readonly version: 1
  readonly findings: readonly JsonFinding[]
  readonly errors: number
  readonly warnings: number
  readonly notices: number
}

export type JsonOptions = { readonly language: Language; readonly path?: (source: string) => string }

/** The findings as data, in the order of their places. */
export function reportOf(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  options: JsonOptions,
): FindingsReport {
  const lines = lineLookup(sources)
  const spanOf = (span: Span): JsonSpan => {
    const index = lines(span.source)
    const at = (offset: number): JsonPlace => ({ ...(index?.at(offset) ?? { line: 1, column: 1 }), offset })
    return { file: options.path?.(span.source) ?? span.source, from: at(span.from), to: at(span.to) }
  }
  const ordered = inOrder(diagnostics, sources)
  const counts = countBySeverity(ordered)
  return {
    version: 1,
    findings: ordered.map((d) => ({
      code: d.code,
      severity: severityOf(d),
      title: entryOf(d.code).title[options.language],
      message: messageOf(d, options.language),
      help: helpOf(d, options.language),
      page: pageOf(d.code),
      ...(d.span && { place: spanOf(d.span) }),
      ...(d.cell && { cell: d.cell }),
      related: (d.related ?? []).map((r) => ({ ...spanOf(r.span), note: r.note })),
      edits: (d.edits ?? []).map((e) => ({ ...spanOf(e.span), text: e.text })),
    })),
    errors: counts.error,
    warnings: counts.warning,
    notices: counts.notice,
  }
}

export function renderJson(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  options: JsonOptions,
): string {
  return `${JSON.stringify(reportOf(diagnostics, sources, options), undefined, 2)}\n`
}
