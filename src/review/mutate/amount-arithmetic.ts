import { divideRounded, type RoundingMode } from '../../base/decimal.ts'
import { less, minus, plus, type Rational } from '../../base/rational.ts'
import { type Amounts, anyOf, combined, hullOf, type Stretch, whole } from './amounts.ts'

export function sumOf(a: Amounts, b: Amounts): Amounts {
  return combined(a, b, (x, y) =>
    stretch(x.low && y.low && plus(x.low, y.low), x.high && y.high && plus(x.high, y.high)),
  )
}

export function differenceOf(a: Amounts, b: Amounts): Amounts {
  return combined(a, b, (x, y) =>
    stretch(x.low && y.high && minus(x.low, y.high), x.high && y.low && minus(x.high, y.low)),
  )
}

export function smallerOf(a: Amounts, b: Amounts): Amounts {
  return combined(a, b, (x, y) => {
    const high = x.high && y.high ? (less(x.high, y.high) ? x.high : y.high) : (x.high ?? y.high)
    return stretch(x.low && y.low && (less(x.low, y.low) ? x.low : y.low), high)
  })
}

export function largerOf(a: Amounts, b: Amounts): Amounts {
  return negative(smallerOf(negative(a), negative(b)))
}

export function negative(a: Amounts): Amounts {
  return anyOf([
    a.map(({ low, high }) => stretch(high && minus(whole(0n), high), low && minus(whole(0n), low))),
  ])
}

export function sizeOf(a: Amounts): Amounts {
  return anyOf([
    a.map(({ low, high }) => {
      const zero = whole(0n)
      if (low && !less(low, zero)) return stretch(low, high)
      if (high && !less(zero, high)) return stretch(minus(zero, high), low && minus(zero, low))
      const below = low && minus(zero, low)
      return stretch(zero, below && high && (less(below, high) ? high : below))
    }),
  ])
}

/** Of integers: those that are not 0. */
export function notZero(a: Amounts): Amounts {
  const zero = whole(0n)
  return a.flatMap(({ low, high }) => {
    const [below, above] = [!low || less(low, zero), !high || less(zero, high)]
    if ((low && less(zero, low)) || (high && less(high, zero))) return [stretch(low, high)]
    return [...(below ? [stretch(low, whole(-1n))] : []), ...(above ? [stretch(whole(1n), high)] : [])]
  })
}

export function signOf(a: Amounts): Amounts {
  const zero = whole(0n)
  return anyOf(
    a.map(({ low, high }) => [
      ...(!low || less(low, zero) ? [point(-1n)] : []),
      ...((!low || !less(zero, low)) && (!high || !less(high, zero)) ? [point(0n)] : []),
      ...(!high || less(zero, high) ? [point(1n)] : []),
    ]),
  )
}

export function productOf(a: Amounts, b: Amounts): Amounts {
  return combined(a, b, (x, y) => {
    const all = endsOf(x).flatMap((p) => endsOf(y).map((q) => times(p, q)))
    const [low, high] = [least(all), least(all.map(opposite))]
    return stretch(finite(low), finite(opposite(high)))
  })
}

/** What a quotient comes to: its divisor is a whole number above 0 wherever it is there. */
export function quotientOf(a: Amounts, divisor: Amounts): Amounts {
  const { low, high } = hullOf(divisor)
  const bottom = low && less(whole(1n), low) ? low : whole(1n)
  const inverse = { low: high && less(whole(0n), high) ? inverted(high) : whole(0n), high: inverted(bottom) }
  return divisor.length === 0 ? [] : productOf(a, [inverse])
}

/** The multiples of a unit that quotients are rounded to. */
export function roundedTo(a: Amounts, unit: bigint, mode: RoundingMode): Amounts {
  const at = (end: Rational | undefined) => end && whole(divideRounded(end.n, end.d * unit, mode) * unit)
  return anyOf([a.map(({ low, high }) => stretch(at(low), at(high)))])
}

export function scaled(a: Amounts, by: Rational): Amounts {
  return productOf(a, [{ low: by, high: by }])
}

export function inverted({ n, d }: Rational): Rational {
  return n < 0n ? { n: -d, d: -n } : { n: d, d: n }
}

function stretch(low: Rational | undefined, high: Rational | undefined): Stretch {
  return { ...(low && { low }), ...(high && { high }) }
}

function point(n: bigint): Stretch {
  return stretch(whole(n), whole(n))
}

/** An end of a stretch, or how it goes on without one. */
type Far = Rational | 'down' | 'up'

function endsOf({ low, high }: Stretch): readonly Far[] {
  return [low ?? 'down', high ?? 'up']
}

function times(a: Far, b: Far): Far {
  const [x, y] = [way(a), way(b)]
  if (x === 0 || y === 0) return whole(0n)
  if (typeof a === 'object' && typeof b === 'object') return { n: a.n * b.n, d: a.d * b.d }
  return x * y < 0 ? 'down' : 'up'
}

function way(a: Far): -1 | 0 | 1 {
  if (a === 'down') return -1
  if (a === 'up') return 1
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0
}

function least(all: readonly Far[]): Far {
  return all.reduce((a, b) => {
    if (a === 'down' || b === 'up') return a
    if (b === 'down' || a === 'up') return b
    return less(b, a) ? b : a
  }, 'up' as Far)
}

function opposite(a: Far): Far {
  return a === 'down' ? 'up' : a === 'up' ? 'down' : { n: -a.n, d: a.d }
}

function finite(a: Far): Rational | undefined {
  return typeof a === 'object' ? a : undefined
}
