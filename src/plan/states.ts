/**
 * How states are numbered. Of several states the largest wins, so the order of the kinds is a decision:
 * what is only missing gives way to every other reason, because `if missing` may replace it and nothing else.
 */
export const firstHeld = 10_000

/** What is not applicable has states below `firstHeld`; where it is reckoned with, its state moves up by this. */
export const usedOffset = 30_000

/** Held for any other reason than a missing value or one that is not applicable. */
export const firstOther = 40_000

/** A quotient larger than it may be where it is fixed to its places: one state for all of them. */
export const quotientTooLarge = 65_000

/** What goes on from a period that was closed, and whose results do not say how it stood: one state for all. */
export const noBalance = 65_001

/** The state of an operation one of whose operands has this state: not applicable, once used, is held. */
export function used(state: number): number {
  return state === 0 || state >= firstHeld ? state : state + usedOffset
}
