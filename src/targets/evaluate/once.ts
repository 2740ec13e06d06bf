import type { Expr } from '../../plan/plan.ts'
import type { Domain, Engine } from './engine.ts'

/** What is worked out for all rows of an expression, once in a run: results and explanations ask for it row by row. */
export function once<E extends Expr, T>(
  make: (engine: Engine, domain: Domain, expr: E) => T,
): (engine: Engine, domain: Domain, expr: E) => T {
  const runs = new WeakMap<Engine, Map<E, T>>()
  return (engine, domain, expr) => {
    const known = runs.get(engine) ?? new Map<E, T>()
    runs.set(engine, known)
    const found = known.get(expr)
    if (found !== undefined) return found
    const made = make(engine, domain, expr)
    known.set(expr, made)
    return made
  }
}
