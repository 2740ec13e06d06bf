import type { Expr, Id } from '../../plan/plan.ts'
import { type Engine, need } from './engine.ts'

/**
 * What an aggregate counts, in the policy's own names: `Receipt.amount`, `Deal.amount × factor`. It stands for many
 * rows at once, so there are no numbers to put in.
 */
export function exprText(engine: Engine, source: Id, column: Id | undefined): string {
  const record = need(engine.model.grains, source).relation ?? ''
  if (column === undefined) return record
  const found = need(engine.model.columns, column)
  if (found.label !== undefined) return found.label
  return write(engine, record, found.expr) ?? record
}

function write(engine: Engine, record: string, expr: Expr): string | undefined {
  const join = (sign: string, a: Expr, b: Expr): string | undefined => {
    const left = write(engine, record, a)
    const right = write(engine, record, b)
    return left === undefined || right === undefined ? undefined : `${left} ${sign} ${right}`
  }
  switch (expr.op) {
    case 'field':
      return [record, ...expr.path, expr.field].join('.')
    case 'row':
      return [record, ...expr.path].join('.')
    case 'column':
    case 'lookup': {
      const found = need(engine.model.columns, expr.column)
      return found.label ?? write(engine, record, found.expr)
    }
    case 'const':
      return expr.label
    case 'shift':
    case 'nonzero':
      return write(engine, record, expr.a)
    case 'mul':
      return expr.b.op === 'sign' ? write(engine, record, expr.a) : join('×', expr.a, expr.b)
    case 'add':
      return join('+', expr.a, expr.b)
    case 'sub':
      return join('−', expr.a, expr.b)
    case 'round':
      return expr.a.d === undefined ? write(engine, record, expr.a.n) : join('/', expr.a.n, expr.a.d)
    default:
      return undefined
  }
}
