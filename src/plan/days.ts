import type { Expr } from './plan.ts'

type Comparison = Extract<Expr, { op: 'compare' }>

/** A day that the policy writes. */
export function dayConstant(day: number): Expr {
  return { op: 'const', value: day, type: { is: 'date' } }
}

/** The first or the last day of the period that a row is for. */
export function ownDay(which: 'first' | 'last'): Expr {
  return { op: 'period-day', which }
}

export function compareDays(a: Expr, by: Comparison['by'], b: Expr): Comparison {
  return { op: 'compare', by, a: { n: a, scale: 0 }, b: { n: b, scale: 0 } }
}
