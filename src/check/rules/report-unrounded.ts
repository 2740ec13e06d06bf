import type { Clause } from '../clauses.ts'
import { commonPlaces } from '../currency.ts'
import type { Rule } from './rule.ts'

/**
 * Money that is paid as it was worked out, with more digits than its currency has. A clause that a payout takes up is
 * judged there: the payout may round the sum.
 */
export const reportUnrounded: Rule = ({ checked, report, sound }) => {
  if (!sound) return
  const listed = new Set(
    checked.order.flatMap((d) =>
      d.kind === 'payout'
        ? d.steps.flatMap((s) => ('clauses' in s ? s.clauses.map((p) => p.clause) : []))
        : [],
    ),
  )
  for (const definition of checked.order) {
    if (definition.kind !== 'commission' && definition.kind !== 'payout') continue
    if (listed.has(definition.id) || !tooFine(definition)) continue
    report('BY605', { name: definition.id }, definition.span)
  }
}

function tooFine(clause: Extract<Clause, { kind: 'commission' | 'payout' }>): boolean {
  const { unit, range, over, currency } = clause.type
  return unit === 'money' && (over !== undefined || range.scale > commonPlaces(currency))
}
