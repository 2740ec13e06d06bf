/** Two lists side by side: what stands in both, what was taken out, put in, or changed where it stood. */
export type Aligned<T> =
  | { readonly is: 'same' | 'changed'; readonly old: T; readonly new: T }
  | { readonly is: 'removed'; readonly old: T }
  | { readonly is: 'added'; readonly new: T }

/**
 * Aligns two lists so that as much as possible stays the same, in order; between that, items that are alike are taken
 * for changed ones. `alike` says how much two items have in common: 0 nothing.
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  meaning: (item: T) => string,
  alike: (a: T, b: T) => number,
): readonly Aligned<T>[] {
  const kept = longestCommon(before.map(meaning), after.map(meaning))
  const found: Aligned<T>[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...kept, [before.length, after.length] as const]) {
    found.push(...between(before.slice(i, a), after.slice(j, b), alike))
    const [old, now] = [before[a], after[b]]
    if (old !== undefined && now !== undefined) found.push({ is: 'same', old, new: now })
    i = a + 1
    j = b + 1
  }
  return found
}

/** The pairs of places of a longest list of texts that both have in the same order. */
function longestCommon(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1
  // Lists beyond reason are taken for wholly different but for what they begin and end with.
  if (a.length * b.length > 4_000_000) return commonEnds(a, b)
  const best = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] =
        a[i] === b[j]
          ? (best[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

function commonEnds(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const least = Math.min(a.length, b.length)
  let head = 0
  while (head < least && a[head] === b[head]) head++
  let tail = 0
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return [
    ...Array.from({ length: head }, (_, i) => [i, i] as const),
    ...Array.from({ length: tail }, (_, i) => [a.length - tail + i, b.length - tail + i] as const),
  ]
}

/** What stands between two things that stayed: those most alike are pairs, in order, whose first became their second. */
function between<T>(
  before: readonly T[],
  after: readonly T[],
  alike: (a: T, b: T) => number,
): readonly Aligned<T>[] {
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  const score = (i: number, j: number): number => {
    const [a, b] = [before[i], after[j]]
    return a === undefined || b === undefined || before.length * after.length > 250_000 ? 0 : alike(a, b)
  }
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const own = score(i, j)
      const paired = own > 0 ? own + at(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  const found: Aligned<T>[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    const own = score(i, j)
    if (old !== undefined && now !== undefined && own > 0 && at(i, j) === own + at(i + 1, j + 1)) {
      found.push({ is: 'changed', old, new: now })
      i++
      j++
    } else if (old !== undefined && (now === undefined || at(i, j) === at(i + 1, j))) {
      found.push({ is: 'removed', old })
      i++
    } else if (now !== undefined) {
      found.push({ is: 'added', new: now })
      j++
    }
  }
  return found
}
