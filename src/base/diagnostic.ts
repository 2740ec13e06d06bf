import type { ArgsOf, Code } from './codes.ts'
import type { Span } from './span.ts'

/** A replacement that would mend the finding, offered as a quick fix. */
export type Edit = { readonly span: Span; readonly text: string }

/** A place in a data file. */
export type Cell = { readonly file: string; readonly row?: number; readonly column?: string }

/**
 * One finding about a policy or its data: a value, collected, never thrown.
 * Its words are in the catalogue (`codes.ts`) under `code`; `args` fill the placeholders there.
 * `span` is absent only when the finding has no place in a text (a missing file).
 */
export type Diagnostic = {
  readonly code: Code
  readonly args: { readonly [name: string]: string }
  readonly span?: Span
  /** For data: the file, the row as a spreadsheet counts it (the header is row 1) and the column's heading. */
  readonly cell?: Cell
  readonly related?: readonly { readonly span: Span; readonly note: string }[]
  readonly edits?: readonly Edit[]
}

/** Collects findings. A pass reports into one and goes on. */
export type Report = <C extends Code>(code: C, args: ArgsOf<C>, span?: Span, more?: More) => void
type More = Pick<Diagnostic, 'related' | 'edits' | 'cell'>

/** A list and the `Report` that fills it. */
export function collector(): { readonly found: Diagnostic[]; readonly report: Report } {
  const found: Diagnostic[] = []
  return {
    found,
    report: (code, args, span, more) => {
      found.push({ code, args, ...(span && { span }), ...more })
    },
  }
}
