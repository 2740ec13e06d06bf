import type { Sequence } from './chance.ts'
import type { Choice } from './choices.ts'
import { companyRecords } from './company.ts'
import type { Schema, SharedField } from './schema.ts'
import type { Choices, World } from './worlds.ts'

/** A world like another, but for some cells: first for one of them, each with some of its values, then for a few at once. */
export function variedWorlds(
  schema: Schema,
  choices: Choices,
  world: World,
  draw: Sequence,
  count: number,
): readonly World[] {
  const places = placesIn(schema, choices, world)
  if (places.length === 0) return []
  const out: World[] = []
  const each = Math.max(2, Math.floor(count / 2 / places.length))
  for (const place of places)
    for (const choice of spread(place.list, each, draw))
      if (out.length < count / 2) out.push(withChoice(world, place, choice))
  while (out.length < count) {
    let next = world
    for (let i = 0, cells = 2 + draw.below(2); i < cells; i++) {
      const place = places[draw.below(places.length)]
      const choice = place && pickOf(place.list, draw)
      if (place && choice) next = withChoice(next, place, choice)
    }
    out.push(next)
  }
  return out
}

type Place = {
  readonly record: string
  readonly at: number
  readonly field: SharedField
  readonly list: readonly Choice[]
}

/** Cells that are read, but for what the worlds of one run have in common, and references. Numbers first. */
function placesIn(schema: Schema, choices: Choices, world: World): readonly Place[] {
  const common = companyRecords(schema)
  const all = schema.flatMap((record): readonly Place[] =>
    common.has(record.key)
      ? []
      : (world.get(record.key) ?? []).flatMap((_, at) =>
          record.fields.flatMap((field) => {
            const list = choices.get(field) ?? []
            const free = field.read && !field.names && field.target === undefined
            return free && list.length > 1 ? [{ record: record.key, at, field, list }] : []
          }),
        ),
  )
  return all.toSorted((a, b) => rank(a) - rank(b))
}

function rank({ field: { type } }: Place): number {
  return type.is === 'int' ? 0 : 1
}

/** Some of a list: those near what changed, and others from all over. */
function spread(list: readonly Choice[], count: number, draw: Sequence): readonly Choice[] {
  const own = new Set<Choice>()
  for (let i = 0; i < 3 * count && own.size < count; i++) {
    const one = pickOf(list, draw)
    if (one) own.add(one)
  }
  return [...own]
}

function pickOf(list: readonly Choice[], draw: Sequence): Choice | undefined {
  const hot = list.filter((one) => one.hot)
  const from = hot.length > 0 && draw.below(3) === 0 ? hot : list
  return from[draw.below(from.length)]
}

function withChoice(world: World, { record, at, field }: Place, choice: Choice): World {
  const rows = (world.get(record) ?? []).map((row, i) =>
    i === at ? { ...row, cells: new Map([...row.cells, [field.key, choice]]) } : row,
  )
  return new Map([...world, [record, rows]])
}
