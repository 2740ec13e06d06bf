const maxLength = 80

/**
 * The name that the writer most likely meant: the closest by edits (a swap of neighbours counts one), or undefined
 * when none is close. Letter case and full-width forms do not count. Ties go to the name listed first.
 */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  // A hostile name may be megabytes long; no real one needs more.
  if (word.length > maxLength) return undefined
  const wanted = fold(word)
  // Long words forgive more; one-letter words nothing. A Chinese word of two characters may differ in one.
  const wordLength = [...wanted].length
  const limit = wordLength <= 1 ? 0 : Math.max(1, Math.floor(wordLength / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const name of names) {
    if (name === word || name.length > maxLength) continue
    const distance = editDistance(wanted, fold(name), bestDistance)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Optimal string alignment distance over code points; gives up with `limit` when it cannot be below. */
function editDistance(a: string, b: string, limit: number): number {
  const left = [...a]
  const right = [...b]
  if (Math.abs(left.length - right.length) >= limit) return limit
  let before: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, i) => i)
  for (let i = 1; i <= left.length; i++) {
    const row = [i]
    let smallest = i
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      row.push(cost)
      smallest = Math.min(smallest, cost)
    }
    if (smallest >= limit) return limit
    before = last
    last = row
  }
  return last[right.length] ?? limit
}
