import { power10 } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import type { Carried } from './clauses.ts'
import { constantOf } from './constants.ts'
import { currencyText, isOfRow } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { asDay } from './local-day.ts'
import { multiply, widen } from './range.ts'
import { beginningOf } from './recurrence.ts'
import { describe, fixed, type NumberType, unstatedRange } from './types.ts'

/**
 * What a cap or floor carries from period to period: what is still to be paid, or still owed, and the type that the
 * amount itself has from here on. Undefined when a mistake was reported.
 */
export function checkCarried(
  context: Context,
  name: ast.Name,
  amount: NumberType,
  recovery: ast.Recovery,
): { readonly carried: Carried; readonly amount: NumberType } | undefined {
  if (!beginningOf(context, name, {})) return undefined
  if (isOfRow(amount.currency)) {
    context.env.report('BY323', { field: currencyText(amount.currency) }, name.span)
    return undefined
  }
  const rate = recovery.rate && typedAs(context, recovery.rate, 'percent')
  const part = rate && constantOf(rate)
  if (part && (part.digits < 0n || part.digits > power10(part.scale))) {
    context.env.report('BY464', {}, rate.span)
    return undefined
  }
  const from = recovery.from && typedAs(context, recovery.from, 'date')
  const forgiven = recovery.forgiven && testOf(context, recovery.forgiven)
  if ((recovery.rate && !rate) || (recovery.from && !from) || (recovery.forgiven && !forgiven))
    return undefined
  const exact = fixed(amount)
  const parts = rate?.type.is === 'number' ? fixed(rate.type).range : undefined
  const scale = parts ? multiply(exact.range, parts).scale : exact.range.scale
  const { max } = unstatedRange(exact.unit, scale)
  const type: NumberType = { ...exact, range: { scale, min: 0n, max } }
  return {
    carried: { type, ...(rate && { rate }), ...(from && { from }), ...(forgiven && { forgiven }) },
    amount: { ...exact, range: widen(exact.range, scale) },
  }
}

function testOf(context: Context, expr: ast.Expr): Typed | undefined {
  const typed = infer(context, expr)
  if (typed.type.is === 'truth') return typed
  if (typed.type.is !== 'error') context.env.report('BY307', { found: describe(typed.type) }, expr.span)
  return undefined
}

function typedAs(context: Context, expr: ast.Expr, wanted: 'percent' | 'date'): Typed | undefined {
  const found = infer(context, expr)
  const typed = wanted === 'date' ? asDay(found) : found
  const { type } = typed
  if (
    wanted === 'date'
      ? type.is === 'date'
      : type.is === 'number' && (type.unit === wanted || type.unit === 'ratio')
  )
    return typed
  if (type.is !== 'error') context.env.report('BY316', { expected: wanted, found: describe(type) }, expr.span)
  return undefined
}
