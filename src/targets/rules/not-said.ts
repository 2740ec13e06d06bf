import type { ArgsOf, Code } from '../../base/codes.ts'
import type { Expr, Plan } from '../../plan/plan.ts'
import { columnsIn, partsWithin, type Reached } from '../../plan/reached.ts'

/** A code of the catalogue with the words that fill it. */
export type WhyNot = { readonly code: Code; readonly args: { readonly [name: string]: string } }

/**
 * Why a clause cannot be a rule on what one request hands over; undefined where it can. Rows of the service's own data
 * are no hindrance, nor are earlier periods: both can be looked at. What hangs on which periods a run has is.
 */
export function whyNotSaid(plan: Plan, reached: Reached): WhyNot | undefined {
  const begins = plan.policy.history !== undefined || plan.policy.from !== undefined
  for (const column of columnsIn(plan, reached)) {
    const name = column.label ?? column.id
    for (const expr of partsWithin(column.expr)) {
      const { period, which } = periodsRead(plan, column.grain, expr)
      if (which === 'all') return because('BY950', { name, period })
      if (which === 'earlier' && !begins) return because('BY951', { name })
    }
  }
  return undefined
}

function because<C extends Code>(code: C, args: ArgsOf<C>): WhyNot {
  return { code, args }
}

type PeriodsRead = { readonly period: string; readonly which: 'its own' | 'earlier' | 'all' }

/** Which periods an expression looks at beside its own: those from the beginning of the data on, or all of a run. */
function periodsRead(plan: Plan, own: string, expr: Expr): PeriodsRead {
  const grain = (id: string) => plan.grains.find((g) => g.id === id)
  const period = grain(own)?.period ?? ''
  if (expr.op === 'lookup' && expr.at.period?.is === 'previous') return { period, which: 'earlier' }
  if (expr.op !== 'aggregate' && expr.op !== 'rolling') return { period, which: 'its own' }
  const source = grain(expr.source)?.period
  if (source === undefined) return { period, which: 'its own' }
  const at = expr.op === 'aggregate' && period !== '' ? expr.at.period?.is : undefined
  if (at === undefined) return { period: source, which: 'all' }
  return { period: source, which: at === 'own' ? 'its own' : 'earlier' }
}
