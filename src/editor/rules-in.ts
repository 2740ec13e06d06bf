import type { IToken } from 'chevrotain'
import { collector } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import { isAttached } from '../syntax/attached.ts'
import { lex } from '../syntax/lexer.ts'
import { isLiterate } from '../syntax/literate.ts'
import { outlineOf } from '../syntax/markdown.ts'

/** A stretch of a file that is written in the text form: all of it, or a block of a document. */
export type Rules = { readonly from: number; readonly to: number }

/** None in the YAML form, whose pieces are found by what they name alone. */
export function rulesIn(source: Source): readonly Rules[] {
  if (isAttached(source) || /\.ya?ml$/u.test(source.name)) return []
  if (!isLiterate(source.name)) return [{ from: 0, to: source.text.length }]
  return outlineOf(source.text)
    .fences.filter(({ info }) => info.split(/[ \t]/u)[0] === 'bylaw')
    .map(({ from, to }) => ({ from, to }))
}

/** The tokens of a stretch; their offsets are those of the stretch. */
export function tokensIn(source: Source, { from, to }: Rules): readonly IToken[] {
  const text = source.text.slice(from, to)
  const known = lexed.get(text)
  if (known) return known
  const tokens = lex({ name: source.name, text }, collector().report)
  if (lexed.size >= mostTexts) lexed.clear()
  lexed.set(text, tokens)
  return tokens
}

/** Blocks by their texts: of a document all but one are as they were before a keystroke, and several features ask. */
const lexed = new Map<string, readonly IToken[]>()
const mostTexts = 1000
