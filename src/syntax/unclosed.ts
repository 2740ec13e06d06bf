import type { IToken } from 'chevrotain'
import type { Diagnostic } from '../base/diagnostic.ts'
import { type Reading, tokenSpan } from './reading.ts'
import * as t from './tokens.ts'

/** A line that does not fit into its block. */
const misfits: ReadonlySet<string> = new Set(['BY111', 'BY112', 'BY154'])

/**
 * When an inner block lacks its `}`, the block around it takes the next one and seems to be the one that is never
 * closed, while the lines that follow do not fit into the inner one. All of that is one mistake, at the inner `{`.
 */
export function atInnermost(
  diagnostics: readonly Diagnostic[],
  tokens: readonly IToken[],
  reading: Reading,
): readonly Diagnostic[] {
  const outer = diagnostics.find(({ code }) => code === 'BY121')?.span
  if (!outer) return diagnostics
  const misfit = diagnostics.find(({ code, span }) => misfits.has(code) && span && span.from > outer.from)
  const inner = misfit?.span && openAt(tokens, misfit.span.from)
  // In the outer block itself, a line that does not fit is a mistake of its own.
  if (!inner || inner.startOffset <= outer.from) return diagnostics
  const span = tokenSpan(inner, reading)
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.code === 'BY121' && diagnostic.span === outer) return [{ ...diagnostic, span }]
    const follows = diagnostic.span !== undefined && diagnostic.span.from > span.from
    return follows && misfits.has(diagnostic.code) ? [] : [diagnostic]
  })
}

/** The `{` that is open at an offset, the innermost one. */
function openAt(tokens: readonly IToken[], offset: number): IToken | undefined {
  const open: IToken[] = []
  for (const token of tokens) {
    if (token.startOffset >= offset) break
    if (token.tokenType === t.LeftBrace) open.push(token)
    else if (token.tokenType === t.RightBrace) open.pop()
  }
  return open.at(-1)
}
