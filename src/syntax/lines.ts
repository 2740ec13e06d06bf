import type { IToken } from 'chevrotain'
import { nearest } from '../base/nearest.ts'
import type { Span } from '../base/span.ts'
import type { Comments } from './ast.ts'
import { shown } from './explain.ts'
import { type Keyword, keywordBySpelling, keywords, spellingsOf, spellKeyword } from './keywords.ts'
import { type Reading, tokenSpan, tokensSpan } from './reading.ts'
import type { Block, RowLine, Statement } from './structure.ts'
import * as t from './tokens.ts'

/** The block that a statement must have; its lack is reported. */
export function blockOf(statement: Statement, reading: Reading): Block | undefined {
  if (statement.block === undefined)
    reading.report('BY155', { found: shown(statement.tokens[0]) }, tokensSpan(statement.tokens, reading))
  return statement.block
}

/** Reports a block that has no business here. False when there is one. */
export function hasNoBlock(statement: Statement, reading: Reading): boolean {
  if (statement.block === undefined) return true
  reading.report('BY156', { found: shown(statement.tokens[0]) }, tokenSpan(statement.block.open, reading))
  return false
}

/**
 * Reads the statements of a block that takes lines. A row among them is reported once; a line that cannot be read
 * gives undefined after its mistake was reported.
 */
export function linesOf<L>(
  block: Block,
  reading: Reading,
  read: (statement: Statement) => L | undefined,
): { readonly lines: readonly L[]; readonly complete: boolean } {
  const lines: L[] = []
  let complete = true
  let rowReported = false
  for (const item of block.items) {
    if (item.is === 'row') {
      if (!rowReported) reading.report('BY153', {}, rowStart(item, reading))
      rowReported = true
      complete = false
      continue
    }
    const line = read(item)
    if (line === undefined) complete = false
    else lines.push(line)
  }
  return { lines, complete }
}

function rowStart(row: RowLine, reading: Reading): Span {
  return tokensSpan(row.bars.slice(0, 1), reading)
}

/** Whether a line begins with one of the words that may begin it here; else it is reported, with the nearest one. */
export function beginsWith(
  statement: Statement,
  allowed: readonly Keyword[],
  reading: Reading,
  code: 'BY110' | 'BY112',
): boolean {
  const first = statement.tokens[0]
  if (first.tokenType === t.Invalid) return false
  if (allowed.some((keyword) => t.keywordTokens[keyword] === first.tokenType)) return true
  const span = tokenSpan(first, reading)
  const spellings = allowed.flatMap((keyword) =>
    (['en', 'zh-Hans', 'zh-Hant'] as const).flatMap((language) => spellingsOf(keywords[keyword], language)),
  )
  const glued = gluedTo(first, spellings)
  const near = glued ?? (isWord(first) ? nearest(first.image, spellings) : undefined)
  if (near !== undefined)
    reading.report('BY111', { found: shown(first), suggestion: near }, span, {
      edits: [{ span, text: near }],
    })
  else {
    const expected = allowed.map((keyword) => spellKeyword(keyword, reading.language)).join(', ')
    reading.report(code, { found: shown(first), expected }, span)
  }
  return false
}

/** `门槛完成率` was meant as `门槛 完成率`: Chinese is written without spaces. */
function gluedTo(token: IToken, spellings: readonly string[]): string | undefined {
  const word = spellings.find(
    (spelling) =>
      spelling.length > 1 && /^\p{Script=Han}/u.test(spelling) && token.image.startsWith(spelling),
  )
  return word === undefined || word === token.image ? undefined : `${word} ${token.image.slice(word.length)}`
}

function isWord(token: IToken): boolean {
  return token.tokenType === t.Word || keywordBySpelling.has(token.image)
}

/** Reports a line that may stand once and stands again. */
export function onlyOnce(reading: Reading): (what: string, span: Span, found: string) => boolean {
  const seen = new Set<string>()
  return (what, span, found) => {
    if (!seen.has(what)) {
      seen.add(what)
      return true
    }
    reading.report('BY171', { found }, span)
    return false
  }
}

/** The comments of a statement, as a node carries them. */
export function commentsOf(statement: Statement): { readonly comments?: Comments } {
  return statement.comments === undefined ? {} : { comments: statement.comments }
}

/** The comments of a statement whose block is a table: those at the block's end are the table's. */
export function commentsBeforeTable(statement: Statement): { readonly comments?: Comments } {
  if (statement.comments === undefined) return {}
  const { inside: _, ...comments } = statement.comments
  const says = comments.after ?? comments.closing ?? comments.blank
  return comments.before.length > 0 || says !== undefined ? { comments } : {}
}

/** From the first token of a statement to the end of its block. */
export function statementSpan(statement: Statement, reading: Reading): Span {
  const head = tokensSpan(statement.tokens, reading)
  const end = statement.block?.close
  return end === undefined ? head : { ...head, to: tokenSpan(end, reading).to }
}
