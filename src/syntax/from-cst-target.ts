import type { CstNode } from 'chevrotain'
import { apply } from './apply.ts'
import type { Parts, TargetLine } from './ast.ts'
import { expressionFrom, operandFrom, remainderFrom, textFrom } from './from-cst-expressions.ts'
import { dateFrom } from './from-cst-records.ts'
import { decisionTable, tableFrom } from './from-cst-tables.ts'
import type * as cst from './generated/cst-types.ts'
import type { Keyword } from './keywords.ts'
import { commentsBeforeTable, commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { canonicalName, listWord, nameFrom, nodeSpan, only, type Reading } from './reading.ts'
import type { Statement } from './structure.ts'

export const targetWords: readonly Keyword[] = ['total', 'parts', 'assigned', 'change']

/** One line of a target, its table included. Undefined when a mistake was reported. */
export function targetLineFrom(statement: Statement, reading: Reading): TargetLine | undefined {
  const node = apply('targetLine', statement.tokens, reading)
  if (node === undefined) return undefined
  const { children } = node
  const span = statementSpan(statement, reading)
  if (children.Total !== undefined) {
    if (!hasNoBlock(statement, reading)) return undefined
    const per = canonicalName('period', only(only(children.periodKind).children.Word), reading)
    const value = expressionFrom(only(children.expression), reading)
    return { is: 'total', value, per, ...commentsOf(statement), span }
  }
  const table = statement.block && tableFrom(statement.block, decisionTable, reading)
  if (statement.block && !table) return undefined
  const common = { ...(table ? { table, ...commentsBeforeTable(statement) } : commentsOf(statement)), span }
  if (children.Change === undefined) {
    const parts = partsFrom(node, reading)
    return parts && { is: children.Parts === undefined ? 'assigned' : 'parts', ...parts, ...common }
  }
  const { Text, day, whose, Plus, expression } = children
  const value = expression && expressionFrom(only(expression), reading)
  return {
    is: 'change',
    ...(Text && { title: textFrom(only(Text), reading) }),
    from: dateFrom(only(day), reading),
    ...(whose && { by: nameFrom(only(whose), reading) }),
    ...(value && { amount: { is: Plus === undefined ? 'minus' : 'plus', value } }),
    total: children.KeepsTotal === undefined ? 'moves' : 'keeps',
    ...common,
  }
}

function partsFrom({ children }: cst.TargetLineCstNode, reading: Reading): Parts | undefined {
  const [name, reserve] = (children.declaredName ?? []).map(({ children: c }) =>
    nameFrom(only(c.Word), reading),
  )
  const [by, reserveBy] = (children.partsOf ?? []).map(({ children: c }) =>
    canonicalName('period', only(c.Word), reading),
  )
  if (name === undefined || by === undefined) throw new Error('the grammar promises a name')
  const mode =
    children.roundingMode && listWord('rounding', only(only(children.roundingMode).children.Word), reading)
  const rest = children.remainder && remainderFrom(only(children.remainder), reading)
  const unit = children.unit && operandFrom(only(children.unit), reading)
  // What people carry need give no remainder away: the reserve has it.
  const lacks = unit !== undefined && rest === undefined && reserve === undefined
  if ((unit && mode !== 'down') || lacks || (reserve && rest)) {
    const at: readonly CstNode[] | undefined = children.roundingMode ?? children.remainder
    reading.report('BY682', {}, nodeSpan(only(at), reading))
    return undefined
  }
  const remainder = rest ?? (unit ? { to: 'last' as const } : undefined)
  return {
    name,
    by,
    ...(children.weight && { weight: operandFrom(only(children.weight), reading) }),
    ...(remainder && { remainder: { ...(unit && { unit }), ...remainder } }),
    ...(reserve && { reserve: { name: reserve, ...(reserveBy && { by: reserveBy }) } }),
  }
}
