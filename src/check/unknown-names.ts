import type * as ast from '../syntax/ast.ts'
import { everySpelling } from '../syntax/keywords.ts'
import { hint } from './constants.ts'
import type { Context } from './environment.ts'
import { reachableName } from './reachable-names.ts'
import { spellResult } from './result-names.ts'

/** Nothing is called so where a value is asked for. */
export function reportUnknown(context: Context, head: ast.Name): void {
  const { env } = context
  if (env.records.has(head.text)) {
    env.report('BY404', { name: head.text }, head.span)
    return
  }
  if (everySpelling('nth').includes(head.text)) {
    env.report('BY216', { name: head.text }, head.span)
    return
  }
  const near = reachableName(context, head.text) ?? env.nearest(head.text, namesHere(context))
  const edits = near === undefined ? undefined : [{ span: head.span, text: near }]
  env.report('BY201', { name: head.text, near: hint(near) }, head.span, edits && { edits })
}

/** Handed out one by one: most are never asked for. */
function* namesHere({ env, record, locals }: Context): Generator<string> {
  yield* record?.fields.keys() ?? []
  yield* env.declared.keys()
  yield* locals?.keys() ?? []
}

/** A clause has no result of this name; `results`: what can be written. */
export function reportResult(
  { env }: Context,
  clause: ast.Name,
  wanted: ast.Name,
  names: readonly string[],
  results: string,
): void {
  const words = names.map((name) => spellResult(name, env.policy.language))
  const near = env.nearest(wanted.text, words)
  const edits = near === undefined ? undefined : [{ span: wanted.span, text: near }]
  const args = { name: clause.text, result: wanted.text, near: hint(near), results }
  env.report('BY215', args, wanted.span, edits && { edits })
}
