import type { Plan, Type } from '../../../src/plan/plan.ts'
import type { Program } from '../../../src/syntax/ast.ts'

/** How the names and words of one policy stand in its twin, found by where they stand. */
export type Twins = {
  readonly from: Plan
  readonly to: Plan
  readonly columns: ReadonlyMap<string, string>
  readonly outputs: ReadonlyMap<string, string>
  readonly records: ReadonlyMap<string, { readonly id: string; readonly fields: ReadonlyMap<string, Field> }>
  /** Words that are results or kinds, wherever one stands alone. */
  readonly words: ReadonlyMap<string, string>
  /** Texts that both policies write: cities, notes. */
  readonly texts: ReadonlyMap<string, string>
}

export type Field = { readonly id: string; readonly type: Type; readonly words: ReadonlyMap<string, string> }

export function twinsOf(
  [from, to]: readonly [Plan, Plan],
  [program, other]: readonly [Program, Program],
): Twins {
  const words = new Map<string, string>()
  const pairs = (a: Type, b: Type): ReadonlyMap<string, string> => {
    const own = new Map<string, string>()
    if (a.is !== 'enum' || b.is !== 'enum') return own
    for (const [i, value] of a.values.entries()) own.set(value, b.values[i] ?? '')
    for (const [value, twin] of own) if (!words.has(value)) words.set(value, twin)
    return own
  }
  const records = new Map(
    from.relations.map((record, i) => {
      const twin = to.relations[i]
      if (!twin || twin.fields.length !== record.fields.length) throw new Error(`no twin of ${record.id}`)
      const fields = new Map(
        record.fields.map(({ id, type }, j) => {
          const field = twin.fields[j]
          if (!field) throw new Error(`no twin of ${id}`)
          return [id, { id: field.id, type, words: pairs(type, field.type) }] as const
        }),
      )
      return [record.id, { id: twin.id, fields }] as const
    }),
  )
  if (from.columns.length !== to.columns.length) throw new Error('the plans are no twins')
  const columns = new Map(
    from.columns.map(({ id, type }, i) => {
      const twin = to.columns[i]
      if (!twin) throw new Error(`no twin of ${id}`)
      pairs(type, twin.type)
      return [id, twin.id] as const
    }),
  )
  const outputs = new Map(
    from.outputs.flatMap((output, i) => {
      const twin = to.outputs[i]
      if (!twin) throw new Error(`no twin of ${output.id}`)
      return [
        [output.id, twin.id] as const,
        [output.releases ?? output.id, twin.releases ?? twin.id] as const,
      ]
    }),
  )
  const texts = new Map<string, string>()
  alongside(program.files, other.files, texts)
  return { from, to, columns, outputs, records, words, texts }
}

/** Texts at the same place of both trees. */
function alongside(a: unknown, b: unknown, texts: Map<string, string>): void {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a !== b && !texts.has(a)) texts.set(a, b)
    return
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return
  if (Array.isArray(a) && Array.isArray(b)) {
    for (const [i, one] of a.entries()) alongside(one, b[i], texts)
    return
  }
  const other = new Map(Object.entries(b))
  for (const [key, value] of Object.entries(a)) if (key !== 'span') alongside(value, other.get(key), texts)
}
