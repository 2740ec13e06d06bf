import { divideRounded, formatDecimal, normalize, power10 } from '../../base/decimal.ts'
import type { Model } from './model.ts'
import type { FactDefinition, FactValue, NoValue } from './rule-set.ts'
import { textOfValue } from './text-of-value.ts'
import { big, type Found, present, type Spot, type World } from './world.ts'

/** A fact at a spot, as conditions compare it: exact. */
export function factAt(world: World, { value, type }: FactDefinition, spot: Spot): FactValue {
  const n = world.expr(value.n, spot)
  const d = value.d === undefined ? present(1n) : world.expr(value.d, spot)
  const state = failedState(n, d)
  if (state !== 0) return noValue(world.model, state)
  return textOfValue(type, n.value, big(d), value.scale, {
    kind: (id) => world.model.kinds.get(id),
    key: (relation, row) => world.keyOf(relation, row),
    zone: world.model.definitions.zone,
  })
}

/** The same as an event tells it: an amount with all its places, a quotient to 12 of them. */
export function shownAt(world: World, fact: FactDefinition, spot: Spot): FactValue {
  const { value, type } = fact
  const n = world.expr(value.n, spot)
  const d = value.d === undefined ? present(1n) : world.expr(value.d, spot)
  if (type.is !== 'int' || failedState(n, d) !== 0) return factAt(world, fact, spot)
  const bottom = big(d)
  if (value.d === undefined || (bottom === 1n && value.scale <= quotientPlaces))
    return value.scale < 0 ? factAt(world, fact, spot) : formatDecimal(big(n), value.scale)
  const digits = divideRounded(big(n) * power10(quotientPlaces), bottom * power10(value.scale), 'half-even')
  const short = normalize({ digits, scale: quotientPlaces })
  return formatDecimal(short.digits, short.scale)
}

const quotientPlaces = 12

/** The numerator's state says enough; a denominator fails only where that does. */
function failedState(n: Found, d: Found): number {
  return n.state !== 0 ? n.state : d.state
}

export function noValue(model: Model, state: number): NoValue {
  const reason = model.reasons.get(state)
  return {
    is: reason?.is === 'not-applicable' ? 'not-applicable' : 'undecided',
    code: reason?.code ?? 'BY801',
    reason: reason?.text ?? '',
    ...(model.missing.has(state) && { missing: true }),
  }
}
