import { power10 } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import { valueOfLiteral } from '../syntax/literal.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import type { Environment } from './environment.ts'
import type { SlaSpan } from './sla-clause.ts'

const units: Partial<Record<ast.DurationUnit, { unit: SlaSpan['unit']; times: bigint }>> = {
  seconds: { unit: 'seconds', times: 1n },
  minutes: { unit: 'seconds', times: 60n },
  hours: { unit: 'seconds', times: 3600n },
  days: { unit: 'days', times: 1n },
  weeks: { unit: 'days', times: 7n },
  'working-minutes': { unit: 'working-seconds', times: 60n },
  'working-hours': { unit: 'working-seconds', times: 3600n },
  'working-days': { unit: 'working-days', times: 1n },
}

/** The same for how long it may take: months too, which are as long as those that follow the start. */
export function slaAllowance(
  env: Environment,
  expr: ast.Expr,
): (SlaSpan & { readonly months?: true }) | undefined {
  const bare = expr.is === 'parens' ? expr.a : expr
  const value = bare.is === 'duration' ? valueOfLiteral(bare) : undefined
  if (value?.is !== 'duration' || (value.unit !== 'months' && value.unit !== 'years'))
    return slaLength(env, expr)
  const { digits, scale } = value.count
  const one = power10(scale)
  const amount = Number(digits / one) * (value.unit === 'years' ? 12 : 1)
  if (digits % one === 0n && amount > 0 && amount <= 1_200) return { unit: 'days', amount, months: true }
  env.report('BY561', { written: printExpression(expr, env.policy.language) }, expr.span)
  return undefined
}

/** A written length of time, more than nothing and whole seconds or days; else it is reported. */
export function slaLength({ report, policy }: Environment, expr: ast.Expr): SlaSpan | undefined {
  const bare = expr.is === 'parens' ? expr.a : expr
  const value = bare.is === 'duration' ? valueOfLiteral(bare) : undefined
  const unit = value?.is === 'duration' ? units[value.unit] : undefined
  if (value?.is === 'duration' && unit) {
    const digits = value.count.digits * unit.times
    const one = power10(value.count.scale)
    const amount = Number(digits / one)
    if (digits % one === 0n && amount > 0 && amount <= 1_000_000_000) return { unit: unit.unit, amount }
  }
  report('BY561', { written: printExpression(expr, policy.language) }, expr.span)
  return undefined
}
