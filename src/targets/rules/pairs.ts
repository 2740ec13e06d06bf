import type { Id, Pairs } from '../../plan/plan.ts'
import type { World } from './world.ts'

type Pair = { readonly row: number; readonly with: number }

/** Each row with all that belong to the same row as it, where there are more of these than there may be. */
export function pairsOf(world: World, pairs: Pairs): readonly Pair[] {
  return world.once(`pairs ${pairs.id}`, () => made(world, pairs))
}

function made(world: World, { of, path, with: other, by, beyond }: Pairs): readonly Pair[] {
  const groups = new Map<number, number[]>()
  for (let row = 0; row < world.count(other); row++) {
    const to = referenceAt(world, other, by, row)
    if (to === undefined) continue
    const group = groups.get(to)
    if (group) group.push(row)
    else groups.set(to, [row])
  }
  const pairs: Pair[] = []
  for (let row = 0; row < world.count(of); row++) {
    let at: number | undefined = row
    let within = of
    for (const { field, relation } of path) {
      at = at === undefined ? undefined : referenceAt(world, within, field, at)
      within = relation
    }
    const group = at === undefined ? [] : (groups.get(at) ?? [])
    if (group.length > beyond) for (const one of group) pairs.push({ row, with: one })
  }
  return pairs
}

function referenceAt(world: World, relation: Id, field: Id, row: number): number | undefined {
  const { state, value } = world.cell(relation, row, field)
  return state === 0 ? Number(value) : undefined
}
