import type { Language } from '../base/language.ts'
import { displayWidth } from '../base/width.ts'
import type { Comments } from './ast.ts'
import { type Keyword, keywordBySpelling, spellKeyword, spellWord } from './keywords.ts'

/** Collects the lines of a printed file, two spaces deeper in each block. */
export type Printer = {
  readonly language: Language
  readonly lines: string[]
  readonly depth: number
}

function deeper(printer: Printer): Printer {
  return { ...printer, depth: printer.depth + 1 }
}

export function writeLine(printer: Printer, text: string): void {
  printer.lines.push(text === '' ? '' : '  '.repeat(printer.depth) + text)
}

export function writeComments(printer: Printer, comments: readonly string[] = []): void {
  for (const text of comments) writeLine(printer, printComment(text))
}

function printComment(text: string): string {
  return text === '' ? '#' : `# ${text}`
}

/** A line's text and the comment that stands on it. */
export function withComment(text: string, comment: string | undefined): string {
  return comment === undefined ? text : `${text}  ${printComment(comment)}`
}

type Commented = { readonly comments?: Comments }

/** What stands above a statement: the blank line that the author left there, and its comments. */
export function writeAbove(printer: Printer, { comments }: Commented): void {
  if (comments?.blank) writeLine(printer, '')
  writeComments(printer, comments?.before)
}

/** A statement of one line. */
export function writeStatement(printer: Printer, node: Commented, text: string): void {
  writeAbove(printer, node)
  writeLine(printer, withComment(text, node.comments?.after ?? node.comments?.closing))
}

/** Where a definition goes on below rather than run further, in columns. */
const margin = 110

/** `head = definition`, below its head when the line would pass the margin. `lines` are the definition broken up. */
export function writeDefinition(
  printer: Printer,
  node: Commented,
  head: string,
  text: string,
  lines: readonly string[],
): void {
  if (2 * printer.depth + displayWidth(`${head} ${text}`) <= margin) {
    writeStatement(printer, node, `${head} ${text}`)
    return
  }
  writeAbove(printer, node)
  writeLine(printer, head)
  const below = deeper(printer)
  for (const line of lines.slice(0, -1)) writeLine(below, line)
  writeLine(below, withComment(lines.at(-1) ?? text, node.comments?.after ?? node.comments?.closing))
}

/** A statement with a block. */
export function writeBlock(
  printer: Printer,
  node: Commented,
  head: string,
  write: (inner: Printer) => void,
): void {
  writeAbove(printer, node)
  writeLine(printer, withComment(`${head} {`, node.comments?.after))
  const inner = deeper(printer)
  write(inner)
  writeComments(inner, node.comments?.inside)
  writeLine(printer, withComment('}', node.comments?.closing))
}

/** Words of the printer's language, by keyword; parts that are absent leave no space. */
export function joinParts(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ')
}

export function keyword(printer: Printer, word: Keyword): string {
  return spellKeyword(word, printer.language)
}

/** `per quarter`; in Chinese one word, `每季度`. */
export function printPer(printer: Printer, period: string): string {
  const kind = spellWord('period', period, printer.language)
  const per = keyword(printer, 'per')
  return printer.language === 'en' || kind === period ? `${per} ${kind}` : per + kind
}

/** An expression that begins with a name spelled like a keyword that may stand in its place would be read as that. */
export function apartFrom(word: Keyword, expression: string): string {
  const [first = ''] = /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*/u.exec(expression) ?? []
  return keywordBySpelling.get(first) === word ? `(${expression})` : expression
}
