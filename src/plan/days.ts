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

/** The first day of which the data is complete: as the policy says, else its own first day. */
export function dataBegins(policy: {
  readonly from?: number
  readonly history?: number
}): number | undefined {
  return policy.history ?? policy.from
}
