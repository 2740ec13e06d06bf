import fc from 'fast-check'

/** Draws random parts one after another. Small first: fast-check shrinks each of them. */
export type Draw = {
  readonly of: <T>(...items: readonly T[]) => T
  readonly upTo: (max: number) => number
  /** True `percent` times in a hundred. */
  readonly chance: (percent: number) => boolean
}

/** Anything that can be built of draws, as an arbitrary. */
export function drawn<T>(build: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((g) =>
    build({
      of: (...items) => g(fc.constantFrom, ...items),
      upTo: (max) => g(fc.integer, { min: 0, max }),
      // Shrinks towards false: the rarer feature goes first.
      chance: (percent) => g(fc.integer, { min: 0, max: 99 }) >= 100 - percent,
    }),
  )
}

/** Up to `max` parts. */
export function several<T>(draw: Draw, max: number, part: (index: number) => T): T[] {
  return Array.from({ length: draw.upTo(max) }, (_, index) => part(index))
}
