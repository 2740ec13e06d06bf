import { less, type Rational, same } from '../../base/rational.ts'

/** What a number may be: stretches in their order, none touching another. No stretch: it is never there. */
export type Amounts = readonly Stretch[]
/** From `low` to `high`, both included; without one it has no end there. */
export type Stretch = { readonly low?: Rational; readonly high?: Rational }
/** The same with ends that may be left out. */
export type Piece = { readonly low?: End; readonly high?: End }
export type End = { readonly at: Rational; readonly included: boolean }

export const anything: Amounts = [{}]

/** More stretches than that are taken together: of a number that may be that many things no more needs to be known. */
const most = 12

export function whole(n: bigint): Rational {
  return { n, d: 1n }
}

export function only(n: bigint): Amounts {
  return [{ low: whole(n), high: whole(n) }]
}

export function from(n: bigint): Amounts {
  return [{ low: whole(n) }]
}

export function between(low: bigint, high: bigint): Amounts {
  return low > high ? [] : [{ low: whole(low), high: whole(high) }]
}

export function anyOf(all: readonly Amounts[]): Amounts {
  const sorted = all.flat().sort((a, b) => (begins(a, b) ? -1 : begins(b, a) ? 1 : 0))
  const found: Stretch[] = []
  for (const one of sorted) {
    const last = found.at(-1)
    if (last && (found.length === most || reaches(last, one)))
      found[found.length - 1] = { ...(last.low && { low: last.low }), ...highest(last, one) }
    else found.push(one)
  }
  return found
}

export function both(a: Amounts, b: Amounts): Amounts {
  return anyOf(a.map((x) => b.flatMap((y) => inBoth(x, y))))
}

function inBoth(x: Stretch, y: Stretch): Amounts {
  const low = x.low && y.low ? (less(x.low, y.low) ? y.low : x.low) : (x.low ?? y.low)
  const high = x.high && y.high ? (less(x.high, y.high) ? x.high : y.high) : (x.high ?? y.high)
  if (low && high && less(high, low)) return []
  return [{ ...(low && { low }), ...(high && { high }) }]
}

/** The smallest and the largest of all. */
export function hullOf(all: Amounts): Stretch {
  const [first, last] = [all[0], all.at(-1)]
  return { ...(first?.low && { low: first.low }), ...(last?.high && { high: last.high }) }
}

/** What an operation gives that is told of stretches. */
export function combined(a: Amounts, b: Amounts, by: (x: Stretch, y: Stretch) => Stretch): Amounts {
  const [left, right] = a.length * b.length > 3 * most ? [[hullOf(a)], [hullOf(b)]] : [a, b]
  return anyOf([left.flatMap((x) => right.map((y) => by(x, y)))])
}

/** Whether some of it lies in a piece: of multiples of a step, where it is of these. */
export function meets(all: Amounts, piece: Piece, step?: Rational): boolean {
  return all.some((stretch) => {
    const low = laterOf(closed(stretch.low), piece.low)
    const high = earlierOf(closed(stretch.high), piece.high)
    if (!step) return !low || !high || less(low.at, high.at) || (same(low.at, high.at) && isIn(low, high))
    if (step.n === 0n) return atLeast(whole(0n), low) && atMost(whole(0n), high)
    if (!low || !high) return true
    return atMost(firstMultiple(step, low), high)
  })
}

function isIn(low: End, high: End): boolean {
  return low.included && high.included
}

/** The first multiple of a step from a place on. */
function firstMultiple({ n, d }: Rational, { at, included }: End): Rational {
  const [over, under] = [at.n * d, at.d * n]
  const floor = over / under - (over % under < 0n ? 1n : 0n)
  const count = floor * under === over && included ? floor : floor + 1n
  return { n: count * n, d }
}

function atLeast(value: Rational, low: End | undefined): boolean {
  return !low || less(low.at, value) || (low.included && same(low.at, value))
}

function atMost(value: Rational, high: End | undefined): boolean {
  return !high || less(value, high.at) || (high.included && same(high.at, value))
}

function closed(at: Rational | undefined): End | undefined {
  return at && { at, included: true }
}

function laterOf(a: End | undefined, b: End | undefined): End | undefined {
  if (!a || !b) return a ?? b
  if (same(a.at, b.at)) return a.included ? b : a
  return less(a.at, b.at) ? b : a
}

function earlierOf(a: End | undefined, b: End | undefined): End | undefined {
  if (!a || !b) return a ?? b
  if (same(a.at, b.at)) return a.included ? b : a
  return less(a.at, b.at) ? a : b
}

function begins(a: Stretch, b: Stretch): boolean {
  if (!b.low) return false
  return !a.low || less(a.low, b.low)
}

function reaches(a: Stretch, b: Stretch): boolean {
  return !a.high || !b.low || !less(a.high, b.low)
}

function highest(a: Stretch, b: Stretch): { readonly high?: Rational } {
  if (!a.high || !b.high) return {}
  return { high: less(a.high, b.high) ? b.high : a.high }
}
