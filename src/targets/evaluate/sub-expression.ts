import type { Expr } from '../../plan/plan.ts'
import { compile } from './compile.ts'
import type { Domain, Engine } from './engine.ts'
import type { Scope } from './scope.ts'
import { integerAt, type Node, stateAt, type Vector } from './vector.ts'

// One expression at one row: for explanations, which look at few rows but at every part of an expression.

export function rowScope(engine: Engine, domain: Domain): Scope {
  return { engine, domain, capacity: 1, compile: (expr) => compile(engine, domain, 1, expr) }
}

export function vectorFor(engine: Engine, domain: Domain, row: number, expr: Expr): Vector {
  return compile(engine, domain, 1, expr).run(row, 1)
}

/** What an expression was compiled to for one row after another, by the run and the rows that it is of. */
const compiled = new WeakMap<Engine, WeakMap<Expr, { readonly domain: Domain; readonly node: Node }>>()

/** The same, for who reads it at once: the next row is written over it. */
function briefVectorFor(engine: Engine, domain: Domain, row: number, expr: Expr): Vector {
  const known = compiled.get(engine) ?? new WeakMap()
  compiled.set(engine, known)
  const before = known.get(expr)
  const made = before?.domain === domain ? before : { domain, node: compile(engine, domain, 1, expr) }
  if (made !== before) known.set(expr, made)
  return made.node.run(row, 1)
}

export function stateFor(engine: Engine, domain: Domain, row: number, expr: Expr): number {
  return stateAt(briefVectorFor(engine, domain, row, expr).states, 0)
}

/** The number or code; undefined where there is none. */
export function integerFor(engine: Engine, domain: Domain, row: number, expr: Expr): bigint | undefined {
  const vector = briefVectorFor(engine, domain, row, expr)
  return stateAt(vector.states, 0) === 0 && vector.is !== 'text' ? integerAt(vector, 0) : undefined
}

/**
 * The parts of an expression that its value at a row came from: of a choice the case that was taken, or the test that
 * failed before one could be.
 */
export function partsTaken(
  engine: Engine,
  domain: Domain,
  row: number,
  expr: Expr,
  parts: readonly Expr[],
): readonly Expr[] {
  switch (expr.op) {
    case 'choose': {
      for (const { when, then } of expr.cases) {
        const test = integerFor(engine, domain, row, when)
        if (test === undefined) return [when]
        if (test !== 0n) return [then]
      }
      return [expr.otherwise]
    }
    case 'pick': {
      const index = integerFor(engine, domain, row, expr.index)
      const item = index === undefined ? expr.index : expr.items[Number(index)]
      return item === undefined ? [] : [item]
    }
    default:
      return parts
  }
}
