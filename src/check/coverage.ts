import type { TableRow } from './checked.ts'
import {
  type Bits,
  both,
  type Column,
  type Domain,
  firstOf,
  has,
  isEmpty,
  membersOf,
  type Space,
  showClass,
  spaceOf,
  testOfRow,
} from './space.ts'

export type Found =
  | { readonly is: 'case'; readonly example: string }
  | { readonly is: 'none' }
  | { readonly is: 'unknown' }

/** Sets of rows that are looked at before the search gives up: tables that people read need far fewer. */
const patience = 300_000

/**
 * The first case that no row lets through, as a reader would write it (`discount > 10%, role manager`). With `by`,
 * only cases that this row lets through count: without one, the rows above it leave it nothing.
 */
export function uncovered(domains: readonly Domain[], rows: readonly TableRow[], by?: TableRow): Found {
  const space = spaceOf(domains, by ? [...rows, by] : rows)
  return uncoveredIn(space, firstOf(rows.length, space.rows), by && rows.length)
}

/**
 * The plainest case that none of these rows takes: the first in the order of the table's columns and of their values,
 * and of its inputs only those that it needs.
 */
export function uncoveredIn(space: Space, rows: Bits, by?: number): Found {
  const search = searchOf(space, by)
  if (!search.leaves(rows, search.order)) return search.gaveUp() ? { is: 'unknown' } : { is: 'none' }
  // It is there: now column by column the first class in which one is left.
  const some = search.trail()
  const classes: number[] = []
  let open = rows
  for (const [k, column] of space.columns.entries()) {
    const rest = search.order.filter((one) => one > k)
    const at = search.splits(k, open).find((c) => search.leaves(both(open, column.takers[c] ?? open), rest))
    if (at === undefined) return { is: 'case', example: showCase(space, some, rows) }
    classes.push(at)
    open = both(open, column.takers[at] ?? open)
  }
  return { is: 'case', example: showCase(space, classes, rows) }
}

/** Whether these rows take all that `by` lets through; undefined when that is not known. */
export function takesAll(space: Space, rows: Bits, by: number): boolean | undefined {
  const search = searchOf(space, by)
  if (search.leaves(rows, search.order)) return false
  return search.gaveUp() ? undefined : true
}

/** An input is left out where the case stays open whatever it is. */
export function showCase({ columns }: Space, classes: readonly number[], rows: Bits): string {
  const needed = new Set(columns.keys())
  for (const k of [...columns.keys()].reverse()) {
    needed.delete(k)
    const open = [...needed].reduce((set, i) => both(set, columns[i]?.takers[classes[i] ?? 0] ?? set), rows)
    if (!isEmpty(open)) needed.add(k)
  }
  return exampleOf(columns, (k) => (needed.has(k) ? classes[k] : undefined))
}

/** `discount > 10%, role manager`: the inputs that have a class. */
export function exampleOf(columns: readonly Column[], classOf: (k: number) => number | undefined): string {
  const shown = columns.map((column, k) => {
    const at = classOf(k)
    return { name: column.domain.name, at: at === undefined ? '-' : showClass(column, at) }
  })
  const telling = shown.filter(({ at }) => at !== '-')
  return (telling.length > 0 ? telling : shown).map(({ name, at }) => `${name} ${at}`.trim()).join(', ')
}

/** Looks for a case that is left; inputs that tell the rows apart best come first. */
function searchOf(space: Space, by: number | undefined) {
  const { columns } = space
  const order = [...columns.keys()].sort((a, b) => (columns[a]?.share ?? 1) - (columns[b]?.share ?? 1))
  const asked = columns.map((column) => (by === undefined ? undefined : testOfRow(column, by)))
  const whole = columns.map((column, k) => wholeOf(column, space.rows, asked[k]?.passes))
  const firsts = columns.map((column, k) =>
    column.pieces.findIndex((_, c) => !asked[k] || has(asked[k].passes, c)),
  )
  const covered = new Set<string>()
  const trail: number[] = [...firsts]
  let left = patience

  /** One class for each way in which the open rows, and `by`, can be told apart. */
  const splits = (k: number, open: Bits): readonly number[] => {
    const column = columns[k]
    if (!column) return []
    const kinds = new Set(membersOf(open).map((row) => column.kind[row] ?? -1))
    const starts = new Set([0, ...(asked[k]?.changes ?? [])])
    for (const kind of kinds) for (const c of column.tests[kind]?.changes ?? []) starts.add(c)
    return [...starts]
      .filter((c) => c < column.pieces.length && (!asked[k] || has(asked[k].passes, c)))
      .sort((a, b) => a - b)
  }

  const leaves = (open: Bits, rest: readonly number[]): boolean => {
    if (isEmpty(open)) {
      for (const k of rest) trail[k] = firsts[k] ?? -1
      return rest.every((k) => (firsts[k] ?? -1) >= 0)
    }
    const [k, ...further] = rest
    // A row that asks nothing more covers whatever is still to come.
    if (k === undefined || !isEmpty(rest.reduce((set, i) => both(set, whole[i] ?? set), open))) return false
    const key = `${rest.length}:${k}:${open.join()}`
    if (covered.has(key)) return false
    const sets = new Map<string, { readonly set: Bits; readonly at: number }>()
    for (const at of splits(k, open)) {
      const set = both(open, columns[k]?.takers[at] ?? open)
      if (!sets.has(set.join())) sets.set(set.join(), { set, at })
    }
    for (const { set, at } of fewest([...sets.values()])) {
      if (--left < 0) return false
      trail[k] = at
      if (leaves(set, further)) return true
    }
    if (left >= 0) covered.add(key)
    return false
  }
  return { order, splits, leaves, trail: () => [...trail], gaveUp: () => left < 0 }
}

/** What is left of many rows is left of some of them too: only sets that hold no other need to be searched. */
function fewest<S extends { readonly set: Bits }>(sets: readonly S[]): readonly S[] {
  if (sets.length > 100) return sets
  const within = (a: Bits, b: Bits) => a.every((word, i) => (word & ~(b[i] ?? 0)) === 0)
  return sets.filter((one) => !sets.some((other) => other !== one && within(other.set, one.set)))
}

/** The rows that let through all that counts of a column. */
function wholeOf(column: Column, rows: number, asked: Bits | undefined): Bits {
  const found = firstOf(rows, rows)
  return column.takers.reduce((set, takers, c) => (!asked || has(asked, c) ? both(set, takers) : set), found)
}
