import type { Expr, PlainPeriodKind } from '../../plan/plan.ts'

/** The first or the last day of the period that begins on the day of `first`; undefined where only a list would tell. */
export function periodDay(kind: PlainPeriodKind, first: Expr, which: 'first' | 'last'): Expr | undefined {
  if (which === 'first') return first
  if (kind.is !== 'months') return undefined
  const next: Expr = { op: 'add-months', a: first, months: count(kind.months) }
  return { op: 'sub', a: next, b: count(1) }
}

function count(n: number): Expr {
  const text = String(n)
  return { op: 'const', value: text, type: { is: 'int', scale: 0, min: text, max: text, unit: 'count' } }
}
