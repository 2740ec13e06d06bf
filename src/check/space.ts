import type { Zone } from '../base/work-calendar.ts'
import type { TableRow, Test } from './checked.ts'
import { showPoint } from './geometry.ts'
import type { Type } from './types.ts'

/** What an input may be: one of a list, yes or no, or a place on a line. */
export type Domain = {
  readonly name: string
  readonly type: Type
  readonly words: readonly string[]
  /** Days, counts and amounts of a field: only multiples of this are values. */
  readonly step?: bigint
  /** Of times: where they are shown. */
  readonly zone?: Zone
  /** The smallest and the largest value, where a field says so. */
  readonly least?: bigint
  readonly most?: bigint
}

/** A set of rows, or of classes: 32 to a word. */
export type Bits = Int32Array

/**
 * The rows of a table over its inputs. The values of an input fall into classes between which no cell can tell; what a
 * row lets through is a set of classes for each input, a box.
 */
export type Space = {
  readonly rows: number
  readonly columns: readonly Column[]
}
export type Column = {
  readonly domain: Domain
  readonly pieces: readonly Piece[]
  /** For each class, the rows that let it through. */
  readonly takers: readonly Bits[]
  /** How much of the column a row lets through on average: the less, the better it tells the rows apart. */
  readonly share: number
  /** For each row, which of `tests` it has: rows with one number let the same classes through. */
  readonly kind: readonly number[]
  readonly tests: readonly {
    readonly passes: Bits
    readonly all: boolean
    /** Classes that pass where the one before does not, or the other way round. */
    readonly changes: readonly number[]
  }[]
}

type Piece = { readonly is: 'all' } | { readonly is: 'word' | 'truth'; readonly value: string } | Stretch
/** A bound (`low` and `high` are the same), or what lies between two. */
type Stretch = { readonly is: 'stretch'; readonly low?: bigint; readonly high?: bigint }

export function spaceOf(domains: readonly Domain[], rows: readonly TableRow[]): Space {
  return {
    rows: rows.length,
    columns: domains.map((domain, i) =>
      columnOf(
        domain,
        rows.map((row) => row.tests[i] ?? { is: 'any' }),
      ),
    ),
  }
}

function columnOf(domain: Domain, cells: readonly Test[]): Column {
  const points = pointsOf(cells)
  const pieces = piecesOf(domain, cells, points)
  const ends = new Map(points.map((at, i) => [at, i]))
  const place = (piece: Stretch): number => {
    // Twice the number of a bound, and one less for what lies below it.
    if (piece.high === undefined) return points.length * 2
    return (ends.get(piece.high) ?? 0) * 2 + (piece.low === piece.high ? 1 : 0)
  }
  const places = pieces.map((piece) => (piece.is === 'stretch' ? place(piece) : 0))
  const passing = passingOf(pieces, places, ends)
  const known = new Map<string, number>()
  const tests: Column['tests'][number][] = []
  const rowsOf: number[][] = []
  const kind = cells.map((cell, row) => {
    const passes = passing(cell)
    const key = passes.join()
    const found = known.get(key) ?? tests.length
    if (found === tests.length) {
      known.set(key, found)
      tests.push(testWith(passes, pieces.length))
      rowsOf.push([])
    }
    rowsOf[found]?.push(row)
    return found
  })
  const takers = pieces.map(() => bitsOf(cells.length))
  for (const [test, { passes }] of tests.entries()) {
    const rows = rowsOf[test] ?? []
    for (const c of membersOf(passes)) {
      const set = takers[c]
      if (set) for (const row of rows) put(set, row)
    }
  }
  const shares = tests.map(({ passes }) => membersOf(passes).length)
  const all = Math.max(1, pieces.length * cells.length)
  const share = kind.reduce((sum, test) => sum + (shares[test] ?? 0), 0) / all
  return { domain, pieces, takers, share, kind, tests }
}

function testWith(passes: Bits, classes: number): Column['tests'][number] {
  const changes: number[] = []
  for (let c = 1; c < classes; c++) if (has(passes, c) !== has(passes, c - 1)) changes.push(c)
  return { passes, all: changes.length === 0 && has(passes, 0), changes }
}

function pointsOf(cells: readonly Test[]): readonly bigint[] {
  const bounds = cells.flatMap((test) =>
    test.is === 'intervals' ? test.intervals.flatMap((i) => [i.low?.at, i.high?.at]) : [],
  )
  return [...new Set(bounds.filter((at) => at !== undefined))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** The classes of an input that hold a value at all, in the order of the list or of the line. */
function piecesOf(domain: Domain, cells: readonly Test[], points: readonly bigint[]): readonly Piece[] {
  if (cells.every((test) => test.is === 'any')) return [{ is: 'all' }]
  if (domain.type.is === 'enum') return domain.words.map((value) => ({ is: 'word', value }))
  if (domain.type.is === 'truth') return ['true', 'false'].map((value) => ({ is: 'truth', value }))
  const line = points.flatMap((at, i): Stretch[] => {
    const before = points[i - 1]
    return [
      { is: 'stretch', ...(before !== undefined && { low: before }), high: at },
      { is: 'stretch', low: at, high: at },
    ]
  })
  const last = points.at(-1)
  return [...line, { is: 'stretch' as const, ...(last !== undefined && { low: last }) }].filter((piece) =>
    holdsValue(piece, domain),
  )
}

function holdsValue({ low, high }: Stretch, domain: Domain): boolean {
  const { step, least, most } = domain
  if (low !== undefined && low === high)
    return (
      (step === undefined || low % step === 0n) &&
      (least === undefined || low >= least) &&
      (most === undefined || low <= most)
    )
  if (high !== undefined && least !== undefined && least >= high) return false
  if (low !== undefined && most !== undefined && most <= low) return false
  return step === undefined || low === undefined || high === undefined || above(low, step) < high
}

/** The first multiple of the step above a place. */
function above(at: bigint, step: bigint): bigint {
  const rest = ((at % step) + step) % step
  return at - rest + step
}

/**
 * The classes that a cell lets through: words are looked up, and of what stands on a line the first and the last class of
 * each interval are sought, so that a table with thousands of bounds is not gone through for each of its cells.
 */
function passingOf(
  pieces: readonly Piece[],
  places: readonly number[],
  ends: ReadonlyMap<bigint, number>,
): (test: Test) => Bits {
  const named = new Map(pieces.flatMap((piece, c) => ('value' in piece ? [[piece.value, c] as const] : [])))
  const line = pieces.flatMap((piece, c) => (piece.is === 'stretch' ? [c] : []))
  const isAll = pieces.some((piece) => piece.is === 'all')
  const at = (bound: bigint) => (ends.get(bound) ?? 0) * 2 + 1
  /** The first class of the line from a place on. */
  const from = (place: number): number => {
    let low = 0
    let high = line.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[line[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    return low
  }
  const plain = (test: Exclude<Test, { is: 'any' }>): Bits => {
    const passes = bitsOf(pieces.length)
    const name = (value: string) => {
      const c = named.get(value)
      if (c !== undefined) put(passes, c)
    }
    if (test.is === 'words') for (const value of test.values) name(value)
    else if (test.is === 'truth') name(String(test.value))
    else
      for (const { low, high } of test.intervals) {
        const first = low === undefined ? 0 : at(low.at) + (low.included ? 0 : 1)
        const last = high === undefined ? ends.size * 2 : at(high.at) - (high.included ? 0 : 1)
        for (let i = from(first); i < from(last + 1); i++) put(passes, line[i] ?? 0)
      }
    return passes
  }
  const every = firstOf(pieces.length, pieces.length)
  return (test) => {
    if (test.is === 'any' || isAll) return every
    const passes = plain(test)
    if (test.is === 'truth' || !test.negated) return passes
    return every.map((word, i) => word & ~(passes[i] ?? 0))
  }
}

/** A class as a reader would write it: a word, a bound, the first day or count beyond one, `> 10%`. */
export function showClass({ domain, pieces }: Column, at: number): string {
  const piece = pieces[at]
  if (!piece || piece.is === 'all') return '-'
  if (piece.is !== 'stretch') return piece.value
  const { low, high } = piece
  const { step, type, least, most, zone } = domain
  if (low !== undefined && low === high) return showPoint(low, type, zone)
  if (low !== undefined) {
    if (step !== undefined) return showPoint(above(low, step), type, zone)
    return most === undefined || (high !== undefined && most >= high)
      ? `> ${showPoint(low, type, zone)}`
      : showPoint(most, type, zone)
  }
  if (high === undefined) return '-'
  if (step !== undefined) return showPoint(above(high - 1n, step) - step, type, zone)
  return least === undefined ? `< ${showPoint(high, type, zone)}` : showPoint(least, type, zone)
}

export function bitsOf(count: number): Bits {
  return new Int32Array(Math.max(1, (count + 31) >> 5))
}

/** The first `count` of a set. */
export function firstOf(count: number, size: number): Bits {
  const bits = bitsOf(size).fill(-1, 0, count >> 5)
  for (let i = (count >> 5) << 5; i < count; i++) put(bits, i)
  return bits
}

export function has(bits: Bits, at: number): boolean {
  return (((bits[at >> 5] ?? 0) >>> (at & 31)) & 1) === 1
}

export function put(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31))
}

export function without(bits: Bits, at: number): Bits {
  const rest = bits.slice()
  rest[at >> 5] = (rest[at >> 5] ?? 0) & ~(1 << (at & 31))
  return rest
}

export function both(a: Bits, b: Bits): Bits {
  const out = new Int32Array(a.length)
  for (let i = 0; i < out.length; i++) out[i] = (a[i] ?? 0) & (b[i] ?? 0)
  return out
}

export function isEmpty(bits: Bits): boolean {
  for (let i = 0; i < bits.length; i++) if (bits[i] !== 0) return false
  return true
}

/** What a set holds, ascending. */
export function membersOf(bits: Bits): readonly number[] {
  const found: number[] = []
  for (let i = 0; i < bits.length; i++)
    for (let rest = bits[i] ?? 0; rest !== 0; rest &= rest - 1)
      found.push(i * 32 + 31 - Math.clz32(rest & -rest))
  return found
}

/** The classes of a column that both rows let through. */
export function shared(column: Column, a: number, b: number): Bits {
  const [one, other] = [testOfRow(column, a), testOfRow(column, b)]
  return one && other ? both(one.passes, other.passes) : bitsOf(column.pieces.length)
}

export function testOfRow(column: Column, row: number): Column['tests'][number] | undefined {
  return column.tests[column.kind[row] ?? -1]
}
