import type { Day } from '../../base/day.ts'
import type { Id, Plan } from '../../plan/plan.ts'

/** The rows that a case gives, while they are tried out. Cells as text; a field that is not there is empty. */
export type World = {
  /** As `--period` has it. */
  readonly period: string
  /** A day in the middle of it. */
  readonly day: Day
  readonly now?: number
  readonly rows: ReadonlyMap<Id, readonly Row[]>
}
export type Row = ReadonlyMap<Id, string>

export function withCell(world: World, relation: Id, at: number, field: Id, text: string | undefined): World {
  const rows = (world.rows.get(relation) ?? []).map((row, i) => {
    if (i !== at) return row
    const cells = new Map(row)
    if (text === undefined) cells.delete(field)
    else cells.set(field, text)
    return cells
  })
  return withRows(world, relation, rows)
}

export function withRows(world: World, relation: Id, rows: readonly Row[]): World {
  return changed(world, { ...world, rows: new Map(world.rows).set(relation, rows) })
}

/** Which world each was made from: most of what comes of it is the same. */
const origins = new WeakMap<World, World>()

export function changed(from: World, next: World): World {
  origins.set(next, from)
  return next
}

export function madeFrom(world: World): World | undefined {
  return origins.get(world)
}

/** What a world says of the records and fields of a part of the plan. */
export function within({ relations }: Plan, world: World): World {
  const { now, period, day } = world
  const rows = relations.map(({ id, fields }) => {
    const names = new Set(fields.map((field) => field.id))
    const list = world.rows.get(id) ?? []
    return [id, list.map((row): Row => new Map([...row].filter(([field]) => names.has(field))))] as const
  })
  return { period, day, rows: new Map(rows), ...(now !== undefined && { now }) }
}

/** As the reader of rows takes them. */
export function objectsOf(world: World): {
  readonly [relation: Id]: readonly { readonly [field: Id]: string }[]
} {
  return Object.fromEntries(
    [...world.rows].map(([relation, rows]) => [relation, rows.map((row) => Object.fromEntries(row))]),
  )
}
