/**
 * Numbers that look drawn and are the same in every run: what is tried hangs on the two versions alone. `below(n)` is
 * one of 0 … n − 1.
 */
export type Sequence = { readonly below: (n: number) => number }

export function sequence(seed: number): Sequence {
  let state = seed | 0
  return {
    below: (n) => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, n)
    },
  }
}
