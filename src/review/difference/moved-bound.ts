import { less, type Rational } from '../../base/rational.ts'
import type { Plan } from '../../plan/plan.ts'
import { type Amount, changedOf, constantsOf } from './constants.ts'

/** What lies between a number of one version and what became of it in the other. */
export type Between = { readonly from: Rational; readonly until: Rational }

/**
 * Between which numbers two versions part that differ in one of their constants; undefined where they differ in more. Of a
 * constant that one of them has besides, as where it stands in two places, the nearest one is taken.
 */
export function movedBound(old: Plan, next: Plan): Between | undefined {
  const [before, after] = [constantsOf(old), constantsOf(next)]
  const { numbers } = changedOf(before, after)
  const [one, two] = numbers
  if (!one || numbers.length > 2) return undefined
  const others = [...before.numbers, ...after.numbers].filter(
    (other) => other !== one && other.kind === one.kind && !isSame(other, one),
  )
  const other =
    two ?? others.reduce<Amount | undefined>((a, b) => (a && !isNearer(b, a, one) ? a : b), undefined)
  if (!other || other.kind !== one.kind) return undefined
  const [a, b] = [rationalOf(one), rationalOf(other)]
  return less(a, b) ? { from: a, until: b } : { from: b, until: a }
}

function isSame(a: Amount, b: Amount): boolean {
  return a.digits === b.digits && a.scale === b.scale
}

function rationalOf({ digits, scale }: Amount): Rational {
  return { n: digits, d: 10n ** BigInt(scale) }
}

function isNearer(a: Amount, b: Amount, to: Amount): boolean {
  const far = (one: Amount): Rational => {
    const [x, y] = [rationalOf(one), rationalOf(to)]
    const n = x.n * y.d - y.n * x.d
    return { n: n < 0n ? -n : n, d: x.d * y.d }
  }
  return less(far(a), far(b))
}

/** The fraction of the smallest whole numbers that lies between two, at neither of them. */
export function simplestBetween({ from, until }: Between): Rational {
  const whole = from.n / from.d - (from.n % from.d < 0n ? 1n : 0n)
  if ((whole + 1n) * until.d < until.n) return { n: whole + 1n, d: 1n }
  const [low, high] = [from, until].map(({ n, d }) => ({ n: n - whole * d, d }))
  // Nothing whole lies between them: what is left of both is turned upside down.
  if (!low || !high || low.n === 0n) {
    const d = high ? high.d / high.n + 1n : 1n
    return { n: whole * d + 1n, d }
  }
  const { n, d } = simplestBetween({ from: { n: high.d, d: high.n }, until: { n: low.d, d: low.n } })
  return { n: whole * n + d, d: n }
}
