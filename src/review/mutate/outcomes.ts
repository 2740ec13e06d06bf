import type { Column, Expr, Id, Plan, Ratio } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import type { Piece } from './amounts.ts'
import { type Fact, factsIn, keyOf } from './facts.ts'
import { startOf } from './same-schedule.ts'
import { type Apart, mayHold, mayLieIn, type Numbers } from './same-test.ts'

/** What an expression comes to for certain: one value, or one state. */
type Outcome = { readonly value: unknown } | { readonly state: number }

/** What is known of a row: where numbers lie, what is there, and how tests came out. */
type Row = {
  readonly facts: readonly Fact[]
  readonly there: ReadonlySet<string>
  readonly truths: ReadonlyMap<string, boolean>
}

/** Whether two branches come to the same wherever tests that choose between them come out in another way. */
export function sameWhereApart(plan: Plan, numbers: Numbers) {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const { ranges } = numbers

  const definition = (id: Id): Expr | undefined => {
    const column: Column | undefined = columns.get(id)
    return column?.recurrence === undefined ? column?.expr : undefined
  }

  return ({ of, pieces }: Apart, before: readonly Fact[], a: Expr, b: Expr): boolean =>
    pieces.every((piece) => {
      if (!mayLieIn(numbers, of, [piece], before)) return true
      const row = rowOf(of, [...before, ...factsIn(of, piece)])
      const [x, y] = [outcome(a, row), outcome(b, row)]
      if (!x || !y) return false
      return 'state' in x ? 'state' in y && x.state === y.state : 'value' in y && x.value === y.value
    })

  /** What follows from a quotient's being there. */
  function rowOf({ n, d }: Ratio, facts: readonly Fact[]): Row {
    const there = new Set<string>()
    const truths = new Map<string, boolean>()
    const isThere = (expr: Expr): void => {
      const key = keyOf(expr, undefined)
      if (there.has(key)) return
      there.add(key)
      if (expr.op === 'column') {
        const own = definition(expr.column)
        if (own) isThere(own)
      } else if (expr.op === 'choose') {
        // All branches but the last are no value: their tests were false.
        if (!expr.cases.every(({ then }) => then.op === 'fail')) return
        for (const { when } of expr.cases) cameOut(when, false)
        isThere(expr.otherwise)
      } else for (const part of needed(expr) ?? []) isThere(part)
    }
    const cameOut = (test: Expr, as: boolean): void => {
      truths.set(keyOf(test, undefined), as)
      if (test.op === 'not') cameOut(test.a, !as)
      else if (test.op === 'compare') isThere(test)
    }
    isThere(n)
    if (d) isThere(d)
    return { facts, there, truths }
  }

  function outcome(expr: Expr, row: Row): Outcome | undefined {
    switch (expr.op) {
      case 'fail':
        return { state: expr.state }
      case 'column': {
        const own = definition(expr.column)
        return (own && outcome(own, row)) ?? single(expr, row)
      }
      case 'choose': {
        for (const { when, then } of expr.cases) {
          const truth = truthOf(when, row)
          if (truth === undefined) return undefined
          if (truth) return outcome(then, row)
        }
        return outcome(expr.otherwise, row)
      }
      case 'const':
        return expr.type.is === 'int' ? single(expr, row) : { value: expr.value }
      default:
        return single(expr, row)
    }
  }

  /** The one integer that it comes to. */
  function single(expr: Expr, row: Row): Outcome | undefined {
    const [only, ...more] = ranges.of(expr, row.facts)
    const { low, high } = only ?? {}
    if (!low || !high || more.length > 0 || low.n * high.d !== high.n * low.d || low.n % low.d !== 0n)
      return undefined
    return isThere(expr, row) ? { value: low.n / low.d } : undefined
  }

  /** Whether it surely has a value. */
  function isThere(expr: Expr, row: Row): boolean {
    if (row.there.has(keyOf(expr, undefined))) return true
    const all = needed(expr)?.every((part) => isThere(part, row)) === true
    switch (expr.op) {
      case 'const':
        return true
      case 'column': {
        const own = definition(expr.column)
        return own !== undefined && isThere(own, row)
      }
      case 'choose': {
        let certain = true
        for (const { when, then } of expr.cases) {
          const truth = truthOf(when, row)
          if (truth === true) return certain && isThere(then, row)
          if (truth === undefined) certain &&= isThere(when, row) && isThere(then, row)
        }
        return certain && isThere(expr.otherwise, row)
      }
      case 'nonzero':
        return all && !mayLie({ n: expr.a, scale: 0 }, zero, row)
      case 'round': {
        const { limit, unit } = expr
        // With room for what is still to be rounded.
        const end = (at: bigint) => ({ at: { n: at, d: 1n }, included: false })
        const [least, most] = limit
          ? [BigInt(limit.min) + BigInt(unit), BigInt(limit.max) - BigInt(unit)]
          : []
        const beyond =
          least === undefined || most === undefined ? [] : [{ high: end(least) }, { low: end(most) }]
        return (
          all && beyond.every((piece) => !mayLie({ ...expr.a, scale: expr.a.scale - expr.scale }, piece, row))
        )
      }
      case 'band': {
        const schedule = ranges.schedule(expr.schedule)
        const first = schedule && startOf(schedule, 0)
        if (!all || !schedule || !first || schedule.mode === 'linear') return all && schedule !== undefined
        const { at, included } = first
        const low = { at: { n: -at.n, d: at.d }, included: !included }
        return !mayLie(expr.by, { ...(expr.mirror && { low }), high: { at, included: !included } }, row)
      }
      case 'tiers':
        return all && expr.gives.every((give) => isThere(give, row))
      default:
        return all
    }
  }

  function mayLie(ratio: Ratio, piece: Piece, { facts }: Row): boolean {
    return mayLieIn(numbers, ratio, [piece], facts)
  }

  /** How a test surely comes out. */
  function truthOf(test: Expr, row: Row): boolean | undefined {
    const known = row.truths.get(keyOf(test, undefined))
    if (known !== undefined) return known
    switch (test.op) {
      case 'const':
        return typeof test.value === 'boolean' ? test.value : undefined
      case 'column': {
        const own = definition(test.column)
        return own && truthOf(own, row)
      }
      case 'not': {
        const a = truthOf(test.a, row)
        return a === undefined ? undefined : !a
      }
      case 'and':
      case 'or': {
        const all = test.all.map((one) => truthOf(one, row))
        const decides = test.op === 'or'
        if (all.includes(decides)) return decides
        return all.includes(undefined) ? undefined : !decides
      }
      case 'compare':
        if (!isThere(test, row)) return undefined
        if (!mayHold(numbers, test, false, row.facts)) return true
        return mayHold(numbers, test, true, row.facts) ? undefined : false
      case 'is': {
        if (isThere(test.a, row)) return test.what === 'present' || test.what === 'applicable'
        const found = outcome(test.a, row)
        if (!found || !('state' in found) || found.state >= firstHeld) return undefined
        if (test.what === 'not-applicable') return true
        return test.what === 'applicable' ? false : undefined
      }
      default:
        return undefined
    }
  }
}

const zero: Piece = {
  low: { at: { n: 0n, d: 1n }, included: true },
  high: { at: { n: 0n, d: 1n }, included: true },
}

/** The parts that it has no value without; undefined where which they are hangs on the row. */
function needed(expr: Expr): readonly Expr[] | undefined {
  const ofRatio = ({ n, d }: Ratio) => (d ? [n, d] : [n])
  switch (expr.op) {
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
    case 'same':
      return [expr.a, expr.b]
    case 'neg':
    case 'abs':
    case 'sign':
    case 'shift':
    case 'nonzero':
    case 'not':
      return [expr.a]
    case 'round':
      return ofRatio(expr.a)
    case 'compare':
      return [...ofRatio(expr.a), ...ofRatio(expr.b)]
    case 'band':
      return ofRatio(expr.by)
    case 'tiers':
      return [...[expr.of, expr.by, expr.base].flatMap((one) => (one ? ofRatio(one) : [])), expr.index]
    default:
      return undefined
  }
}
