/** Whether two values are the same data: plain objects, lists and maps with the same parts in them. All keys are their own. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, i) => sameData(item, b[i]))
  }
  if (a instanceof Map) return b instanceof Map && a.size === b.size && sameData([...a], [...b])
  if (Array.isArray(b) || b instanceof Map) return false
  const x: Parts = { ...a }
  const y: Parts = { ...b }
  for (const key in x) if (!sameData(x[key], y[key])) return false
  for (const key in y) if (!(key in x)) return false
  return true
}

type Parts = { readonly [part: string]: unknown }
