/** A file's text under the name a user knows it by (a path relative to the policy folder, or `<stdin>`). */
export type Source = { readonly name: string; readonly text: string }

/** A half-open range of UTF-16 code units in one source: `from` included, `to` excluded. */
export type Span = { readonly source: string; readonly from: number; readonly to: number }

/** A place as editors count it: both from 1, `column` in UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number }

/** The smallest span that covers both; both must lie in the same source. */
export function cover(a: Span, b: Span): Span {
  return { source: a.source, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
}

/** The line and column of an offset. A CR, an LF and a CRLF each end one line. */
export function positionAt(text: string, offset: number): Position {
  let line = 1
  let start = 0
  for (let i = 0; i < offset && i < text.length; i++) {
    const c = text.charCodeAt(i)
    const ends = c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)
    if (ends) {
      line++
      start = i + 1
    }
  }
  return { line, column: offset - start + 1 }
}
