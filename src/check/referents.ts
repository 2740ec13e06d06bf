import type { Span } from '../base/span.ts'

/** What a name that stands in a policy's text was found to mean. */
export type Referent =
  /** A record, value, parameter, table, clause, target, calendar. */
  | { readonly is: 'declared'; readonly name: string }
  | { readonly is: 'field'; readonly record: string; readonly name: string }
  /** What a declaration gives under a name of its own: an output, an indicator, a part of a target. */
  | { readonly is: 'result'; readonly of: string; readonly name: string }
  /** A value of a list. */
  | { readonly is: 'member'; readonly name: string }

/** One place where something is named. The span is that of the name alone, unless a form of the policy wrote it otherwise. */
export type Reference = { readonly span: Span; readonly to: Referent }

/** Remembers what a name means, for editors; a check that nobody looks at so costs a list. */
export type Refer = (span: Span, to: Referent) => void
