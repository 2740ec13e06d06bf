import type { Report } from '../../base/diagnostic.ts'
import type * as ast from '../../syntax/ast.ts'
import type { Checked } from '../clauses.ts'
import type { Environment } from '../environment.ts'

/** What a rule may look at once everything has its meaning. */
export type RuleInput = {
  readonly program: ast.Program
  readonly checked: Checked
  readonly env: Environment
  readonly report: Report
  /** True when nothing was found so far: rules about the whole wait for it, so that one mistake gives one message. */
  readonly sound: boolean
}
export type Rule = (input: RuleInput) => void
