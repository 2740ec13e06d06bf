import type { Place, Typed } from './checked.ts'
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
  if (by.is === 'result' && by.at) return baseThere(env, of, by, by.at)
  const formula = by.is === 'result' ? env.defined(by.of) : undefined
  return formula?.kind === 'value' ? baseOf(env, of, formula.value) : undefined
}

/** `team.collected` by `team.attainment`: the same of another row, read at the same place. */
function baseThere(env: Environment, of: Typed, by: Typed & { is: 'result' }, at: Place): Typed | undefined {
  const formula = env.defined(by.of)
  if (of.is !== 'result' || !of.at || formula?.kind !== 'value') return undefined
  const { at: there, ...plain } = of
  if (!sameMeaning({ ...of, at: there }, { ...of, at })) return undefined
  const base = baseOf(env, plain, formula.value)
  return base?.is === 'result' && !base.at ? { ...base, at } : undefined
}
