import type * as ast from '../syntax/ast.ts'
import type { Value } from './checked.ts'
import { type Environment, infer } from './environment.ts'
import { scopeOf } from './scope.ts'

/** A measure: one expression at the grain that its header says. */
export function checkValue(env: Environment, node: ast.ValueDeclaration): Value | undefined {
  const scoped = scopeOf(env, node.grain)
  if (!scoped) return undefined
  const value = infer(scoped.context, node.value)
  if (value.type.is === 'error' || value.type.is === 'missing') return undefined
  return {
    kind: 'value',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    scope: scoped.scope,
    value,
    type: value.type,
    span: node.name.span,
  }
}
