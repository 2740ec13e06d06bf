import { normalize } from '../base/decimal.ts'
import type { DecisionTable, Give, TableRow } from './checked.ts'
import { constantOf } from './constants.ts'
import { exampleOf, takesAll } from './coverage.ts'
import { currencyText } from './currency.ts'
import {
  type Bits,
  bitsOf,
  type Column,
  firstOf,
  has,
  isEmpty,
  membersOf,
  put,
  type Space,
  shared,
  testOfRow,
  without,
} from './space.ts'

/** Two rows, by their numbers from 0, the earlier first. */
export type Pair = { readonly first: number; readonly second: number }

/** The first row that shares a case with one above it, and the plainest such case. */
export function overlapIn(space: Space): (Pair & { readonly example: string }) | undefined {
  const meeting = meetingIn(space)
  for (let second = 0; second < space.rows; second++) {
    const [first] = membersOf(meeting(second)).filter((row) => row < second)
    if (first !== undefined) return { first, second, example: sharedExample(space, first, second) }
  }
  return undefined
}

/** Of each input the plainest of what both let through: a bound before what lies between two. */
function sharedExample({ columns }: Space, a: number, b: number): string {
  return exampleOf(columns, (k) => {
    const column = columns[k]
    if (!column || (testOfRow(column, a)?.all && testOfRow(column, b)?.all)) return undefined
    const classes = membersOf(shared(column, a, b))
    const isBound = (c: number) => {
      const piece = column.pieces[c]
      return piece?.is !== 'stretch' || piece.low === piece.high
    }
    return classes.find(isBound) ?? classes[0]
  })
}

/** For each row the rows, itself too, that share a case with it. */
export function meetingIn({ columns, rows }: Space): (row: number) => Bits {
  const known = columns.map(() => new Map<number, Bits>())
  return (row) => {
    const found = firstOf(rows, rows)
    for (const [k, column] of columns.entries()) {
      const kind = column.kind[row] ?? -1
      let set = known[k]?.get(kind)
      if (!set) {
        set = bitsOf(rows)
        const classes = membersOf(column.tests[kind]?.passes ?? set)
        for (const c of classes) {
          const takers = column.takers[c] ?? set
          for (let i = 0; i < set.length; i++) set[i] = (set[i] ?? 0) | (takers[i] ?? 0)
        }
        known[k]?.set(kind, set)
      }
      for (let i = 0; i < found.length; i++) found[i] = (found[i] ?? 0) & (set[i] ?? 0)
    }
    return found
  }
}

/** The rows above that leave a row nothing: one of them if it suffices, else none that could be spared. */
export function maskOf(
  space: Space,
  meeting: (row: number) => Bits,
  row: number,
): readonly number[] | undefined {
  const above = bitsOf(space.rows)
  const candidates = membersOf(meeting(row)).filter((other) => other < row)
  for (const other of candidates) put(above, other)
  if (isEmpty(above)) return undefined
  const single = candidates.find((other) => holds(space, other, row))
  if (single !== undefined) return [single]
  if (takesAll(space, above, row) !== true) return undefined
  let needed = above
  for (const other of [...candidates].reverse()) {
    const fewer = without(needed, other)
    if (takesAll(space, fewer, row) === true) needed = fewer
  }
  return membersOf(needed)
}

/** Whether one row takes every case of another. */
function holds({ columns }: Space, outer: number, inner: number): boolean {
  return columns.every((column) => {
    const [a, b] = [testOfRow(column, outer), testOfRow(column, inner)]
    return b?.passes.every((word, i) => (word & ~(a?.passes[i] ?? 0)) === 0)
  })
}

/**
 * The first two rows that could be one: they give the same, and differ in one input, whose values together are a list
 * of words or one stretch of the line. In a `first match` table, whose order means something, they are neighbours.
 */
export function mergeIn(space: Space, table: DecisionTable): Pair | undefined {
  const { columns } = space
  const alike = new Map<string, number[]>()
  const joins = columns.map(joinsOf)
  for (const [second, row] of table.rows.entries()) {
    const gives = givesOf(row)
    if (gives === undefined) continue
    for (const [k, column] of columns.entries()) {
      const others = columns.map((other, i) => (i === k ? '' : other.kind[second]))
      const key = `${k}|${others.join()}|${gives}`
      const rows = alike.get(key) ?? []
      const own = column.kind[second] ?? -1
      const first = rows.find(
        (one) =>
          column.kind[one] !== own &&
          joins[k]?.(column.kind[one] ?? -1, own) === true &&
          (table.hit !== 'first' || one === second - 1),
      )
      if (first !== undefined) return { first, second }
      rows.push(second)
      alike.set(key, rows)
    }
  }
  return undefined
}

/** Whether what two tests let through is together a list of words or one stretch of the line. */
function joinsOf({ domain, tests, pieces }: Column): (a: number, b: number) => boolean {
  if (domain.type.is === 'enum') return () => true
  const spans = tests.map(({ passes, changes }) => {
    const single = has(passes, 0) ? changes.length <= 1 : changes.length > 0 && changes.length <= 2
    const first = has(passes, 0) ? 0 : (changes[0] ?? 0)
    const end = (has(passes, 0) ? changes[0] : changes[1]) ?? pieces.length
    return { single, first, end }
  })
  return (a, b) => {
    const [one, other] = [spans[a], spans[b]]
    if (one?.single && other?.single) return one.first <= other.end && other.first <= one.end
    const [x, y] = [tests[a], tests[b]]
    if (!x || !y) return false
    const inEither = pieces.map((_, c) => has(x.passes, c) || has(y.passes, c))
    return inEither.filter((within, c) => within && !inEither[c - 1]).length === 1
  }
}

/** What a row gives, where that is written as constants. */
function givesOf({ gives }: TableRow): string | undefined {
  const written = gives.map(constantGive)
  return written.includes(undefined) ? undefined : JSON.stringify(written)
}

function constantGive(give: Give): string | undefined {
  if (give.is === 'not-decided') return `not decided ${give.why}`
  if (give.is !== 'const') return undefined
  const number = constantOf(give)
  if (!number) return String(give.value)
  const { digits, scale } = normalize(number)
  return `${digits} ${scale} ${number.type.unit} ${number.type.currency ? currencyText(number.type.currency) : ''}`
}
