import { floorOf, less, minus, type Rational, same } from '../../base/rational.ts'

/** A number as it hangs on one cell; undefined where it has no value. */
export type Line = (cell: bigint) => Rational | undefined

/**
 * Where a line meets a bound: `at` exactly there, where it does so at all; `low` and `high` are neighbours, or the same,
 * between which it passes.
 */
export type Solved = {
  readonly at: bigint | undefined
  readonly low: bigint
  readonly high: bigint
  readonly rising: boolean
}

type Spot = { readonly cell: bigint; readonly value: Rational }

const mostSecants = 8

/**
 * The cell at which a line meets a bound: whatever stands between the two, it is nearly always straight around there, so
 * that two values show where. Where it is not, of two cells on both sides of the bound the half between them is asked.
 */
export function solved(
  line: Line,
  bound: Rational,
  start: bigint,
  tries: readonly bigint[],
  far: readonly bigint[],
): Solved | undefined {
  const seen = new Map<bigint, Rational | undefined>()
  const measure = (cell: bigint): Spot | undefined => {
    const value = seen.has(cell) ? seen.get(cell) : line(cell)
    seen.set(cell, value)
    return value && { cell, value }
  }
  let a = measure(start) ?? measure(start + 1n)
  if (!a) return undefined
  let b = firstOther(tries, measure, a.value)
  for (let step = 0; b && step < mostSecants; step++) {
    const near = meeting(a, b, bound)
    if (near === undefined) break
    const [low, high] = [measure(near), measure(near + 1n)]
    const found = between(low, high, bound)
    if (found) return found
    if (!low || low.cell === a.cell || low.cell === b.cell) break
    b = a
    a = low
  }
  for (const cell of far) measure(cell)
  return halved(seen, measure, bound)
}

function firstOther(
  tries: readonly bigint[],
  measure: (cell: bigint) => Spot | undefined,
  value: Rational,
): Spot | undefined {
  for (const cell of tries) {
    const other = measure(cell)
    if (other && !same(other.value, value)) return other
  }
  return undefined
}

/** a + (bound − value(a)) × (b − a) / (value(b) − value(a)), rounded down. */
function meeting(a: Spot, b: Spot, bound: Rational): bigint | undefined {
  const gap = minus(bound, a.value)
  const rise = minus(b.value, a.value)
  if (rise.n === 0n) return undefined
  const sign = rise.n < 0n ? -1n : 1n
  const run = b.cell - a.cell
  return floorOf({
    n: a.cell * gap.d * rise.n * sign + gap.n * run * rise.d * sign,
    d: gap.d * rise.n * sign,
  })
}

/** Whether the bound lies at one of two neighbours, or between them: no nearer can be had. */
function between(low: Spot | undefined, high: Spot | undefined, bound: Rational): Solved | undefined {
  const rising = !low || !high || !less(high.value, low.value)
  for (const one of [low, high])
    if (one && same(one.value, bound)) return { at: one.cell, low: one.cell, high: one.cell, rising }
  if (!low || !high || less(low.value, bound) === less(high.value, bound)) return undefined
  return { at: undefined, low: low.cell, high: high.cell, rising }
}

/** Between two cells on both sides of a bound, the two neighbours that are. */
function halved(
  seen: ReadonlyMap<bigint, Rational | undefined>,
  measure: (cell: bigint) => Spot | undefined,
  bound: Rational,
): Solved | undefined {
  const cells = [...seen].flatMap(([cell, value]) => (value ? [{ cell, value }] : []))
  cells.sort((a, b) => (a.cell < b.cell ? -1 : 1))
  for (const [i, right] of cells.entries()) {
    const left = cells[i - 1]
    if (!left) continue
    let [low, high] = [left, right]
    if (
      less(low.value, bound) === less(high.value, bound) &&
      !same(low.value, bound) &&
      !same(high.value, bound)
    )
      continue
    while (high.cell - low.cell > 1n) {
      const middle = measure((low.cell + high.cell) / 2n)
      if (!middle) break
      if (same(middle.value, bound)) return between(middle, undefined, bound)
      const isLow = less(middle.value, bound) === less(low.value, bound)
      const before = isLow ? low : high
      if (isLow) low = middle
      else high = middle
      // On one side of the bound it may be straight, as beyond a cap.
      const near = meeting(before, middle, bound)
      if (near === undefined || near < low.cell || near >= high.cell) continue
      const met = between(measure(near), measure(near + 1n), bound)
      if (met) return met
    }
    const found = high.cell - low.cell <= 1n ? between(low, high, bound) : undefined
    if (found) return found
  }
  return undefined
}

/** How far a line may be level around the bound before it leaves it. */
const farthest = 2n ** 44n

/** The cell nearest to where a line meets a bound at which it lies on the wanted side. */
export function beside(
  line: Line,
  { bound, want }: { readonly bound: Rational; readonly want: 'below' | 'at' | 'above' },
  { low, high, rising }: Solved,
): bigint | undefined {
  const isThere = (cell: bigint): boolean => {
    const value = line(cell)
    return value !== undefined && (want === 'below' ? less(value, bound) : less(bound, value))
  }
  const ways = (want === 'below') === rising ? [-1n, 1n] : [1n, -1n]
  for (const way of ways) {
    const found = onward(isThere, way < 0n ? low : high, way)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first cell in one direction that is there, as far as every one after it is. */
function onward(isThere: (cell: bigint) => boolean, from: bigint, way: bigint): bigint | undefined {
  if (isThere(from)) return from
  let no = from
  for (let step = 1n; step < farthest; step *= 4n) {
    const cell = from + way * step
    if (!isThere(cell)) {
      no = cell
      continue
    }
    let yes = cell
    while ((yes > no ? yes - no : no - yes) > 1n) {
      const middle = (yes + no) / 2n
      if (isThere(middle)) yes = middle
      else no = middle
    }
    return yes
  }
  return undefined
}
