import type { Expr } from '../../plan/plan.ts'
import { type Engine, need } from './engine.ts'
import { partsOf } from './spans.ts'

// Which denominators a reader sees: those that the author wrote.

/** Denominators that only say how a numerator is written, or that come with it. */
export function standsForOne(engine: Engine, d: Expr): boolean {
  if (d.op === 'const') return true
  if (d.op === 'shift') return standsForOne(engine, d.a)
  if (d.op === 'column' || d.op === 'lookup')
    return standsForOne(engine, need(engine.model.columns, d.column).expr)
  return (d.op === 'tiers' || d.op === 'aggregate') && d.part === 'denominator'
}

/** A denominator is positive: what was done to make it so is left out. */
export function bare(expr: Expr): Expr {
  if (expr.op === 'abs' || expr.op === 'nonzero' || expr.op === 'shift') return bare(expr.a)
  if (expr.op === 'choose' && expr.cases.every((c) => c.then.op === 'fail')) return bare(expr.otherwise)
  return expr
}

/** Whether a numerator reads a column whose own denominator is `d`: its value is shown as the whole quotient. */
export function carries(engine: Engine, n: Expr, d: Expr): boolean {
  const below = bare(d)
  if (below.op !== 'column' && below.op !== 'lookup') return false
  const visit = (expr: Expr): boolean => {
    if (expr.op === 'column' || expr.op === 'lookup')
      return engine.model.columns.get(expr.column)?.denominator === below.column
    return partsOf(expr).some(visit)
  }
  return visit(n)
}
