import { positionAt, type Source, type Span } from '../../base/span.ts'

/** `policy.cases.yaml:12`. */
export function placeOfSpan({ source, from }: Span, sources: readonly Source[]): string {
  const text = sources.find(({ name }) => name === source)?.text ?? ''
  return `${source}:${positionAt(text, from).line}`
}
