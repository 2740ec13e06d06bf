import { type Id, pairFields } from '../../plan/plan.ts'
import { expressionAt } from './expression.ts'
import { type Model, need } from './model.ts'
import { pairsOf } from './pairs.ts'
import { readCell } from './read-cell.ts'
import {
  type DataSet,
  type Found,
  present,
  type RowObject,
  type Spot,
  type Unplaced,
  type World,
} from './world.ts'

/** The rows of a run, by record: those that were handed over, with the one that is asked about. */
export function makeWorld(model: Model, data: DataSet, now?: number): World {
  const cells = new Map<Id, Map<Id, Found[]>>()
  const columns = new Map<Id, Map<number | string, Found>>()
  const made = new Map<string, unknown>()
  const keys = new Map<Id, ReadonlyMap<string, number>>()
  const rowsOf = (relation: Id): readonly RowObject[] =>
    Object.hasOwn(data, relation) ? (data[relation] ?? []) : []

  const keysOf = (relation: Id): ReadonlyMap<string, number> => {
    const known = keys.get(relation)
    if (known) return known
    const key = model.relations.get(relation)?.key
    const found = new Map<string, number>()
    if (key !== undefined)
      for (const [at, row] of rowsOf(relation).entries()) {
        const text = Object.hasOwn(row, key) ? String(row[key] ?? '').trim() : ''
        if (text !== '' && !found.has(text)) found.set(text, at)
      }
    keys.set(relation, found)
    return found
  }
  const rowOf = (relation: Id, key: string): number => keysOf(relation).get(key.trim()) ?? -1
  const { zone } = model.definitions
  const reader = { kind: (id: string) => model.kinds.get(id), rowOf, ...(zone && { zone }) }

  const columnAt = (id: Id) => need(model.columns, id)
  const listOf = (relation: Id, field: Id): Found[] => {
    const fields = cells.get(relation) ?? new Map<Id, Found[]>()
    cells.set(relation, fields)
    const list = fields.get(field) ?? []
    fields.set(field, list)
    return list
  }
  const readAt = (relation: Id, field: Id, row: number): Found => {
    const handed = rowsOf(relation)[row]
    const raw = handed && Object.hasOwn(handed, field) ? handed[field] : undefined
    return readCell(need(need(model.fields, relation), field), raw, reader)
  }

  const world: World = {
    model,
    ...(now !== undefined && { now }),
    count: (relation) => {
      const of = model.derived.get(relation)
      const pairs = model.pairs.get(relation)
      if (pairs !== undefined) return pairsOf(world, pairs).length
      return of === undefined ? rowsOf(relation).length : rowsOf(of.of).length * of.lines.length
    },
    cell: (relation, row, field) => {
      const of = model.derived.get(relation)
      if (of !== undefined) {
        const width = of.lines.length
        return present(BigInt(field === 'row' ? Math.floor(row / width) : row % width))
      }
      const pairs = model.pairs.get(relation)
      if (pairs !== undefined) {
        const pair = pairsOf(world, pairs)[row]
        return present(BigInt((field === pairFields.row ? pair?.row : pair?.with) ?? 0))
      }
      const known = listOf(relation, field)
      const found = known[row] ?? readAt(relation, field, row)
      known[row] = found
      return found
    },
    rowOf,
    keyOf: (relation, row) => {
      const of = model.derived.get(relation)
      if (of !== undefined) {
        const width = of.lines.length
        return `${world.keyOf(of.of, Math.floor(row / width))}, ${of.lines[row % width] ?? ''}`
      }
      const pairs = model.pairs.get(relation)
      if (pairs !== undefined) {
        const pair = pairsOf(world, pairs)[row]
        return `${world.keyOf(pairs.of, pair?.row ?? 0)}, ${world.keyOf(pairs.with, pair?.with ?? 0)}`
      }
      const key = model.relations.get(relation)?.key
      const found = key === undefined ? undefined : world.cell(relation, row, key)
      return found && found.state === 0 ? String(found.value) : `${relation}:${row + 1}`
    },
    column: (id, spot) => {
      const known = columns.get(id) ?? new Map<number | string, Found>()
      columns.set(id, known)
      const { row, period } = spot
      const key = period === undefined ? row : `${row} ${period.start} ${period.end}`
      // INVARIANT: a plan has no circles but those that lead to an earlier period or row.
      const found =
        known.get(key) ?? expressionAt(world, columnAt(id).expr, atGrain(columnAt(id).grain, spot))
      known.set(key, found)
      return found
    },
    expr: (expr, spot) => expressionAt(world, expr, spot),
    once: (key, make) => {
      const known = made.get(key)
      if (known !== undefined) return known as ReturnType<typeof make>
      const found = make()
      made.set(key, found)
      return found
    },
    unplaced: new Map<string, Unplaced>(),
  }
  return world
}

function atGrain(grain: Id, spot: Spot): Spot {
  return grain === spot.grain ? spot : { ...spot, grain }
}
