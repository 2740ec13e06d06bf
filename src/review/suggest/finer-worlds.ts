import type { Field, Id, Plan, Relation } from '../../plan/plan.ts'
import { keyOf } from './base-world.ts'
import { cellOf, digitsOf } from './cells.ts'
import type { Row, World } from './world.ts'

/** How many times as many there are of everything, and how many more of one thing and of another beside that. */
const finer = [
  { times: 16n, more: 30n },
  { times: 26n, more: 30n },
  { times: 100n, more: 1n },
]
const mostCells = 4
const mostRows = 40

type Cell = {
  readonly relation: Relation
  readonly field: Field
  readonly at: number
  readonly digits: bigint
}

/**
 * Of a case in which a quotient of whole numbers lies exactly at a bound: cases in which it lies so little beside it that only
 * hundreds can bring it there. What one row cannot hold is shared out among several.
 */
export function finerWorlds(plan: Plan, world: World): readonly World[] {
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
  const out: World[] = []
  for (const { times, more } of finer)
    for (const one of few)
      for (const other of few)
        for (let b = 0n; one !== other && b <= more; b++)
          for (const a of [0n, 1n]) {
            const add = (cell: Cell) => (cell === one ? a : cell === other ? b : 0n)
            const next =
              a + b > 0n && withNumbers(plan, world, cells, (cell) => cell.digits * times + add(cell))
            if (next) out.push(next)
          }
  return out
}

/** Other numbers in these cells; undefined where that takes too many rows, or a row would have to be shared out twice. */
function withNumbers(
  plan: Plan,
  world: World,
  cells: readonly Cell[],
  as: (cell: Cell) => bigint,
): World | undefined {
  const rows = new Map<Id, readonly Row[]>(world.rows)
  for (const relation of new Set(cells.map((cell) => cell.relation))) {
    const list: Row[] = []
    const copies: Row[] = []
    for (const [at, row] of (world.rows.get(relation.id) ?? []).entries()) {
      let next = row
      let shared = 0
      for (const cell of cells.filter((one) => one.relation === relation && one.at === at)) {
        const parts = partsOf(cell, as(cell))
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
