/** A stream of integers that is the same on every machine: no clock, no floating point. */
export type Random = {
  /** 0 to `n` − 1. */
  readonly below: (n: number) => number
  /** `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
}

/**
 * Xorshift over 32 bits. Each `stream` of one seed is independent, so that a change in one file of the sample
 * leaves the others as they are.
 */
export function createRandom(seed: number, stream: string): Random {
  let state = seed | 0
  for (const letter of stream) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  if (state === 0) state = 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  for (let i = 0; i < 8; i++) next()
  const below = (n: number) => next() % n
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (items) => items[below(items.length)] ?? items[0],
  }
}
