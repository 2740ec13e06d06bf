import type { Lines } from './render-lines.ts'
import type { Paint } from './render-paint.ts'
import { charWidth } from './width.ts'

/** Longer lines are cut around the place, so that one line of megabytes cannot flood a terminal. */
const maxWidth = 110
const before = 40

/** One source line as shown, and where the marks under it begin and end, in columns. */
type Shown = { readonly text: string; readonly from: number; readonly to: number }

/**
 * The lines that a span covers (its first and last, when there are more) with carets right under it, also under
 * characters that take two columns. `label` stands after the last caret.
 */
export function codeFrame(
  lines: Lines,
  span: { readonly from: number; readonly to: number },
  gutter: number,
  paint: Paint,
  mark: 'caret' | 'related',
  label: string,
): string[] {
  const first = lines.at(span.from)
  const last = lines.at(Math.max(span.from, span.to))
  const out: string[] = []
  const shown = first.line === last.line ? [first.line] : [first.line, last.line]
  for (const line of shown) {
    const text = lines.text(line)
    const from = line === first.line ? first.column - 1 : text.length - text.trimStart().length
    const to = line === last.line ? last.column - 1 : text.length
    // A span that ends with a line end has nothing to mark on the next line.
    if (line !== first.line && to <= from) continue
    if (line > first.line + 1) out.push(paint('frame', `${' '.repeat(gutter)} ⋮`))
    const view = show(text, from, to)
    const number = String(line).padStart(gutter)
    const carets = (mark === 'caret' ? '^' : '-').repeat(Math.max(1, view.to - view.from))
    const isLast = line === shown.at(-1)
    const after = isLast && label !== '' ? ` ${label}` : ''
    out.push(`${paint('frame', `${number} │`)} ${view.text}`.trimEnd())
    out.push(
      `${paint('frame', `${' '.repeat(gutter)} │`)} ${' '.repeat(view.from)}${paint(mark, carets + after)}`,
    )
  }
  return out
}

function show(line: string, from: number, to: number): Shown {
  let start = 0
  let out = ''
  if (from > before && line.length > maxWidth) {
    start = from - before
    // Never begin in the middle of a surrogate pair.
    if (/[\udc00-\udfff]/.test(line[start] ?? '')) start--
    out = '…'
  }
  let width = out.length
  let fromColumn = width
  let toColumn = width
  let offset = start
  for (const char of line.slice(start, start + maxWidth * 2)) {
    if (offset <= from) fromColumn = width
    if (width >= maxWidth) {
      out += '…'
      break
    }
    const visible = char === '\t' ? ' '.repeat(4 - (width % 4)) : isHidden(char) ? '\ufffd' : char
    out += visible
    width += visible === char ? charWidth(char) : visible.length
    offset += char.length
    if (offset <= to) toColumn = width
    if (offset <= from) fromColumn = width
  }
  return { text: out.trimEnd(), from: fromColumn, to: Math.max(toColumn, fromColumn) }
}

/** Control characters would drive the reader's terminal; direction marks would show the line in another order. */
function isHidden(char: string): boolean {
  return /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(char)
}

/** A text that came from a file, made safe to print on a terminal: no control characters, no line ends. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (char) =>
    char === '\n' || char === '\t' ? ' ' : '\ufffd',
  )
}
