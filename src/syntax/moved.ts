/**
 * A tree, or a finding, whose places in `source` lie `by` characters further on: both are plain JSON. Places in other
 * files stay where they are; nothing is copied when nothing moves.
 */
export function moved<T>(node: T, source: string, by: number): T {
  return by === 0 ? node : (shifted(node, source, by) as T)
}

function shifted(node: unknown, source: string, by: number): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((item: unknown) => shifted(item, source, by))
  const copy: { [key: string]: unknown } = {}
  const isHere = 'source' in node && node.source === source
  for (const [key, value] of Object.entries(node)) {
    const isOffset = isHere && (key === 'from' || key === 'to') && typeof value === 'number'
    copy[key] = isOffset ? value + by : shifted(value, source, by)
  }
  return copy
}
