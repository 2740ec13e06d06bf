import { formatDay } from '../../base/day.ts'
import { readInstant } from '../../base/local-time.ts'
import { farDay, type Period, periodAt, periodsBetween } from '../../calendar/periods.ts'
import type { Expr, Field, Id, Plan, Relation } from '../../plan/plan.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { cellOf } from './cells.ts'
import type { Search } from './goal.ts'
import type { Knob } from './knobs.ts'
import type { Used } from './used-fields.ts'
import type { Row, World } from './world.ts'

/**
 * The plainest case that there can be: one row of every record that is read, in the middle of a period in force.
 * `later`: so many periods after the first.
 */
export function baseWorld(plan: Plan, used: Used, later: number): World | undefined {
  const period = periodOf(plan, later)
  if (!period) return undefined
  const end = period.end === farDay ? period.start + 60 : period.end
  const day = Math.floor((period.start + end - 1) / 2)
  const rows = new Map<Id, readonly Row[]>()
  for (const relation of plan.relations)
    if (used.fields.has(relation.id)) rows.set(relation.id, [rowOf(plan, used, relation, day, period)])
  const told = plan.zone && asksNow(plan) ? readInstant(plan.zone, plainNow(day)) : undefined
  return { period: period.key, day, rows, ...(typeof told === 'object' && { now: told.at }) }
}

/** Whether anything hangs on what time it is. */
export function asksNow({ columns }: Plan): boolean {
  const asks = ({ op }: { readonly op: string }) => op === 'now' || op === 'clock'
  const inside = (expr: Expr): boolean => asks(expr) || partsOf(expr).some(inside)
  return columns.some(({ expr }) => inside(expr))
}

/** Later on the day on which everything happens. */
function plainNow(day: number): string {
  return `${formatDay(day)}T12:00`
}

/** What a knob is turned to where it has nothing yet. */
export function plainText(search: Search, world: World, knob: Knob): string | undefined {
  return knob.is === 'now' ? plainNow(world.day) : givenText(search, world, knob.relation, knob.field)
}

/** A value for a cell that may be empty, too: who is there without an end leaves long after. */
export function givenText(
  { plan, used }: Search,
  { day }: World,
  relation: Relation,
  field: Field,
): string | undefined {
  const text = cellFor(plan, used, relation, field, day, undefined)
  const { is } = field.type
  return text ?? (is === 'date' || is === 'time' ? cellAt(plan, field, day + daysAround) : undefined)
}

/** A row of a record of which a world has none. */
export function plainRow({ plan, used }: Search, { day }: World, relation: Relation): Row {
  return rowOf(plan, used, relation, day, undefined)
}

/** The first period that lies wholly within the policy's time, or one after it. */
function periodOf(plan: Plan, later: number): Period | undefined {
  const kinds = plan.outputs.flatMap(({ grain }) => {
    const id = plan.grains.find((one) => one.id === grain)?.period
    return plan.periods.filter((kind) => kind.id === id)
  })
  const [own] = kinds
  const kind =
    (own?.is === 'window' ? own.of : own) ??
    plan.periods.find((one) => one.is === 'months' && one.months === 3) ??
    plan.periods.find((one) => one.is !== 'window')
  if (!kind) return undefined
  const from = plan.policy.from ?? 20_454
  const until = plan.policy.until ?? from + 366 * 6
  return periodsBetween(kind, from, until).filter(({ start }) => start >= from)[later]
}

function rowOf(plan: Plan, used: Used, relation: Relation, day: number, period: Period | undefined): Row {
  const cells = new Map<Id, string>()
  const wanted = used.fields.get(relation.id)
  for (const field of relation.fields) {
    const read = wanted?.has(field.id) === true || field.id === relation.key
    const text = read ? cellFor(plan, used, relation, field, day, period) : undefined
    if (text !== undefined) cells.set(field.id, text)
  }
  return cells
}

/** How long before and after what happens things are there. */
const daysAround = 730

/** `SO-1` of SalesOrder, `业务员1`: short, and of each record another. */
export function keyOf(relation: Relation, at: number): string {
  const { id } = relation
  if (!/^[\x20-\x7e]+$/u.test(id)) return `${id}${at}`
  if (id.length <= 8) return `${id}-${at}`
  const capitals = id.replace(/[^A-Z]/gu, '')
  return `${capitals.length > 1 ? capitals : id.slice(0, 1).toUpperCase() + id.slice(1, 3)}-${at}`
}

/** A value that nothing is special about; undefined leaves the cell empty. */
function cellFor(
  plan: Plan,
  used: Used,
  relation: Relation,
  field: Field,
  day: number,
  period: Period | undefined,
): string | undefined {
  const name = `${relation.id}.${field.id}`
  const { type } = field
  switch (type.is) {
    case 'text':
      return field.id === relation.key ? keyOf(relation, 1) : `${field.id} 1`
    case 'ref': {
      const target = plan.relations.find(({ id }) => id === type.relation)
      if (!target || (target.id === relation.id && field.optional)) return undefined
      return target.key === undefined ? undefined : keyOf(target, 1)
    }
    case 'enum':
      return type.values[0]
    case 'truth':
      return 'false'
    case 'period': {
      const kind = plan.periods.find(({ id }) => id === type.kind)
      return (kind && periodAt(kind, day)?.key) ?? period?.key
    }
    case 'date':
    case 'time': {
      if (used.ends.has(name)) return field.optional ? undefined : cellAt(plan, field, day + daysAround)
      const at = used.starts.has(name) ? Math.min(day - daysAround, plan.policy.from ?? day) : day
      return cellAt(plan, field, at)
    }
    case 'int':
      return cellOf(plan, field, plainDigits(field))
  }
}

function cellAt(plan: Plan, field: Field, day: number): string | undefined {
  return field.type.is === 'time' ? `${formatDay(day)}T10:00` : cellOf(plan, field, BigInt(day))
}

/** A number that nothing is special about, as an integer of the scale of its field. */
export function plainDigits({ type }: Field): bigint {
  if (type.is !== 'int') return 0n
  const scaled = (whole: bigint, places: number) =>
    type.scale >= places
      ? whole * 10n ** BigInt(type.scale - places)
      : whole / 10n ** BigInt(places - type.scale)
  const wanted = (): bigint => {
    switch (type.unit) {
      case 'money':
        return scaled(100_000n, 0)
      case 'percent':
      case 'ratio':
        return scaled(10n, 2)
      case 'price-ratio':
        return scaled(8n, 1)
      case 'points':
        return 0n
      case 'count':
      case 'number':
        return scaled(1n, 0)
    }
  }
  const digits = wanted()
  const min = BigInt(type.min)
  const max = BigInt(type.max)
  return digits < min ? min : digits > max ? max : digits
}
