import type { Expr, Id, Relation } from '../../plan/plan.ts'
import { cellOf, digitsOf } from './cells.ts'
import { copied } from './copies.ts'
import type { Search } from './goal.ts'
import { countedRelations, knobsOf } from './knobs.ts'
import { type Row, type World, withCell, withRows } from './world.ts'

// People beside the one that a case is about: those among whom somebody stands, and those below.

const mostOthers = [2, 3, 4]

/** Worlds with others like the first row of each record that is gone over, each with rows of its own that lead to it. */
export function* amongOthers(search: Search, world: World, read: readonly Expr[]): Generator<World> {
  for (const relation of countedRelations(search, read)) {
    if (!isReferredTo(search, world, relation)) continue
    for (const count of mostOthers) {
      const next = withOthers(search, world, relation, count)
      // Where the others have twice as much of everything, the first is the last.
      yield doubled(search, next, world, read)
      yield next
    }
  }
}

function doubled(search: Search, world: World, before: World, read: readonly Expr[]): World {
  let next = world
  for (const knob of knobsOf(search, read)) {
    if (knob.is !== 'cell' || knob.field.type.is !== 'int') continue
    const { relation, field } = knob
    const old = before.rows.get(relation.id)?.length ?? 0
    for (const [at, row] of (world.rows.get(relation.id) ?? []).entries()) {
      const digits = at < old ? undefined : digitsOf(search.plan, field, row.get(field.id))
      const text = digits === undefined ? undefined : cellOf(search.plan, field, 2n * digits)
      if (text !== undefined) next = withCell(next, relation.id, at, field.id, text)
    }
  }
  return next
}

/** Worlds with another like the first row of a record that refers to itself, which names the first: one of a team. */
export function* withFollower(search: Search, world: World, read: readonly Expr[]): Generator<World> {
  for (const relation of countedRelations(search, read)) {
    const { id, key } = relation
    const [first, ...more] = world.rows.get(id) ?? []
    const name = key === undefined ? undefined : first?.get(key)
    const used = search.used.fields.get(id)
    if (name === undefined || more.length > 0) continue
    for (const field of relation.fields) {
      if (field.type.is !== 'ref' || field.type.relation !== id || !used?.has(field.id)) continue
      const next = withOthers(search, world, relation, 2)
      const rows = next.rows.get(id) ?? []
      yield withRows(
        next,
        id,
        rows.map((row, i) => (i === 1 ? new Map(row).set(field.id, name) : row)),
      )
    }
  }
}

function isReferredTo({ plan }: Search, world: World, { id }: Relation): boolean {
  return plan.relations.some(
    ({ id: other, fields }) =>
      other !== id &&
      (world.rows.get(other) ?? []).length > 0 &&
      fields.some(({ type }) => type.is === 'ref' && type.relation === id),
  )
}

/** So many rows like the first of a record, and for each whatever refers to the first, at whatever distance. */
function withOthers(search: Search, world: World, relation: Relation, count: number): World {
  const [first] = world.rows.get(relation.id) ?? []
  if (!first) return world
  let next = world
  for (let more = 1; more < count; more++) next = withAnother(search, next, relation, first)
  return next
}

function withAnother(search: Search, world: World, relation: Relation, row: Row): World {
  const { key } = relation
  if (key === undefined) return world
  const rows = world.rows.get(relation.id) ?? []
  const name = freeKey(relation, rows)
  const added = withRows(world, relation.id, [...rows, new Map(row).set(key, name)])
  return followed(search, added, relation, row.get(key), name, new Set([relation.id]))
}

/** With a copy of each row that refers to one, which refers to the other. */
function followed(
  search: Search,
  world: World,
  { id }: Relation,
  before: string | undefined,
  name: string,
  seen: ReadonlySet<Id>,
): World {
  let next = world
  for (const relation of search.plan.relations) {
    if (seen.has(relation.id)) continue
    const fields = relation.fields.filter(({ type }) => type.is === 'ref' && type.relation === id)
    const { key } = relation
    for (const row of world.rows.get(relation.id) ?? []) {
      const naming = fields.filter((field) => row.get(field.id) === before)
      if (naming.length === 0) continue
      const rows = next.rows.get(relation.id) ?? []
      const copy = new Map(row)
      for (const field of naming) copy.set(field.id, name)
      const own = key === undefined ? undefined : freeKey(relation, rows)
      if (key !== undefined && own !== undefined) copy.set(key, own)
      next = withRows(next, relation.id, [...rows, copy])
      if (key !== undefined && own !== undefined)
        next = followed(search, next, relation, row.get(key), own, new Set([...seen, relation.id]))
    }
  }
  return next
}

function freeKey(relation: Relation, rows: readonly Row[]): string {
  const { key = '' } = relation
  const taken = new Set(rows.map((row) => row.get(key)))
  const names = copied(relation, new Map(), rows.length + 1).map((row) => row.get(key) ?? '')
  return names.find((name) => !taken.has(name)) ?? names.at(-1) ?? ''
}
