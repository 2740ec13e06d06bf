import type * as ast from '../syntax/ast.ts'
import type { Typed, Value } from './checked.ts'
import { type Context, type Environment, infer, type Over } from './environment.ts'
import { instanceId, instanceTitle } from './instances.ts'
import { checkRecurrence } from './recurrence.ts'
import { reportIdle, scopeOf } from './scope.ts'
import { sumRange } from './sum-range.ts'
import { fixed } from './types.ts'

/** A measure: one expression at the grain that its header says, or over windows in place of its periods. */
export function checkValue(env: Environment, node: ast.ValueDeclaration, over?: Over): Value | undefined {
  const scoped = scopeOf(env, node.grain, over)
  if (!scoped) return undefined
  if (!node.grain.per) reportIdle(env, node.grain, ['to'])
  const found = meaningOf(scoped.context, node, over)
  if (!found || found.type.is === 'error' || found.type.is === 'missing') return undefined
  return {
    kind: 'value',
    id: over ? instanceId(node.name.text, over) : node.name.text,
    ...titled(node, over),
    scope: scoped.scope,
    ...found,
    span: node.name.span,
  }
}

function titled(node: ast.ValueDeclaration, over: Over | undefined): { readonly title?: string } {
  const { title, name } = node
  if (over) return { title: instanceTitle(title ?? name.text, over) }
  return title === undefined ? {} : { title }
}

function meaningOf(
  context: Context,
  node: ast.ValueDeclaration,
  over: Over | undefined,
): Pick<Value, 'value' | 'type' | 'past'> | undefined {
  if (over?.window && context.env.parts.has(node.name.text)) return sumOverWindow(context, node, over.window)
  if (!node.starts) {
    const self = { name: node.name.text, grain: context.grain, onRead: () => undefined }
    const build = context.env.parts.get(node.name.text)
    const value = build ? build(context) : infer({ ...context, self }, node.value)
    return { value, type: value.type }
  }
  const name = node.name.text
  if (!over?.window) return checkRecurrence(context, node, node.starts, over ? instanceId(name, over) : name)
  context.env.report('BY452', { name, window: over.window.words }, node.name.span)
  return undefined
}

/** Parts of a target over a window: those of all periods in it, as they were handed down. */
function sumOverWindow(
  context: Context,
  node: ast.ValueDeclaration,
  over: NonNullable<Over['window']>,
): Pick<Value, 'value' | 'type'> | undefined {
  const { env, grain } = context
  const base = env.define(node.name.text, node.name)
  if (base?.kind !== 'value' || base.type.is !== 'number') return undefined
  const source = { ...grain, period: over.of }
  const { span } = node.name
  const type = { ...fixed(base.type), range: sumRange(fixed(base.type)) }
  const each: Typed = {
    is: 'result',
    of: base.id,
    result: 'value',
    grain: source,
    type: base.type,
    span,
  }
  const value: Typed = {
    is: 'aggregate',
    fn: 'sum',
    record: grain.record ?? '',
    source,
    value: each,
    at: { path: [], period: 'own' },
    type,
    span,
  }
  return { value, type }
}
