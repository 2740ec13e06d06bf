import type { Expr } from './plan.ts'

/** A day that the policy writes. */
export function dayConstant(day: number): Expr {
  return { op: 'const', value: day, type: { is: 'date' } }
}

/** The first or the last day of the period that a row is for. */
export function ownDay(which: 'first' | 'last'): Expr {
  return { op: 'period-day', which }
}

/** The first day of which the data is complete: as the policy says, else its own first day. */
export function dataBegins(policy: {
  readonly from?: number
  readonly history?: number
}): number | undefined {
  return policy.history ?? policy.from
}
