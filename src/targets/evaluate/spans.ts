import type { Day } from '../../base/day.ts'
import type { Expr } from '../../plan/plan.ts'

/** Days, both included. */
export type Span = { readonly from: Day; readonly until: Day }

/** The expressions directly inside one. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'const':
    case 'field':
    case 'row':
    case 'column':
    case 'line':
    case 'fail':
    case 'rank':
    case 'share':
    case 'rolling':
    case 'earlier-row':
    case 'period-day':
    case 'now':
    case 'begins':
    case 'clock':
    case 'aggregate':
      return []
    case 'in-force':
      return [...expr.keys, expr.day]
    case 'lookup': {
      const { period } = expr.at
      return period?.is === 'date' ? [period.date] : period?.is === 'period' ? [period.period] : []
    }
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
    case 'same':
    case 'if-missing':
    case 'months-between':
    case 'working-days':
    case 'working-seconds':
      return [expr.a, expr.b]
    case 'neg':
    case 'abs':
    case 'sign':
    case 'nonzero':
    case 'shift':
    case 'not':
    case 'period-of':
    case 'day-of-month':
    case 'is':
    case 'local-day':
    case 'local-clock':
      return [expr.a]
    case 'add-working':
      return [expr.a, expr.by]
    case 'instant':
      return [expr.day, expr.clock]
    case 'round':
      return ratioParts(expr.a)
    case 'compare':
      return [...ratioParts(expr.a), ...ratioParts(expr.b)]
    case 'and':
    case 'or':
      return expr.all
    case 'choose':
      return [...expr.cases.flatMap((c) => [c.when, c.then]), expr.otherwise]
    case 'join':
      return expr.items
    case 'pick':
      return [expr.index, ...expr.items]
    case 'add-months':
      return [expr.a, expr.months]
    case 'table':
      return expr.inputs.flatMap((input) => (input.is === 'number' ? ratioParts(input.value) : [input.value]))
    case 'band':
      return ratioParts(expr.by)
    case 'tiers':
      return [
        ...(expr.of ? ratioParts(expr.of) : []),
        ...ratioParts(expr.by),
        ...(expr.base ? ratioParts(expr.base) : []),
        expr.index,
        ...expr.gives,
      ]
  }
}

function ratioParts(ratio: { readonly n: Expr; readonly d?: Expr }): readonly Expr[] {
  return ratio.d === undefined ? [ratio.n] : [ratio.n, ratio.d]
}
