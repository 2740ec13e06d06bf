import type { CstNode, IToken } from 'chevrotain'
import type { Entries, Entry } from './entries.ts'
import { explain } from './explain.ts'
import { parserFor } from './parser.ts'
import { type Reading, tokenSpan } from './reading.ts'
import * as t from './tokens.ts'

const maxParens = 64
/** Each operator may nest the tree once more; readers of the tree recurse. */
const maxOperators = 400

/**
 * Parses the tokens of one statement, heading or cell. Undefined when they do not fit: then exactly one mistake has
 * been reported, here or by the lexer.
 */
export function apply<E extends Entry>(
  entry: E,
  tokens: readonly IToken[],
  reading: Reading,
): Entries[E] | undefined {
  if (tokens.some((token) => token.tokenType === t.Invalid)) return undefined
  if (!isBalanced(tokens, reading)) return undefined
  const parser = parserFor(entry)
  parser.input = [...tokens]
  const tree: CstNode = parser[entry]()
  const error = parser.errors[0]
  if (error !== undefined) {
    explain(entry, error, tokens, reading)
    return undefined
  }
  return tree as Entries[E]
}

function isBalanced(tokens: readonly IToken[], reading: Reading): boolean {
  const open: IToken[] = []
  let operators = 0
  for (const token of tokens) {
    if (token.tokenType === t.LeftParen) open.push(token)
    else if (token.tokenType === t.RightParen && open.pop() === undefined) {
      const span = tokenSpan(token, reading)
      reading.report('BY124', {}, span, { edits: [{ span, text: '' }] })
      return false
    } else if (isOperator(token)) operators++
    if (open.length > maxParens) {
      reading.report('BY161', { limit: String(maxParens) }, tokenSpan(token, reading))
      return false
    }
    if (operators > maxOperators) {
      reading.report('BY163', { limit: String(maxOperators) }, tokenSpan(token, reading))
      return false
    }
  }
  const unclosed = open.at(-1)
  if (unclosed === undefined) return true
  reading.report('BY123', {}, tokenSpan(unclosed, reading))
  return false
}

const k = t.keywordTokens
const nesting = new Set([
  k.and,
  k.or,
  k.not,
  k.if,
  k.missing,
  k.present,
  k.applicable,
  k['not-applicable'],
  k.in,
  k['not-in'],
  k['if-missing'],
  k.clamp,
  k['in-last'],
  k['so-far'],
  k.with,
  k['in-previous'],
  k.rounded,
  k['shared-by'],
  k['as-of'],
  k['prorated-by'],
  k['paid-on'],
  k['rank-of'],
  k['larger-of'],
  k['smaller-of'],
  k['year-to-date'],
  k['half-year-to-date'],
  k['quarter-to-date'],
])

function isOperator(token: IToken): boolean {
  const { tokenType } = token
  return (
    nesting.has(tokenType) ||
    tokenType.CATEGORIES?.some(
      (category) =>
        category === t.AdditiveOperator ||
        category === t.MultiplicativeOperator ||
        category === t.ComparisonOperator,
    ) === true
  )
}
