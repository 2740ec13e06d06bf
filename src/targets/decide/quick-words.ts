/**
 * A few words so placed that a word's length and one of its characters say where it would stand: it is compared once,
 * however many there are.
 */
export type QuickWords = {
  readonly words: readonly string[]
  /** The index of each word among those that were given; −1 where none stands. */
  readonly codes: Int32Array
  readonly position: number
  readonly multiplier: number
  readonly mask: number
}

/** Undefined where no way was found to keep them apart. */
export function quickWords(words: readonly string[]): QuickWords | undefined {
  for (const size of [8, 16, 32, 64]) {
    if (size < words.length) continue
    for (let position = 0; position < 6; position++)
      for (let multiplier = 0; multiplier < 32; multiplier++) {
        const codes = new Int32Array(size).fill(-1)
        const apart = words.every((word, code) => {
          const at = quickPlace(word, position, multiplier, size - 1)
          if (codes[at] !== -1) return false
          codes[at] = code
          return true
        })
        if (!apart) continue
        // Where none stands, one that would stand elsewhere: what is looked up there is never the same.
        const elsewhere = words[0] ?? ''
        const placed = Array.from(codes, (code) => words[code] ?? elsewhere)
        return { words: placed, codes, position, multiplier, mask: size - 1 }
      }
  }
  return undefined
}

export function quickPlace(word: string, position: number, multiplier: number, mask: number): number {
  const { length } = word
  const character = position < length ? word.charCodeAt(position) : 0
  return (length * multiplier + character) & mask
}
