import type { Report } from '../base/diagnostic.ts'
import type { Nearest } from './environment.ts'

/** What was worked out from some things without a word about it. */
export type Quiet<T> = { readonly from: readonly unknown[]; readonly made: T }

type Asking = { readonly report: Report; readonly nearest: Nearest }

/**
 * What `make` makes, or made from the very same things before. What it had to say something of, or looked for a
 * suggestion for, is made each time.
 */
export function quietly<T>(
  before: Quiet<T> | undefined,
  from: readonly unknown[],
  { report, nearest }: Asking,
  make: (asking: Asking) => T,
): { readonly made: T; readonly quiet?: Quiet<T> } {
  if (before && isList(before.from, from)) return { made: before.made, quiet: before }
  let silent = true
  const made = make({
    report: (...said) => {
      silent = false
      report(...said)
    },
    nearest: (...asked) => {
      silent = false
      return nearest(...asked)
    },
  })
  return silent ? { made, quiet: { from, made } } : { made }
}

export function isList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
