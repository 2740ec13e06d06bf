import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import { broken } from './constants.ts'
import { type Context, infer } from './environment.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { describe } from './types.ts'

type Call = Extract<ast.Expr, { is: 'call' }>

/**
 * `exchanged(amount, rate, CNY)`: an amount in one currency as one of another, at a rate that is written: how many CNY
 * one unit of the amount is. The amount is money, or a number beside a currency that the rate was chosen by.
 */
export function inferExchanged(context: Context, call: Call): Typed {
  const { report } = context.env
  const [from, by, to] = call.args
  const currency = to?.is === 'path' && to.parts.length === 1 ? to.parts[0]?.text : undefined
  if (!from || !by || call.args.length !== 3 || currency === undefined || !/^[A-Z]{3}$/u.test(currency)) {
    report('BY458', {}, call.span)
    return broken(call.span)
  }
  const amount = infer(context, from)
  const rate = infer(context, by)
  for (const [typed, units] of [
    [amount, ['money', 'number', 'count']],
    [rate, ['number', 'count']],
  ] as const) {
    if (typed.type.is === 'error') return broken(call.span)
    const fits =
      typed.type.is === 'number' &&
      units.some((unit) => typed.type.is === 'number' && unit === typed.type.unit)
    if (fits) continue
    report('BY316', { expected: units[0], found: describe(typed.type) }, typed.span)
    return broken(call.span)
  }
  if (amount.type.is === 'number' && amount.type.currency === currency) {
    report('BY459', { currency }, call.span)
    return broken(call.span)
  }
  const product = arithmetic(report, '*', amount, rate, call.span)
  if (product.type.is !== 'number') return product
  return { ...product, type: { ...product.type, unit: 'money', currency } }
}
