/** A tree without its spans: what must stay the same through printing. */
export function withoutSpans(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSpans)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'span' && key !== 'source')
      .map(([key, value]) => [key, withoutSpans(value)]),
  )
}
