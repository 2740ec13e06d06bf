import { apply } from './apply.ts'
import type { AuthorityLine } from './ast.ts'
import { expressionFrom, textFrom } from './from-cst-expressions.ts'
import { decisionTable, tableOf, verdictFrom, verdictTable } from './from-cst-tables.ts'
import type * as cst from './generated/cst-types.ts'
import { hitFrom } from './hit.ts'
import type { Keyword } from './keywords.ts'
import { commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { membersFrom } from './members.ts'
import { only, type Reading } from './reading.ts'
import type { Statement } from './structure.ts'

export const authorityWords: readonly Keyword[] = [
  'ranks',
  'countersigners',
  'asked',
  'superior',
  'own',
  'table',
  'limit',
  'substitute',
  'approved',
  'late',
  'again',
]

/** One line of an authority, its table included. Undefined when a mistake was reported. */
export function authorityLineFrom(statement: Statement, reading: Reading): AuthorityLine | undefined {
  const node = apply('authorityLine', statement.tokens, reading)
  if (node === undefined) return undefined
  const { children } = node
  const span = statementSpan(statement, reading)
  if (children.Table !== undefined) {
    const found = tableOf(statement, children.fromFile, verdictTable, reading)
    const title = children.Text && { title: textFrom(only(children.Text), reading) }
    const valid = validFrom(children.validSpan, reading)
    return found && { is: 'table', ...title, hit: hitFrom(children.hit), ...valid, ...found, span }
  }
  if (children.limitLine !== undefined) return limitFrom(only(children.limitLine), statement, reading)
  if (!hasNoBlock(statement, reading)) return undefined
  const common = { ...commentsOf(statement), span }
  if (children.approvedLine !== undefined)
    return { ...approvedFrom(only(children.approvedLine), reading), ...common }
  const value = children.expression && expressionFrom(only(children.expression), reading)
  const names = membersFrom(children.memberName, reading)
  if (children.Ranks !== undefined)
    return { is: 'ranks', ranks: names, ...(value && { by: value }), ...common }
  if (children.Countersigners !== undefined) return { is: 'countersigners', roles: names, ...common }
  if (value === undefined) {
    const [, others] = names
    return { is: 'own', upTo: only(names), ...(others && { others }), ...common }
  }
  if (children.Substitute !== undefined) return { is: 'substitute', by: value, ...common }
  if (children.Late !== undefined) return { is: 'late-when', test: value, ...common }
  if (children.Again !== undefined) return { is: 'again-when', test: value, ...common }
  return children.Asked === undefined
    ? { is: 'superior', of: value, ...common }
    : { is: 'asked-by', by: value, ...common }
}

function approvedFrom({ children }: cst.ApprovedLineCstNode, reading: Reading) {
  const { giver, given, day, needed, span } = children
  const read = (nodes: readonly cst.ExpressionCstNode[]) => expressionFrom(only(nodes), reading)
  return {
    is: 'approved-by',
    by: read(giver),
    of: read(given),
    on: read(day),
    ...(needed && { needed: read(needed) }),
    ...(span && { valid: read(span) }),
  } as const
}

function validFrom(nodes: readonly cst.ValidSpanCstNode[] | undefined, reading: Reading) {
  return nodes ? { valid: expressionFrom(only(only(nodes).children.expression), reading) } : {}
}

function limitFrom(
  { children }: cst.LimitLineCstNode,
  statement: Statement,
  reading: Reading,
): AuthorityLine | undefined {
  const found = tableOf(statement, children.fromFile, decisionTable, reading)
  if (found === undefined) return undefined
  const { Text, expression, single, AtLeast, verdict, validSpan } = children
  return {
    is: 'limit',
    ...(Text && { title: textFrom(only(Text), reading) }),
    of: expressionFrom(only(expression), reading),
    way: AtLeast === undefined ? 'up-to' : 'at-least',
    ...(single && { alone: expressionFrom(only(single), reading) }),
    ...(verdict && { above: verdictFrom(only(verdict), reading) }),
    ...validFrom(validSpan, reading),
    ...found,
    span: statementSpan(statement, reading),
  }
}
