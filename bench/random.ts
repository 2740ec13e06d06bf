/** Whole numbers that look random and are the same in every run and on every machine. */
export type Random = {
  /** From 0 up to `below`, which is left out; `below` is at most 2^31. */
  readonly below: (below: number) => number
}

/** Xorshift of 32 bits, by Marsaglia. */
export function seededRandom(seed: number): Random {
  let state = seed | 0 || 1
  return {
    below: (below) => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return (state >>> 1) % below
    },
  }
}
