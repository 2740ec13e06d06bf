import type { Expr, Id, Type } from './plan.ts'

// The shortest expressions of a plan, each spelled once.

type Comparison = Extract<Expr, { op: 'compare' }>

export const yes: Expr = { op: 'const', value: true, type: { is: 'truth' } }
export const no: Expr = { op: 'const', value: false, type: { is: 'truth' } }

export function whole(value: bigint, scale = 0, unit: 'number' | 'money' = 'number'): Expr {
  return {
    op: 'const',
    value: String(value),
    type: { is: 'int', scale, min: String(value), max: String(value), unit },
  }
}

export function column(id: Id): Expr {
  return { op: 'column', column: id }
}

export function refTo(relation: Id): Type {
  return { is: 'ref', relation }
}

export function not(a: Expr): Expr {
  return { op: 'not', a }
}

/** Of two integers of the same scale, or two days. */
export function compare(a: Expr, by: Comparison['by'], b: Expr): Comparison {
  return { op: 'compare', by, a: { n: a, scale: 0 }, b: { n: b, scale: 0 } }
}

export function choose(when: Expr, then: Expr, otherwise: Expr): Expr {
  return { op: 'choose', cases: [{ when, then }], otherwise }
}

export function sumOf(items: readonly Expr[]): Expr {
  return items.reduce((a, b) => ({ op: 'add', a, b }))
}
