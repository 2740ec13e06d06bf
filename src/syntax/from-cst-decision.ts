import { apply } from './apply.ts'
import type { DecisionLine } from './ast.ts'
import { expressionFrom } from './from-cst-expressions.ts'
import { decisionTable, tableOf } from './from-cst-tables.ts'
import { hitFrom } from './hit.ts'
import type { Keyword } from './keywords.ts'
import { commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { nameFrom, only, type Reading } from './reading.ts'
import type { Statement } from './structure.ts'

export const decisionWords: readonly Keyword[] = ['table', 'gives', 'takes-effect']

/** One line of a decision, its table included. Undefined when a mistake was reported. */
export function decisionLineFrom(statement: Statement, reading: Reading): DecisionLine | undefined {
  const node = apply('decisionLine', statement.tokens, reading)
  if (node === undefined) return undefined
  const { children } = node
  const span = statementSpan(statement, reading)
  if (children.Table !== undefined) {
    const found = tableOf(statement, children.fromFile, decisionTable, reading)
    return found && { is: 'table', hit: hitFrom(children.hit), ...found, span }
  }
  if (!hasNoBlock(statement, reading)) return undefined
  const common = { ...commentsOf(statement), span }
  const value = expressionFrom(only(children.expression), reading)
  if (children.declaredName === undefined) return { is: 'takes-effect', after: value, ...common }
  const name = nameFrom(only(only(children.declaredName).children.Word), reading)
  return { is: 'gives', name, value, ...common }
}
