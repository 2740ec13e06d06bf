import { createTokenInstance, type IToken } from 'chevrotain'
import type { Report } from '../base/diagnostic.ts'
import type { Source, Span } from '../base/span.ts'
import { lex } from './lexer.ts'
import { maxLength } from './limits.ts'
import type { RowLine } from './structure.ts'
import * as t from './tokens.ts'

/** `source`: the file in equal places, its quoted cells as they are read. */
export type CsvRows = { readonly rows: readonly RowLine[]; readonly source: Source }

/**
 * The rows of a CSV file as a pipe table's: what stands between two separators is a cell of the language. Rows of
 * nothing but empty cells are left out. Undefined when the file is no CSV, which is reported.
 */
export function csvRows(source: Source, report: Report): CsvRows | undefined {
  const { name, text } = source
  if (text.length > maxLength) {
    report('BY160', { limit: '4' }, { source: name, from: 0, to: 0 })
    return undefined
  }
  const separator = separatorOf(text)
  const rows: RowLine[] = []
  // The text up to `done` as it is read.
  let read = ''
  let done = 0
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const bars: IToken[] = [bar(text, at, at)]
    const cells: (readonly IToken[])[] = []
    for (;;) {
      const cell = cellAt(text, at, separator)
      if (typeof cell === 'number') {
        report('BY545', {}, { source: name, from: cell, to: cell + 1 })
        return undefined
      }
      const written = text.slice(cell.from, cell.to)
      const inner = cell.quoted ? withoutDoubled(written) : written
      if (inner !== written) {
        read += text.slice(done, cell.from) + inner
        done = cell.to
      }
      cells.push(tokensOf(inner, cell.from, source, report))
      at = cell.next
      const isLast = text[at] !== separator
      bars.push(bar(text, at, isLast ? at : at + 1))
      if (isLast) break
      at++
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    if (cells.some((cell) => cell.length > 0)) rows.push({ is: 'row', cells, bars, comments: undefined })
  }
  return { rows, source: { name, text: read + text.slice(done) } }
}

/** A separator in the place of a bar; the first and the last of a row have no width. */
function bar(text: string, from: number, to: number): IToken {
  return createTokenInstance(t.Pipe, text.slice(from, to), from, to, NaN, NaN, NaN, NaN)
}

/** Comma, unless the headings hold none and are set apart by tabs or semicolons. */
function separatorOf(text: string): string {
  const [first = ''] = /[^\r\n]+/u.exec(text) ?? []
  const plain = first.replace(/"[^"]*"/gu, '')
  return [',', '\t', ';'].find((sign) => plain.includes(sign)) ?? ','
}

/** A cell's place in the file, without quotation marks. */
type Cell = { readonly from: number; readonly to: number; readonly quoted: boolean; readonly next: number }

/** The cell that begins at `at`, or the place of what makes it none. */
function cellAt(text: string, at: number, separator: string): Cell | number {
  let from = at
  while (text[from] === ' ') from++
  if (text[from] !== '"') {
    let to = at
    while (to < text.length && text[to] !== separator && text[to] !== '\n' && text[to] !== '\r') to++
    return { from: at, to, quoted: false, next: to }
  }
  let to = from + 1
  while (to < text.length && (text[to] !== '"' || text[to + 1] === '"')) to += text[to] === '"' ? 2 : 1
  if (to >= text.length) return from
  let next = to + 1
  while (text[next] === ' ') next++
  const sign = text[next]
  const isEnd = sign === undefined || sign === separator || sign === '\n' || sign === '\r'
  return isEnd ? { from: from + 1, to, quoted: true, next } : next
}

/** Of doubled quotation marks the outer one is a blank: so a text in a cell stays at its place. */
function withoutDoubled(cell: string): string {
  let opens = true
  return cell.replace(/""/gu, () => {
    opens = !opens
    return opens ? '" ' : ' "'
  })
}

/** A cell's tokens, at their places in the file. */
function tokensOf(cell: string, from: number, source: Source, report: Report): readonly IToken[] {
  const moved = (span: Span): Span => ({ ...span, from: span.from + from, to: span.to + from })
  const told: Report = (code, args, span, more) =>
    report(code, args, span && moved(span), {
      ...more,
      ...(more?.edits && { edits: more.edits.map((edit) => ({ ...edit, span: moved(edit.span) })) }),
    })
  const tokens = lex({ name: source.name, text: cell }, told)
  for (const token of tokens) {
    token.startOffset += from
    token.endOffset = token.startOffset + token.image.length - 1
  }
  return tokens.filter(({ tokenType }) => tokenType !== t.Newline)
}
