import type { Field, Id, Plan, Relation } from '../../plan/plan.ts'
import { type Between, simplestBetween } from '../difference/moved-bound.ts'
import { keyOf } from './base-world.ts'
import { cellOf, digitsOf } from './cells.ts'
import type { Row, World } from './world.ts'

/** How many numbers are made parts of a quotient, how often as large both may be, and how many rows there may be. */
const mostCells = 5
const multiples = [1n, 2n, 3n]
const mostRows = 40

type Cell = {
  readonly relation: Relation
  readonly field: Field
  readonly at: number
  readonly digits: bigint
}

/**
 * Of a case in which a quotient of whole numbers lies near a bound: cases in which it lies between that and where it was
 * moved, where only hundreds bring it. These are two numbers, or one and what it is a part of, or how many rows there are
 * and what they add up to. What one row cannot hold is shared out among several.
 */
export function finerWorlds(plan: Plan, world: World, between: Between): readonly World[] {
  const { n, d } = simplestBetween(between)
  if (n < 1n) return []
  const cells = plan.relations.flatMap((relation) =>
    (world.rows.get(relation.id) ?? []).flatMap((row, at) =>
      relation.fields.flatMap((field): readonly Cell[] => {
        const { type } = field
        if (type.is !== 'int' || type.scale !== 0 || type.unit === 'money') return []
        const digits = digitsOf(plan, field, row.get(field.id))
        return digits === undefined || digits < 1n ? [] : [{ relation, field, at, digits }]
      }),
    ),
  )
  const few = cells.slice(0, mostCells)
  return multiples.flatMap((by) => {
    const [over, under] = [n * by, d * by]
    const pairs = few.flatMap((one) =>
      few.flatMap((other) => {
        if (one === other) return []
        const parts = [under, ...(under > over ? [under - over] : [])]
        return parts.flatMap((part) => {
          const two = new Map([
            [one, over],
            [other, part],
          ])
          // Others, as a target, stay in proportion, or as they are.
          const most = part > over ? part : over
          const times = most / (one.digits > other.digits ? one.digits : other.digits)
          const larger = new Map(
            cells.map((cell) => [cell, two.get(cell) ?? cell.digits * (times > 0n ? times : 1n)]),
          )
          return [two, larger]
        })
      }),
    )
    const counted = few.map((one) => new Map([[one, under]]))
    return [
      ...pairs.flatMap((numbers) => withNumbers(plan, world, numbers) ?? []),
      ...counted.flatMap((numbers) => withNumbers(plan, world, numbers, Number(over)) ?? []),
    ]
  })
}

/**
 * Other numbers in these cells; undefined where that takes too many rows, or a row would have to be shared out twice.
 * `count`: among how many rows each is shared out; otherwise as few as hold it.
 */
function withNumbers(
  plan: Plan,
  world: World,
  numbers: ReadonlyMap<Cell, bigint>,
  count?: number,
): World | undefined {
  const rows = new Map<Id, readonly Row[]>(world.rows)
  for (const relation of new Set([...numbers.keys()].map((cell) => cell.relation))) {
    const list: Row[] = []
    const copies: Row[] = []
    for (const [at, row] of (world.rows.get(relation.id) ?? []).entries()) {
      let next = row
      let shared = 0
      for (const [cell, value] of numbers) {
        if (cell.relation !== relation || cell.at !== at) continue
        const parts = count === undefined ? partsOf(cell, value) : evenParts(value, count)
        const texts = parts.map((part) => cellOf(plan, cell.field, part))
        const [first, ...rest] = texts
        if (first === undefined || texts.includes(undefined) || (rest.length > 0 && shared++ > 0))
          return undefined
        if (copies.length + rest.length > mostRows) return undefined
        next = new Map(next).set(cell.field.id, first)
        for (const text of rest) {
          const copy = new Map(row).set(cell.field.id, text ?? '')
          if (relation.key !== undefined) copy.set(relation.key, keyOf(relation, 1000 + copies.length))
          copies.push(copy)
        }
      }
      list.push(next)
    }
    rows.set(relation.id, [...list, ...copies])
  }
  return { ...world, rows }
}

/** As many as a field can hold, several times, and the rest. */
function partsOf({ field: { type } }: Cell, value: bigint): readonly bigint[] {
  const max = type.is === 'int' ? BigInt(type.max) : value
  if (value <= max || value > max * BigInt(mostRows)) return [value]
  const whole = value / max
  const rest = value % max
  return [...(rest > 0n ? [rest] : []), ...Array.from({ length: Number(whole) }, () => max)]
}

/** Parts of nearly one size. */
function evenParts(value: bigint, count: number): readonly bigint[] {
  if (count < 1 || count > mostRows) return [value]
  const each = value / BigInt(count)
  return [value - each * BigInt(count - 1), ...Array.from({ length: count - 1 }, () => each)]
}
