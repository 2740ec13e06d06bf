import type { Id, Relation } from '../../plan/plan.ts'
import { copied } from './copies.ts'
import type { Search } from './goal.ts'
import { type World, withCell, withRows } from './world.ts'

/** A field of every row that there is, or of the first alone. */
export function* fieldsSet(
  search: Search,
  world: World,
  relation: Id,
  field: Id,
  code: bigint | string,
  holds: boolean,
): Generator<World> {
  const type = search.plan.relations
    .find(({ id }) => id === relation)
    ?.fields.find(({ id }) => id === field)?.type
  const rows = world.rows.get(relation) ?? []
  const texts =
    type?.is === 'enum'
      ? type.values.filter((_, i) => (BigInt(i) === code) === holds)
      : type?.is === 'truth'
        ? [(code === 1n) === holds ? 'true' : 'false']
        : type?.is === 'text'
          ? [holds ? String(code) : `${String(code)}x`]
          : []
  const own = search.plan.relations.find(({ id }) => id === relation)
  for (const text of texts) {
    if (own?.key === field) {
      if (!rows.some((row) => row.get(field) === text))
        yield renamed(search, world, own, rows.length - 1, text)
      continue
    }
    const all = rows.reduce((next, _, at) => withCell(next, relation, at, field, text), world)
    yield all
    if (rows.length > 1) yield withCell(world, relation, rows.length - 1, field, text)
    else if (own) yield* another(search, world, own, field, text)
  }
}

/**
 * Another row beside the only one, of which alone something is so: whatever refers to the one refers to the other now, as
 * orders to the representative of a manager's team.
 */
function* another(
  search: Search,
  world: World,
  relation: Relation,
  field: Id,
  text: string,
): Generator<World> {
  const { id, key } = relation
  const [first] = world.rows.get(id) ?? []
  if (!first || key === undefined) return
  const [, other] = copied(relation, first, 2)
  const name = other?.get(key)
  if (!other || name === undefined || name === first.get(key)) return
  const moved = renamed(search, world, relation, 0, name)
  yield withRows(moved, id, [first, new Map(other).set(field, text)])
}

/** Another key for a row, and for all that refer to it. */
function renamed(
  { plan }: Search,
  world: World,
  { id, key = '' }: { readonly id: Id; readonly key?: Id },
  at: number,
  text: string,
): World {
  const before = world.rows.get(id)?.[at]?.get(key)
  const referring = plan.relations.flatMap((relation) =>
    relation.fields.flatMap(({ id: field, type }) =>
      type.is === 'ref' && type.relation === id ? [{ relation: relation.id, field }] : [],
    ),
  )
  return referring.reduce(
    (next, { relation, field }) =>
      (next.rows.get(relation) ?? []).reduce(
        (all, row, i) => (row.get(field) === before ? withCell(all, relation, i, field, text) : all),
        next,
      ),
    withCell(world, id, at, key, text),
  )
}
