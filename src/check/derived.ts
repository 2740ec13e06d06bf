import type { Typed } from './checked.ts'
import { constant, sameMeaning } from './constants.ts'
import type { Environment } from './environment.ts'

/**
 * What `by` divides `of` by: 1 when they are the same, d when `by` is `of / d`, also under a name of its own
 * (`attainment` is `collected / quota`). Undefined when `by` has nothing to do with `of`: then no slice of `of`
 * belongs to a band.
 */
export function baseOf(env: Environment, of: Typed, by: Typed): Typed | undefined {
  if (sameMeaning(of, by)) return constant(1n, 0, 'number', by.span)
  if (by.is === 'arithmetic' && by.op === '/' && sameMeaning(by.a, of)) return by.b
  const formula = by.is === 'result' && !by.at ? env.defined(by.of) : undefined
  return formula?.kind === 'value' ? baseOf(env, of, formula.value) : undefined
}
