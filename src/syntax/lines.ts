import type { IToken } from 'chevrotain'
import { nearest } from '../base/nearest.ts'
import type { Span } from '../base/span.ts'
import type { Comments } from './ast.ts'
import { everySpelling, type Keyword, spellKeyword } from './keywords.ts'
import { type Reading, tokenSpan, tokensSpan } from './reading.ts'
import { meantWord, shown } from './shown.ts'
import type { Block, RowLine, Statement } from './structure.ts'
import { keywordsMeant } from './synonyms.ts'
import * as t from './tokens.ts'

/** The block that a statement must have; its lack is reported. */
export function blockOf(statement: Statement, reading: Reading): Block | undefined {
  if (statement.block === undefined)
    reading.report('BY155', { written: shown(statement.tokens[0]) }, tokensSpan(statement.tokens, reading))
  return statement.block
}

/** Reports a block that has no business here. False when there is one. */
export function hasNoBlock(statement: Statement, reading: Reading): boolean {
  if (statement.block === undefined) return true
  reading.report('BY156', { written: shown(statement.tokens[0]) }, tokenSpan(statement.block.open, reading))
  return false
}

/**
 * Reads the statements of a block that takes lines, each of which begins with an allowed word (a record's begin with
 * a name). A line that cannot be read gives undefined after its mistake was reported. Of rows, and of lines that
 * belong to another block whose header is gone, the first of a run is reported.
 */
export function linesOf<L>(
  block: Block,
  allowed: readonly Keyword[] | undefined,
  reading: Reading,
  read: (statement: Statement) => L | undefined,
): { readonly lines: readonly L[]; readonly complete: boolean } {
  const lines: L[] = []
  let complete = true
  let inRun = false
  for (const item of block.items) {
    if (item.is === 'row') {
      if (!inRun) reading.report('BY153', {}, rowStart(item, reading))
      inRun = true
      complete = false
      continue
    }
    const misplaced: boolean = inRun && isMisplaced(item, allowed)
    inRun = misplaced || (allowed !== undefined && !beginsWith(item, allowed, reading, 'BY112'))
    const line = inRun ? undefined : read(item)
    reportRowsBelow(item, line !== undefined, reading)
    // Its block may be what is missing.
    if (line === undefined && item.block === undefined) inRun = true
    if (line === undefined) complete = false
    else lines.push(line)
  }
  return { lines, complete }
}

/** Rows under a line that is complete without them; where it is not, its lack of a block was reported. */
export function reportRowsBelow({ rowsBelow }: Statement, complete: boolean, reading: Reading): void {
  if (rowsBelow !== undefined && complete) reading.report('BY153', {}, tokenSpan(rowsBelow, reading))
}

/** A line that some other block would take. */
export function isMisplaced({ tokens: [first] }: Statement, allowed: readonly Keyword[] = []): boolean {
  const keyword = t.keywordOfToken(first.tokenType.name)
  return keyword !== undefined && !allowed.includes(keyword)
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
  const spellings = allowed.flatMap((keyword) => everySpelling(keyword))
  const other = keywordsMeant(first.image).find((keyword) => allowed.includes(keyword))
  const near =
    other === undefined
      ? meantLine(statement, spellings)
      : { word: spellKeyword(other, reading.language), tokens: 1 }
  if (near !== undefined) {
    const span = tokenSpan(first, reading)
    const to = near.tokens > 1 ? (statement.tokens[1] ?? first) : first
    const whole = { ...span, to: tokenSpan(to, reading).to }
    const written = to === first ? shown(first) : `${shown(first)} ${shown(to)}`
    reading.report('BY111', { written, suggestion: near.word }, whole, {
      edits: [{ span: whole, text: near.word }],
    })
  } else {
    const choices = allowed.map((keyword) => spellKeyword(keyword, reading.language)).join(', ')
    reading.report(code, { written: shown(first), choices }, tokenSpan(first, reading))
  }
  return false
}

/** The word that a line most probably begins with; `year start` was meant as the two words `year starts`. */
function meantLine(
  statement: Statement,
  spellings: readonly string[],
): { readonly word: string; readonly tokens: number } | undefined {
  const [first, second] = statement.tokens
  if (!isWord(first)) return undefined
  const one = meantWord(first.image, spellings)
  if (one !== undefined) return { word: one, tokens: 1 }
  const several = spellings.filter((spelling) => spelling.includes(' '))
  const two = second === undefined ? undefined : nearest(`${first.image} ${second.image}`, several)
  return two === undefined ? undefined : { word: two, tokens: 2 }
}

function isWord(token: IToken): boolean {
  return token.tokenType === t.Word || t.keywordOfToken(token.tokenType.name) !== undefined
}

/** Reports a line that may stand once and stands again. */
export function onlyOnce(reading: Reading): (what: string, span: Span, found: string) => boolean {
  const seen = new Set<string>()
  return (what, span, found) => {
    if (!seen.has(what)) {
      seen.add(what)
      return true
    }
    reading.report('BY171', { written: found }, span)
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
