import type * as ast from '../syntax/ast.ts'
import type { Value } from './checked.ts'
import { type Environment, infer, type Over } from './environment.ts'
import { scopeOf } from './scope.ts'

/** The name of a value over windows: no author can write it. */
export function instanceId(name: string, over: Over): string {
  return `${name}<${over.kind}`
}

function titleOf(node: ast.ValueDeclaration, over: Over | undefined): string {
  const title = node.title ?? node.name.text
  return over ? `${title} ${over.words}` : title
}

/** A measure: one expression at the grain that its header says, or over windows in place of its periods. */
export function checkValue(env: Environment, node: ast.ValueDeclaration, over?: Over): Value | undefined {
  const scoped = scopeOf(env, node.grain, over)
  if (!scoped) return undefined
  const value = infer(scoped.context, node.value)
  if (value.type.is === 'error' || value.type.is === 'missing') return undefined
  return {
    kind: 'value',
    id: over ? instanceId(node.name.text, over) : node.name.text,
    ...((node.title !== undefined || over) && { title: titleOf(node, over) }),
    scope: scoped.scope,
    value,
    type: value.type,
    span: node.name.span,
  }
}
