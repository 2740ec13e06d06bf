import { multiply, type Range, union } from './range.ts'
import { type NumberType, unstatedRange } from './types.ts'

/** A group never has more rows than this: what bounds sums and counts. Readers refuse a relation with more. */
export const mostRows = 100_000_000n

/**
 * What a sum may be: no more than its rows could give, and no more than a field of its unit that states nothing.
 * A sum beyond that is held when it runs.
 */
export function sumRange(each: NumberType): Range {
  const all = multiply(each.range, { scale: 0, min: 0n, max: mostRows })
  const usual = union(unstatedRange(each.unit, each.range.scale), each.range)
  return {
    scale: all.scale,
    min: all.min < usual.min ? usual.min : all.min,
    max: all.max > usual.max ? usual.max : all.max,
  }
}
