/**
 * A number for each piece of a plan, the same for pieces that mean the same: where they are written is not what they mean.
 * A piece never changes, so it is gone through once.
 */
export type Meanings = {
  readonly numbers: WeakMap<object, number>
  readonly byText: Map<string, number>
}

export function newMeanings(): Meanings {
  return { numbers: new WeakMap(), byText: new Map() }
}

export function numberOf({ numbers, byText }: Meanings, piece: object): number {
  const known = numbers.get(piece)
  if (known !== undefined) return known
  const text = JSON.stringify(piece, (name, value: unknown) => (name === 'origin' ? undefined : value))
  const found = byText.get(text) ?? byText.size
  byText.set(text, found)
  numbers.set(piece, found)
  return found
}
