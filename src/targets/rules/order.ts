import { type Id, pairFields } from '../../plan/plan.ts'
import type { Spot, World } from './world.ts'

/** Texts in the order of their code points. */
export function compareText(a: string, b: string): number {
  const x = [...a]
  const y = [...b]
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const order = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0)
    if (order !== 0) return order
  }
  return x.length - y.length
}

/** The text by which rows of a record are ordered: the key; without one, the row's place. */
function orderText(world: World, relation: Id, row: number): string {
  const made = world.model.derived.get(relation)
  if (made !== undefined) {
    const width = made.lines.length
    return `${orderText(world, made.of, Math.floor(row / width))}\n${String(row % width).padStart(4, '0')}`
  }
  const pairs = world.model.pairs.get(relation)
  if (pairs !== undefined) {
    const at = (field: Id): number => Number(world.cell(relation, row, field).value)
    return `${orderText(world, pairs.of, at(pairFields.row))}\n${orderText(world, pairs.with, at(pairFields.with))}`
  }
  const key = world.model.relations.get(relation)?.key
  if (key === undefined) return String(row).padStart(12, '0')
  const { value, state } = world.cell(relation, row, key)
  return state === 0 ? String(value) : ''
}

/** Orders rows of a grain by key, then period: never by where they stand in what was handed over. */
export function compareSpots(world: World, a: Spot, b: Spot): number {
  const relation = world.model.grains.get(a.grain)?.relation
  const rows =
    relation === undefined || a.row === b.row
      ? 0
      : compareText(orderText(world, relation, a.row), orderText(world, relation, b.row))
  return rows || (a.period?.start ?? 0) - (b.period?.start ?? 0) || a.row - b.row
}
