import type { Expr, Id } from '../../plan/plan.ts'
import type { Assembler, Reg } from './assembler.ts'
import type { RequestPlan } from './request-plan.ts'

/** What compiling an expression knows. `path`: the references from the request to the row that it is about. */
export type Scope = {
  readonly plan: RequestPlan
  readonly out: Assembler
  readonly compile: (expr: Expr, path: readonly Id[]) => Reg
}

/** An expression that the flat program cannot say: the engine decides then, one request at a time. */
export class NotFlat extends Error {}
