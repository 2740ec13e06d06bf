import type { Span } from '../../base/span.ts'
import type { Program } from '../../syntax/ast.ts'
import type { SaidChange } from './sentences.ts'
import type { TreeEdit } from './tree.ts'

/** What of a policy a mutant changes: what `--kind` chooses by. */
export const mutantKinds = [
  'boundary',
  'rate',
  'comparison',
  'logic',
  'formula',
  'mode',
  'rounding',
  'step',
  'table',
  'weight',
  'time',
  'authority',
] as const
export type MutantKind = (typeof mutantKinds)[number]

/** One change of a tree: several edits where one alone would be a mistake (two weights that make up 100 %). */
export type Change = SaidChange & {
  readonly kind: MutantKind
  readonly edits: readonly TreeEdit[]
  readonly span: Span
}

/** A policy with one change, which some case should notice. */
export type Mutant = Omit<Change, 'edits'> & {
  /** Stays the same while the policy and its places do. */
  readonly id: string
  /** The declaration that is changed. */
  readonly clause: string
  readonly title?: string
  readonly line: number
  readonly program: () => Program
}
