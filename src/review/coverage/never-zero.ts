import { type CompareOperator, opposite } from '../../base/comparison.ts'
import type { Expr, Plan } from '../../plan/plan.ts'
import { columnNamed, constantRatio } from './constants.ts'
import { typeOf } from './type-of.ts'

/** What is known of numbers where an expression stands, by their meaning. */
export type Facts = ReadonlyMap<string, 'positive' | 'not-negative' | 'not-zero'>

export const noFacts: Facts = new Map()

/** Whether a divisor cannot be 0 there: a case need not show that a quotient is held for it. */
export function isNeverZero(plan: Plan, expr: Expr, facts: Facts): boolean {
  const sign = signOf(plan, expr, facts)
  return sign === 'positive' || sign === 'not-zero'
}

type Sign = 'positive' | 'not-negative' | 'not-zero' | undefined

function signOf(plan: Plan, expr: Expr, facts: Facts): Sign {
  const known = facts.get(meaning(plan, expr))
  if (known === 'positive' || known === 'not-zero') return known
  return signBy(plan, expr, facts) ?? known
}

function signBy(plan: Plan, expr: Expr, facts: Facts): Sign {
  const of = (part: Expr) => signOf(plan, part, facts)
  switch (expr.op) {
    case 'shift':
    case 'nonzero':
      return of(expr.a)
    case 'neg':
      return isNeverZero(plan, expr.a, facts) ? 'not-zero' : undefined
    case 'abs':
      return isNeverZero(plan, expr.a, facts) ? 'positive' : 'not-negative'
    case 'add': {
      const signs = [of(expr.a), of(expr.b)]
      if (!signs.every((sign) => sign === 'positive' || sign === 'not-negative')) return undefined
      return signs.includes('positive') ? 'positive' : 'not-negative'
    }
    case 'sub':
      // A period ends after it begins.
      return isPeriodDay(expr.a, 'last') && isPeriodDay(expr.b, 'first') ? 'not-negative' : undefined
    case 'mul': {
      const [a, b] = [of(expr.a), of(expr.b)]
      if (!a || !b) return undefined
      if (a === 'positive' && b === 'positive') return 'positive'
      return a === 'not-negative' || b === 'not-negative' ? undefined : 'not-zero'
    }
    case 'max': {
      const signs = [of(expr.a), of(expr.b)]
      if (signs.includes('positive')) return 'positive'
      return signs.includes('not-negative') ? 'not-negative' : undefined
    }
    case 'months-between':
      return isPeriodDay(dayIn(expr.a), 'first') && isPeriodDay(dayIn(expr.b), 'last')
        ? 'positive'
        : undefined
    case 'working-days':
      // No calendar is idle for a whole period.
      return isPeriodDay(expr.a, 'first') && isPeriodDay(expr.b, 'last') ? 'positive' : undefined
    case 'pick': {
      const signs = expr.items.map(of)
      return signs.every((sign) => sign === 'positive') ? 'positive' : undefined
    }
    default:
      return signOfType(plan, expr)
  }
}

function signOfType(plan: Plan, expr: Expr): Sign {
  const type = typeOf(plan, expr)
  if (type?.is !== 'int') return undefined
  if (BigInt(type.min) > 0n) return 'positive'
  if (BigInt(type.max) < 0n) return 'not-zero'
  return BigInt(type.min) === 0n ? 'not-negative' : undefined
}

function isPeriodDay(expr: Expr, which: 'first' | 'last'): boolean {
  return expr.op === 'period-day' && expr.which === which
}

/** The day that another is counted from: the month after the day before it, the month that holds it. */
function dayIn(expr: Expr): Expr {
  switch (expr.op) {
    case 'add-months':
    case 'period-of':
      return dayIn(expr.a)
    case 'add':
      return expr.b.op === 'const' ? dayIn(expr.a) : expr
    default:
      return expr
  }
}

/** What is known besides where a test holds, or does not. */
export function factsWhere(plan: Plan, test: Expr, holds: boolean, facts: Facts): Facts {
  switch (test.op) {
    case 'not':
      return factsWhere(plan, test.a, !holds, facts)
    case 'and':
    case 'or':
      // Of `and`, where it holds, and of `or`, where it does not, every part is known.
      if ((test.op === 'and') !== holds) return facts
      return test.all.reduce((known, one) => factsWhere(plan, one, holds, known), facts)
    case 'compare': {
      const bound = constantRatio(test.b)
      const sign = bound && signBeside(holds ? test.by : opposite[test.by], bound.n)
      if (!sign) return facts
      // A quotient has the sign of its numerator.
      return new Map([...facts, [meaning(plan, test.a.n), sign]])
    }
    default:
      return facts
  }
}

function signBeside(by: CompareOperator, bound: bigint): Sign {
  switch (by) {
    case '>':
      return bound >= 0n ? 'positive' : undefined
    case '>=':
      return bound > 0n ? 'positive' : bound === 0n ? 'not-negative' : undefined
    case '<':
      return bound <= 0n ? 'not-zero' : undefined
    case '<=':
      return bound < 0n ? 'not-zero' : undefined
    case '=':
      return bound > 0n ? 'positive' : bound < 0n ? 'not-zero' : 'not-negative'
    case '<>':
      return bound === 0n ? 'not-zero' : undefined
  }
}

/** What tells apart why a value is held, and not the value. */
const reasons: ReadonlySet<string> = new Set(['state', 'empty', 'several', 'limit'])

/** An expression in words of its own: a sum that is written twice stands in two columns that mean the same. */
export function meaning(plan: Plan, expr: Expr): string {
  const plain = (part: Expr) => JSON.stringify(part, (key, value) => (reasons.has(key) ? undefined : value))
  const sum = expr.op === 'column' ? columnNamed(plan, expr.column) : undefined
  if (sum?.expr.op !== 'aggregate' || sum.denominator !== undefined) return plain(expr)
  // What is added up row by row stands in a column of its own for each of them, too.
  const value = sum.expr.value === undefined ? undefined : columnNamed(plan, sum.expr.value)
  if (!value || value.denominator !== undefined) return plain(sum.expr)
  return `${plain({ ...sum.expr, value: value.grain })} of ${plain(value.expr)}`
}
