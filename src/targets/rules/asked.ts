import type { Id } from '../../plan/plan.ts'
import type { Model } from './model.ts'
import { type DataSet, handedRow, type RowObject } from './world.ts'

/** What a run is given: the rows of all records, and which of them it asks about. */
export type Given = {
  readonly rows: DataSet
  readonly asked: ReadonlyMap<Id, number>
  /** Of a record whose row has a field that the policy does not know: that field. */
  readonly unknown: ReadonlyMap<Id, string>
  /** False where there are rows that were not registered. */
  readonly isAsRegistered: boolean
}

/**
 * Finds or places the rows that a run asks about: of each record an object, or the key of a row that is there already.
 * An object takes the place of the row with its key; one that stands in place of a reference is a row of its own.
 */
export function givenTo(
  model: Model,
  registered: DataSet,
  rows: DataSet | undefined,
  facts: ReadonlyMap<Id, unknown>,
): Given {
  const all: { [record: string]: readonly RowObject[] } = { ...registered, ...rows }
  const asked = new Map<Id, number>()
  const unknown = new Map<Id, string>()
  let placed = rows !== undefined

  const rowsOf = (id: Id): readonly RowObject[] => (Object.hasOwn(all, id) ? (all[id] ?? []) : [])
  const find = (id: Id, key: unknown): number => {
    const field = model.relations.get(id)?.key
    const wanted = String(key ?? '').trim()
    if (field === undefined || wanted === '') return -1
    return rowsOf(id).findIndex((row) => Object.hasOwn(row, field) && String(row[field]).trim() === wanted)
  }
  const put = (id: Id, row: RowObject): number => {
    const key = model.relations.get(id)?.key
    const there = key === undefined || !Object.hasOwn(row, key) ? -1 : find(id, row[key])
    const at = there < 0 ? rowsOf(id).length : there
    all[id] = [...rowsOf(id).slice(0, at), row, ...rowsOf(id).slice(at + 1)]
    placed = true
    return at
  }
  /** The row with the objects that it holds as rows of their own. */
  const flat = (top: Id, id: Id, row: RowObject, path: string): RowObject => {
    const own: { [field: string]: unknown } = Object.create(null)
    for (const [name, value] of Object.entries(row)) {
      const field = model.fields.get(id)?.get(name)
      if (field === undefined) {
        if (!unknown.has(top)) unknown.set(top, path + name)
      } else if (field.type.is === 'ref' && isObject(value)) {
        const { relation } = field.type
        // A record that nothing reads is not in the rule set.
        own[name] = model.relations.has(relation)
          ? handedRow(put(relation, flat(top, relation, value, `${path}${name}.`)))
          : undefined
      } else own[name] = value
    }
    return own
  }

  for (const [id, fact] of facts) {
    if (isObject(fact)) {
      asked.set(id, put(id, flat(id, id, fact, '')))
      continue
    }
    const key = model.relations.get(id)?.key
    const at = find(id, fact)
    asked.set(id, at >= 0 ? at : put(id, key === undefined ? {} : { [key]: fact }))
  }
  return { rows: all, asked, unknown, isAsRegistered: !placed }
}

export function isObject(value: unknown): value is RowObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
