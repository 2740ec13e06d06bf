import type { AsOf, Expr, GrainNode, Name, ToDate } from './ast.ts'
import { expressionFrom } from './from-cst-expressions.ts'
import type * as cst from './generated/cst-types.ts'
import { onlyOnce } from './lines.ts'
import { canonicalName, nameFrom, nodeSpan, only, type Reading, tokenSpan } from './reading.ts'
import * as t from './tokens.ts'

/** What one result is for, as the parts of a header say it; each stands once. */
export function grainFrom(node: cst.GrainCstNode, reading: Reading): GrainNode {
  const found: {
    each?: Name
    subject?: Name
    per?: Name
    where?: Expr
    to?: Expr
    posting?: Expr
    asOf?: AsOf
    toDate?: ToDate
  } = {}
  const once = onlyOnce(reading)
  const clauses = node.children.grainClause ?? []
  for (const clause of clauses) {
    const { For, Each, Word, Per, periodKind, Where, To, Posting, AsOf, FirstDay, Averaged, expression } =
      clause.children
    const word = only(For ?? Per ?? Where ?? To ?? Posting ?? AsOf ?? Averaged)
    const what = Averaged === undefined ? word.tokenType.name : t.keywordTokens['as-of'].name
    if (!once(what, tokenSpan(word, reading), word.image)) continue
    const value = expression && expressionFrom(only(expression), reading)
    if (Word !== undefined) found[Each === undefined ? 'subject' : 'each'] = nameFrom(only(Word), reading)
    else if (periodKind !== undefined) {
      found.per = canonicalName('period', only(only(periodKind).children.Word), reading)
      const so = clause.children.toDate?.[0]?.children
      if (so) found.toDate = so.YearToDate ? 'year' : so.HalfYearToDate ? 'half-year' : 'quarter'
    } else if (value === undefined)
      found.asOf = Averaged !== undefined ? 'averaged' : FirstDay !== undefined ? 'first-day' : 'last-day'
    else if (Where !== undefined) found.where = value
    else if (To !== undefined) found.to = value
    else found.posting = value
  }
  return { ...found, span: nodeSpan(node, reading) }
}
