import type { Field, Id, Plan, Relation } from '../../plan/plan.ts'
import { keyOf } from './base-world.ts'
import { cellOf, digitsOf } from './cells.ts'
import { type Row, type World, withCell, withRows } from './world.ts'

/** By how much numbers are made larger together, and how often rows are there: what they are to each other stays. */
const scales = [2n, 3n, 5n, 10n, 20n, 100n, 1000n]
const scalesNudged = [1n, 10n, 100n, 1000n]
const counts = [2, 3, 4, 5, 10, 20]
/** How many days later everything happens, or had happened before. */
const shifts = [31, 92, 184, 365]

type Cells = { readonly relation: Relation; readonly field: Field }

/**
 * The same case with more at stake, or in other circumstances: later; all numbers of a field, or all amounts, so many times
 * as large, or rows so many times there, which leaves quotients as they are; then one number a little more or less beside
 * that, which moves a quotient as little as can be; and one cell each in which something else is said.
 */
export function besideWorlds(plan: Plan, world: World): readonly World[] {
  const fields = plan.relations.flatMap((relation) =>
    (world.rows.get(relation.id) ?? []).length === 0
      ? []
      : relation.fields.filter(({ id }) => id !== relation.key).map((field) => ({ relation, field })),
  )
  const numbers = fields.filter(({ field }) => isAmount(field))
  const money = numbers.filter(({ field: { type } }) => type.is === 'int' && type.unit === 'money')
  const groups = [
    ...(numbers.length > 1 ? [numbers] : []),
    ...(money.length > 1 && money.length < numbers.length ? [money] : []),
    ...numbers.map((one) => [one]),
  ]
  const later = shifts.flatMap((days) => shifted(plan, world, fields, days) ?? [])
  const larger = groups.flatMap((group) => scales.flatMap((by) => scaled(plan, world, group, by) ?? []))
  const more = plan.relations.flatMap((relation) =>
    counts.flatMap((count) => {
      const [next] = repeated(world, relation, count)
      if (!next) return []
      // A share of a target stays what it is where that is as many times as large.
      const others = numbers.filter((one) => one.relation !== relation)
      const kept = others.length > 0 && scaled(plan, next, others, BigInt(count))
      return kept ? [next, kept] : [next]
    }),
  )
  const nudged = scalesNudged.flatMap((by) => {
    const base = by === 1n ? world : scaled(plan, world, numbers, by)
    return base ? numbers.flatMap((cells) => nudgedIn(plan, base, cells)) : []
  })
  const others = fields.flatMap((cells) => otherwise(plan, world, cells))
  const finely = fields
    .filter(({ field: { type } }) => type.is === 'int')
    .flatMap((cells) => spreadOver(plan, world, cells))
  const rows = [...more, ...earlierToo(plan, world), ...withoutRows(plan, world)]
  return [...later, ...larger, ...rows, ...nudged, ...others, ...finely]
}

/** The same case without any row of one record, or without its last one: what has not happened yet, as a complaint. */
export function withoutRows({ relations }: Plan, world: World): readonly World[] {
  return relations.flatMap(({ id }) => {
    const rows = world.rows.get(id) ?? []
    if (rows.length === 0) return []
    const none = withRows(world, id, [])
    return rows.length === 1 ? [none] : [none, withRows(world, id, rows.slice(0, -1))]
  })
}

/** The same case where all that happened had happened some time before as well: what counts up, or looks back, sees both. */
export function earlierToo(plan: Plan, world: World): readonly World[] {
  return plan.relations.flatMap((relation) => {
    const dates = relation.fields.filter(({ type }) => type.is === 'date')
    const [more] = dates.length === 0 ? [] : repeated(world, relation, 2)
    if (!more) return []
    const count = (world.rows.get(relation.id) ?? []).length
    return shifts.map((days) => {
      const rows = (more.rows.get(relation.id) ?? []).map((row, i): Row => {
        if (i < count) return row
        const before = dates.flatMap((field) => {
          const day = digitsOf(plan, field, row.get(field.id))
          const text = day === undefined ? undefined : cellOf(plan, field, day - BigInt(days))
          return text === undefined ? [] : [[field.id, text] as const]
        })
        return new Map([...row, ...before])
      })
      return withRows(more, relation.id, rows)
    })
  })
}

function isAmount({ type }: Field): boolean {
  return type.is === 'int' && (type.unit === 'money' || type.unit === 'count' || type.unit === 'number')
}

/** Every number of these fields, written anew; undefined where one of them cannot be so. */
function rewritten(
  plan: Plan,
  world: World,
  all: readonly Cells[],
  as: (digits: bigint, field: Field) => bigint,
): World | undefined {
  let next = world
  for (const { relation, field } of all) {
    const rows: Row[] = []
    for (const row of next.rows.get(relation.id) ?? []) {
      const digits = digitsOf(plan, field, row.get(field.id))
      const text = digits === undefined ? undefined : cellOf(plan, field, as(digits, field))
      if (digits !== undefined && text === undefined) return undefined
      rows.push(text === undefined ? row : new Map([...row, [field.id, text]]))
    }
    next = withRows(next, relation.id, rows)
  }
  return next
}

function scaled(plan: Plan, world: World, all: readonly Cells[], by: bigint): World | undefined {
  return rewritten(plan, world, all, (digits) => digits * by)
}

function shifted(plan: Plan, world: World, all: readonly Cells[], days: number): World | undefined {
  const dated = all.filter(({ field: { type } }) => type.is === 'date' || type.is === 'time')
  const next = rewritten(plan, world, dated, (at, { type }) =>
    type.is === 'time' ? at + BigInt(days) * 86_400n : at + BigInt(days),
  )
  return next && { ...next, ...(world.now !== undefined && { now: world.now + days * 86_400 }) }
}

/** Each row of a record so many times, each with a key of its own; who is named stays the first of them. */
function repeated(world: World, relation: Relation, count: number): readonly World[] {
  const rows = world.rows.get(relation.id) ?? []
  const { key } = relation
  if (rows.length === 0 || rows.length * count > mostRows) return []
  const copies = Array.from({ length: rows.length * (count - 1) }, (_, i): Row => {
    const row = rows[i % rows.length] ?? new Map<Id, string>()
    return key === undefined ? row : new Map([...row, [key, keyOf(relation, 1000 + i)]])
  })
  return [withRows(world, relation.id, [...rows, ...copies])]
}

const mostRows = 30

/** Half of the 0.01 % by which a share that is compared with something is moved. */
const finest = 20_000n

/** One number of a field a little more, or less. */
function nudgedIn(plan: Plan, world: World, { relation, field }: Cells): readonly World[] {
  return (world.rows.get(relation.id) ?? []).slice(0, 4).flatMap((row, at) => {
    const digits = digitsOf(plan, field, row.get(field.id))
    if (digits === undefined) return []
    const steps = [...new Set([1n, (digits < 0n ? -digits : digits) / finest])].filter((step) => step > 0n)
    return steps
      .flatMap((step) => [digits + step, digits - step])
      .flatMap((value) => {
        const text = cellOf(plan, field, value)
        return text === undefined ? [] : [withCell(world, relation.id, at, field.id, text)]
      })
  })
}

const mostSteps = 24

/** One number of a field in many small steps: what a rounding hides shows where something else brings it near a half. */
function spreadOver(plan: Plan, world: World, { relation, field }: Cells): readonly World[] {
  const digits = digitsOf(plan, field, world.rows.get(relation.id)?.[0]?.get(field.id))
  if (digits === undefined || digits < 2n) return []
  const step = digits / 997n > 0n ? digits / 997n : 1n
  return Array.from({ length: mostSteps }, (_, i) =>
    cellOf(plan, field, digits + BigInt(i + 1) * step),
  ).flatMap((text) => (text === undefined ? [] : [withCell(world, relation.id, 0, field.id, text)]))
}

/** One cell with another word of its list, the other truth, or another number. */
function otherwise(plan: Plan, world: World, { relation, field }: Cells): readonly World[] {
  return (world.rows.get(relation.id) ?? [])
    .slice(0, 6)
    .flatMap((row, at) =>
      otherCells(plan, field, row.get(field.id)).map((text) =>
        withCell(world, relation.id, at, field.id, text),
      ),
    )
}

/** Of a list its other words, of a truth the other one; of a number some that are much smaller and larger. */
function otherCells(plan: Plan, field: Field, text: string | undefined): readonly string[] {
  const { type } = field
  if (type.is === 'enum') return type.values.filter((value) => value !== text)
  if (type.is === 'truth') return [text === 'true' ? 'false' : 'true']
  if (type.is !== 'int') return []
  const digits = digitsOf(plan, field, text) ?? 0n
  const tried = [digits / 10n, digits * 10n, digits * 1000n, BigInt(type.max), 10n ** BigInt(type.scale)]
  return [...new Set(tried)]
    .filter((value) => value !== digits)
    .flatMap((value) => cellOf(plan, field, value) ?? [])
}
