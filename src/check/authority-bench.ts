import type { Span } from '../base/span.ts'
import type { Ladder } from './authority-verdicts.ts'
import type { Typed } from './checked.ts'
import type { AuthorityPart, DecisionResult } from './clauses.ts'
import type { Context } from './environment.ts'

/** Whom verdicts name by a path, by the way it is written. */
export type People = ReadonlyMap<string, Typed>

/** What the parts of an authority are put into: each may read those before it. */
export type Bench = {
  readonly context: Context
  readonly id: string
  /** What a reader calls it. */
  readonly title: string
  readonly span: Span
  readonly ladder: Ladder
  /** The highest rank, by its number, that decides its own requests; 0: none does. */
  readonly own: number
  /** The lowest rank that decides the requests of others; 0: whichever is asked for. */
  readonly others: number
  /** Whom verdicts name by a path. */
  readonly people: People
  /** Adds a result and gives the expression that reads it. */
  readonly keep: (name: string, value: Typed, inner?: DecisionResult['inner']) => Typed
  readonly shows: (part: Omit<AuthorityPart, 'span'> & { readonly span?: Span }) => void
}
