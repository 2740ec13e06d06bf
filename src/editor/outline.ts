import type { Span } from '../base/span.ts'
import type { Declaration } from '../syntax/ast.ts'
import { isLiterate } from '../syntax/literate.ts'
import { outlineOf } from '../syntax/markdown.ts'
import type { Documents } from './documents.ts'
import { type PolicySymbol, type SymbolKind, symbolsOf } from './symbols.ts'

export type OutlineItem = {
  readonly kind: SymbolKind | 'heading'
  readonly name: string
  readonly title?: string
  /** The whole of it, and its name alone. */
  readonly span: Span
  readonly at: Span
  readonly inside: readonly OutlineItem[]
}

/** What a file declares, with fields, indicators and results inside; in a document under its headings. */
export function outline(documents: Documents, file: string): readonly OutlineItem[] {
  const source = documents.source(file)
  const declarations = documents.reads().get(file)?.file.declarations ?? []
  const items = declarations.map(itemOf)
  if (!source || !isLiterate(file)) return items
  const { headings } = outlineOf(source.text)
  const starts = headings.map(({ from }, i) => {
    const next = headings.slice(i + 1).find(({ level }) => level <= (headings[i]?.level ?? 1))
    return { from, to: next?.from ?? source.text.length }
  })
  /** The headings and declarations that stand in a range, the outermost of them. */
  const between = (from: number, to: number, first: number): readonly OutlineItem[] => {
    const found: OutlineItem[] = []
    let done = from
    for (let i = first; i < headings.length; i++) {
      const heading = headings[i]
      const range = starts[i]
      if (!heading || !range || heading.from >= to) break
      if (heading.from < done) continue
      found.push(...items.filter(({ span }) => span.from >= done && span.from < heading.from))
      const line = source.text.indexOf('\n', heading.from)
      const at = { source: file, from: heading.from, to: line < 0 ? source.text.length : line }
      const span = { source: file, ...range }
      const inside = between(at.to, range.to, i + 1)
      found.push({ kind: 'heading', name: heading.text, span, at, inside })
      done = range.to
    }
    return [...found, ...items.filter(({ span }) => span.from >= done && span.from < to)]
  }
  return between(0, source.text.length, 0)
}

function itemOf(declaration: Declaration): OutlineItem {
  const [own, ...inside] = symbolsOf(declaration)
  const item = (symbol: Pick<PolicySymbol, 'kind' | 'name' | 'span'>): OutlineItem => ({
    kind: symbol.kind,
    name: symbol.name,
    span: symbol.span,
    at: symbol.span,
    inside: [],
  })
  const { title, name } = declaration
  return {
    kind: own?.kind ?? 'clause',
    name: name.text,
    ...(title !== undefined && { title }),
    span: declaration.span,
    at: name.span,
    inside: inside.filter(({ kind }) => kind !== 'member' && kind !== 'column').map(item),
  }
}
