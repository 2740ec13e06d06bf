import { remembered } from '../../base/remembered.ts'
import { rowsFromObjects } from '../../data/from-objects.ts'
import type { Id, Plan, Relation } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { type Change, cellsOf, rowsOf, timeAsked } from './hangs-on.ts'
import { objectsOf, type Row, type World, within } from './world.ts'

/** In what one world differs from another of the same period. */
export function changesBetween(plan: Plan, a: World, b: World): ReadonlySet<Change> {
  const changes = new Set<Change>()
  if (a.now !== b.now) changes.add(timeAsked)
  for (const { id, key } of plan.relations) {
    const [before, after] = [a.rows.get(id), b.rows.get(id)]
    if (before === after) continue
    if (before?.length !== after?.length) {
      changes.add(rowsOf(id))
      continue
    }
    for (const [i, row] of (after ?? []).entries())
      for (const field of fieldsBetween(before?.[i], row))
        changes.add(field === key ? rowsOf(id) : cellsOf(id, field))
  }
  return changes
}

function fieldsBetween(a: Row | undefined, b: Row): readonly Id[] {
  if (a === b) return []
  const names = new Set([...(a?.keys() ?? []), ...b.keys()])
  return [...names].filter((field) => a?.get(field) !== b.get(field))
}

/** The rows of a world: those of records that are as in another world are its very rows. */
export function rowsBeside(
  plan: Plan,
  world: World,
  before?: { readonly world: World; readonly rows: Rows },
): Rows {
  if (!before) return rowsFromObjects(plan, objectsOf(within(plan, world))).rows
  const changed = new Set<Id>()
  for (const { id } of plan.relations) if (before.world.rows.get(id) !== world.rows.get(id)) changed.add(id)
  // References name rows by their keys.
  for (const relation of plan.relations)
    if (changed.has(relation.id) && !sameKeys(relation, before.world, world))
      for (const { id, fields } of plan.relations)
        if (fields.some(({ type }) => type.is === 'ref' && type.relation === relation.id)) changed.add(id)
  if (changed.size === 0) return before.rows
  const part = partOf(plan)(changed)
  const { rows } = rowsFromObjects(part, objectsOf(within(part, world)))
  return new Map(
    plan.relations.flatMap(({ id }) => {
      const own = changed.has(id) ? rows.get(id) : before.rows.get(id)
      return own ? [[id, own] as const] : []
    }),
  )
}

function sameKeys({ id, key }: Relation, a: World, b: World): boolean {
  const [before = [], after = []] = [a.rows.get(id), b.rows.get(id)]
  if (before.length !== after.length) return false
  return key === undefined || before.every((row, i) => row.get(key) === after[i]?.get(key))
}

/** A plan of some records alone, for reading their rows: of those that they refer to, the keys. */
const partOf = remembered((plan: Plan) => {
  const known = new Map<string, Plan>()
  return (changed: ReadonlySet<Id>): Plan => {
    const key = [...changed].sort().join('\n')
    const before = known.get(key)
    if (before) return before
    const named = new Set(
      plan.relations.flatMap(({ id, fields }) =>
        changed.has(id) ? fields.flatMap(({ type }) => (type.is === 'ref' ? [type.relation] : [])) : [],
      ),
    )
    const relations = plan.relations.flatMap((relation): readonly Relation[] => {
      if (changed.has(relation.id)) return [relation]
      if (!named.has(relation.id)) return []
      const { inForce: _, label: __, ...rest } = relation
      return [{ ...rest, fields: relation.fields.filter(({ id }) => id === relation.key) }]
    })
    const part = { ...plan, relations }
    known.set(key, part)
    return part
  }
})
