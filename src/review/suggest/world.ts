import type { Day } from '../../base/day.ts'
import type { Expr, Id, Plan } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import type { Trial } from './on-demand.ts'

/** The rows that a case gives, while they are tried out. Cells as text; a field that is not there is empty. */
export type World = {
  /** As `--period` has it. */
  readonly period: string
  /** A day in the middle of it. */
  readonly day: Day
  readonly now?: number
  readonly rows: ReadonlyMap<Id, readonly Row[]>
  readonly kept?: Kept
}
export type Row = ReadonlyMap<Id, string>

/**
 * What is known of a world: where it comes from, and what came of it. It stands on the world itself: weak maps of as many as
 * are tried out took a sixth of the time, and a third more memory.
 */
export type Kept = {
  /** A copy of a world is another one, of which nothing is known. */
  readonly of: World
  /** Most of what comes of one world comes of the one that it was made from. */
  readonly from?: World
  run?: Run
  /** What was found where an expression was to have a value. */
  valued?: Map<Expr, World>
}

/** A world run on a plan. `depth`: how many runs before it it goes on from. */
export type Run = {
  readonly plan: Plan
  readonly world: World
  readonly rows: Rows
  readonly trial: Trial
  readonly depth: number
}

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

/** The same as `next`, said to be made from another world: what both have in common is worked out once. */
export function changed(from: World, next: World): World {
  const world = { ...next }
  keep(world, from)
  return world
}

/** A copy that says nothing of where it comes from: what led to it need not be kept. */
export function rooted({ kept: _, ...world }: World): World {
  return world
}

export function madeFrom(world: World): World | undefined {
  return keptOf(world).from
}

export function keptOf(world: World): Kept {
  return world.kept?.of === world ? world.kept : keep(world)
}

/** The only thing about a world that is written after it was made. */
function keep(world: { kept?: Kept } & Omit<World, 'kept'>, from?: World): Kept {
  const kept: Kept = { of: world, ...(from && { from }) }
  world.kept = kept
  return kept
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
