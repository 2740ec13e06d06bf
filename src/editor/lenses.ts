import type { Span } from '../base/span.ts'
import type { Documents } from './documents.ts'

/** Where a line about a clause stands above it; what it says (people, money, change) only a calculation knows. */
export type Lens = {
  readonly clause: string
  readonly title?: string
  readonly kind: string
  readonly span: Span
  readonly at: Span
}

/** One for each clause of a file, in the order of the text. */
export function lenses(documents: Documents, file: string): readonly Lens[] {
  const declarations = documents.reads().get(file)?.file.declarations ?? []
  return declarations.flatMap((one): readonly Lens[] => {
    if (!('grain' in one) || one.kind === 'value') return []
    const { name, title, span } = one
    const kind = one.kind === 'commission' ? one.label : one.kind
    return [{ clause: name.text, kind, span, at: name.span, ...(title !== undefined && { title }) }]
  })
}
