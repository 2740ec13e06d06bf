import type * as ast from '../syntax/ast.ts'
import type { Context } from './environment.ts'

type Call = Extract<ast.Expr, { is: 'call' }>
type WindowExpr = Extract<ast.Expr, { is: 'window' }>

/** `sum(Receipt.amount so far within order)`: what is counted stands before a window of rows. */
export function windowOfRows(context: Context, call: Call): WindowExpr | undefined {
  const [argument] = call.args
  if (argument?.is !== 'window') return undefined
  const { window } = argument
  if (window.is === 'so-far') return argument
  const ofRows = window.is === 'last' && (window.within !== undefined || context.grain.period === undefined)
  return ofRows ? argument : undefined
}
