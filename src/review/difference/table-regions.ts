import type { DecisionTable, TableInput } from '../../plan/plan.ts'
import type { Names } from './names.ts'
import { type Pair, pairOf } from './table-cells.ts'

/** What a table decides for some inputs: one of its rows, `rows.length` where none matches; or what it must know first. */
export type Decided =
  | { readonly is: 'row'; readonly row: number }
  | { readonly is: 'unknown'; readonly inputs: number }

/** Classes of each input, `from` to `to`, for all of which the old table decides one thing and the new one another. */
export type Box = {
  readonly ranges: readonly { readonly from: number; readonly to: number }[]
  readonly old: Decided
  readonly next: Decided
}

/** More boxes than anybody reads: what differs is then known, where it does not all. */
const most = 400

/**
 * Where two tables differ: their classes gone through input by input, what is left of the rows kept, so that classes
 * for which the same rows are left are looked at once and told together. No box: both give the same for everything.
 */
export function boxesOf(pair: Pair, same: (old: number, next: number) => boolean): readonly Box[] {
  const known = new Map<string, readonly Box[]>()
  const go = (input: number, old: readonly Alive[], next: readonly Alive[]): readonly Box[] => {
    const key = `${input}|${keyOf(old)}|${keyOf(next)}`
    const found = known.get(key)
    if (found !== undefined) return found
    const boxes = input === pair.classes.length ? leaf(old, next) : split(input, old, next)
    known.set(key, boxes)
    return boxes
  }
  const leaf = (old: readonly Alive[], next: readonly Alive[]): readonly Box[] => {
    const [a, b] = [decidedBy(pair.old.table, old), decidedBy(pair.next.table, next)]
    if (a.is === 'row' && b.is === 'row') return same(a.row, b.row) ? [] : [{ ranges: [], old: a, next: b }]
    const alike = a.is === 'unknown' && b.is === 'unknown' && a.inputs === b.inputs
    return alike ? [] : [{ ranges: [], old: a, next: b }]
  }
  const split = (input: number, old: readonly Alive[], next: readonly Alive[]): readonly Box[] => {
    const out: Box[] = []
    const close = (group: { from: number; to: number; boxes: readonly Box[] }) => {
      for (const box of group.boxes)
        if (out.length < most)
          out.push({ ...box, ranges: [{ from: group.from, to: group.to }, ...box.ranges] })
    }
    let last: { from: number; to: number; key: string; boxes: readonly Box[] } | undefined
    const list = pair.classes[input]?.list ?? []
    for (const [at, one] of list.entries()) {
      const boxes = go(input + 1, left(old, 'old', input, at), left(next, 'next', input, at))
      const key = one.is === 'unknown' ? 'unknown' : JSON.stringify(boxes)
      if (last?.key === key) last.to = at
      else {
        if (last) close(last)
        last = { from: at, to: at, key, boxes }
      }
    }
    if (last) close(last)
    return out
  }
  const left = (rows: readonly Alive[], side: 'old' | 'next', input: number, at: number): readonly Alive[] =>
    rows.flatMap((alive) => {
      const passes = pair[side].passes(alive.row, input, at)
      if (passes === 'no') return []
      return [passes === 'yes' ? alive : { row: alive.row, open: alive.open | (1 << input) }]
    })
  const all = ({ rows }: DecisionTable) => rows.map((_, row) => ({ row, open: 0 }))
  return go(0, all(pair.old.table), all(pair.next.table))
}

/** A row that is left, and the inputs that it asks for and that are not known. */
type Alive = { readonly row: number; readonly open: number }

function keyOf(rows: readonly Alive[]): string {
  return rows.map(({ row, open }) => (open === 0 ? row : `${row}?${open}`)).join()
}

/** As the engine decides: a row that may match holds a `unique` table, a `first match` one when no sure row is above. */
function decidedBy({ hit, rows }: DecisionTable, left: readonly Alive[]): Decided {
  const sure = left.find(({ open }) => open === 0)
  const perhaps = left.filter(
    ({ row, open }) => open !== 0 && (hit !== 'first' || sure === undefined || row < sure.row),
  )
  if (perhaps.length > 0) return { is: 'unknown', inputs: perhaps.reduce((all, { open }) => all | open, 0) }
  return { is: 'row', row: sure?.row ?? rows.length }
}

/** Whether two tables give the same for everything that they may be asked. */
export function sameFunction(
  names: Names,
  a: DecisionTable,
  b: DecisionTable,
  asked: readonly (readonly [TableInput | undefined, TableInput | undefined])[],
  same: (old: number, next: number) => boolean,
): boolean {
  const pair = pairOf(names, a, b, asked)
  return pair !== undefined && boxesOf(pair, same).length === 0
}
