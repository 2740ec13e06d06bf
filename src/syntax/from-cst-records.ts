import type { IToken } from 'chevrotain'
import { dayOf } from '../base/day.ts'
import { apply } from './apply.ts'
import type {
  DateLiteral,
  Expr,
  FieldMark,
  Name,
  PolicyLine,
  RecordLine,
  TypeBounds,
  TypeNode,
} from './ast.ts'
import { literalFrom, operandFrom } from './from-cst-expressions.ts'
import { periodTable, tableOf } from './from-cst-tables.ts'
import type * as cst from './generated/cst-types.ts'
import { type Keyword, wordBySpelling } from './keywords.ts'
import { commentsOf, hasNoBlock, statementSpan } from './lines.ts'
import { membersFrom } from './members.ts'
import {
  canonicalName,
  listWord,
  nameFrom,
  nodeSpan,
  only,
  type Reading,
  spellingOf,
  tokenSpan,
} from './reading.ts'
import type { Statement } from './structure.ts'
import * as t from './tokens.ts'

export const policyWords: readonly Keyword[] = [
  'language',
  'currency',
  'effective',
  'history',
  'year-starts',
  'calendar',
  'periods',
]

/** One line of a policy's block. Undefined when a mistake was reported. */
export function policyLineFrom(statement: Statement, reading: Reading): PolicyLine | undefined {
  const node = apply('policyLine', statement.tokens, reading)
  if (node === undefined) return undefined
  const { children } = node
  const span = statementSpan(statement, reading)
  if (children.Periods !== undefined) {
    const of = canonicalName('period', only(only(children.periodKind).children.Word), reading)
    const found = tableOf(statement, children.fromFile, periodTable, reading)
    return found && { is: 'periods', of, ...found, span }
  }
  if (!hasNoBlock(statement, reading)) return undefined
  const common = { ...commentsOf(statement), span }
  if (children.languageName !== undefined) {
    const language = listWord('language', only(only(children.languageName).children.Word), reading)
    return language && { is: 'language', language, ...common }
  }
  if (children.currencyCode !== undefined) {
    const code = nameFrom(only(only(children.currencyCode).children.CurrencyCode), reading)
    return { is: 'currency', code, ...common }
  }
  if (children.first !== undefined) {
    const from = dateFrom(only(children.first), reading)
    const until = children.last && dateFrom(only(children.last), reading)
    return { is: 'effective', from, ...(until && { until }), ...common }
  }
  if (children.complete !== undefined)
    return { is: 'history', from: dateFrom(only(children.complete), reading), ...common }
  if (children.MonthDay !== undefined) {
    const starts = monthDayFrom(only(children.MonthDay), reading)
    return starts && { is: 'year-starts', ...starts, ...common }
  }
  return { is: 'calendar', calendar: nameFrom(only(children.Word), reading), ...common }
}

export function dateFrom(token: IToken, reading: Reading): DateLiteral {
  const literal = literalFrom(token)
  return {
    is: 'date',
    spelling: literal.is === 'date' ? literal.spelling : token.image,
    span: tokenSpan(token, reading),
  }
}

export function monthDayFrom(token: IToken, reading: Reading): { month: number; day: number } | undefined {
  const [month = 0, day = 0] = (token.image.match(/\d+/g) ?? []).map(Number)
  // A year that begins on 29 February would have no first day in most years.
  if (dayOf(2025, month, day) !== undefined) return { month, day }
  reading.report('BY137', { written: token.image }, tokenSpan(token, reading))
  return undefined
}

/** One line of a record's block. `exists` is a field's name unless `from` follows. */
export function recordLineFrom(statement: Statement, reading: Reading): RecordLine | undefined {
  const [first, second] = statement.tokens
  const k = t.keywordTokens
  if (first.tokenType === k.exists && second?.tokenType === k.from) return existsFrom(statement, reading)
  if (first.tokenType === k['in-force']) return inForceFrom(statement, reading)
  return fieldFrom(statement, reading)
}

function existsFrom(statement: Statement, reading: Reading): RecordLine | undefined {
  const node = apply('existsLine', statement.tokens, reading)
  if (node === undefined || !hasNoBlock(statement, reading)) return undefined
  const { first, last } = node.children
  const until = last && nameFrom(only(last), reading)
  return {
    is: 'exists',
    from: nameFrom(only(first), reading),
    ...(until && { until }),
    ...commentsOf(statement),
    span: statementSpan(statement, reading),
  }
}

function inForceFrom(statement: Statement, reading: Reading): RecordLine | undefined {
  const node = apply('inForceLine', statement.tokens, reading)
  if (node === undefined || !hasNoBlock(statement, reading)) return undefined
  const { first, last, keys } = node.children
  const until = last && nameFrom(only(last), reading)
  return {
    is: 'in-force',
    from: nameFrom(only(first), reading),
    ...(until && { until }),
    by: keys.map((key) => nameFrom(key, reading)),
    ...commentsOf(statement),
    span: statementSpan(statement, reading),
  }
}

function fieldFrom(statement: Statement, reading: Reading): RecordLine | undefined {
  const node = apply('fieldLine', statement.tokens, reading)
  if (node === undefined || !hasNoBlock(statement, reading)) return undefined
  const { children } = node
  const common = { ...commentsOf(statement), span: statementSpan(statement, reading) }
  const marks: FieldMark[] = []
  for (const mark of children.fieldMark ?? []) {
    const { Key, Optional, Posting } = mark.children
    const kind = Key !== undefined ? 'key' : Optional !== undefined ? 'optional' : 'posting'
    const word = only(Key ?? Optional ?? Posting)
    if (marks.includes(kind)) reading.report('BY171', { written: word.image }, tokenSpan(word, reading))
    else marks.push(kind)
  }
  return {
    is: 'field',
    name: nameFrom(only(children.Word), reading),
    type: typeFrom(only(children.fieldType), reading),
    marks,
    ...common,
  }
}

function typeFrom(node: cst.FieldTypeCstNode, reading: Reading): TypeNode {
  const { memberName, Word, typeBound = [] } = node.children
  const span = nodeSpan(node, reading)
  if (memberName !== undefined) return { is: 'one-of', values: membersFrom(memberName, reading), span }
  const token = only(Word)
  const word = wordBySpelling('type', spellingOf(token))
  if (word !== undefined) return { is: 'word', word, bounds: boundsFrom(typeBound, reading), span }
  const first = typeBound[0]
  if (first !== undefined)
    reading.report('BY107', { written: boundWord(first).image }, nodeSpan(first, reading))
  return { is: 'name', name: canonicalName('period', token, reading), span }
}

function boundWord(node: cst.TypeBoundCstNode): IToken {
  const { CurrencyCode, In, Currency, To, Per, From, UpTo } = node.children
  return only(CurrencyCode ?? In ?? Currency ?? To ?? Per ?? From ?? UpTo)
}

function boundsFrom(nodes: readonly cst.TypeBoundCstNode[], reading: Reading): TypeBounds {
  const bounds: { currency?: Name; currencyIn?: Name; to?: Expr; per?: Name; from?: Expr; upTo?: Expr } = {}
  const seen = new Set<unknown>()
  for (const node of nodes) {
    const { CurrencyCode, Word, To, periodKind, From, operand } = node.children
    const word = boundWord(node)
    if (seen.has(word.tokenType)) {
      reading.report('BY171', { written: word.image }, tokenSpan(word, reading))
      continue
    }
    seen.add(word.tokenType)
    if (CurrencyCode !== undefined) bounds.currency = nameFrom(word, reading)
    else if (Word !== undefined) bounds.currencyIn = nameFrom(only(Word), reading)
    else if (periodKind !== undefined)
      bounds.per = canonicalName('period', only(only(periodKind).children.Word), reading)
    else {
      const at = operandFrom(only(operand), reading)
      if (To !== undefined) bounds.to = at
      else if (From !== undefined) bounds.from = at
      else bounds.upTo = at
    }
  }
  return bounds
}
