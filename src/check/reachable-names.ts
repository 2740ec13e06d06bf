import { spellWord } from '../syntax/keywords.ts'
import type { RecordSymbol } from './checked.ts'
import type { Context } from './environment.ts'

/** So many references lie at most between a row and the field that was meant. */
const mostSteps = 3

/**
 * How a field of another record is written here: `opportunity.amount` where references lead from this row to it,
 * `sum(Order.amount)` where its rows lead to this subject. Undefined where there is none, or several as near.
 */
export function reachableName(context: Context, name: string): string | undefined {
  const { env, record, grain } = context
  if (record === undefined) return undefined
  const along = shortest(context, record, (at) => at.fields.has(name))
  if (along !== undefined) return [...along, name].join('.')
  if (grain.period === undefined) return undefined
  const counted = [...env.records.values()].filter((one) => {
    const isNumber = one.fields.get(name)?.type.is === 'number'
    return isNumber && shortest(context, one, (at) => at.id === record.id) !== undefined
  })
  const [only] = counted
  if (!only || counted.length > 1) return undefined
  const { language } = env.policy
  return `${spellWord('function', 'sum', language)}(${only.id}.${name})`
}

/** The references to the nearest record that is looked for; undefined when two lie equally near. */
function shortest(
  { env }: Context,
  from: RecordSymbol,
  isIt: (at: RecordSymbol) => boolean,
): readonly string[] | undefined {
  let paths: readonly { readonly at: RecordSymbol; readonly path: readonly string[] }[] = [
    { at: from, path: [] },
  ]
  for (let step = 0; step <= mostSteps; step++) {
    const found = paths.filter(({ at }) => isIt(at))
    if (found.length > 0) return found.length === 1 ? found[0]?.path : undefined
    paths = paths.flatMap(({ at, path }) =>
      [...at.fields.values()].flatMap(({ id, type }) => {
        const next = type.is === 'ref' ? env.records.get(type.record) : undefined
        return next ? [{ at: next, path: [...path, id] }] : []
      }),
    )
  }
  return undefined
}
