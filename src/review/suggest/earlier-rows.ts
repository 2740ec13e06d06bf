import { periodAt } from '../../calendar/periods.ts'
import type { Expr, Field, Id, PlainPeriodKind } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { keyOf } from './base-world.ts'
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

/** Days of a month, of a quarter, of a year, near enough for what happens in the middle of one. */
const daysOfMonths = (months: number): bigint => BigInt(Math.round((months * 365.25) / 12))

/** Of what hangs on earlier periods, how long these are, in months: the longest first. */
export function monthsBack({ plan }: Search): readonly number[] {
  const kinds = new Map(plan.periods.map((kind) => [kind.id, kind]))
  const grains = new Map(
    plan.grains.map(({ id, period }) => [id, period === undefined ? undefined : kinds.get(period)]),
  )
  const months = new Set<number>()
  for (const { expr, grain, recurrence } of plan.columns) {
    const kind = grains.get(grain)
    if (kind?.is === 'window' && kind.window.is === 'last') add(months, kind.window.kind)
    else if (kind?.is === 'months' && (recurrence !== undefined || looksBack(expr))) add(months, kind)
  }
  return [...months].sort((a, b) => b - a)
}

function add(months: Set<number>, kind: PlainPeriodKind): void {
  if (kind.is === 'months') months.add(kind.months)
}

function looksBack(expr: Expr): boolean {
  return (expr.op === 'lookup' && expr.at.period?.is === 'previous') || partsOf(expr).some(looksBack)
}

/** All that happens in a world once more in each of so many periods before. */
export function repeatedBefore(search: Search, world: World, months: number, times: number): World {
  const { plan, used } = search
  return plan.relations.reduce((next, relation) => {
    const { id, fields, key } = relation
    const days = fields.filter(
      (field) => used.events.has(`${id}.${field.id}`) || (field.type.is === 'period' && field.id !== key),
    )
    const rows = world.rows.get(id) ?? []
    if (days.length === 0 || rows.length === 0) return next
    const copies = Array.from({ length: times }, (_, i) => daysOfMonths(months * (i + 1))).flatMap((by) =>
      rows.map((row) =>
        days.reduce((copy, field) => {
          const text = earlier(search, world, field, row.get(field.id), by)
          return text === undefined ? copy : new Map(copy).set(field.id, text)
        }, row),
      ),
    )
    const named = copies.map((row, i) =>
      key === undefined ? row : new Map(row).set(key, keyOf(relation, rows.length + i + 1)),
    )
    return withRows(next, id, [...rows, ...named])
  }, world)
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
