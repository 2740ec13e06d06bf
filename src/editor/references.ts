import type { Span } from '../base/span.ts'
import type { Documents } from './documents.ts'

/** Where what is named here is declared: one place, or none for a word of the language. */
export function definition(documents: Documents, file: string, offset: number): readonly Span[] {
  const place = documents.names().at(file, offset)
  const symbol = place && documents.names().symbols.get(place.id)
  return symbol ? [symbol.span] : []
}

/** Every place that names what is named here, in all files; with the one that declares it, if that is asked for. */
export function references(
  documents: Documents,
  file: string,
  offset: number,
  declaration = true,
): readonly Span[] {
  const names = documents.names()
  const place = names.at(file, offset)
  if (!place) return []
  return names.places(place.id).flatMap(({ span, declares }) => (declares && !declaration ? [] : [span]))
}
