import { type CompareOperator, opposite } from '../../base/comparison.ts'
import { less, plus, type Rational } from '../../base/rational.ts'
import type { Expr, Plan, Ratio } from '../../plan/plan.ts'
import { columnNamed, constantRatio } from './constants.ts'
import { factsWhere, meaning, noFacts } from './never-zero.ts'
import type { Bound, Condition, Look, Side } from './point.ts'

/**
 * Whether a value can never lie on a side of a bound where all of some conditions hold: a clause with a gate at 40 % asks
 * nothing of who stands at 0 %. `near`: just beside is within 10^-near; `mirror`: what counts is how far from 0 it lies.
 */
export function isNeverThere(
  plan: Plan,
  under: readonly Condition[],
  { value, bound, near, mirror }: Extract<Look, { is: 'beside' }>,
  side: Side,
): boolean {
  const zero = bound.n === 0n
  if (side === 'below' && zero && !mirror && isNotNegative(plan, value.n)) return true
  const at = fraction(bound)
  const step = near >= 0 ? { n: 1n, d: 10n ** BigInt(near) } : { n: 10n ** BigInt(-near), d: 1n }
  const low = side === 'below' ? plus(at, { n: -step.n, d: step.d }) : at
  const high = side === 'above' ? plus(at, step) : at
  return factsIn(plan, under).some(({ of, by, than }) => {
    const isAbove = (by === '>=' && than.n > 0n) || (by === '>' && than.n >= 0n)
    // What lies above 0 lies as far from it.
    if (mirror && !isAbove) return false
    if (sameRatio(plan, of, value)) {
      // The nearest that the side allows, which does not belong to it where it is the bound itself.
      switch (by) {
        case '>=':
          return less(high, than) || (side === 'below' && !less(than, at))
        case '>':
          return !less(than, high) || (side === 'below' && !less(than, at))
        case '<=':
          return less(than, low) || (side === 'above' && !less(at, than))
        case '<':
          return !less(low, than) || (side === 'above' && !less(at, than))
        default:
          return false
      }
    }
    // A quotient is 0 only where its numerator is.
    const isPart = of.d === undefined && value.d !== undefined && sameExpr(plan, of.n, value.n)
    return isPart && side === 'at' && zero && isAbove
  })
}

type Fact = { readonly of: Ratio; readonly by: CompareOperator; readonly than: Rational }

/** What conditions say of values beside constants. */
function factsIn(plan: Plan, under: readonly Condition[]): readonly Fact[] {
  const inside = (expr: Expr, holds: boolean, depth = 0): readonly Fact[] => {
    if (depth > 20) return []
    switch (expr.op) {
      case 'column': {
        const column = columnNamed(plan, expr.column)
        return column ? inside(column.expr, holds, depth + 1) : []
      }
      case 'not':
        return inside(expr.a, !holds, depth + 1)
      case 'and':
      case 'or':
        return (expr.op === 'and') === holds ? expr.all.flatMap((one) => inside(one, holds, depth + 1)) : []
      case 'choose': {
        // What is left of it where the clause applies.
        const left = expr.cases.every(({ then }) => then.op === 'fail')
        return left ? inside(expr.otherwise, holds, depth + 1) : []
      }
      case 'compare': {
        const than = constantRatio(expr.b)
        const by = holds ? expr.by : opposite[expr.by]
        return than ? [{ of: expr.a, by, than: fraction(than) }] : []
      }
      default:
        return []
    }
  }
  return under.flatMap((one) => (one.is === 'truth' ? inside(one.expr, one.holds) : []))
}

function sameRatio(plan: Plan, a: Ratio, b: Ratio): boolean {
  if (a.scale !== b.scale || (a.d === undefined) !== (b.d === undefined)) return false
  return sameExpr(plan, a.n, b.n) && (!a.d || !b.d || sameExpr(plan, a.d, b.d))
}

function sameExpr(plan: Plan, a: Expr, b: Expr): boolean {
  return meaning(plan, a) === meaning(plan, b)
}

function fraction({ n, d, scale }: Bound): Rational {
  return { n, d: d * 10n ** BigInt(scale) }
}

/** Whether a number is never below 0, whatever the data says. What has no value is not below 0 either. */
function isNotNegative(plan: Plan, expr: Expr, facts = noFacts, depth = 0): boolean {
  if (depth > 40) return false
  const of = (part: Expr, more = facts): boolean => isNotNegative(plan, part, more, depth + 1)
  const known = facts.get(meaning(plan, expr))
  if (known === 'positive' || known === 'not-negative') return true
  switch (expr.op) {
    case 'const':
      return /^\d+$/u.test(String(expr.value))
    case 'fail':
    case 'abs':
      return true
    case 'field': {
      const type = plan.relations
        .find(({ id }) => id === expr.relation)
        ?.fields.find(({ id }) => id === expr.field)?.type
      return type?.is === 'int' && BigInt(type.min) >= 0n
    }
    case 'column':
    case 'lookup': {
      const column = columnNamed(plan, expr.column)
      if (column?.type.is === 'int' && BigInt(column.type.min) >= 0n) return true
      return (
        column !== undefined &&
        column.recurrence === undefined &&
        isNotNegative(plan, column.expr, noFacts, depth + 1)
      )
    }
    case 'shift':
    case 'nonzero':
    case 'sign':
      return of(expr.a)
    case 'round':
      // What it is divided by is above 0.
      return of(expr.a.n)
    case 'add':
    case 'mul':
    case 'min':
      return of(expr.a) && of(expr.b)
    case 'max':
      return of(expr.a) || of(expr.b)
    case 'if-missing':
      return of(expr.a) && of(expr.b)
    case 'pick':
      return expr.items.every((item) => of(item))
    case 'choose': {
      let after = facts
      for (const { when, then } of expr.cases) {
        if (!of(then, factsWhere(plan, when, true, after))) return false
        after = factsWhere(plan, when, false, after)
      }
      return of(expr.otherwise, after)
    }
    case 'aggregate': {
      if (expr.fn === 'count') return true
      const value = expr.value === undefined ? undefined : columnNamed(plan, expr.value)
      return value !== undefined && isNotNegative(plan, value.expr, noFacts, depth + 1)
    }
    default:
      return false
  }
}
