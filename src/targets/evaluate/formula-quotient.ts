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
  if (expr.op === 'mul') return { ...expr, a: bare(expr.a), b: bare(expr.b) }
  return expr
}

/**
 * A numerator without the denominators of what it is divided by: `sold ÷ (wage × 10 ÷ 31)` is reckoned as
 * `sold × 31 ÷ (wage × 10)`, and written as `sold ÷ quota`, since the value of `quota` is shown as the whole quotient.
 */
export function lessShown(engine: Engine, n: Expr, d: Expr): Expr {
  const below = factorsOf(bare(d)).flatMap((factor) => {
    if (factor.op !== 'column' && factor.op !== 'lookup') return []
    const { denominator } = need(engine.model.columns, factor.column)
    return denominator === undefined ? [] : [denominator]
  })
  const strip = (expr: Expr): Expr => {
    if (expr.op !== 'mul') return expr
    for (const [one, other] of [
      [expr.b, expr.a],
      [expr.a, expr.b],
    ] as const)
      if ((one.op === 'column' || one.op === 'lookup') && below.includes(one.column)) {
        below.splice(below.indexOf(one.column), 1)
        return strip(other)
      }
    return { ...expr, a: strip(expr.a), b: strip(expr.b) }
  }
  return below.length === 0 ? n : strip(n)
}

function factorsOf(expr: Expr): readonly Expr[] {
  return expr.op === 'mul' ? [...factorsOf(expr.a), ...factorsOf(expr.b)] : [expr]
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
