import type { RoundingMode } from '../base/decimal.ts'
import type * as ast from '../syntax/ast.ts'
import { constantOf } from './constants.ts'
import { type Context, infer } from './environment.ts'
import * as range from './range.ts'
import type { NumberType } from './types.ts'

/** The step that something is rounded to: a positive constant (`0.01`, `2%`, `1 CNY`). */
export function roundingUnit(context: Context, to: ast.Expr): { unit: bigint; scale: number } | undefined {
  const value = constantOf(infer(context, to))
  if (value && value.digits > 0n) return { unit: value.digits, scale: value.scale }
  context.env.report('BY312', {}, to.span)
  return undefined
}

/** The type after rounding to multiples of `unit / 10^scale`: one number, no fraction. */
export function roundedType(
  type: NumberType,
  step: { unit: bigint; scale: number },
  mode: RoundingMode,
): NumberType {
  const { over, ...rest } = type
  const places = Math.max(step.scale, type.range.scale)
  const whole = over ? range.quotient(type.range, over, places) : type.range
  return { ...rest, range: range.rounded(whole, step.unit, step.scale, mode) }
}
