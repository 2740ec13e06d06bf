import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import { broken } from './constants.ts'
import { type Currency, currencyText, isCurrencyCode, sameCurrency } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { isKnownName } from './infer-path.ts'
import { describe } from './types.ts'

type Call = Extract<ast.Expr, { is: 'call' }>

/**
 * `exchanged(amount, rate, CNY)`: an amount in one currency as one of another, at a rate that is written: how many CNY
 * one unit of the amount is. The amount is money, or a number beside a currency that the rate was chosen by. In place of
 * a currency a field may stand that holds it: `exchanged(pay, rate_to(rep.currency), rep.currency)`.
 */
export function inferExchanged(context: Context, call: Call): Typed {
  const { report } = context.env
  const [from, by, to] = call.args
  const currency = to && currencyNamed(context, to)
  if (!from || !by || call.args.length !== 3 || currency === undefined) {
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
  if (
    amount.type.is === 'number' &&
    amount.type.unit === 'money' &&
    sameCurrency(amount.type.currency, currency)
  ) {
    report('BY459', { currency: currencyText(currency) }, call.span)
    return broken(call.span)
  }
  const product = arithmetic(report, '*', amount, rate, call.span)
  if (product.type.is !== 'number') return product
  return { ...product, type: { ...product.type, unit: 'money', currency } }
}

/** A currency by its code, or a field of the row that holds one. */
function currencyNamed(context: Context, expr: ast.Expr): Currency | undefined {
  if (expr.is !== 'path') return undefined
  const [head, ...rest] = expr.parts
  const code = head && rest.length === 0 ? head.text : ''
  if (!isKnownName(context, head?.text ?? '')) return isCurrencyCode(code) ? code : undefined
  const typed = infer(context, expr)
  if (typed.is !== 'field' || typed.type.is !== 'enum' || !typed.type.values.every(isCurrencyCode))
    return undefined
  return { path: typed.path, record: typed.record, field: typed.field, codes: typed.type.values }
}
