import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import type { Typed } from './checked.ts'
import type { Decision } from './clauses.ts'
import { type Context, type Environment, infer, type Over } from './environment.ts'
import { proveTable } from './gaps.ts'
import { matched } from './infer-call.ts'
import { scopeOf } from './scope.ts'
import { tableOf } from './table.ts'
import { describe } from './types.ts'

type Result = Decision['results'][number]

/** A decision: the outputs of its table and what it `gives`, each a result under a name of its own. */
export function checkDecision(
  env: Environment,
  node: ast.DecisionDeclaration,
  over?: Over,
): Decision | undefined {
  const scoped = scopeOf(env, node.grain, over)
  if (!scoped) return undefined
  const { context, scope } = scoped
  const results: Result[] = []
  let delay: Decision['delay']
  let broke = false
  for (const line of node.lines) {
    const found = line.is === 'takes-effect' ? delayOf(context, line.after) : linesOf(context, node, line)
    if (!found) broke = true
    else if ('of' in found) delay = found
    else for (const result of found) broke = !addResult(env, results, result) || broke
  }
  const idle = delay && scope.grain.period === undefined
  const late = node.lines.find((line) => line.is === 'takes-effect')
  if (idle && late) env.report('BY623', { name: node.name.text }, late.span)
  if (broke || idle) return undefined
  if (results.length === 0) {
    env.report('BY620', { name: node.name.text }, node.name.span)
    return undefined
  }
  return {
    kind: 'decision',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    scope,
    results,
    ...(delay && { delay }),
    span: node.name.span,
  }
}

/** What a line decides: the outputs of a table, or one thing by an expression. */
export function linesOf(
  context: Context,
  node: Pick<ast.DecisionDeclaration, 'name' | 'title'>,
  line: Exclude<ast.DecisionLine, { is: 'takes-effect' }>,
): readonly Result[] | undefined {
  if (line.is === 'table') return tableResults(context, node, line)
  const value = infer(context, line.value)
  if (value.type.is === 'error' || value.type.is === 'missing') return undefined
  return [{ name: line.name.text, value, type: value.type, span: line.name.span }]
}

/** The table's inputs are expressions of the decision's own row: its headings say which. */
function tableResults(
  context: Context,
  node: Pick<ast.DecisionDeclaration, 'name' | 'title'>,
  line: Extract<ast.DecisionLine, { is: 'table' }>,
): readonly Result[] | undefined {
  const { env } = context
  const { headings } = line.table
  const names = headings.map(({ value }) => printExpression(value, env.policy.language))
  const named = { id: node.name.text, title: node.title, span: line.span }
  const table = tableOf(context, named, line, names)
  if (!table) return undefined
  const inputs = table.inputs.map(({ type }, i): Typed | undefined => {
    const heading = headings[i]
    return heading && matched(context, heading.value, type)
  })
  const sound = inputs.filter((input): input is Typed => input !== undefined && input.type.is !== 'error')
  if (sound.length < table.inputs.length) return undefined
  proveTable(env.report, table, line.table, sound, env.zone)
  return table.outputs.map(({ name, type }, output) => {
    const span: Span = headings[table.inputs.length + output]?.span ?? line.span
    return { name, type, span, value: { is: 'table', of: table, inputs: sound, output, type, span } }
  })
}

/** Whether the name was still free; the second of a name is reported. */
export function addResult(env: Environment, results: Result[], result: Result): boolean {
  const first = results.find(({ name }) => name === result.name)
  if (first) {
    const related = [{ span: first.span, note: result.name }]
    env.report('BY202', { name: result.name }, result.span, { related })
    return false
  }
  results.push(result)
  return true
}

function delayOf(context: Context, after: ast.Expr): Decision['delay'] {
  const typed = infer(context, after)
  const of = typed.is === 'const' && typed.type.is === 'duration' ? typed.type.of : undefined
  if (typed.is === 'const' && (of === 'days' || of === 'months')) return { count: Number(typed.value), of }
  if (typed.type.is !== 'error') context.env.report('BY621', { found: describe(typed.type) }, after.span)
  return undefined
}
