import { formatDay } from '../../base/day.ts'
import { isPeriodStart } from '../periods.ts'
import type { Rule } from './rule.ts'

/**
 * A clause on the year so far, of a policy that begins within a year: what the days before it would have earned belongs to
 * another policy, so that nothing of that year can be worked out.
 */
export const reportBeginsWithin: Rule = ({ checked, env, report, sound }) => {
  const { from } = checked.policy
  if (!sound || from === undefined) return
  for (const clause of checked.order) {
    if (clause.kind !== 'commission' || !clause.toDate) continue
    const { kind: period } = clause.toDate
    if (isPeriodStart(env.periods, checked.policy, period, from)) continue
    report('BY686', { name: clause.id, period, day: formatDay(from) }, clause.span)
  }
}
