import { minus, plus, zero } from './amount.ts'
import type { Total } from './impact.ts'
import type { PaySums } from './pay.ts'

/** What is paid in each currency before and after, and how many gain and lose how much of it. */
export function totalsOf(before: PaySums, change: PaySums): readonly Total[] {
  const found = new Map<string, Total>()
  const of = (currency: string): Total =>
    found.get(currency) ?? { currency, before: zero, after: zero, gain: 0, lose: 0, gained: zero, lost: zero }
  for (const { payee, amount } of before.all()) {
    const total = of(payee.currency)
    const sum = plus(total.before, amount)
    found.set(payee.currency, { ...total, before: sum, after: sum })
  }
  for (const { payee, amount } of change.all()) {
    const total = of(payee.currency)
    const gains = amount.digits > 0n
    const loses = amount.digits < 0n
    found.set(payee.currency, {
      ...total,
      after: plus(total.after, amount),
      gain: total.gain + (gains ? 1 : 0),
      lose: total.lose + (loses ? 1 : 0),
      gained: gains ? plus(total.gained, amount) : total.gained,
      lost: loses ? minus(total.lost, amount) : total.lost,
    })
  }
  return [...found.values()].sort((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0))
}
