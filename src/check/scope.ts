import type * as ast from '../syntax/ast.ts'
import { spellKeyword } from '../syntax/keywords.ts'
import type { Grain, Scope, Typed } from './checked.ts'
import { hint } from './constants.ts'
import { type Context, type Environment, infer, type Over } from './environment.ts'
import { truthOf } from './infer-aggregate.ts'
import { asDay } from './local-day.ts'
import { describe } from './types.ts'

/** The scope that a declaration wrote, and the context in which its expressions stand. Undefined when it is broken. */
export function scopeOf(
  env: Environment,
  node: ast.GrainNode,
  over?: Over,
): { scope: Scope; context: Context } | undefined {
  const written = grainOf(env, node)
  if (!written) return undefined
  const window = over?.window
  const grain = window && written.period === window.of ? { ...written, period: window.kind } : written
  const record = grain.record === undefined ? undefined : env.records.get(grain.record)
  const bare: Context = {
    env,
    grain,
    ...(record && { record }),
    ...(node.asOf && { asOf: node.asOf }),
    ...(over && { over }),
  }
  if (node.per) reportIdle(env, node, ['to', 'posting'])
  else if (node.asOf && record) env.report('BY491', { record: record.id }, (node.each ?? node.subject)?.span)
  const posting = node.posting && dateOf(bare, node.posting)
  const context: Context = posting ? { ...bare, date: posting } : bare
  const where = node.where && truthOf(context, node.where)
  const payee = node.to && payeeOf(context, node.to)
  return {
    context,
    scope: {
      grain,
      ...(where && { where }),
      ...(payee && { payee }),
      ...(posting && { posting }),
      ...(node.asOf && { asOf: node.asOf }),
    },
  }
}

/** Nobody is paid, or no day counts, by what is written here: said, since else somebody else would be paid in silence. */
export function reportIdle(
  env: Environment,
  node: ast.GrainNode,
  keywords: readonly ('to' | 'posting')[],
): void {
  for (const keyword of keywords) {
    const expr = node[keyword]
    if (expr) env.report('BY490', { word: spellKeyword(keyword, env.policy.language) }, expr.span)
  }
}

function grainOf(env: Environment, node: ast.GrainNode): Grain | undefined {
  const name = node.each ?? node.subject
  if (name && !env.records.has(name.text)) {
    const near = env.nearest(name.text, env.records.keys())
    const edits = near === undefined ? undefined : [{ span: name.span, text: near }]
    env.report('BY206', { name: name.text, near: hint(near) }, name.span, edits && { edits })
    return undefined
  }
  if (name) env.used.add(name.text)
  if (node.per && !env.periods.has(node.per.text)) {
    const near = env.nearest(node.per.text, env.periods.keys())
    env.report(
      'BY208',
      { name: node.per.text, periods: [...env.periods.keys()].join(', '), near: hint(near) },
      node.per.span,
    )
    return undefined
  }
  return { ...(name && { record: name.text }), ...(node.per && { period: node.per.text }) }
}

function dateOf(context: Context, expr: ast.Expr): Typed | undefined {
  const typed = asDay(infer(context, expr))
  if (typed.type.is === 'date') return typed
  if (typed.type.is !== 'error')
    context.env.report('BY316', { expected: 'date', found: describe(typed.type) }, expr.span)
  return undefined
}

function payeeOf(context: Context, expr: ast.Expr): Typed | undefined {
  const typed = infer(context, expr)
  if (typed.type.is === 'ref') return typed
  if (typed.type.is !== 'error') context.env.report('BY214', { found: describe(typed.type) }, expr.span)
  return undefined
}
