import { createTokenInstance, type IToken } from 'chevrotain'
import * as t from './tokens.ts'

const k = t.keywordTokens

/**
 * In the tokens of a `value` or `parameter` declaration, tells the `=` that defines from those that compare, and
 * gives it a kind of its own. It is the first one, except after a last `where`: there it is the one before an `if`,
 * else the last (`value won for each Deal where kind = new = amount`).
 */
export function markDefinition(tokens: readonly IToken[]): readonly IToken[] {
  let depth = 0
  let inWhere = false
  // A field may be called `starts`; the word belongs to what has periods.
  let hasPeriods = false
  const candidates: number[] = []
  for (const [i, token] of tokens.entries()) {
    if (token.tokenType === k.per) hasPeriods = true
    if (token.tokenType === t.LeftParen) depth++
    else if (token.tokenType === t.RightParen) depth--
    else if (depth > 0) continue
    else if (token.tokenType === t.EqualSign) {
      candidates.push(i)
      if (!inWhere) break
    } else if (token.tokenType === k.where) inWhere = true
    else if (inWhere && (endsWhere(token, tokens[i + 1]) || (hasPeriods && token.tokenType === k.starts))) {
      inWhere = false
      candidates.length = 0
    }
  }
  const at =
    candidates.find((i) => tokens[i + 1]?.tokenType === k.if) ?? (inWhere ? candidates.at(-1) : candidates[0])
  const equal = at === undefined ? undefined : tokens[at]
  if (equal === undefined) return tokens
  const { image, startOffset } = equal
  const defines = createTokenInstance(t.DefinedAs, image, startOffset, startOffset, NaN, NaN, NaN, NaN)
  return tokens.map((token, i) => (i === at ? defines : token))
}

/** Header clauses end a `where`; `as of` a day of the row does not. */
function endsWhere({ tokenType }: IToken, next: IToken | undefined): boolean {
  if (tokenType === k['as-of']) return next?.tokenType === k['first-day'] || next?.tokenType === k['last-day']
  return clauses.has(tokenType)
}
const clauses = new Set([k.per, k.for, k.averaged, k.posting])
