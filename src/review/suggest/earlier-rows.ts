import { periodAt } from '../../calendar/periods.ts'
import type { Expr, Field, Id } from '../../plan/plan.ts'
import { cellOf, digitsOf } from './cells.ts'
import { copied } from './copies.ts'
import type { Search } from './goal.ts'
import { countedRelations } from './knobs.ts'
import { type World, withCell, withRows } from './world.ts'

/** By how many days: into the month, the quarter and the year before. */
const back = [31n, 91n, 365n]

/** Worlds in which what is counted happened in an earlier period: some results are those of the period before. */
export function* earlierRows(search: Search, world: World, read: readonly Expr[]): Generator<World> {
  const events = countedRelations(search, read).flatMap(({ id, fields }) =>
    fields.flatMap((field) => (search.used.events.has(`${id}.${field.id}`) ? [{ relation: id, field }] : [])),
  )
  if (events.length === 0) return
  for (const days of back) {
    yield events.reduce((next, { relation, field }) => moved(search, next, relation, field, days), world)
    if (events.length > 1)
      for (const { relation, field } of events) yield moved(search, world, relation, field, days)
  }
}

/** Worlds in which what is counted happened in an earlier period as well. */
export function* anotherEarlier(search: Search, world: World, read: readonly Expr[]): Generator<World> {
  for (const relation of countedRelations(search, read)) {
    const events = relation.fields.filter(({ id }) => search.used.events.has(`${relation.id}.${id}`))
    const rows = world.rows.get(relation.id) ?? []
    const last = rows.at(-1)
    if (!last || events.length === 0) continue
    const another = copied(relation, last, rows.length + 1).at(-1) ?? last
    for (const days of back) {
      const cells = new Map(another)
      for (const field of events) {
        const text = earlier(search, world, field, cells.get(field.id), days)
        if (text !== undefined) cells.set(field.id, text)
      }
      yield withRows(world, relation.id, [...rows, cells])
    }
  }
}

function moved(search: Search, world: World, relation: Id, field: Field, days: bigint): World {
  return (world.rows.get(relation) ?? []).reduce((next, row, at) => {
    const text = earlier(search, world, field, row.get(field.id), days)
    return text === undefined ? next : withCell(next, relation, at, field.id, text)
  }, world)
}

function earlier(
  { plan }: Search,
  { day }: World,
  field: Field,
  text: string | undefined,
  days: bigint,
): string | undefined {
  const { type } = field
  if (type.is === 'period') {
    const kind = plan.periods.find(({ id }) => id === type.kind)
    return text !== undefined && kind ? periodAt(kind, day - Number(days))?.key : undefined
  }
  const digits = digitsOf(plan, field, text)
  if (digits === undefined) return undefined
  return cellOf(plan, field, digits - (type.is === 'time' ? 86_400n : 1n) * days)
}
