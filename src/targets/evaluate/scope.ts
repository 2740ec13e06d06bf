import type { Expr } from '../../plan/plan.ts'
import type { Domain, Engine } from './engine.ts'
import type { Node } from './vector.ts'

/** What the compilation of one expression knows: its run, its grain's rows, and how to compile a part of it. */
export type Scope = {
  readonly engine: Engine
  readonly domain: Domain
  /** Rows in the largest block that a node is asked for. */
  readonly capacity: number
  readonly compile: (expr: Expr) => Node
}
