import type * as ast from '../syntax/ast.ts'
import type { Typed } from './checked.ts'
import { type Context, infer } from './environment.ts'
import { isChineseSlip } from './same-sound.ts'
import type { Sla, SlaEscalation } from './sla-clause.ts'
import { slaLength } from './sla-length.ts'
import { describe, type Type, text } from './types.ts'

/** Who is told, in the order of the steps: roles by their words, or rows that references lead to. */
export function escalationsOf(
  context: Context,
  node: ast.SlaDeclaration,
): readonly SlaEscalation[] | undefined {
  const { env } = context
  const warns = node.lines.some((line) => line.is === 'warn')
  const found: SlaEscalation[] = []
  let broke = false
  for (const line of node.lines) {
    if (line.is !== 'escalate') continue
    const to = toldOf(context, line.to)
    const by = line.length && slaLength(env, line.length)
    if (line.when === 'warning' && !warns) env.report('BY569', {}, line.span)
    else if (to && (by || !line.length)) {
      found.push({ when: line.when, ...(by && { by }), to, span: line.span })
      continue
    }
    broke = true
  }
  const kinds = new Set(found.map(({ to }) => (to.type.is === 'ref' ? to.type.record : to.type.is)))
  if (kinds.size > 1) env.report('BY566', {}, found.at(-1)?.span)
  return broke || kinds.size > 1 ? undefined : found
}

/** A word that names nothing in the policy is a role. */
function toldOf(context: Context, expr: ast.Expr): Typed | undefined {
  const { env, record } = context
  const word = expr.is === 'path' && expr.parts.length === 1 ? expr.parts[0]?.text : undefined
  if (word !== undefined && !record?.fields.has(word) && !env.declared.has(word)) {
    const near = roleMeant(context, word)
    if (near === undefined) return { is: 'const', value: word, type: text, span: expr.span }
    const edits = [{ span: expr.span, text: near }]
    env.report('BY111', { written: word, suggestion: near }, expr.span, { edits })
    return undefined
  }
  const typed = infer(context, expr)
  if (typed.type.is === 'ref') return typed
  if (typed.type.is !== 'error') env.report('BY214', { found: describe(typed.type) }, expr.span)
  return undefined
}

/** The role that a word is surely a slip of. */
function roleMeant(context: Context, word: string): string | undefined {
  const roles = rolesKnown(context, word)
  if (/\p{Script=Han}/u.test(word)) return roles.find((role) => isChineseSlip(word, role))
  const near = context.env.nearest(word, roles)
  return near !== undefined && isSlip(word, near) ? near : undefined
}

/**
 * Whether a word is surely another one misspelt: a letter or two in one place of a longer word. `owner_and_manager` is no
 * slip of `general_manager`.
 */
function isSlip(word: string, near: string): boolean {
  if (word.length < 5) return false
  const least = Math.min(word.length, near.length)
  let head = 0
  while (head < least && word[head] === near[head]) head++
  let tail = 0
  while (tail < least - head && word.at(-1 - tail) === near.at(-1 - tail)) tail++
  return Math.max(word.length, near.length) - head - tail <= 2
}

/**
 * Roles that a word may have been meant for: those of the lists of the data in which another role of the policy stands (a
 * rank, or who is told elsewhere). None where the word itself is such a role.
 */
function rolesKnown({ env, record }: Context, word: string): readonly string[] {
  const roles = env.roles()
  const people = [...(record?.fields.values() ?? [])].flatMap(({ id, type }) =>
    type.is === 'ref' ? [id] : [],
  )
  return roles.includes(word) ? [] : [...roles, ...people]
}

/** The roles of lists in which some role of the policy stands. */
export function rolesIn({
  declared,
  records,
}: Pick<Context['env'], 'declared' | 'records'>): readonly string[] {
  const named = new Set<string>()
  for (const one of declared.values()) {
    if (one.kind === 'authority')
      for (const line of one.lines)
        if (line.is === 'ranks') for (const { text: rank } of line.ranks) named.add(rank)
    if (one.kind !== 'sla') continue
    for (const line of one.lines)
      if (line.is === 'escalate' && line.to.is === 'path' && line.to.parts.length === 1)
        named.add(line.to.parts[0]?.text ?? '')
  }
  const lists = [...records.values()].flatMap(({ fields }) =>
    [...fields.values()].flatMap(({ type }) => (type.is === 'enum' ? [type.values] : [])),
  )
  return lists.filter((values) => values.some((value) => named.has(value))).flat()
}

/** What the one who was told last is: one of the roles, or a row. */
export function escalatedTo(escalations: Sla['escalations']): Type | undefined {
  const [first] = escalations
  if (!first || first.to.type.is === 'ref') return first?.to.type
  const roles = escalations.map(({ to }) => (to.is === 'const' ? String(to.value) : ''))
  return { is: 'enum', values: [...new Set(roles)] }
}
