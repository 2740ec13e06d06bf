import type { Expr, Plan } from '../../plan/plan.ts'
import { columnsIn, partsWithin, type Reached } from './needed.ts'

/**
 * Why a clause cannot be a rule on what one request hands over; undefined where it can. What the rows of a service's
 * own data say is no hindrance, nor are earlier periods: both can be asked for. What hangs on which periods a run has is.
 */
export function whyNotSaid(plan: Plan, reached: Reached): string | undefined {
  const grain = (id: string) => plan.grains.find((g) => g.id === id)
  for (const column of columnsIn(plan, reached)) {
    for (const expr of partsWithin(column.expr)) {
      const why = whyNot(plan, column.grain, expr, grain)
      if (why !== undefined) return `“${column.label ?? column.id}” ${why}`
    }
  }
  if (plan.policy.history === undefined && plan.policy.from === undefined) {
    const carried = columnsIn(plan, reached).find(({ recurrence }) => recurrence !== undefined)
    if (carried !== undefined)
      return `“${carried.label ?? carried.id}” goes on from period to period, and the policy says no day on which it begins`
  }
  return undefined
}

function whyNot(
  plan: Plan,
  own: string,
  expr: Expr,
  grain: (id: string) => Plan['grains'][number] | undefined,
): string | undefined {
  if (expr.op !== 'aggregate' && expr.op !== 'rolling') return undefined
  const source = grain(expr.source)
  if (source?.period === undefined) return undefined
  const isOfPeriod =
    expr.op === 'aggregate' && expr.at.period?.is === 'own' && grain(own)?.period !== undefined
  const kind = plan.periods.find(({ id }) => id === source.period)
  if (isOfPeriod && kind?.is !== 'window') return undefined
  return `looks at every ${source.period} that a run has: a request names one`
}
