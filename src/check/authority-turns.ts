import type { Span } from '../base/span.ts'
import type { Bench } from './authority-bench.ts'
import type { Order } from './authority-verdicts.ts'
import type { Typed } from './checked.ts'
import { infer } from './environment.ts'
import { allForm, compareForm, truthOfForm, whenForm, wholeNumber } from './forms.ts'

/** An order in which several sign, and whether a request asks for it. */
export type Turn = { readonly order: Order; readonly asked: Typed }

/** The orders in which anything may be asked for; one who signs alone has none. */
export function turnsOf(
  parts: readonly { readonly turn?: Typed; readonly orders: readonly Order[] }[],
): readonly Turn[] {
  return parts.flatMap(({ turn, orders }) =>
    turn
      ? orders.flatMap((order, i) => {
          const asked = compareForm(turn, '=', wholeNumber(i + 1, turn.span))
          return order.length > 1 ? [{ order, asked }] : []
        })
      : [],
  )
}

/** Before and after every day that an approval can be given on. */
const [never, always] = ['9999-12-31', '0001-01-01'] as const

/** The approvals of one row: when each was given, to the day or the second, whether somebody's counts, and how to read the row's own results there. */
type Given = {
  readonly record: string
  readonly at: { readonly path: readonly string[] }
  readonly moment: Typed
  readonly there: (typed: Typed) => Typed
  /** Whether it is that of whoever stands in the order, and stands no worse. */
  readonly counts: (who: string | undefined, worst: number) => Typed
}

/**
 * Whether the approvals that stand no worse than this were given in the order asked for: each one's earliest that is not
 * before that of the one before him.
 */
export function givenInTurn(
  { context, keep, span }: Bench,
  turns: readonly Turn[],
  rankAsked: Typed,
  given: Given,
  worst: number,
  at: Span,
): Typed {
  // The seconds of a time are those since 1970, in any zone far enough from everything.
  const dayOf = (spelling: string): Typed => {
    const day = infer(context, { is: 'date', spelling, span: at })
    const { type } = given.moment
    if (type.is !== 'time' || day.is !== 'const' || typeof day.value !== 'number') return day
    return { is: 'const', value: BigInt(day.value) * 86_400n, type, span: at }
  }
  const [far, early] = [dayOf(never), dayOf(always)]
  const each = turns.map(({ order, asked }, i) => {
    const last = order.reduce(
      (before: Typed, who, k) => {
        const after = compareForm(given.moment, '>=', given.there(before))
        const counts = allForm([given.counts(who, worst), after], span)
        const earliest: Typed = {
          is: 'aggregate',
          fn: 'min',
          record: given.record,
          source: { record: given.record },
          value: whenForm(counts, given.moment, far),
          at: given.at,
          type: given.moment.type,
          span,
        }
        // The rank's place is empty where no rank is asked.
        const signed = who === undefined ? whenForm(rankAsked, earliest, before) : earliest
        return keep(`~turn ${i} ${worst} ${k}`, signed, {})
      },
      keep(`~turn ${i} ${worst}`, early, {}),
    )
    return whenForm(asked, compareForm(last, '<', far), truthOfForm(true, span))
  })
  return keep(`~in turn ${worst}`, allForm(each, span), {})
}
