import { power10 } from '../base/decimal.ts'
import type { Report } from '../base/diagnostic.ts'
import type { Typed } from './checked.ts'
import { constantOf } from './constants.ts'
import type { Context } from './environment.ts'
import { commonUnit } from './infer-arithmetic.ts'
import { exactly, union } from './range.ts'
import { describe, fixed, type NumberType, type Type } from './types.ts'

/**
 * The constants of one output column brought to one type: numbers to the finest scale, texts to a list of values.
 * A plain 0 takes the unit of the others.
 */
export function unifyGives(
  context: Context,
  items: readonly Typed[],
): { type: Type; items: readonly Typed[] } | undefined {
  const { report } = context.env
  const first =
    items.find(
      (item) =>
        !(item.type.is === 'number' && item.type.unit === 'number' && constantOf(item)?.digits === 0n),
    ) ?? items[0]
  if (!first) return undefined
  if (first.type.is !== 'number') {
    const stray = items.find((item) => describe(item.type) !== describe(first.type))
    if (!stray) return { type: first.type, items }
    report('BY511', {}, stray.span)
    return undefined
  }
  // One of several is chosen, so that a quotient among them is fixed to its places.
  let type: NumberType = fixed(first.type)
  for (const item of items) {
    if (item.type.is !== 'number') {
      report('BY511', {}, item.span)
      return undefined
    }
    const mixed: Report = () => report('BY511', {}, item.span)
    const bareZero = item.type.unit === 'number' && constantOf(item)?.digits === 0n
    const unit = bareZero ? type.unit : commonUnit(mixed, '', type, item.type, item.span)
    if (!unit) return undefined
    type = { ...type, unit, range: union(type.range, fixed(item.type).range) }
  }
  return { type, items: items.map((item) => atScale(item, type)) }
}

/** A constant at another scale and unit; anything else is left for lowering to align. */
function atScale(item: Typed, type: NumberType): Typed {
  if (item.is !== 'const' || typeof item.value !== 'bigint' || item.type.is !== 'number') return item
  const digits = item.value * power10(type.range.scale - item.type.range.scale)
  return { ...item, value: digits, type: { ...type, range: exactly(digits, type.range.scale) } }
}
