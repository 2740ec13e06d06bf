import type * as ast from '../syntax/ast.ts'
import { constantOf } from './constants.ts'
import type { Context } from './environment.ts'
import { infer } from './infer.ts'

/** The step that something is rounded to: a positive constant (`0.01`, `2%`, `1 CNY`). */
export function roundingUnit(context: Context, to: ast.Expr): { unit: bigint; scale: number } | undefined {
  const value = constantOf(infer(context, to))
  if (value && value.digits > 0n) return { unit: value.digits, scale: value.scale }
  context.env.report('BY312', {}, to.span)
  return undefined
}
