import { type CompareOperator, turned } from '../../base/comparison.ts'
import { power10 } from '../../base/decimal.ts'
import { less, type Rational, same } from '../../base/rational.ts'
import type { Expr, Ratio } from '../../plan/plan.ts'
import { simplestBetween } from '../difference/moved-bound.ts'
import { type Amounts, hullOf, meets, type Piece } from './amounts.ts'
import { type Fact, fixedIn, type Ranges } from './facts.ts'
import { divisorOfBoth, type Grids } from './grids.ts'

/** Compared with a fixed number. */
export type Bound = { readonly by: CompareOperator; readonly value: Rational }

/** Where on the line of all numbers one of two comparisons is true and the other is not. */
export function piecesApart(one: Bound, other: Bound): readonly Piece[] {
  return piecesBetween([one.value, other.value]).filter(
    (piece) => holdsIn(piece, one) !== holdsIn(piece, other),
  )
}

/** Where a comparison comes out so. */
function piecesWhere(bound: Bound, holds: boolean): readonly Piece[] {
  return piecesBetween([bound.value]).filter((piece) => holdsIn(piece, bound) === holds)
}

/** The line cut at some places: each of them, and what lies between two. */
function piecesBetween(places: readonly Rational[]): readonly Piece[] {
  const sorted = [...places].sort((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0))
  const apart = sorted.filter((at, i) => i === 0 || !same(at, sorted[i - 1] ?? at))
  const open = (at: Rational | undefined) => at && { at, included: false }
  const between = (low: Rational | undefined, high: Rational | undefined): Piece => {
    const [from, until] = [open(low), open(high)]
    return { ...(from && { low: from }), ...(until && { high: until }) }
  }
  return [
    ...apart.flatMap((at, i): Piece[] => {
      const end = { at, included: true }
      return [between(apart[i - 1], at), { low: end, high: end }]
    }),
    between(apart.at(-1), undefined),
  ]
}

/** Of a piece that the bound does not cut. */
function holdsIn({ low, high }: Piece, { by, value }: Bound): boolean {
  const is = low && high && same(low.at, value) && same(high.at, value)
  const below = !is && high !== undefined && !less(value, high.at)
  switch (by) {
    case '<':
      return below
    case '<=':
      return below || is === true
    case '=':
      return is === true
    case '<>':
      return is !== true
    case '>=':
      return !below
    case '>':
      return !below && is !== true
  }
}

/** Where two tests come out in another way: only where a quotient has a value, and that lies in one of the pieces. */
export type Apart = { readonly of: Ratio; readonly pieces: readonly Piece[] }

/** What numbers of a plan can come to, and what they are multiples of. */
export type Numbers = { readonly ranges: Ranges; readonly grids: Grids }

/** Whether a quotient may lie in any of some pieces. */
export function mayLieIn(
  { ranges, grids }: Numbers,
  ratio: Ratio,
  pieces: readonly Piece[],
  facts: readonly Fact[],
): boolean {
  const amounts: Amounts = ranges.ofRatio(ratio, facts)
  const step = grids.ofRatio(ratio, 0)
  return pieces.some(
    (piece) => meets(amounts, piece, step) && isCoarseEnough({ ranges, grids }, ratio, piece, facts),
  )
}

/**
 * Whether any quotient of whole numbers lies in a piece whose divisor is no larger than it can be: between 49.99 % and 50 % lies
 * no part of fewer than 5,000.
 */
function isCoarseEnough(
  { ranges, grids }: Numbers,
  { n, d, scale }: Ratio,
  { low, high }: Piece,
  facts: readonly Fact[],
): boolean {
  if (!d || !low || !high) return true
  const [over, under] = [grids.of(n), grids.of(d)]
  const { low: least, high: most } = hullOf(ranges.of(d, facts))
  if (!least || !most || over === 0n || under === 0n) return true
  const size = [least, most].map((end) => (end.n < 0n ? -end.n : end.n) / end.d)
  const largest = size.reduce((a, b) => (a < b ? b : a)) / under
  const steps = (at: Rational): Rational => {
    const [up, down] = scale < 0 ? [1n, power10(-scale)] : [power10(scale), 1n]
    const [x, y] = [at.n * under * up, at.d * over * down]
    const common = divisorOfBoth(x, y)
    return { n: x / common, d: y / common }
  }
  const [from, until] = [steps(low.at), steps(high.at)]
  if ((low.included && from.d <= largest) || (high.included && until.d <= largest)) return true
  return less(from, until) && simplestBetween({ from, until }).d <= largest
}

/** A comparison with a fixed number, and what is compared. */
export function boundIn(test: Expr): { readonly of: Ratio; readonly bound: Bound } | undefined {
  if (test.op !== 'compare') return undefined
  const [left, right] = [fixedRatio(test.a), fixedRatio(test.b)]
  if (right) return { of: test.a, bound: { by: test.by, value: right } }
  return left && { of: test.b, bound: { by: turned[test.by], value: left } }
}

/** A quotient that is written out. */
export function fixedRatio({ n, d, scale }: Ratio): Rational | undefined {
  const value = fixedNumber(n)
  const divisor = d === undefined ? 1n : fixedNumber(d)
  if (value === undefined || divisor === undefined || divisor <= 0n) return undefined
  return scale < 0 ? { n: value * power10(-scale), d: divisor } : { n: value, d: divisor * power10(scale) }
}

/** A number that is written out, also as the product of some. */
export function fixedNumber(expr: Expr): bigint | undefined {
  const value = fixedIn(expr)
  if (value !== undefined) return value
  if (expr.op === 'shift' && expr.by >= 0) {
    const a = fixedNumber(expr.a)
    return a === undefined ? undefined : a * power10(expr.by)
  }
  if (expr.op !== 'mul') return undefined
  const [a, b] = [fixedNumber(expr.a), fixedNumber(expr.b)]
  return a === undefined || b === undefined ? undefined : a * b
}

/** Whether a test can come out so wherever it comes out at all. */
export function mayHold(numbers: Numbers, test: Expr, holds: boolean, facts: readonly Fact[]): boolean {
  switch (test.op) {
    case 'not':
      return mayHold(numbers, test.a, !holds, facts)
    case 'and':
    case 'or':
      return (test.op === 'and') === holds
        ? test.all.every((one) => mayHold(numbers, one, holds, facts))
        : test.all.some((one) => mayHold(numbers, one, holds, facts))
    case 'compare': {
      const found = boundIn(test)
      return !found || mayLieIn(numbers, found.of, piecesWhere(found.bound, holds), facts)
    }
    default:
      return true
  }
}
