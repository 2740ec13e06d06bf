import type { Aggregate, Column, Expr, Id } from '../../plan/plan.ts'
import { productOf, sumOf } from './amount-arithmetic.ts'
import { type Amounts, between, hullOf, only } from './amounts.ts'

/**
 * What a quotient of sums over the same rows comes to: a part of them is from 0 to 1 of all, an average lies between the
 * least and the largest of its amounts. Undefined where it is none.
 */
export function shareOf(
  n: Expr,
  d: Expr,
  definition: (id: Id) => Column | undefined,
  amounts: (id: Id) => Amounts,
): Amounts | undefined {
  const all = rowsOf(d)
  return all && partOf(n)

  /** The aggregate behind guards that let a value through or none at all. */
  function rowsOf(expr: Expr): Aggregate | undefined {
    switch (expr.op) {
      case 'aggregate':
        return expr
      case 'column': {
        const column = definition(expr.column)
        return column && rowsOf(column.expr)
      }
      case 'nonzero':
      case 'abs':
        return rowsOf(expr.a)
      case 'choose':
        return expr.cases.every(({ then }) => then.op === 'fail') ? rowsOf(expr.otherwise) : undefined
      default:
        return undefined
    }
  }

  function partOf(expr: Expr): Amounts | undefined {
    switch (expr.op) {
      case 'add':
      case 'sub': {
        const [a, b] = [partOf(expr.a), partOf(expr.b)]
        return a && b && sumOf(a, expr.op === 'add' ? b : productOf(b, only(-1n)))
      }
      case 'mul':
        // Where all of it is above 0, its sign is 1.
        return expr.b.op === 'sign' && isPositive(all) && rowsOf(expr.b.a) === all
          ? partOf(expr.a)
          : undefined
      default: {
        const part = rowsOf(expr)
        return part && all ? within(part, all) : undefined
      }
    }
  }

  function within(part: Aggregate, whole: Aggregate): Amounts | undefined {
    if (text([part.source, part.at]) !== text([whole.source, whole.at])) return undefined
    if (whole.fn === 'count' && part.fn === 'sum') {
      // Who counts the rows that have the value counts those that are added up.
      const alike = part.value !== undefined && part.value === whole.value && part.where === whole.where
      return alike ? [hullOf(amounts(part.value))] : undefined
    }
    if (part.fn !== whole.fn || (whole.fn !== 'count' && whole.fn !== 'sum')) return undefined
    const valued = part.value === whole.value || (whole.fn === 'count' && whole.value === undefined)
    return valued && isPositive(whole) && narrows(part.where, whole.where) ? between(0n, 1n) : undefined
  }

  /** Whether no row takes away from the sum. */
  function isPositive(one: Aggregate | undefined): boolean {
    if (one?.fn === 'count') return true
    if (one?.fn !== 'sum' || one.value === undefined) return false
    return amounts(one.value).every(({ low }) => low !== undefined && low.n >= 0n)
  }

  /** Whether a test lets no row in that the other leaves out. */
  function narrows(test: Id | undefined, other: Id | undefined): boolean {
    if (other === undefined || test === other) return true
    const expr = test === undefined ? undefined : definition(test)?.expr
    return expr?.op === 'and' && expr.all.some((one) => one.op === 'column' && one.column === other)
  }
}

function text(node: unknown): string {
  return JSON.stringify(node)
}
