import type { IToken, TokenType } from 'chevrotain'
import { cover, type Span } from '../base/span.ts'
import type { BinaryOperator, Expr, Literal, Proration, Remainder, StateTest, Window } from './ast.ts'
import type * as cst from './generated/cst-types.ts'
import { type WordList, wordBySpelling } from './keywords.ts'
import type { NumericLiteral } from './numeric.ts'
import {
  canonicalName,
  listWord,
  nameFrom,
  nodeSpan,
  only,
  type Reading,
  tokenSpan,
  tokensSpan,
} from './reading.ts'
import { stringContent } from './shadow.ts'
import * as t from './tokens.ts'

/** The concrete tree of an expression → its AST. */
export function expressionFrom(node: cst.ExpressionCstNode, reading: Reading): Expr {
  const { choice, logical } = node.children
  if (choice !== undefined) {
    const { when, yes, no } = only(choice).children
    return {
      is: 'if',
      when: expressionFrom(only(when), reading),
      then: expressionFrom(only(yes), reading),
      otherwise: expressionFrom(only(no), reading),
      span: nodeSpan(node, reading),
    }
  }
  return logicalFrom(only(logical), reading)
}

function logicalFrom(node: cst.LogicalCstNode, reading: Reading): Expr {
  const { negation, LogicalOperator: operators = [] } = node.children
  const other = operators.find((operator) => operator.tokenType !== operators[0]?.tokenType)
  if (other !== undefined) reading.report('BY140', {}, tokenSpan(other, reading))
  const parts = negation.map((part) => negationFrom(part, reading))
  return chain(parts, operators, (operator) => (operator.tokenType === t.keywordTokens.and ? 'and' : 'or'))
}

function negationFrom(node: cst.NegationCstNode, reading: Reading): Expr {
  const { Not: nots = [], comparison } = node.children
  return prefixed('not', nots, comparisonFrom(only(comparison), reading), reading)
}

function prefixed(is: 'not' | 'negative', signs: readonly IToken[], operand: Expr, reading: Reading): Expr {
  return signs.reduceRight<Expr>(
    (a, sign) => ({ is, a, span: cover(tokenSpan(sign, reading), a.span) }),
    operand,
  )
}

const comparisons: ReadonlyMap<unknown, BinaryOperator> = new Map([
  [t.EqualSign, '='],
  [t.NotEqualSign, '<>'],
  [t.LessSign, '<'],
  [t.AtMostSign, '<='],
  [t.GreaterSign, '>'],
  [t.AtLeastSign, '>='],
])

function comparisonFrom(node: cst.ComparisonCstNode, reading: Reading): Expr {
  const { sum, test = [] } = node.children
  const compared = test.filter((one) => one.children.ComparisonOperator !== undefined)
  const second = compared[1]
  if (second !== undefined)
    reading.report('BY141', {}, tokenSpan(only(second.children.ComparisonOperator), reading))
  const sound = second === undefined ? test : test.slice(0, test.indexOf(second))
  return sound.reduce((a, one) => testFrom(a, one, reading), sumFrom(only(sum), reading))
}

function testFrom(a: Expr, node: cst.TestCstNode, reading: Reading): Expr {
  const { children } = node
  const span = cover(a.span, nodeSpan(node, reading))
  if (children.ComparisonOperator !== undefined) {
    const op = comparisons.get(only(children.ComparisonOperator).tokenType) ?? '='
    return { is: 'binary', op, a, b: sumFrom(only(children.sum), reading), span }
  }
  if (children.In !== undefined || children.NotIn !== undefined) {
    const items = (children.expression ?? []).map((item) => expressionFrom(item, reading))
    return { is: 'in', a, negated: children.NotIn !== undefined, items, span }
  }
  return { is: 'state', a, test: stateOf(children), span }
}

function stateOf(children: cst.TestCstChildren): StateTest {
  if (children.Missing !== undefined) return 'missing'
  if (children.Present !== undefined) return 'present'
  return children.Applicable !== undefined ? 'applicable' : 'not-applicable'
}

export function sumFrom(node: cst.SumCstNode, reading: Reading): Expr {
  const { product, AdditiveOperator: operators = [] } = node.children
  const parts = product.map((part) => productFrom(part, reading))
  return chain(parts, operators, (operator) => (operator.tokenType === t.PlusSign ? '+' : '-'))
}

function productFrom(node: cst.ProductCstNode, reading: Reading): Expr {
  const { adjusted, MultiplicativeOperator: operators = [] } = node.children
  const parts = adjusted.map((part) => adjustedFrom(part, reading))
  return chain(parts, operators, (operator) => (operator.tokenType === t.TimesSign ? '*' : '/'))
}

/** `a - b - c` groups from the left. */
function chain(
  parts: readonly Expr[],
  operators: readonly IToken[],
  of: (operator: IToken) => BinaryOperator,
): Expr {
  return parts.slice(1).reduce((a, b, i) => {
    const operator = operators[i]
    return operator === undefined ? a : { is: 'binary', op: of(operator), a, b, span: cover(a.span, b.span) }
  }, only(parts))
}

function adjustedFrom(node: cst.AdjustedCstNode, reading: Reading): Expr {
  const { operand, adjustment = [] } = node.children
  return adjustment.reduce((a, one) => adjustmentFrom(a, one, reading), operandFrom(only(operand), reading))
}

function adjustmentFrom(a: Expr, node: cst.AdjustmentCstNode, reading: Reading): Expr {
  const { children } = node
  const span = cover(a.span, nodeSpan(node, reading))
  if (children.instead !== undefined)
    return { is: 'if-missing', a, b: operandFrom(only(children.instead), reading), span }
  if (children.low !== undefined) {
    const low = operandFrom(only(children.low), reading)
    return { is: 'clamp', a, low, high: operandFrom(only(children.high), reading), span }
  }
  if (children.weight !== undefined) {
    const within = children.reference && referenceFrom(only(children.reference), reading)
    const by = operandFrom(only(children.weight), reading)
    const remainder = remainderFrom(only(children.remainder), reading)
    return {
      is: 'share',
      pool: a,
      by,
      ...(within && { within: ownWord('period', within) }),
      ...(remainder && { remainder }),
      span,
    }
  }
  if (children.day !== undefined)
    return { is: 'as-of', a, day: operandFrom(only(children.day), reading), span }
  if (children.held !== undefined) {
    const kind = canonicalName('period', only(children.Word), reading)
    return { is: 'in-period', a, kind, day: operandFrom(only(children.held), reading), span }
  }
  if (children.proration !== undefined)
    return { is: 'prorated', a, by: prorationFrom(only(children.proration), reading), span }
  if (children.With !== undefined) {
    const by = nameFrom(only(children.by), reading)
    return { is: 'with', a, replaced: nameFrom(only(children.replaced), reading), by, span }
  }
  const window = windowFrom(children, reading)
  if (window !== undefined) return { is: 'window', a, window, span }
  const to = operandFrom(only(children.unit), reading)
  const word = children.roundingMode && only(only(children.roundingMode).children.Word)
  const mode = word ? (listWord('rounding', word, reading) ?? 'half-up') : 'up'
  const remainder = remainderFrom(only(children.remainder), reading)
  if (remainder === undefined) return { is: 'rounded', a, mode, to, span }
  if (a.is === 'share' && a.remainder === undefined && mode === 'down')
    return { ...a, remainder: { unit: to, ...remainder }, span }
  reading.report('BY670', {}, nodeSpan(only(children.remainder), reading))
  return { is: 'rounded', a, mode, to, span }
}

function windowFrom(children: cst.AdjustmentCstChildren, reading: Reading): Window | undefined {
  if (children.InLast !== undefined) {
    const literal = only(children.DurationLiteral ?? children.NumberLiteral)
    const length: Expr = { ...literalFrom(literal), span: tokenSpan(literal, reading) }
    const within = togetherFrom(children, reading)
    if (children.Word === undefined) return { is: 'last', length, ...within }
    return { is: 'last', length, kind: canonicalName('period', only(children.Word), reading), ...within }
  }
  if (children.SoFar !== undefined) return { is: 'so-far', ...togetherFrom(children, reading) }
  if (children.InPrevious !== undefined)
    return { is: 'previous', kind: canonicalName('period', only(children.Word), reading) }
  if (children.YearToDate !== undefined) return { is: 'to-date', kind: 'year' }
  if (children.HalfYearToDate !== undefined) return { is: 'to-date', kind: 'half-year' }
  return children.QuarterToDate === undefined ? undefined : { is: 'to-date', kind: 'quarter' }
}

function togetherFrom(
  { together }: cst.AdjustmentCstChildren,
  reading: Reading,
): { readonly within?: readonly Expr[] } {
  if (together === undefined) return {}
  return { within: only(together).children.reference.map((node) => referenceFrom(node, reading)) }
}

export function prorationFrom(node: cst.ProrationCstNode, reading: Reading): Proration {
  return listWord('proration', only(node.children.Word), reading) ?? 'calendar-days'
}

export function remainderFrom(node: cst.RemainderCstNode, reading: Reading): Remainder | undefined {
  const { receiver, operand } = node.children
  if (receiver === undefined) return undefined
  const to = listWord('receiver', only(only(receiver).children.Word), reading) ?? 'largest'
  return { to, ...(operand && { by: operandFrom(only(operand), reading) }) }
}

/** One word alone that may be one of the language's: then it stands in the tree as that word in English. */
function ownWord(list: WordList, path: Expr): Expr {
  const [head, ...more] = path.is === 'path' ? path.parts : []
  if (path.is !== 'path' || head === undefined || more.length > 0) return path
  return { ...path, parts: [{ ...head, text: wordBySpelling(list, head.text) ?? head.text }] }
}

export function operandFrom(node: cst.OperandCstNode, reading: Reading): Expr {
  const { MinusSign: signs = [], primary } = node.children
  return prefixed('negative', signs, primaryFrom(only(primary), reading), reading)
}

function primaryFrom(node: cst.PrimaryCstNode, reading: Reading): Expr {
  const { children } = node
  const span = nodeSpan(node, reading)
  if (children.Literal !== undefined) return { ...literalFrom(only(children.Literal)), span }
  if (children.Text !== undefined) return { is: 'text', value: textFrom(only(children.Text), reading), span }
  if (children.reference !== undefined) return referenceFrom(only(children.reference), reading)
  if (children.anyCall !== undefined) {
    const { Any, callArguments } = only(children.anyCall).children
    return callFrom(only(Any), only(callArguments), [], span, reading)
  }
  if (children.expression !== undefined)
    return { is: 'parens', a: expressionFrom(only(children.expression), reading), span }
  if (children.pick !== undefined) {
    const { sum, LargerOf } = only(children.pick).children
    const which = LargerOf === undefined ? 'smaller' : 'larger'
    return { is: 'pick', which, items: sum.map((item) => sumFrom(item, reading)), span }
  }
  if (children.rank !== undefined) {
    const { sum, reference } = only(children.rank).children
    const within = reference && referenceFrom(only(reference), reading)
    return { is: 'rank', a: sumFrom(only(sum), reading), ...(within && { within }), span }
  }
  if (children.paidOn !== undefined) {
    const { reference, Word } = only(children.paidOn).children
    const at = referenceFrom(only(reference), reading)
    return { is: 'paid-on', at, by: nameFrom(only(Word), reading), span }
  }
  if (children.Missing !== undefined) return { is: 'missing', span }
  return { is: 'truth', value: children.True !== undefined, span }
}

const literals: ReadonlySet<TokenType> = new Set(Object.values(t.literalTokens))

/** The expression that a token is by itself: a literal, or a word that is no keyword. */
export function singleFrom(token: IToken, reading: Reading): Expr | undefined {
  if (literals.has(token.tokenType)) return { ...literalFrom(token), span: tokenSpan(token, reading) }
  if (token.tokenType !== t.Word && token.tokenType !== t.CurrencyCode) return undefined
  const name = nameFrom(token, reading)
  return ownWord('given', { is: 'path', parts: [name], span: name.span })
}

/** Of a token that the lexer found to be a number, an amount, a date or a duration. */
export function literalFrom(token: IToken): Literal {
  const literal: NumericLiteral = token.payload.is
  return literal
}

/** What stands between the signs of a string token, from the original text. */
export function textFrom(token: IToken, reading: Reading): string {
  const { from, to } = tokenSpan(token, reading)
  return stringContent(reading.source.text.slice(from, to))
}

export function referenceFrom(node: cst.ReferenceCstNode, reading: Reading): Expr {
  const { Word: words, callArguments } = node.children
  const span = nodeSpan(node, reading)
  if (callArguments === undefined) {
    return ownWord('given', { is: 'path', parts: words.map((word) => nameFrom(word, reading)), span })
  }
  return callFrom(only(words), only(callArguments), words.slice(1), span, reading)
}

function callFrom(
  callee: IToken,
  node: cst.CallArgumentsCstNode,
  members: readonly IToken[],
  span: Span,
  reading: Reading,
): Expr {
  const { expression = [], callClause = [] } = node.children
  const clauses: { where?: Expr; posting?: Expr; via?: Expr; use?: 'quota' | 'pay' } = {}
  for (const clause of callClause) {
    const { Where, Posting, For, creditUse, expression: value } = clause.children
    if (creditUse !== undefined) {
      const use = listWord('use', only(only(creditUse).children.Word), reading)
      const again = clauses.use !== undefined || use === 'team'
      if (again) reading.report('BY171', { written: only(For).image }, tokenSpan(only(For), reading))
      else if (use !== undefined) clauses.use = use
      continue
    }
    const kind = Where !== undefined ? 'where' : Posting !== undefined ? 'posting' : 'via'
    const word = only(Where ?? Posting ?? clause.children.Via)
    if (clauses[kind] !== undefined)
      reading.report('BY171', { written: word.image }, tokensSpan([word], reading))
    else clauses[kind] = expressionFrom(only(value), reading)
  }
  const [output, ...more] = members.map((member) => nameFrom(member, reading))
  return {
    is: 'call',
    callee: canonicalName('function', callee, reading),
    args: expression.map((argument) => expressionFrom(argument, reading)),
    ...clauses,
    ...(output && { output }),
    ...(more.length > 0 && { more }),
    span,
  }
}
