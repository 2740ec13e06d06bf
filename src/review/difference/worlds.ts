import type { CellValue, RowObject } from '../../data/from-objects.ts'
import type { Sequence } from './chance.ts'
import type { Choice } from './choices.ts'
import type { Names } from './names.ts'
import type { Schema, SharedField, SharedRecord } from './schema.ts'

/** A few rows that both versions are tried on, in the words of the old one. A reference names a row of the world. */
export type World = ReadonlyMap<string, readonly Row[]>
export type Row = { readonly id: string; readonly cells: ReadonlyMap<string, Choice> }
export type Choices = ReadonlyMap<SharedField, readonly Choice[]>

const empty: Choice = { cell: '', cost: 0, hot: false }

/**
 * A world of this sequence: mostly a row of each record, its values those that are worth trying. `from`: rows that are
 * taken as they are, of the records that it has.
 */
export function drawWorld(schema: Schema, choices: Choices, draw: Sequence, from?: World): World {
  // Half of the worlds are calm: a row of each record, all of one time, all filled, so that hardly anything is held.
  const calm = draw.below(2) === 0
  const asked = new Set(
    schema.flatMap(({ fields }) => fields.flatMap((field) => (field.optional ? [] : (field.target ?? [])))),
  )
  const counts = new Map(
    schema.map(({ key }) => {
      const drawn = calm ? 1 : countOf(draw)
      return [key, from?.get(key)?.length ?? (asked.has(key) ? Math.max(1, drawn) : drawn)] as const
    }),
  )
  const world = new Map<string, readonly Row[]>()
  for (const record of schema) {
    const known = from?.get(record.key)
    if (known) {
      world.set(record.key, known)
      continue
    }
    const count = counts.get(record.key) ?? 1
    const rows = Array.from({ length: count }, (_, i): Row => {
      const cells = record.fields.map((field) => {
        const choice =
          field.target === undefined
            ? pick(field, choices.get(field) ?? [], draw, calm)
            : refer(field, record, i, counts.get(field.target) ?? 0, draw, calm)
        return [field.key, choice] as const
      })
      return { id: `${nameOf(record)}-${i + 1}`, cells: new Map(cells) }
    })
    world.set(record.key, rows)
  }
  return world
}

function nameOf(record: SharedRecord): string {
  return record.old?.id ?? record.next?.id ?? record.key
}

function countOf(draw: Sequence): number {
  const at = draw.below(20)
  return at < 12 ? 1 : at < 16 ? 2 : at < 18 ? 3 : at < 19 ? 0 : 4
}

/** A row of `record` with values of this sequence, some of them given. */
export function drawRow(
  record: SharedRecord,
  choices: Choices,
  draw: Sequence,
  at: number,
  given: ReadonlyMap<string, Choice>,
): Row {
  const cells = record.fields.map((field) => {
    const choice = given.get(field.key) ?? pick(field, choices.get(field) ?? [], draw, true)
    return [field.key, choice] as const
  })
  return { id: `${nameOf(record)}-${at + 1}`, cells: new Map(cells) }
}

function pick(field: SharedField, list: readonly Choice[], draw: Sequence, calm: boolean): Choice {
  if (field.names || list.length === 0) return empty
  // What no clause reads need only be there.
  if (!field.read) return list[0] ?? empty
  const filled =
    field.optional && (calm ? draw.below(9) : draw.below(4)) > 0
      ? list.filter(({ cell }) => cell !== '')
      : list
  const { is } = field.type
  // Most days on which something ends have not come yet.
  if (calm && is === 'date' && field.optional && draw.below(4) > 0) return empty
  if (calm && (is === 'date' || is === 'period' || is === 'time')) {
    const room = is === 'time' ? 6 : draw.below(4) === 0 ? 4 : 1
    return filled[draw.below(Math.min(room, filled.length))] ?? empty
  }
  const hot = filled.filter((one) => one.hot)
  const from = hot.length > 0 && draw.below(5) < 2 ? hot : draw.below(3) === 0 ? filled.slice(0, 12) : filled
  return from[draw.below(from.length)] ?? empty
}

/** A row of the record that it leads to; of its own record, one before it, so that nobody is above himself. */
function refer(
  field: SharedField,
  record: SharedRecord,
  at: number,
  count: number,
  draw: Sequence,
  calm: boolean,
): Choice {
  const own = field.target === record.key
  const room = own ? at : count
  if (room === 0 || (field.optional && draw.below(calm ? 9 : 3) === 0)) return empty
  return { cell: String(draw.below(room)), cost: 1, hot: false }
}

/** The rows of one version, by its own names; every key begins with a prefix, so that worlds stand side by side. */
export function rowsOf(
  schema: Schema,
  world: World,
  side: 'old' | 'next',
  names: Names,
  prefix: (record: string) => string,
): ReadonlyMap<string, readonly RowObject[]> {
  const out = new Map<string, readonly RowObject[]>()
  for (const record of schema) {
    const relation = record[side]
    if (!relation) continue
    const rows = (world.get(record.key) ?? []).map((row): RowObject => {
      const cells = record.fields.flatMap((field): (readonly [string, CellValue])[] => {
        const own = field[side]
        if (!own) return []
        if (own.id === relation.key) return [[own.id, prefix(record.key) + row.id]]
        const { cell } = row.cells.get(field.key) ?? empty
        if (field.target !== undefined)
          return [
            [
              own.id,
              cell === '' ? '' : prefix(field.target) + (world.get(field.target)?.[Number(cell)]?.id ?? '?'),
            ],
          ]
        return [[own.id, side === 'old' ? cell : inNew(field, cell, names)]]
      })
      return Object.fromEntries(cells)
    })
    out.set(relation.id, rows)
  }
  return out
}

function inNew({ old, next }: SharedField, cell: string, names: Names): string {
  const [a, b] = [old?.type, next?.type]
  if (a?.is === 'enum' && b?.is === 'enum') return names.word(a.values, b.values, cell) ?? cell
  return b?.is === 'text' ? names.newText(cell) : cell
}

/** How much there is to read in a world. */
export function worldCost(world: World): number {
  let cost = 0
  for (const rows of world.values())
    for (const { cells } of rows) {
      cost += 12
      for (const choice of cells.values()) cost += choice.cost + (choice.cell === '' ? 0 : 1)
    }
  return cost
}
