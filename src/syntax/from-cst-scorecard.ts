import { apply } from './apply.ts'
import type { Indicator, IndicatorLine, Score, ScorecardLine } from './ast.ts'
import { expressionFrom, operandFrom, textFrom } from './from-cst-expressions.ts'
import { roundingFrom } from './from-cst-steps.ts'
import { tableOf, wordedTable } from './from-cst-tables.ts'
import type * as cst from './generated/cst-types.ts'
import type { Keyword } from './keywords.ts'
import { blockOf, commentsOf, hasNoBlock, linesOf, onlyOnce, statementSpan } from './lines.ts'
import { nameFrom, only, type Reading, tokenSpan } from './reading.ts'
import type { Statement } from './structure.ts'

export const scorecardWords: readonly Keyword[] = ['indicator', 'weight', 'knock-out', 'round', 'levels']
export const indicatorWords: readonly Keyword[] = ['actual', 'target', 'score', 'applies']

/** One line of a scorecard, an indicator's whole block included. Undefined when a mistake was reported. */
export function scorecardLineFrom(statement: Statement, reading: Reading): ScorecardLine | undefined {
  const node = apply('scorecardLine', statement.tokens, reading)
  if (node === undefined) return undefined
  const { children } = node
  if (children.Indicator !== undefined) return indicatorFrom(node, statement, reading)
  const span = statementSpan(statement, reading)
  if (children.Levels !== undefined) {
    const found = tableOf(statement, children.fromFile, wordedTable, reading)
    return found && { is: 'levels', ...found, span }
  }
  if (!hasNoBlock(statement, reading)) return undefined
  const common = { ...commentsOf(statement), span }
  if (children.rounding !== undefined) return { ...roundingFrom(only(children.rounding), reading), ...common }
  if (children.KnockOut !== undefined) {
    const test = expressionFrom(only(children.expression), reading)
    const score = children.score && expressionFrom(only(children.score), reading)
    return { is: 'knock-out', test, ...(score && { score }), ...common }
  }
  if (children.Word !== undefined)
    return { is: 'moved-weight', to: nameFrom(only(children.Word), reading), ...common }
  return { is: 'moved-weight', to: children.InProportion === undefined ? 'lost' : 'proportion', ...common }
}

function indicatorFrom(
  node: cst.ScorecardLineCstNode,
  statement: Statement,
  reading: Reading,
): Indicator | undefined {
  const { declaredName, Text, expression } = node.children
  const block = blockOf(statement, reading)
  if (block === undefined) return undefined
  const once = onlyOnce(reading)
  const { lines, complete } = linesOf(block, indicatorWords, reading, (line) => {
    const first = line.tokens[0]
    const read = indicatorLineFrom(line, reading)
    if (read === undefined) return undefined
    return once(read.is, tokenSpan(first, reading), first.image) ? read : undefined
  })
  if (!complete) return undefined
  return {
    is: 'indicator',
    name: nameFrom(only(only(declaredName).children.Word), reading),
    ...(Text !== undefined && { title: textFrom(only(Text), reading) }),
    weight: expressionFrom(only(expression), reading),
    lines,
    ...commentsOf(statement),
    span: statementSpan(statement, reading),
  }
}

function indicatorLineFrom(statement: Statement, reading: Reading): IndicatorLine | undefined {
  const node = apply('indicatorLine', statement.tokens, reading)
  if (node === undefined) return undefined
  const { children } = node
  const span = statementSpan(statement, reading)
  if (children.scoring !== undefined) {
    const scoring = only(children.scoring)
    const { Steps, Linear, fromFile } = scoring.children
    if (Steps !== undefined || Linear !== undefined) {
      const found = tableOf(statement, fromFile, wordedTable, reading)
      if (found === undefined) return undefined
      const { table, ...comments } = found
      return {
        is: 'score',
        score: { is: Steps === undefined ? 'linear' : 'steps', table },
        ...comments,
        span,
      }
    }
    const score = hasNoBlock(statement, reading) ? scoreFrom(scoring, reading) : undefined
    return score && { is: 'score', score, ...commentsOf(statement), span }
  }
  if (!hasNoBlock(statement, reading)) return undefined
  const value = expressionFrom(only(children.expression), reading)
  const common = { ...commentsOf(statement), span }
  if (children.Actual !== undefined) return { is: 'actual', value, ...common }
  if (children.Target !== undefined) return { is: 'target', value, ...common }
  return { is: 'applies', when: value, ...common }
}

function scoreFrom(node: cst.ScoringCstNode, reading: Reading): Score {
  const { children } = node
  if (children.PassFail !== undefined) {
    const test = children.expression && expressionFrom(only(children.expression), reading)
    return { is: 'pass-fail', ...(test && { test }) }
  }
  const ends =
    children.low === undefined ? limitsFrom(children.limits, reading) : rangeFrom(children, reading)
  if (children.Points === undefined) return { is: 'ratio', ...ends }
  return { is: 'points', points: expressionFrom(only(children.expression), reading), ...ends }
}

type Limits = Pick<Extract<Score, { is: 'ratio' }>, 'from' | 'upTo'>

function rangeFrom(children: cst.ScoringCstChildren, reading: Reading): Limits {
  return { from: operandFrom(only(children.low), reading), upTo: operandFrom(only(children.high), reading) }
}

function limitsFrom(nodes: readonly cst.LimitsCstNode[] | undefined, reading: Reading): Limits {
  const { low, high } = nodes?.[0]?.children ?? {}
  return {
    ...(low !== undefined && { from: operandFrom(only(low), reading) }),
    ...(high !== undefined && { upTo: operandFrom(only(high), reading) }),
  }
}
