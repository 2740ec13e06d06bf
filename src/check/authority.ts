import type * as ast from '../syntax/ast.ts'
import { spellKeyword } from '../syntax/keywords.ts'
import { approvedOf } from './authority-approved.ts'
import { type Approval, approvalOf } from './authority-approver.ts'
import type { Bench } from './authority-bench.ts'
import { decided } from './authority-decides.ts'
import { reportDesigns } from './authority-designs.ts'
import { peopleNamed } from './authority-people.ts'
import { united } from './authority-requirement.ts'
import { limitTable, type VerdictTable, verdictTable } from './authority-tables.ts'
import type { Ladder } from './authority-verdicts.ts'
import type { AuthorityPart, Decision, DecisionResult } from './clauses.ts'
import { hint } from './constants.ts'
import type { Context, Environment } from './environment.ts'
import { scopeOf } from './scope.ts'

type Line<K extends ast.AuthorityLine['is']> = Extract<ast.AuthorityLine, { is: K }>

/** An authority: what each table asks for, the highest of it, who decides, and the verdict. */
export function checkAuthority(env: Environment, node: ast.AuthorityDeclaration): Decision | undefined {
  const scoped = scopeOf(env, node.grain)
  if (!scoped) return undefined
  const { context, scope } = scoped
  const line = <K extends ast.AuthorityLine['is']>(is: K): Line<K> | undefined =>
    node.lines.find((one): one is Line<K> => one.is === is)
  const ranks = line('ranks')
  const rules = node.lines.filter(
    (one): one is Line<'table'> | Line<'limit'> => one.is === 'table' || one.is === 'limit',
  )
  if (!ranks || rules.length === 0) {
    env.report('BY570', { name: node.name.text }, node.name.span)
    return undefined
  }
  const approval = approvalOf(context, node, ranks)
  if (!approval) return undefined
  const roles = ladderOf(env, ranks, line('countersigners'), approval)
  const people = roles && peopleNamed(context, node, roles, approval)
  if (!people) return undefined
  const ladder: Ladder = { ...roles, named: [...people.keys()] }
  const own = ownRanks(env, ladder, line('own'), approval)
  if (own === undefined) return undefined
  const tables = tablesOf(context, node, ladder, rules)
  if (!tables) return undefined
  reportDesigns(context, ladder, tables, ranks.ranks)
  const results: DecisionResult[] = []
  const shown: AuthorityPart[] = []
  const { span } = node.name
  const bench: Bench = {
    context,
    id: node.name.text,
    title: node.title ?? node.name.text,
    span,
    ladder,
    ...own,
    people,
    keep: (name, value, inner) => {
      results.push({ name, value, type: value.type, span: value.span, ...(inner && { inner }) })
      return {
        is: 'result',
        of: node.name.text,
        result: name,
        grain: scope.grain,
        type: value.type,
        span: value.span,
      }
    },
    shows: (part) => shown.push({ span, ...part }),
  }
  const asked = united(bench, tables)
  const found = decided(bench, asked, approval)
  if (!approvedOf(bench, node, approval, found)) return undefined
  return {
    kind: 'decision',
    id: node.name.text,
    ...(node.title !== undefined && { title: node.title }),
    scope,
    results,
    authority: shown,
    span,
  }
}

function ladderOf(
  env: Environment,
  { ranks }: Line<'ranks'>,
  beside: Line<'countersigners'> | undefined,
  { values }: Approval,
): Ladder | undefined {
  const names = ranks.map(({ text }) => text)
  for (const [i, rank] of ranks.entries()) {
    if (names.indexOf(rank.text) < i) {
      env.report('BY202', { name: rank.text }, rank.span)
      return undefined
    }
    if (values && !values.includes(rank.text)) {
      env.report('BY572', { name: rank.text, values: values.join(', ') }, rank.span)
      return undefined
    }
  }
  const others = [
    ...(beside?.roles.map(({ text }) => text) ?? []),
    ...(values ?? []).filter((value) => !names.includes(value)),
  ]
  return { ranks: names, beside: [...new Set(others)] }
}

/** Whose own requests need nobody else; that somebody has more than the lowest rank is only seen where it is known who asks. */
function ownRanks(
  env: Environment,
  ladder: Ladder | undefined,
  line: Line<'own'> | undefined,
  { asker }: Approval,
): Pick<Bench, 'own' | 'others'> | undefined {
  if (!line || !ladder) return { own: 0, others: 0 }
  const found = [line.upTo, ...(line.others ? [line.others] : [])].map((name) => {
    const at = ladder.ranks.indexOf(name.text) + 1
    if (at > 0) return at
    const near = env.nearest(name.text, ladder.ranks)
    env.report('BY571', { name: name.text, near: hint(near) }, name.span)
    return undefined
  })
  const [own, others = 0] = found
  if (own === undefined || found.includes(undefined)) return undefined
  if (own > 1 && !asker) {
    const { language } = env.policy
    const needs = spellKeyword('asked', language)
    env.report('BY579', { line: spellKeyword('own', language), needs }, line.span)
    return undefined
  }
  return { own, others }
}

function tablesOf(
  context: Context,
  node: ast.AuthorityDeclaration,
  ladder: Ladder,
  rules: readonly (Line<'table'> | Line<'limit'>)[],
): readonly VerdictTable[] | undefined {
  const many = rules.length > 1
  const tables = rules.map((line, i) => {
    const title =
      line.title ?? (many ? `${node.title ?? node.name.text} ${i + 1}` : (node.title ?? node.name.text))
    const id = many || line.title !== undefined ? `${node.name.text} ${line.title ?? i + 1}` : node.name.text
    return line.is === 'table'
      ? verdictTable(context, ladder, line, { id, title })
      : limitTable(context, ladder, line, { id, title })
  })
  const sound = tables.filter((table) => table !== undefined)
  return sound.length === tables.length ? sound : undefined
}
