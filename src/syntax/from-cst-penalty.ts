import { apply } from './apply.ts'
import type { LawLine, NthLine, PenaltyLine } from './ast.ts'
import { decisionLineFrom } from './from-cst-decision.ts'
import { expressionFrom, literalFrom, textFrom } from './from-cst-expressions.ts'
import { conditionFrom, stepFrom, takingWords } from './from-cst-steps.ts'
import { lawTable, tableOf } from './from-cst-tables.ts'
import type { Keyword } from './keywords.ts'
import { commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { only, type Reading, tokenSpan } from './reading.ts'
import type { Statement } from './structure.ts'
import * as t from './tokens.ts'

export const penaltyWords: readonly Keyword[] = ['nth', 'table', 'gives', ...takingWords]
export const lawWords: readonly Keyword[] = ['source', 'deductions', 'minimum']

/** One line of a penalty, its table included. Undefined when a mistake was reported. */
export function penaltyLineFrom(statement: Statement, reading: Reading): PenaltyLine | undefined {
  const { tokenType } = statement.tokens[0]
  const k = t.keywordTokens
  if (tokenType === k.nth) return nthFrom(statement, reading)
  if (tokenType !== k.table && tokenType !== k.gives) return stepFrom(statement, reading)
  const line = decisionLineFrom(statement, reading)
  return line?.is === 'takes-effect' ? undefined : line
}

function nthFrom(statement: Statement, reading: Reading): NthLine | undefined {
  const node = apply('nthLine', statement.tokens, reading)
  if (node === undefined || !hasNoBlock(statement, reading)) return undefined
  const { length, within, by, condition } = node.children
  const written = length?.[0]
  return {
    is: 'nth',
    ...(written && { length: { ...literalFrom(written), span: tokenSpan(written, reading) } }),
    within: within.map((one) => expressionFrom(one, reading)),
    ...(by && { by: expressionFrom(only(by), reading) }),
    ...conditionFrom(condition, reading),
    ...commentsOf(statement),
    span: statementSpan(statement, reading),
  }
}

/** One line of a law: where it stands written, or one of its tables. */
export function lawLineFrom(statement: Statement, reading: Reading): LawLine | undefined {
  const node = apply('lawLine', statement.tokens, reading)
  if (node === undefined) return undefined
  const { Text: text, Minimum, fromFile } = node.children
  const span = statementSpan(statement, reading)
  if (text !== undefined) {
    if (!hasNoBlock(statement, reading)) return undefined
    return { is: 'source', text: textFrom(only(text), reading), ...commentsOf(statement), span }
  }
  const found = tableOf(statement, fromFile, lawTable, reading)
  return found && { is: Minimum === undefined ? 'deductions' : 'minimum', ...found, span }
}
