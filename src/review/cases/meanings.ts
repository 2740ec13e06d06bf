import { sha256 } from './sha256.ts'

/**
 * A number for each piece of a plan, the same for pieces that mean the same: where they are written is not what they mean.
 * A piece never changes, so it is gone through once.
 */
export type Meanings = {
  readonly numbers: WeakMap<object, number>
  /** By digest: the texts of a policy that is edited for hours would be many. */
  readonly known: Map<string, number>
}

export function newMeanings(): Meanings {
  return { numbers: new WeakMap(), known: new Map() }
}

export function meaningOf({ numbers, known }: Meanings, piece: object): number {
  const before = numbers.get(piece)
  if (before !== undefined) return before
  const digest = sha256(
    JSON.stringify(piece, (name, value: unknown) => (name === 'origin' ? undefined : value)),
  )
  const found = known.get(digest) ?? known.size
  known.set(digest, found)
  numbers.set(piece, found)
  return found
}
