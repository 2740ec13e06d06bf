import type { Ref } from './trace.ts'

// Where in a printed text a value stands that can be opened: between noncharacters of Unicode, which no text may contain.
// Whoever writes them into a policy opens some other value of the same run, or none.

const one = /\uFDD0([^\uFDD0-\uFDD3]*)\uFDD1(\d{1,9})\uFDD2([^\uFDD0-\uFDD3]*)\uFDD3/gu
const rest = /[\uFDD0-\uFDD3]/gu

/** A part of a text, and the value that it is. */
export type Piece = { readonly text: string; readonly ref?: Ref }

export function marked(text: string, ref: Ref | undefined): string {
  return ref === undefined ? text : `\uFDD0${ref.column}\uFDD1${ref.row}\uFDD2${text}\uFDD3`
}

export function unmarked(text: string): string {
  return text.replace(one, '$3').replace(rest, '')
}

/** A marked text in its parts. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const add = (plain: string): void => {
    const clean = plain.replace(rest, '')
    if (clean !== '') pieces.push({ text: clean })
  }
  for (const found of text.matchAll(one)) {
    const [all, column = '', row = '', shown = ''] = found
    add(text.slice(from, found.index))
    pieces.push({ text: shown, ref: { column, row: Number(row) } })
    from = found.index + all.length
  }
  add(text.slice(from))
  return pieces
}
