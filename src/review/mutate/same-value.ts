import { divideRounded, power10 } from '../../base/decimal.ts'
import type { Rational } from '../../base/rational.ts'
import { sameData } from '../../base/same-data.ts'
import type { Expr, Id, Plan, Ratio } from '../../plan/plan.ts'
import { type Fact, fixedIn } from './facts.ts'
import { sameTests } from './ranges.ts'
import { pairOfSchedules, sameBands, samePay } from './same-schedule.ts'
import { tablesAlike } from './same-table.ts'
import {
  type Apart,
  boundIn,
  fixedNumber,
  fixedRatio,
  mayHold,
  mayLieIn,
  type Numbers,
  piecesApart,
} from './same-test.ts'

/**
 * By how many places an expression has been moved: it comes to `10^places` times what it came to before, with the same
 * states. `any` of what is always 0; undefined where it may be anything else.
 */
export type Moved = number | 'any' | undefined

/** What is known of other parts of the two plans: of columns how they have been moved, of all else whether it differs. */
export type Known = {
  readonly moved: (column: Id) => Moved
  /** Of a test that comes out in another way, where. */
  readonly apart: (column: Id) => Apart | undefined
  readonly isOther: (node: unknown) => boolean
}

/**
 * Compares expressions of two plans that have the same names. `sameWhere`: whether two branches come to the same where the
 * test between them comes out in another way.
 */
export function movedBetween(
  before: Plan,
  after: Plan,
  numbers: Numbers,
  known: Known,
  sameWhere: (apart: Apart, before: readonly Fact[], a: Expr, b: Expr) => boolean,
) {
  const [old, next] = [before, after].map(({ schedules }) => new Map(schedules.map((one) => [one.id, one])))
  const sameTable = tablesAlike(before, after, numbers)

  function moved(a: Expr, b: Expr, facts: readonly Fact[]): Moved {
    if (isSame(a, b)) return a.op === 'fail' || fixedIn(a) === 0n ? 'any' : 0
    if (b.op === 'shift' && b.by > 0) return further(moved(a, b.a, facts), b.by)
    if (a.op === 'shift' && a.by > 0) return further(moved(a.a, b, facts), -a.by)
    switch (a.op) {
      case 'const':
        return b.op === 'const' ? placesBetween(fixedIn(a), fixedIn(b)) : undefined
      case 'column':
        return b.op === 'column' && a.column === b.column ? known.moved(a.column) : undefined
      case 'lookup':
        return b.op === 'lookup' && isSame(besides(a), besides(b)) ? known.moved(a.column) : undefined
      case 'add':
      case 'sub':
        return b.op === a.op ? alike([moved(a.a, b.a, facts), moved(a.b, b.b, facts)]) : undefined
      case 'min':
      case 'max':
        return b.op === 'min' || b.op === 'max' ? movedExtreme(a, b, facts) : undefined
      case 'mul':
        return b.op === 'mul' ? together(moved(a.a, b.a, facts), moved(a.b, b.b, facts)) : undefined
      case 'neg':
      case 'abs':
        return b.op === a.op ? moved(a.a, b.a, facts) : undefined
      case 'nonzero':
        return b.op === 'nonzero' && a.state === b.state ? moved(a.a, b.a, facts) : undefined
      case 'if-missing':
        return b.op === 'if-missing' ? alike([moved(a.a, b.a, facts), moved(a.b, b.b, facts)]) : undefined
      case 'choose':
        return b.op === 'choose' ? movedChoice(a, b, facts) : undefined
      case 'pick':
        if (b.op !== 'pick' || a.items.length !== b.items.length || !stays(a.index, b.index, facts))
          return undefined
        return alike(a.items.map((item, i) => moved(item, b.items[i] ?? item, facts)))
      case 'round':
        return b.op === 'round' ? movedRounding(a, b, facts) : undefined
      case 'aggregate':
        return b.op === 'aggregate' ? movedRows(a, b) : undefined
      case 'tiers':
        return b.op === 'tiers' ? movedTiers(a, b) : undefined
      default:
        return sameCode(a, b, facts) ? 0 : undefined
    }
  }

  /** Of what has no places: tests, words, the numbers of rows and bands. */
  function sameCode(a: Expr, b: Expr, facts: readonly Fact[]): boolean {
    switch (a.op) {
      case 'not':
        return b.op === 'not' && stays(a.a, b.a, facts)
      case 'sign':
        return b.op === 'sign' && moved(a.a, b.a, facts) !== undefined
      case 'and':
      case 'or':
        return (
          b.op === a.op &&
          a.all.length === b.all.length &&
          a.all.every((one, i) => stays(one, b.all[i] ?? one, facts))
        )
      case 'same':
        return b.op === 'same' && stays(a.a, b.a, facts) && stays(a.b, b.b, facts)
      case 'is':
        return b.op === 'is' && a.what === b.what && moved(a.a, b.a, facts) !== undefined
      case 'compare':
        return b.op === 'compare' && sameComparison(a, b, facts)
      case 'table':
        return (
          b.op === 'table' &&
          a.table === b.table &&
          a.row === b.row &&
          isSame(a.inputs, b.inputs) &&
          sameTable(a.table, a.inputs, a.row)
        )
      case 'band': {
        const pair = b.op === 'band' ? schedulesOf(a.schedule, b.schedule) : undefined
        return (
          b.op === 'band' &&
          pair !== undefined &&
          isSame([a.by, a.mirror], [b.by, b.mirror]) &&
          sameBands(pair, a.by, a.mirror)
        )
      }
      default:
        return false
    }
  }

  /** Whether both come to the very same. */
  function stays(a: Expr, b: Expr, facts: readonly Fact[]): boolean {
    const places = moved(a, b, facts)
    return places === 0 || places === 'any'
  }

  function isSame(a: unknown, b: unknown): boolean {
    return (a === b || sameData(a, b)) && !known.isOther(a)
  }

  function sameRatio(a: Ratio, b: Ratio, facts: readonly Fact[]): boolean {
    const n = moved(a.n, b.n, facts)
    if ((a.d === undefined) !== (b.d === undefined) || n === undefined) return false
    const d = a.d && b.d ? moved(a.d, b.d, facts) : 0
    if (d === undefined) return false
    return n === 'any' || n - (d === 'any' ? 0 : d) === b.scale - a.scale
  }

  function sameComparison(a: Of<'compare'>, b: Of<'compare'>, facts: readonly Fact[]): boolean {
    if (a.by === b.by && sameRatio(a.a, b.a, facts) && sameRatio(a.b, b.b, facts)) return true
    const apart = apartOf(a, b, facts)
    return apart !== undefined && !mayLieIn(numbers, apart.of, apart.pieces, facts)
  }

  /** Where two tests come out in another way, if they do so only for a number that is compared with another one. */
  function apartOf(a: Expr, b: Expr, facts: readonly Fact[]): Apart | undefined {
    if (a.op === 'not') return b.op === 'not' ? apartOf(a.a, b.a, facts) : undefined
    if (a.op === 'column')
      return b.op === 'column' && a.column === b.column ? known.apart(a.column) : undefined
    if (a.op === 'and' || a.op === 'or') {
      const [one, ...more] = a.all
      const [other, ...others] = b.op === a.op ? b.all : []
      return one && other && more.length + others.length === 0 ? apartOf(one, other, facts) : undefined
    }
    const [one, other] = [boundIn(a), boundIn(b)]
    if (!one || !other || !sameRatio(one.of, other.of, facts)) return undefined
    return { of: one.of, pieces: piecesApart(one.bound, other.bound) }
  }

  /** Branches that no row takes may come to anything. */
  function movedChoice(a: Of<'choose'>, b: Of<'choose'>, facts: readonly Fact[]): Moved {
    if (a.cases.length !== b.cases.length) return undefined
    const places: Moved[] = []
    let so = facts
    for (const [i, { when, then }] of a.cases.entries()) {
      const other = b.cases[i]
      if (!other) return undefined
      if (!stays(when, other.when, so)) {
        const apart = apartOf(when, other.when, so)
        if (!apart || !sameWhere(apart, so, then, restOf(a, i + 1))) return undefined
        // Each branch is taken where the other version takes another: only what was known before holds in both.
        places.push(moved(then, other.then, so))
        continue
      }
      if (mayHold(numbers, when, true, so))
        places.push(moved(then, other.then, [...so, ...numbers.ranges.facts(when, true, so)]))
      if (!mayHold(numbers, when, false, so)) return alike(places)
      so = [...so, ...numbers.ranges.facts(when, false, so)]
    }
    return alike([...places, moved(a.otherwise, b.otherwise, so)])
  }

  /** A limit that is never reached may be any other that is not. */
  function movedExtreme(a: Pair, b: Pair, facts: readonly Fact[]): Moved {
    if (a.op !== b.op) return undefined
    const sides = [moved(a.a, b.a, facts), moved(a.b, b.b, facts)]
    const whole = alike(sides)
    if (whole !== undefined) return whole
    const unreached = (value: Expr, places: Moved, limit: Expr, other: Expr): boolean => {
      const [from, to] = [fixedNumber(limit), fixedNumber(other)]
      if (typeof places !== 'number' || from === undefined || to === undefined) return false
      const ends = [
        { n: from, d: 1n },
        places < 0 ? { n: to * power10(-places), d: 1n } : { n: to, d: power10(places) },
      ]
      const beyond = ends.map((at) => {
        const end = { at, included: false }
        return a.op === 'min' ? { low: end } : { high: end }
      })
      return !mayLieIn(numbers, { n: value, scale: 0 }, beyond, facts)
    }
    if (unreached(a.a, sides[0], a.b, b.b)) return sides[0]
    return unreached(a.b, sides[1], a.a, b.a) ? sides[1] : undefined
  }

  function movedRounding(a: Of<'round'>, b: Of<'round'>, facts: readonly Fact[]): Moved {
    const places = b.scale - a.scale
    const sameUnit = placesBetween(BigInt(a.unit), BigInt(b.unit)) === places
    if (a.mode !== b.mode || !sameUnit || !sameLimit(a.limit, b.limit, places)) return undefined
    if (sameRatio(a.a, b.a, facts)) return places
    const [x, y] = [fixedRatio(a.a), fixedRatio(b.a)]
    if (x && y) return places === 0 && rounded(x, a) === rounded(y, b) ? 0 : undefined
    // What comes out in another way may be rounded to the same: where a score ends, by a hundredth of a percent.
    const [one, other] = [roundedWithin(a), roundedWithin(b)]
    return one && other ? movedChoice(one, other, facts) : undefined
  }

  function movedRows(a: Of<'aggregate'>, b: Of<'aggregate'>): Moved {
    const id = a.part ? a.denominator : a.value
    const places = id === undefined || a.value !== b.value ? undefined : known.moved(id)
    const plain = ({ value: _, denominator: __, limit: ___, ...rest }: Of<'aggregate'>) => rest
    if (typeof places !== 'number' || a.denominator !== b.denominator || !isSame(plain(a), plain(b)))
      return undefined
    return sameLimit(a.limit, b.limit, places) ? places : undefined
  }

  function movedTiers(a: Of<'tiers'>, b: Of<'tiers'>): Moved {
    const pair = schedulesOf(a.schedule, b.schedule)
    const parts = ({ of, by, base, index, part, mirror }: Of<'tiers'>) => [of, by, base, index, part, mirror]
    if (!pair || !isSame(parts(a), parts(b)) || a.gives.length !== b.gives.length) return undefined
    const given = b.giveScale - a.giveScale
    const sameGives = a.gives.every((give, i) => {
      const places = moved(give, b.gives[i] ?? give, [])
      return places === 'any' || places === given
    })
    if (!sameGives || !sameBands(pair, a.by, a.mirror) || !samePay(pair, a)) return undefined
    return a.part === 'amount' ? b.scale - a.scale : 0
  }

  function schedulesOf(a: Id, b: Id) {
    const [one, other] = [old?.get(a), next?.get(b)]
    return one && other && a === b ? pairOfSchedules(one, other, numbers) : undefined
  }

  return {
    moved: (a: Expr, b: Expr): Moved => moved(a, b, []),
    apart: (a: Expr, b: Expr) => apartOf(a, b, []),
  }
}

function rounded({ n, d }: Rational, { unit, scale, mode }: Of<'round'>): bigint {
  return divideRounded(n * power10(scale), d * BigInt(unit), mode)
}

/** A choice that is rounded as one of what is rounded; undefined where it is none. */
function roundedWithin(expr: Of<'round'>): Of<'choose'> | undefined {
  const { n, d } = expr.a
  if (n.op !== 'choose') return undefined
  const below = d?.op === 'choose' ? d : undefined
  // Both halves of a quotient are chosen by the same tests.
  if (below && !sameTests(n, below)) return undefined
  const within = (over: Expr, under: Expr | undefined): Expr => {
    const one: Of<'round'> = {
      ...expr,
      a: { n: over, ...(under && { d: under }), scale: expr.a.scale },
    }
    return roundedWithin(one) ?? one
  }
  return {
    op: 'choose',
    cases: n.cases.map(({ when, then }, i) => ({ when, then: within(then, below?.cases[i]?.then ?? d) })),
    otherwise: within(n.otherwise, below?.otherwise ?? d),
  }
}

/** What a choice comes to where none of its first cases is taken. */
function restOf({ cases, otherwise }: Of<'choose'>, from: number): Expr {
  return from < cases.length ? { op: 'choose', cases: cases.slice(from), otherwise } : otherwise
}

type Of<Op extends Expr['op']> = Extract<Expr, { readonly op: Op }>
type Pair = Extract<
  Expr,
  { readonly a: Expr; readonly b: Expr; readonly op: 'add' | 'sub' | 'mul' | 'min' | 'max' }
>

function besides({ column: _, ...rest }: Of<'lookup'>): unknown {
  return rest
}

type Limit = { readonly min: string; readonly max: string; readonly state: number } | undefined

function sameLimit(a: Limit, b: Limit, places: number): boolean {
  if (!a || !b) return a === b
  const [min, max] = [
    placesBetween(BigInt(a.min), BigInt(b.min)),
    placesBetween(BigInt(a.max), BigInt(b.max)),
  ]
  return a.state === b.state && [min, max].every((one) => one === 'any' || one === places)
}

function alike(all: readonly Moved[]): Moved {
  return all.reduce<Moved>((a, b) => (a === 'any' ? b : b === 'any' || a === b ? a : undefined), 'any')
}

function further(places: Moved, by: number): Moved {
  return typeof places === 'number' ? places + by : places
}

function together(a: Moved, b: Moved): Moved {
  if (a === undefined || b === undefined) return undefined
  return a === 'any' || b === 'any' ? 'any' : a + b
}

/** How many places lie between two numbers, where they have the same digits. */
function placesBetween(a: bigint | undefined, b: bigint | undefined): Moved {
  if (a === undefined || b === undefined) return undefined
  if (a === 0n || b === 0n) return a === b ? 'any' : undefined
  const [least, most] = size(a) < size(b) ? [a, b] : [b, a]
  const places = String(size(most)).length - String(size(least)).length
  if (least * power10(places) !== most) return undefined
  return size(a) < size(b) ? places : -places
}

function size(a: bigint): bigint {
  return a < 0n ? -a : a
}
