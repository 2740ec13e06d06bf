import type * as ast from '../syntax/ast.ts'
import { wordBySpelling } from '../syntax/keywords.ts'
import type { Context } from './environment.ts'

type Call = Extract<ast.Expr, { is: 'call' }>

/** `count(month in last 3 months where …)`: periods are counted as rows are. */
export function isOfPeriods(context: Context, call: Call): boolean {
  const [argument] = call.args
  return call.args.length === 1 && argument?.is === 'window' && periodNamed(context, argument.a) !== undefined
}

/** The kind of periods that an expression names. */
export function periodNamed(context: Context, expr: ast.Expr): string | undefined {
  const name = expr.is === 'path' && expr.parts.length === 1 ? (expr.parts[0]?.text ?? '') : ''
  if (context.env.declared.has(name) || context.record?.fields.has(name)) return undefined
  const word = wordBySpelling('period', name) ?? name
  return context.env.periods.has(word) ? word : undefined
}
