import type { Span } from '../base/span.ts'
import type { WorkCalendar } from '../base/work-calendar.ts'
import type { Grain, Place, Rolling, Scope, Typed } from './checked.ts'
import type { Type } from './types.ts'

// What a time limit means once every name is resolved: one of the clauses of `clauses.ts`.

/** How long something may take for each row, and who is told of it. */
export type Sla = {
  readonly kind: 'sla'
  readonly id: string
  readonly title?: string
  readonly scope: Scope
  readonly start: Typed
  readonly events: readonly SlaEvent[]
  readonly allowances: readonly SlaAllowance[]
  /** Which of them, from 0; absent where there is one. */
  readonly chosen?: Typed
  readonly warn?: SlaWarning & { readonly span: Span }
  readonly extend?: { readonly by: SlaSpan; readonly most?: Typed }
  readonly escalations: readonly SlaEscalation[]
  readonly results: ReadonlyMap<string, Type>
  readonly calendar: WorkCalendar
  readonly span: Span
}
export type SlaWarning =
  | { readonly is: 'share'; readonly part: number; readonly of: number }
  | { readonly is: 'before'; readonly by: SlaSpan }
/** Seconds and working seconds; days and working days. */
export type SlaSpan = {
  readonly unit: 'seconds' | 'working-seconds' | 'working-days' | 'days'
  readonly amount: number
}
/** `at`: the second of the day at which days end. */
export type SlaAllowance = SlaSpan & {
  readonly at?: number
  readonly moved?: true
  /** Of days: so many months. */
  readonly months?: true
  readonly span: Span
}
export type SlaEscalation = {
  readonly when: 'warning' | 'breach' | 'before' | 'after'
  readonly by?: SlaSpan
  readonly to: Typed
  readonly span: Span
}
/** A time of the row itself, or those of the rows of a record that lead to it, or the next row of its own record. */
export type SlaEvent = {
  readonly is: 'stop' | 'pause' | 'resume' | 'reset' | 'extend' | 'suspend'
  readonly time: Typed
  /** When what suspends the clock is over: missing while it is not. */
  readonly until?: Typed
  readonly where?: Typed
  readonly rows?: { readonly source: Grain; readonly at: Pick<Place, 'row' | 'path'> }
  /** The rows of a record that are like it in these, read at them and here. */
  readonly like?: { readonly source: Grain; readonly pairs: Rolling['within'] }
  /** The first row after this one that is like it in these. */
  readonly next?: readonly Typed[]
  readonly span: Span
}
