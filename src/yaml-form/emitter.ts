import type { Span } from '../base/span.ts'

/** Text that is made of pieces of another file, and remembers where each of them stands there. */
export type Emitter = {
  /** A piece of the file as it stands there, letter by letter. */
  readonly same: (text: string, from: number) => void
  /** Something that stands for a whole piece of the file. */
  readonly instead: (text: string, span: Span) => void
  /** What stands nowhere: spaces, brackets. */
  readonly plain: (text: string) => void
  readonly text: () => string
  readonly source: SourceMap
}
export type SourceMap = {
  /** The file. */
  readonly name: string
  /** Where something of the text stands in the file. */
  readonly span: (from: number, to: number) => Span
}

type Piece = {
  readonly from: number
  readonly to: number
  readonly origin: number
  readonly end: number
  readonly same: boolean
}

export function emitter(source: string): Emitter {
  let text = ''
  const pieces: Piece[] = []
  const add = (written: string, origin: number, end: number, same: boolean): void => {
    pieces.push({ from: text.length, to: text.length + written.length, origin, end, same })
    text += written
  }
  return {
    same: (written, from) => add(written, from, from + written.length, true),
    instead: (written, { from, to }) => add(written, from, to, false),
    plain: (written) => {
      text += written
    },
    text: () => text,
    source: { name: source, span: (from, to) => spanOf(pieces, source, from, to) },
  }
}

function spanOf(pieces: readonly Piece[], source: string, from: number, to: number): Span {
  const start = pieces[firstEndingAfter(pieces, from)] ?? pieces.at(-1)
  if (!start) return { source, from: 0, to: 0 }
  const begin =
    start.same && from > start.from ? Math.min(start.origin + from - start.from, start.end) : start.origin
  const after = firstEndingAfter(pieces, to - 1)
  const last = pieces[after]
  // What ends between two pieces ends with the one before.
  const end = last && last.from < to ? last : (pieces[after - 1] ?? start)
  const stop = end.same && to < end.to ? end.origin + to - end.from : end.end
  return { source, from: begin, to: Math.max(begin, stop) }
}

function firstEndingAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.to ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
