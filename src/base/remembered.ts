/**
 * A function of an object that never changes, worked out once for each, as long as the object is there: what the next
 * version of something shares with the last one is not worked out again.
 */
export function remembered<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (of) => {
    const before = known.get(of)
    if (before) return before.value
    const value = make(of)
    known.set(of, { value })
    return value
  }
}
