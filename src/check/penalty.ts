import { languages } from '../base/language.ts'
import type * as ast from '../syntax/ast.ts'
import { keywords, spellingsOf } from '../syntax/keywords.ts'
import type { Scope, Typed } from './checked.ts'
import type { Commission, Decision } from './clauses.ts'
import { checkCommission } from './commission.ts'
import { broken } from './constants.ts'
import { addResult, linesOf } from './decision.ts'
import { type Context, type Environment, infer } from './environment.ts'
import { truthOf } from './infer-aggregate.ts'
import { scopeOf } from './scope.ts'
import type { Type } from './types.ts'

type Result = Decision['results'][number]

/**
 * What an offence leads to, and money that is taken. What its lines decide is known to the lines below them by name, and
 * to others as results.
 */
export function checkPenalty(
  env: Environment,
  node: ast.PenaltyDeclaration,
): Commission | Decision | undefined {
  const scoped = scopeOf(env, node.grain)
  if (!scoped) return undefined
  const locals = new Map<string, Typed>()
  const context: Context = { ...scoped.context, locals }
  const results: Result[] = []
  const add = (found: readonly Result[] | undefined): boolean => {
    for (const result of found ?? []) {
      if (!addResult(env, results, result)) return false
      for (const name of namesOf(result.name)) locals.set(name, resultHere(node, scoped.scope, result))
    }
    return found !== undefined
  }
  const times = node.lines.filter((line) => line.is === 'nth')
  let sound = times.length === 0 || add(nth(context, node, times))
  // What was reported fits wherever it is read.
  if (!sound) for (const name of namesOf('nth')) locals.set(name, broken(node.name.span))
  const steps: ast.Step[] = []
  for (const line of node.lines) {
    if (line.is === 'table' || line.is === 'gives') sound = add(linesOf(context, node, line)) && sound
    else if (line.is !== 'nth') steps.push(line)
  }
  if (!sound) return undefined
  if (steps.length > 0) {
    if (!node.class) {
      env.report('BY586', { name: node.name.text }, node.name.span)
      return undefined
    }
    const { lines: _, kind: __, ...head } = node
    const paying = { ...head, label: 'penalty', steps } as const
    return checkCommission(env, paying, undefined, { ...scoped, context, decides: results })
  }
  if (results.length === 0) {
    env.report('BY620', { name: node.name.text }, node.name.span)
    return undefined
  }
  return {
    kind: 'decision',
    label: 'penalty',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    ...(node.class && { class: node.class }),
    scope: scoped.scope,
    results,
    span: node.name.span,
  }
}

/** How many times it is, by its word in any language. */
function namesOf(name: string): readonly string[] {
  return name === 'nth' ? languages.flatMap((language) => spellingsOf(keywords.nth, language)) : [name]
}

function resultHere(node: ast.PenaltyDeclaration, { grain }: Scope, { name, type, span }: Result): Typed {
  return { is: 'result', of: node.name.text, result: name, grain, type, span }
}

/** Counted among the clause's own rows; the day of the act, then the key, says which comes first. */
function nth(
  context: Context,
  node: ast.PenaltyDeclaration,
  lines: readonly ast.NthLine[],
): readonly Result[] | undefined {
  const { env, record } = context
  const last = lines.at(-1)
  if (last?.when) {
    env.report('BY590', {}, last.span)
    return undefined
  }
  const idle = lines.slice(0, -1).find(({ when }) => !when)
  if (idle) {
    env.report('BY590', {}, idle.span)
    return undefined
  }
  if (record && record.key === undefined) {
    env.report('BY591', { record: record.id }, lines[0]?.span)
    return undefined
  }
  let value: Typed | undefined
  for (const line of lines.toReversed()) {
    const counted = infer(context, countOf(node, line))
    const when = line.when && truthOf(context, line.when)
    if (counted.type.is === 'error' || when?.type.is === 'error') return undefined
    const { type, span } = counted
    value = when && value ? { is: 'if', when, then: counted, otherwise: value, type, span } : counted
  }
  // A row that counts is one of those that are counted.
  const type: Type | undefined =
    value?.type.is === 'number' ? { ...value.type, range: { ...value.type.range, min: 1n } } : value?.type
  return value && type && [{ name: 'nth', value, type, span: lines[0]?.span ?? value.span }]
}

/** `count(Offence where …, posting happened in last 90 days within person, code)`. */
function countOf({ grain, name }: ast.PenaltyDeclaration, line: ast.NthLine): ast.Expr {
  const { span } = line
  const record = grain.each ?? name
  const a: ast.Expr = { is: 'path', parts: [record], span: record.span }
  const { length, within } = line
  const window = length ? ({ is: 'last', length, within } as const) : ({ is: 'so-far', within } as const)
  return {
    is: 'call',
    callee: { text: 'count', span },
    args: [{ is: 'window', a, window, span }],
    ...(grain.where && { where: grain.where }),
    ...((line.by ?? grain.posting) && { posting: line.by ?? grain.posting }),
    span,
  }
}
