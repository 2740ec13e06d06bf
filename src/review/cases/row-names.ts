import type { RowObject } from '../../data/from-objects.ts'
import type { Id, Plan } from '../../plan/plan.ts'

/** A given row: its key, without one its place, and whatever it can be called by. */
export type RowName = { readonly key: string; readonly names: readonly string[] }

/** Rows are known by their keys, by what stands in the field that labels them, without either by their place. */
export function rowNames(
  plan: Plan,
  record: Id,
  given: { readonly [record: Id]: readonly RowObject[] },
): readonly RowName[] {
  const relation = plan.relations.find(({ id }) => id === record)
  return (given[record] ?? []).map((row, at) => {
    const texts = [relation?.key, relation?.label].flatMap((field) => {
      const text = field === undefined ? undefined : row[field]
      return typeof text === 'string' && text !== '' ? [text] : []
    })
    const [key = `${record}:${at + 1}`] = texts
    return { key, names: texts.length > 0 ? texts : [key] }
  })
}
