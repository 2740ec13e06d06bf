import type { Field, Id, Plan, Relation, Type } from '../../plan/plan.ts'
import type { Names } from './names.ts'
import type { Slice } from './slice.ts'

/** The records of both versions as one list: what data of both is made of. Keys are the old names where there are any. */
export type Schema = readonly SharedRecord[]
export type SharedRecord = {
  readonly key: string
  readonly old?: Relation
  readonly next?: Relation
  readonly fields: readonly SharedField[]
}
export type SharedField = {
  readonly key: string
  readonly old?: Field
  readonly next?: Field
  readonly type: Type
  readonly optional: boolean
  /** It names the row. */
  readonly names: boolean
  /** Of a reference: the record that it leads to. */
  readonly target?: string
  /** A clause reads it, so that it is worth trying values. */
  readonly read: boolean
}

/** The records that either slice reads, and those that their references lead to. */
export function schemaOf(old: Slice, next: Slice, names: Names): Schema {
  const pairs = new Map<string, { readonly old?: Relation; readonly next?: Relation }>()
  const nextById = byId(next.plan)
  const taken = new Set<Id>()
  for (const relation of old.plan.relations) {
    const id = names.newRelation(relation.id)
    const other = id === undefined ? undefined : nextById.get(id)
    if (other) taken.add(other.id)
    pairs.set(relation.id, { old: relation, ...(other && { next: other }) })
  }
  for (const relation of next.plan.relations)
    if (!taken.has(relation.id)) pairs.set(`+${relation.id}`, { next: relation })
  const keyOfNew = new Map(
    [...pairs].flatMap(([key, { next: one }]) => (one ? [[one.id, key] as const] : [])),
  )
  const all = [...pairs].map(([key, pair]): SharedRecord => {
    const fields = fieldsOf(pair, names, keyOfNew, old, next)
    return { key, ...pair, fields }
  })
  const wanted = new Set<string>()
  const want = (key: string): void => {
    if (wanted.has(key)) return
    wanted.add(key)
    for (const { target, optional, read } of all.find((one) => one.key === key)?.fields ?? [])
      if (target !== undefined && (read || !optional)) want(target)
  }
  for (const { key, old: a, next: b } of all)
    if ((a && old.relations.has(a.id)) || (b && next.relations.has(b.id))) want(key)
  return all.filter(({ key }) => wanted.has(key))
}

function byId(plan: Plan): ReadonlyMap<Id, Relation> {
  return new Map(plan.relations.map((relation) => [relation.id, relation]))
}

function fieldsOf(
  { old: a, next: b }: { readonly old?: Relation; readonly next?: Relation },
  names: Names,
  keyOfNew: ReadonlyMap<Id, string>,
  old: Slice,
  next: Slice,
): readonly SharedField[] {
  const out: SharedField[] = []
  const taken = new Set<Id>()
  for (const field of a?.fields ?? []) {
    const id = names.newField(a?.id ?? '', field.id)
    const other = b?.fields.find((one) => one.id === id)
    if (other) taken.add(other.id)
    out.push({
      key: field.id,
      old: field,
      ...(other && { next: other }),
      type: field.type,
      optional: field.optional && (other?.optional ?? true),
      names: a?.key === field.id,
      ...(field.type.is === 'ref' && { target: field.type.relation }),
      read: old.fields.has(field.id) || (other !== undefined && next.fields.has(other.id)),
    })
  }
  for (const field of b?.fields ?? [])
    if (!taken.has(field.id)) {
      const target = field.type.is === 'ref' ? keyOfNew.get(field.type.relation) : undefined
      out.push({
        key: `+${field.id}`,
        next: field,
        type: field.type,
        optional: field.optional,
        names: b?.key === field.id && a === undefined,
        ...(target !== undefined && { target }),
        read: next.fields.has(field.id),
      })
    }
  return out
}
