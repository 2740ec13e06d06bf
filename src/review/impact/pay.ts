import type { Decimal } from '../../base/decimal.ts'
import type { Output } from '../../plan/plan.ts'
import type { Named, ResultLine } from '../../targets/evaluate/results.ts'
import { minus, plus, zero } from './amount.ts'
import type { Pair, RunLines } from './run-lines.ts'

/** Who is paid and in which currency. `named` is absent where nobody is known to be paid. */
export type Payee = { readonly named?: Named; readonly currency: string }

/** What each payee gets: sums of the decided lines that are paid by themselves, held ones left out. */
export type PaySums = {
  readonly add: (line: ResultLine, amount: Decimal) => void
  readonly all: () => readonly { readonly payee: Payee; readonly amount: Decimal }[]
  readonly of: (payee: Payee) => Decimal
}

export function isPaying({ is }: Output): boolean {
  return is === 'pay' || is === 'payout'
}

/** What a line adds to a payee's total; undefined where it adds nothing to any. */
function paidBy(line: ResultLine | undefined): Decimal | undefined {
  if (!line || !isPaying(line.output) || line.output.listed) return undefined
  return amountOf(line)
}

export function amountOf({ value }: ResultLine): Decimal | undefined {
  return value.is === 'number' ? { digits: value.digits, scale: value.scale } : undefined
}

export function paySums(policyCurrency: string | undefined): PaySums {
  type Entry = { payee: Payee; amount: Decimal }
  const found = new Map<string, Entry>()
  // The payee of many lines is one and the same object: it is looked for once.
  const quick = new WeakMap<Named, Map<string, Entry>>()
  const entryOf = (named: Named | undefined, currency: string): Entry => {
    const known = named && quick.get(named)?.get(currency)
    if (known) return known
    const key = `${named?.record ?? ''}\n${named?.key ?? ''}\n${currency}`
    const entry = found.get(key) ?? { payee: { ...(named && { named }), currency }, amount: zero }
    found.set(key, entry)
    if (named) {
      const byCurrency = quick.get(named) ?? new Map<string, Entry>()
      byCurrency.set(currency, entry)
      quick.set(named, byCurrency)
    }
    return entry
  }
  return {
    add: (line, amount) => {
      const entry = entryOf(line.subject, line.currency ?? policyCurrency ?? '')
      const same = entry.amount.scale === amount.scale
      entry.amount = same
        ? { digits: entry.amount.digits + amount.digits, scale: amount.scale }
        : plus(entry.amount, amount)
    },
    all: () => [...found.values()],
    of: ({ named, currency }) =>
      found.get(`${named?.record ?? ''}\n${named?.key ?? ''}\n${currency}`)?.amount ?? zero,
  }
}

/** Everything that a run pays, to whom. */
export function paySumsOf({ results, lines }: RunLines): PaySums {
  const sums = paySums(results.engine.model.plan.policy.currency)
  for (const list of lines.values()) {
    const [first] = list
    if (!first || !isPaying(first.output) || first.output.listed) continue
    for (const line of list) {
      const amount = amountOf(line)
      if (amount) sums.add(line, amount)
    }
  }
  return sums
}

/** What each payee gets more, or less, by the lines that differ. */
export function changesOf(pairs: readonly Pair[], policyCurrency: string | undefined): PaySums {
  const sums = paySums(policyCurrency)
  for (const { before, after } of pairs) {
    const [was, is] = [paidBy(before), paidBy(after)]
    if (before && was) sums.add(before, minus(zero, was))
    if (after && is) sums.add(after, is)
  }
  return sums
}
