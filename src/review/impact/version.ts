import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Source } from '../../base/span.ts'
import type { Checked } from '../../check/clauses.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Program } from '../../syntax/ast.ts'

/** One of the two versions of a policy that are compared: compiled, without errors. */
export type Version = {
  /** What the reader calls it: a revision, a folder. */
  readonly name: string
  readonly sources: readonly Source[]
  readonly program: Program
  readonly checked: Checked
  readonly plan: Plan
  readonly diagnostics: readonly Diagnostic[]
}
