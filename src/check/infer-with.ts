import type * as ast from '../syntax/ast.ts'
import { printWith } from '../syntax/print-expressions.ts'
import type { Typed, Value } from './checked.ts'
import { broken, hint } from './constants.ts'
import { type Context, infer, type Put } from './environment.ts'
import { reads } from './instances.ts'
import { namesIn } from './names.ts'
import { alike } from './types.ts'

type With = Extract<ast.Expr, { is: 'with' }>

/**
 * `pay with collected replaced by amended`: pay as it is defined, and all that it reads, with `amended` wherever `collected`
 * would be read. What is paid for an old quarter by rows that came later is the difference to what it was.
 */
export function inferWith(context: Context, expr: With): Typed {
  const { env } = context
  const replaced = valueNamed(context, expr.replaced)
  const by = valueNamed(context, expr.by)
  if (!replaced || !by) return broken(expr.span)
  if (!isExchangeable(replaced, by)) {
    env.report('BY485', { replaced: expr.replaced.text, by: expr.by.text }, expr.by.span)
    return broken(expr.span)
  }
  const words = printWith(expr, env.policy.language)
  const put: Put = { replaced: expr.replaced.text, by: expr.by.text, words }
  const read = namesIn(expr.a).some(({ text }) => text === put.replaced || reads(env, text, put))
  if (!read) {
    env.report('BY486', { name: put.replaced }, expr.replaced.span)
    return broken(expr.span)
  }
  const puts = [...(context.over?.puts ?? []), put]
  return infer({ ...context, over: { ...context.over, puts } }, expr.a)
}

function valueNamed({ env }: Context, name: ast.Name): Value | undefined {
  const declaration = env.declared.get(name.text)
  if (declaration?.kind === 'value') {
    const definition = env.define(name.text, name)
    return definition?.kind === 'value' ? definition : undefined
  }
  const values = [...env.declared].filter(([, { kind }]) => kind === 'value').map(([id]) => id)
  const near = env.nearest(name.text, values)
  const edits = near === undefined ? undefined : [{ span: name.span, text: near }]
  env.report('BY201', { name: name.text, near: hint(near) }, name.span, edits && { edits })
  return undefined
}

/** For the same row and period, and a measure of the same kind. */
function isExchangeable(a: Value, b: Value): boolean {
  const { record, period } = a.scope.grain
  return record === b.scope.grain.record && period === b.scope.grain.period && alike(a.type, b.type)
}
