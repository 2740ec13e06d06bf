import type { Words } from './language.ts'

export type Severity = 'error' | 'warning' | 'notice'

/**
 * One kind of finding. `{name}` in a text is filled from the finding's `args`.
 * `bad` is the smallest policy that gives it and `good` the same, mended: both stand on the reference page and are
 * run by a test. Absent where a policy alone cannot show it (data, command line).
 */
export type Entry = {
  readonly severity: Severity
  readonly title: Words
  readonly message: Words
  /** What to do about it. */
  readonly help: Words
  readonly bad?: string
  readonly good?: string
}
