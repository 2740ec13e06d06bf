import { type Random, seededRandom } from '../random.ts'
import { classes, kinds, roles } from './rules.ts'

export type Quote = {
  readonly id: string
  readonly role: string
  readonly class: string
  readonly discount: number
  readonly margin: number
  readonly amount: number
}
export type Offence = {
  readonly id: string
  readonly kind: string
  readonly nth: number
  readonly loss: number
}

/** Requests as a service gets them from JSON; discounts and margins to a tenth of a percent, amounts to the cent. */
export function quotes(count: number): readonly Quote[] {
  const random = seededRandom(20_260_507)
  return parsed(
    Array.from({ length: count }, (_, i) => ({
      id: `Q${i}`,
      role: one(random, roles),
      class: one(random, classes),
      discount: random.below(450) / 1000,
      margin: random.below(450) / 1000,
      amount: random.below(300_000_000) / 100,
    })),
  )
}

export function offences(count: number): readonly Offence[] {
  const random = seededRandom(20_260_508)
  return parsed(
    Array.from({ length: count }, (_, i) => ({
      id: `F${i}`,
      kind: one(random, kinds),
      nth: 1 + random.below(4),
      loss: random.below(1_000_000) / 100,
    })),
  )
}

/** Through JSON, so that no request shares anything with the program that made it. */
function parsed<T>(requests: readonly T[]): readonly T[] {
  return JSON.parse(JSON.stringify(requests))
}

function one<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[random.below(items.length)] ?? items[0]
}
