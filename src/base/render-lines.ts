import type { Position } from './span.ts'

/** The lines of one text, found once: looking a place up is then quick in a text of any size. */
export type Lines = {
  readonly count: number
  /** Line and column from 1. Offsets past the end are at the end. */
  readonly at: (offset: number) => Position
  /** A line without its ending; empty when there is no such line. */
  readonly text: (line: number) => string
  /** Where a line begins. */
  readonly start: (line: number) => number
}

/** A CR, an LF and a CRLF each end one line, as in `positionAt`. */
export function indexLines(text: string): Lines {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  const start = (line: number) => starts[line - 1] ?? text.length
  return {
    count: starts.length,
    start,
    at: (offset) => {
      const inside = Math.max(0, Math.min(offset, text.length))
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= inside) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: inside - (starts[low] ?? 0) + 1 }
    },
    text: (line) =>
      line > starts.length ? '' : text.slice(start(line), start(line + 1)).replace(/[\r\n]+$/, ''),
  }
}
