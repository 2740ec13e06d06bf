import type { Id } from '../../plan/plan.ts'
import { expressionAt } from './expression.ts'
import { type Model, need } from './model.ts'
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
export function makeWorld(model: Model, data: DataSet): World {
  const cells = new Map<string, Found>()
  const columns = new Map<string, Found>()
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
  const reader = { kind: (id: string) => model.kinds.get(id), rowOf }

  const world: World = {
    model,
    count: (relation) => {
      const of = model.derived.get(relation)
      return of === undefined ? rowsOf(relation).length : rowsOf(of.of).length * of.lines.length
    },
    cell: (relation, row, field) => {
      const of = model.derived.get(relation)
      if (of !== undefined) {
        const width = of.lines.length
        return present(BigInt(field === 'row' ? Math.floor(row / width) : row % width))
      }
      const key = `${relation}\n${field}\n${row}`
      const known = cells.get(key)
      if (known) return known
      const handed = rowsOf(relation)[row]
      const raw = handed && Object.hasOwn(handed, field) ? handed[field] : undefined
      const found = readCell(need(need(model.fields, relation), field), raw, reader)
      cells.set(key, found)
      return found
    },
    rowOf,
    keyOf: (relation, row) => {
      const of = model.derived.get(relation)
      if (of !== undefined) {
        const width = of.lines.length
        return `${world.keyOf(of.of, Math.floor(row / width))}, ${of.lines[row % width] ?? ''}`
      }
      const key = model.relations.get(relation)?.key
      const found = key === undefined ? undefined : world.cell(relation, row, key)
      return found && found.state === 0 ? String(found.value) : `${relation}:${row + 1}`
    },
    column: (id, spot) => {
      const key = `${id}\n${spot.row}\n${spot.period?.start ?? ''}\n${spot.period?.end ?? ''}`
      const known = columns.get(key)
      if (known) return known
      // INVARIANT: a plan has no circles but those that lead to an earlier period or row.
      const column = need(model.columns, id)
      const found = expressionAt(world, column.expr, atGrain(column.grain, spot))
      columns.set(key, found)
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
