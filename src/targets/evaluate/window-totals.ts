import type { Rolling } from '../../plan/plan.ts'
import { type Engine, need } from './engine.ts'
import { integerAt } from './vector.ts'

/** A row in its order: its day, and its instant where there are times; whether it counts, and the state that it holds windows with. */
export type Counting = {
  readonly row: number
  readonly day: number
  readonly moment?: bigint
  readonly counts: boolean
  readonly held: number
}

/** Where a window begins and ends: after `after`, up to `until`, and of that day up to the row itself or its instant. */
export type End = {
  readonly after: number
  readonly until: number
  readonly itself?: number
  readonly moment?: bigint
}

export type Total = { readonly value: bigint; readonly state: number }

/**
 * What windows come to that end one after another over rows in order: every row comes in once and goes out once.
 * INVARIANT: `ends` ascend, and so do the days of `rows`.
 */
export function windowTotals(
  engine: Engine,
  expr: Rolling,
  rows: readonly Counting[],
  ends: readonly End[],
): readonly Total[] {
  const value = expr.value === undefined ? undefined : need(engine.columns, expr.value)
  const isThere = ({ counts, held }: Counting): boolean => counts && held === 0
  const numberOf = (one: Counting): bigint => {
    if (!isThere(one)) return 0n
    return expr.fn === 'count' ? 1n : value ? integerAt(value, one.row) : 0n
  }
  const better = expr.fn === 'min' ? (a: bigint, b: bigint) => a <= b : (a: bigint, b: bigint) => a >= b
  const best = expr.fn === 'min' || expr.fn === 'max' ? queue<bigint>(better) : undefined
  const held = queue<number>((a, b) => a >= b)
  const places = new Map(rows.map(({ row }, i) => [row, i]))
  let sum = 0n
  let counted = 0
  let from = 0
  let until = 0
  return ends.map((end) => {
    const stop = stopOf(rows, places, end, until)
    for (; until < stop; until++) {
      const row = rows[until]
      if (!row) continue
      sum += numberOf(row)
      if (row.held !== 0) held.add(until, row.held)
      if (isThere(row)) {
        counted++
        best?.add(until, numberOf(row))
      }
    }
    for (; from < until && (rows[from]?.day ?? 0) <= end.after; from++) {
      const row = rows[from]
      if (!row) continue
      sum -= numberOf(row)
      if (isThere(row)) counted--
    }
    const state = held.first(from) ?? 0
    if (!best) return { value: sum, state }
    const found = counted === 0 ? undefined : best.first(from)
    return { value: found ?? 0n, state: Math.max(state, found === undefined ? expr.empty : 0) }
  })
}

/** How many rows stand up to the end of a window: those of earlier days, and of its day those that are no later. */
export function stopOf(
  rows: readonly Counting[],
  places: ReadonlyMap<number, number>,
  { until, itself, moment }: End,
  from: number,
): number {
  const own = itself === undefined ? undefined : places.get(itself)
  if (own !== undefined) return own + 1
  const isLater = (row: Counting): boolean =>
    row.day > until ||
    (row.day === until && moment !== undefined && row.moment !== undefined && row.moment > moment)
  let stop = from
  for (let row = rows[stop]; row && !isLater(row); row = rows[stop]) stop++
  return stop
}

/** The best of what came in and has not gone out: what a later one beats will never be it. */
function queue<V>(beats: (later: V, earlier: V) => boolean): {
  readonly add: (at: number, value: V) => void
  readonly first: (from: number) => V | undefined
} {
  const items: { readonly at: number; readonly value: V }[] = []
  let head = 0
  return {
    add: (at, value) => {
      for (
        let last = items.at(-1);
        items.length > head && last && beats(value, last.value);
        last = items.at(-1)
      )
        items.pop()
      items.push({ at, value })
    },
    first: (from) => {
      while (head < items.length && (items[head]?.at ?? 0) < from) head++
      return items[head]?.value
    },
  }
}
