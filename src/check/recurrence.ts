import { collector } from '../base/diagnostic.ts'
import type * as ast from '../syntax/ast.ts'
import type { Past, Typed } from './checked.ts'
import { placesOf, sameCurrency } from './currency.ts'
import { type Context, type Environment, infer } from './environment.ts'
import { describeGrain, within } from './place.ts'
import { describe, fixed, type NumberType, type Type, unstatedRange } from './types.ts'

/** A value that reads its own past: what it is in each period, what stands before the first, and its type. */
export function checkRecurrence(
  context: Context,
  node: ast.ValueDeclaration,
  starts: ast.Starts,
  of: string,
): { readonly value: Typed; readonly type: Type; readonly past: Past } | undefined {
  const { env } = context
  const begins = beginningOf(context, node.name, starts)
  const first = infer(context, starts.at)
  if (!begins || first.type.is === 'error') return undefined
  const type = pastType(context, node, first)
  if (!type) return undefined
  const past: Past = { of, starts: first, type, ...begins }
  let read = false
  const name = node.name.text
  const self = { name, grain: context.grain, past, onRead: () => (read = true) }
  const value = infer({ ...context, self }, node.value)
  if (value.type.is === 'error') return undefined
  if (!read) env.report('BY455', { name: node.name.text }, starts.at.span)
  if (!sameKind(value.type, type)) {
    env.report('BY316', { expected: describe(type), found: describe(value.type) }, node.value.span)
    return undefined
  }
  if (
    value.type.is === 'number' &&
    type.is === 'number' &&
    fixed(value.type).range.scale > type.range.scale
  ) {
    env.report('BY451', { name: node.name.text }, node.value.span)
    return undefined
  }
  return { value, type, past }
}

/** When the past begins anew, if it ever does; reported where it has no beginning at all. */
export function beginningOf(
  { env, grain }: Context,
  name: ast.Name,
  { resets }: Pick<ast.Starts, 'resets'>,
): Pick<Past, 'resets'> | undefined {
  const period = grain.period
  if (period === undefined || env.periods.get(period)?.is === 'window') {
    env.report('BY453', { name: name.text, here: describeGrain(grain) }, name.span)
    return undefined
  }
  if (!resets) {
    if ((env.policy.history ?? env.policy.from) !== undefined || env.periods.get(period)?.is === 'bounds')
      return {}
    env.report('BY454', { name: name.text }, name.span)
    return undefined
  }
  if (env.periods.has(resets.text) && within(env.periods, period, resets.text)) return { resets: resets.text }
  env.report('BY456', { name: resets.text, period }, resets.span)
  return undefined
}

/**
 * The type of what is read and of what is worked out from it: as many places as one round through the expression
 * needs. An expression that needs more each time has none.
 */
function pastType(context: Context, node: ast.ValueDeclaration, first: Typed): Type | undefined {
  if (first.type.is === 'text' || first.type.is === 'missing') {
    context.env.report('BY316', { expected: 'number', found: describe(first.type) }, first.span)
    return undefined
  }
  if (first.type.is !== 'number') return first.type
  const quiet: Environment = { ...context.env, report: collector().report }
  const exact = fixed(first.type)
  let type = wide(exact, Math.max(exact.range.scale, leastPlaces(exact)))
  const past: Past = { of: node.name.text, starts: first, type }
  const self = { name: node.name.text, grain: context.grain, past, onRead: () => undefined }
  const { type: once } = infer({ ...context, env: quiet, self }, node.value)
  if (once.is === 'number') type = wide(type, Math.max(type.range.scale, fixed(once).range.scale))
  return type
}

function leastPlaces(type: NumberType): number {
  return type.unit === 'money' ? placesOf(type.currency) : 0
}

function wide({ unit, currency }: NumberType, scale: number): NumberType {
  const { max } = unstatedRange(unit, scale)
  const range = { scale, min: -max, max }
  return { is: 'number', unit, range, ...(currency !== undefined && { currency }) }
}

function sameKind(a: Type, b: Type): boolean {
  if (a.is !== 'number' || b.is !== 'number') return describe(a) === describe(b)
  const plain = (unit: NumberType['unit']) => (unit === 'count' ? 'number' : unit)
  return plain(a.unit) === plain(b.unit) && sameCurrency(a.currency, b.currency)
}
