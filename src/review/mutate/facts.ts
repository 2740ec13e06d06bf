import { type CompareOperator, opposite, turned } from '../../base/comparison.ts'
import { power10 } from '../../base/decimal.ts'
import { floorOf, type Rational } from '../../base/rational.ts'
import type { Expr, Id, Ratio, Schedule } from '../../plan/plan.ts'
import { inverted } from './amount-arithmetic.ts'
import { type Amounts, both, hullOf, type Piece, type Stretch, whole } from './amounts.ts'

/** What is known of a quotient where some tests have come out as they have: it lies within a stretch. */
export type Fact = { readonly key: string; readonly within: Stretch }

/**
 * What every number of a plan can come to wherever it is there: more than it ever does, never less. Told of integers as they
 * stand in columns, and of quotients as they are compared. `facts`: what is known besides, since some tests came out so.
 */
export type Ranges = {
  readonly of: (expr: Expr, facts?: readonly Fact[]) => Amounts
  readonly ofRatio: (ratio: Ratio, facts?: readonly Fact[]) => Amounts
  /** What follows from a test's having come out so. */
  readonly facts: (test: Expr, holds: boolean, before?: readonly Fact[]) => readonly Fact[]
  readonly schedule: (id: Id) => Schedule | undefined
}

/** A quotient without the fixed numbers that it is multiplied by, as text, and these: it is `factor × core`. */
export type Core = { readonly n: Expr; readonly key: string; readonly factor: Rational }

export function coreOf(n: Expr, d: Expr | undefined): Core {
  let [core, factor] = [n, 1n]
  let divisor = 1n
  for (;;) {
    const by = core.op === 'mul' ? fixedIn(core.b) : undefined
    if (core.op === 'mul' && by !== undefined && by !== 0n) {
      factor *= by
      core = core.a
    } else if (core.op === 'shift') {
      if (core.by >= 0) factor *= power10(core.by)
      else divisor *= power10(-core.by)
      core = core.a
    } else if (core.op === 'neg') {
      factor = -factor
      core = core.a
    } else break
  }
  return { n: core, key: keyOf(core, d), factor: { n: factor, d: divisor } }
}

/** Two expressions of one key have the same value wherever both have any: why one of them has none does not count. */
export function keyOf(n: Expr, d: Expr | undefined): string {
  const plain = JSON.stringify([n, d])
  if (plain.includes('"op":"is"') || plain.includes('"op":"if-missing"')) return plain
  return JSON.stringify([n, d], (key, value: unknown) =>
    key === 'state' || key === 'type' || key === 'label' ? undefined : value,
  )
}

export function fixedIn(expr: Expr): bigint | undefined {
  if (expr.op !== 'const') return undefined
  if (expr.type.is === 'int' && typeof expr.value === 'string') return BigInt(expr.value)
  return expr.type.is === 'date' && typeof expr.value === 'number' ? BigInt(expr.value) : undefined
}

/** What `core` may be where what is asked for is `factor × core`. */
export function inFacts(all: Amounts, { key, factor }: Core, facts: readonly Fact[]): Amounts {
  return facts.reduce(
    (found, fact) => (fact.key === key ? both(found, [times(fact.within, factor)]) : found),
    all,
  )
}

/** What follows for both sides of a comparison from its being true. `of`: what a side may be by itself. */
export function factsOf(test: Expr, holds: boolean, of: (ratio: Ratio) => Amounts): readonly Fact[] {
  switch (test.op) {
    case 'not':
      return factsOf(test.a, !holds, of)
    case 'and':
    case 'or':
      return (test.op === 'and') === holds ? test.all.flatMap((one) => factsOf(one, holds, of)) : []
    case 'compare': {
      const by = holds ? test.by : opposite[test.by]
      return [...sideFacts(test.a, by, of(test.b)), ...sideFacts(test.b, turned[by], of(test.a))]
    }
    default:
      return []
  }
}

/** What is known of a quotient that lies in a piece. */
export function factsIn(ratio: Ratio, { low, high }: Piece): readonly Fact[] {
  const side = (end: Piece['low'], by: CompareOperator, or: CompareOperator): readonly Fact[] =>
    end ? sideFacts(ratio, end.included ? or : by, [{ low: end.at, high: end.at }]) : []
  return [...side(low, '>', '>='), ...side(high, '<', '<=')]
}

function sideFacts(side: Ratio, by: CompareOperator, other: Amounts): readonly Fact[] {
  if (other.length === 0 || by === '<>' || fixedIn(side.n) !== undefined) return []
  const { low, high } = hullOf(other)
  const down = by === '<' || by === '<=' || by === '='
  const up = by === '>' || by === '>=' || by === '='
  const isWhole = side.d === undefined
  const most = down && high ? top(raised(high, side.scale), isWhole, by === '<') : undefined
  const least = up && low ? bottom(raised(low, side.scale), isWhole, by === '>') : undefined
  const core = coreOf(side.n, side.d)
  const within = times({ ...(least && { low: least }), ...(most && { high: most }) }, inverted(core.factor))
  return within.low || within.high ? [{ key: core.key, within }] : []
}

function top(at: Rational, isWhole: boolean, strict: boolean): Rational {
  if (!isWhole) return at
  const floor = floorOf(at)
  return whole(strict && floor * at.d === at.n ? floor - 1n : floor)
}

function bottom({ n, d }: Rational, isWhole: boolean, strict: boolean): Rational {
  const mirrored = top({ n: -n, d }, isWhole, strict)
  return { n: -mirrored.n, d: mirrored.d }
}

function raised({ n, d }: Rational, places: number): Rational {
  return places < 0 ? { n, d: d * power10(-places) } : { n: n * power10(places), d }
}

function times({ low, high }: Stretch, by: Rational): Stretch {
  const at = (end: Rational | undefined) => end && { n: end.n * by.n, d: end.d * by.d }
  const [a, b] = by.n < 0n ? [at(high), at(low)] : [at(low), at(high)]
  return { ...(a && { low: a }), ...(b && { high: b }) }
}
