/**
 * The candidate that a misspelled word most probably meant, or undefined when none is near: at most one slip in
 * three letters (a letter more, less, wrong, or two exchanged). Ties go to the first candidate.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  // A hostile name may be megabytes long; no real one needs more.
  if (word.length > 80) return undefined
  const wanted = Array.from(word.toLowerCase())
  const allowed = wanted.length <= 1 ? 0 : Math.max(1, Math.floor(wanted.length / 3))
  let best: string | undefined
  let fewest = allowed + 1
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > 80) continue
    const letters = Array.from(candidate.toLowerCase())
    if (Math.abs(letters.length - wanted.length) >= fewest) continue
    const slips = distance(wanted, letters)
    // A word of two signs that shares none of them is another word, not a slip.
    if (slips < fewest && slips < Math.max(wanted.length, letters.length)) {
      best = candidate
      fewest = slips
    }
  }
  return best
}

/** Optimal string alignment distance. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
