import type { IToken, TokenType } from 'chevrotain'
import type { Report } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import type { Comments } from './ast.ts'
import { spanOf } from './lexer.ts'
import * as t from './tokens.ts'

/**
 * The shape of a text before any grammar: statements, their blocks, the rows of pipe tables. Each statement is then
 * parsed by itself, so that one mistake gives one message and its neighbours are still read.
 */
export type Statement = {
  readonly is: 'statement'
  /** Without braces, newlines and comments; never empty. */
  readonly tokens: readonly [IToken, ...IToken[]]
  readonly block?: Block
  /** The first bar of rows that stand below it though it opens no block. They are left out. */
  readonly rowsBelow?: IToken
  readonly comments: Comments | undefined
}
/** `| a | b |`: the tokens between the bars. `bars` has one more than `cells` when the row is closed. */
export type RowLine = {
  readonly is: 'row'
  readonly cells: readonly (readonly IToken[])[]
  readonly bars: readonly IToken[]
  readonly comments: Comments | undefined
}
export type Block = {
  readonly open: IToken
  readonly close: IToken | undefined
  readonly items: readonly (Statement | RowLine)[]
  /** Comments after the last item. */
  readonly inside: readonly string[]
}

type Structure = {
  readonly statements: readonly (Statement | RowLine)[]
  /** Comments at the top that a blank line parts from the first statement, and those after the last one. */
  readonly leading: readonly string[]
  readonly trailing: readonly string[]
}

const maxDepth = 64

/** Tokens → statements. Unclosed and stray braces are reported once. */
export function structure(tokens: readonly IToken[], source: Source, report: Report): Structure {
  const paired = pairedParens(tokens)
  let at = 0
  const leading: string[] = []
  let strayReported = false
  let deepReported = false
  let unclosedAt = -1
  // How many `}` are too many: a block whose `{` was forgotten ends with one of them.
  let surplus = tokens.reduce(
    (sum, token) => sum + Number(ends(token, t.RightBrace)) - Number(ends(token, t.LeftBrace)),
    0,
  )

  /** Items up to the block's `}` (not taken) or the end. */
  function items(depth: number): { list: (Statement | RowLine)[]; inside: string[] } {
    const list: (Statement | RowLine)[] = []
    let before: string[] = []
    // A blank line counts where the author may choose: not before the first item.
    let newlines = 0
    let blank = false
    for (;;) {
      const token = tokens[at]
      if (token === undefined) break
      if (token.tokenType === t.Newline) {
        newlines++
        if (newlines > 1 && before.length === 0) blank = true
        if (newlines > 1 && depth === 0 && list.length === 0) leading.push(...before.splice(0))
        at++
      } else if (token.tokenType === t.Comment) {
        const last = list.at(-1)
        if (newlines === 0 && last !== undefined) list[list.length - 1] = closedBy(last, commentText(token))
        else before.push(commentText(token))
        newlines = 0
        at++
      } else if (token.tokenType === t.Semicolon) {
        at++
      } else if (token.tokenType === t.RightBrace) {
        if (depth > 0) break
        if (!strayReported) report('BY122', {}, spanOf(source, token))
        strayReported = true
        at++
      } else if (depth > 0 && beginsDeclaration(at)) {
        break
      } else {
        const last = list.at(-1)
        if (token.tokenType === t.Pipe && last?.is === 'statement' && last.block === undefined) {
          list[list.length - 1] = { ...last, rowsBelow: last.rowsBelow ?? token }
          skipRows()
          continue
        }
        const item = token.tokenType === t.Pipe ? row(before) : statement(before, depth)
        list.push(blank && list.length > 0 ? withBlank(item) : item)
        before = []
        newlines = 0
        blank = false
      }
    }
    return { list, inside: before }
  }

  function row(before: readonly string[]): RowLine {
    const bars: IToken[] = []
    const cells: IToken[][] = []
    for (;;) {
      const token = tokens[at]
      if (token === undefined || ends(token, t.Newline, t.RightBrace, t.Comment)) break
      if (token.tokenType === t.Pipe) {
        bars.push(token)
        cells.push([])
      } else cells.at(-1)?.push(token)
      at++
    }
    // The bar that closes the row begins no cell.
    if (cells.at(-1)?.length === 0) cells.pop()
    return { is: 'row', cells, bars, comments: comments(before, commentHere()) }
  }

  function statement(before: readonly string[], depth: number): Statement {
    const head: IToken[] = []
    const above = [...before]
    let open = 0
    for (;;) {
      const token = tokens[at]
      if (token === undefined || ends(token, t.RightBrace, t.LeftBrace)) break
      // In `max(a; b)` it is a slip inside the statement, not its end.
      if (token.tokenType === t.Semicolon && open === 0 && !isLiteral(tokens[at + 1])) break
      if (token.tokenType === t.Newline || token.tokenType === t.Comment) {
        const next = nextInStatement(at)
        if (next === undefined || beginsDeclaration(next)) break
        if (open === 0 && !continues(head.at(-1), tokens[next])) break
        for (; at < next; at++) {
          const skipped = tokens[at]
          if (skipped?.tokenType === t.Comment) above.push(commentText(skipped))
        }
        continue
      }
      if (token.tokenType === t.LeftParen && paired.has(token)) open++
      if (token.tokenType === t.RightParen && paired.has(token)) open--
      head.push(token)
      at++
    }
    const brace = tokens[at]
    const [first = brace, ...rest] = head
    // Only a brace can stand where no head does, and then it is the statement's own first token.
    if (first === undefined) throw new Error('a statement without a token')
    if (head.length === 0) {
      // A block of nothing: what it holds has no meaning either.
      at++
      skipBlock()
      return { is: 'statement', tokens: [first], comments: comments(above, commentHere()) }
    }
    if (brace?.tokenType !== t.LeftBrace)
      return { is: 'statement', tokens: [first, ...rest], comments: comments(above, commentHere()) }
    const { block, after } = blockAt(brace, depth)
    return {
      is: 'statement',
      tokens: [first, ...rest],
      block,
      comments: comments(above, after, block.inside),
    }
  }

  function blockAt(open: IToken, depth: number): { block: Block; after: string | undefined } {
    at++
    const after = commentHere()
    if (depth >= maxDepth) {
      if (!deepReported) report('BY161', { limit: String(maxDepth) }, spanOf(source, open))
      deepReported = true
      skipBlock()
      return { block: { open, close: open, items: [], inside: [] }, after }
    }
    const { list, inside } = items(depth + 1)
    const close = tokens[at]
    if (close?.tokenType === t.RightBrace) {
      at++
      return { block: { open, close, items: list, inside }, after }
    }
    // A brace that is missing at the end is missing for every block around it too: the innermost is the culprit.
    if (unclosedAt !== at) report('BY121', {}, spanOf(source, open))
    unclosedAt = at
    return { block: { open, close: undefined, items: list, inside }, after }
  }

  /** The rows of a block whose `{` was forgotten, and its `}`. */
  function skipRows(): void {
    while (tokens[at]?.tokenType === t.Pipe) {
      row([])
      while (tokens[at]?.tokenType === t.Newline || tokens[at]?.tokenType === t.Comment) at++
    }
    if (surplus <= 0 || tokens[at]?.tokenType !== t.RightBrace) return
    surplus--
    at++
  }

  function skipBlock(): void {
    for (let depth = 1; depth > 0 && at < tokens.length && !beginsDeclaration(at); at++) {
      if (tokens[at]?.tokenType === t.LeftBrace) depth++
      if (tokens[at]?.tokenType === t.RightBrace) depth--
    }
  }

  /** A comment that stands on this line, if the line says nothing more. */
  function commentHere(): string | undefined {
    while (tokens[at]?.tokenType === t.Semicolon) at++
    const token = tokens[at]
    if (token?.tokenType !== t.Comment) return undefined
    at++
    return commentText(token)
  }

  /** The next token that is neither newline nor comment. */
  function nextInStatement(from: number): number | undefined {
    for (let i = from; i < tokens.length; i++) {
      const type = tokens[i]?.tokenType
      if (type !== t.Newline && type !== t.Comment) return i
    }
    return undefined
  }

  /**
   * At the line's first column, `record Name` … with a block or a definition: a declaration, so what stands before
   * it has ended, a block that was never closed too.
   */
  function beginsDeclaration(i: number): boolean {
    const token = tokens[i]
    if (token === undefined || !declares.has(token.tokenType)) return false
    const before = source.text.charCodeAt(token.startOffset - 1)
    if (before !== 10 && before !== 13) return false
    const name = tokens[i + 1]
    if (name === undefined || ends(name, t.Newline)) return false
    for (let j = i + 2; j < tokens.length; j++) {
      const next = tokens[j]
      if (next === undefined || ends(next, t.Newline, t.RightBrace, t.Semicolon)) return false
      if (ends(next, t.LeftBrace, t.EqualSign)) return true
      const names = tokens[j + 1]?.tokenType === t.Text
      if (names && ends(next, t.keywordTokens.from)) return true
    }
    return false
  }

  const { list, inside } = items(0)
  // Where nothing at all follows, there is nothing to be parted from.
  if (list.length === 0 && inside.length === 0) return { statements: list, leading: [], trailing: leading }
  return { statements: list, leading, trailing: inside }
}

const declares: ReadonlySet<TokenType> = new Set([
  t.keywordTokens.policy,
  t.keywordTokens.record,
  t.keywordTokens.calendar,
  t.keywordTokens.parameter,
  t.keywordTokens.value,
  t.keywordTokens.table,
  t.keywordTokens.commission,
  t.keywordTokens.bonus,
  t.keywordTokens.clawback,
  t.keywordTokens.scorecard,
  t.keywordTokens.payout,
  t.keywordTokens.decision,
  t.keywordTokens.authority,
  t.keywordTokens.sla,
  t.keywordTokens.credit,
  t.keywordTokens.penalty,
  t.keywordTokens.law,
  t.keywordTokens.target,
])

const operators: readonly TokenType[] = [
  t.Comma,
  t.EqualSign,
  t.NotEqualSign,
  t.LessSign,
  t.AtMostSign,
  t.GreaterSign,
  t.AtLeastSign,
  t.PlusSign,
  t.MinusSign,
  t.TimesSign,
  t.DivideSign,
  t.Dot,
  t.keywordTokens.and,
  t.keywordTokens.or,
  t.keywordTokens.then,
  t.keywordTokens.else,
]
const goesOnAfter: ReadonlySet<TokenType> = new Set([
  ...operators,
  t.LeftParen,
  t.keywordTokens.not,
  t.keywordTokens.if,
])
const goesOnBefore: ReadonlySet<TokenType> = new Set([...operators, t.LeftParen, t.RightParen, t.LeftBrace])

/** A line goes on when it ends, or the next one begins, with an operator, a comma or an opening bracket. */
function continues(last: IToken | undefined, next: IToken | undefined): boolean {
  if (last === undefined || next === undefined) return false
  return goesOnAfter.has(last.tokenType) || goesOnBefore.has(next.tokenType)
}

/** Parentheses that have their partner in the same statement: inside them a newline ends nothing. */
function pairedParens(tokens: readonly IToken[]): ReadonlySet<IToken> {
  const paired = new Set<IToken>()
  let open: IToken[] = []
  for (const token of tokens) {
    if (token.tokenType === t.LeftParen) open.push(token)
    else if (token.tokenType === t.RightParen) {
      const partner = open.pop()
      if (partner !== undefined) paired.add(partner).add(token)
    } else if (ends(token, t.LeftBrace, t.RightBrace, t.Pipe)) open = []
  }
  return paired
}

function ends(token: IToken, ...types: readonly TokenType[]): boolean {
  return types.includes(token.tokenType)
}

/** No line begins with one: `release 60% on a; 40% on b` goes on. */
function isLiteral(token: IToken | undefined): boolean {
  return token?.tokenType.CATEGORIES?.includes(t.Literal) === true
}

function commentText(token: IToken): string {
  return token.image.slice(1).replace(/^ /, '').trimEnd()
}

function comments(
  before: readonly string[],
  after?: string | undefined,
  inside: readonly string[] = [],
): Comments | undefined {
  if (before.length === 0 && after === undefined && inside.length === 0) return undefined
  return { before, ...(after !== undefined && { after }), ...(inside.length > 0 && { inside }) }
}

function closedBy(item: Statement | RowLine, closing: string): Statement | RowLine {
  const known = item.comments ?? { before: [] }
  return { ...item, comments: known.closing === undefined ? { ...known, closing } : known }
}

function withBlank(item: Statement | RowLine): Statement | RowLine {
  return { ...item, comments: { ...(item.comments ?? { before: [] }), blank: true } }
}
