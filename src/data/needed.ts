import type { Field, Id, Plan } from '../plan/plan.ts'

/** What of the data a plan reads. */
export type Needed = {
  readonly relations: ReadonlySet<Id>
  readonly field: (relation: Id, field: Id) => boolean
  /**
   * Whether to read a field's column where there is one. Also fields that nothing needs are checked, because the
   * record declares them; but a text cannot be wrong, and a reference only where the rows it names are read.
   */
  readonly reads: (relation: Id, field: Field) => boolean
}

/**
 * Walks everything that is computed for the names of fields, and gathers the relations they belong to. It goes by
 * the names alone: a field that shares its name with a needed one of another relation is read too, which costs time
 * and nothing else.
 */
export function neededOf(plan: Plan): Needed {
  const names = new Set<string>()
  const relations = new Set<Id>()
  const known = new Set(plan.relations.map((r) => r.id))
  for (const part of [...plan.columns, ...plan.grains, ...plan.outputs]) {
    const said = mentionedIn(part)
    for (const name of said.names) names.add(name)
    for (const id of said.relations) if (known.has(id)) relations.add(id)
  }
  for (const { id, inForce } of plan.relations)
    if (inForce && relations.has(id))
      for (const name of [inForce.from, inForce.until, ...inForce.by]) if (name !== undefined) names.add(name)
  const field = (relation: Id, id: Id) => {
    const owner = plan.relations.find((r) => r.id === relation)
    return names.has(id) || owner?.key === id || owner?.label === id
  }
  // A relation reached by a reference is needed for its keys, also when nothing else of it is read.
  for (let before = -1; before !== relations.size; ) {
    before = relations.size
    for (const relation of plan.relations) {
      if (!relations.has(relation.id)) continue
      for (const f of relation.fields) {
        if (f.type.is === 'ref' && field(relation.id, f.id)) relations.add(f.type.relation)
      }
    }
  }
  const reads = (relation: Id, { id, type }: Field) =>
    field(relation, id) || (type.is === 'ref' ? relations.has(type.relation) : type.is !== 'text')
  return { relations, field, reads }
}

type Mentioned = { readonly names: ReadonlySet<string>; readonly relations: ReadonlySet<string> }

/** What was found in a part of a plan, as long as there is one: the next plan of an edited policy has most of them. */
const mentioned = new WeakMap<object, Mentioned>()

function mentionedIn(part: object): Mentioned {
  const before = mentioned.get(part)
  if (before) return before
  const names = new Set<string>()
  const relations = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item)
    } else if (typeof node === 'object' && node !== null) {
      for (const [name, value] of Object.entries(node)) {
        if (name === 'field' && typeof value === 'string') names.add(value)
        else if (name === 'relation' && typeof value === 'string') relations.add(value)
        else if (name === 'path' && Array.isArray(value)) for (const step of value) names.add(String(step))
        else visit(value)
      }
    }
  }
  visit(part)
  const found = { names, relations }
  mentioned.set(part, found)
  return found
}
