import type { CstNode, IToken } from 'chevrotain'
import type { Report } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { nearest } from '../base/nearest.ts'
import type { Source, Span } from '../base/span.ts'
import type { Name } from './ast.ts'
import {
  offeredWords,
  spellWord,
  type WordList,
  type WordOf,
  wordBySpelling,
  wordsBySpelling,
} from './keywords.ts'
import { languageMeant } from './synonyms.ts'

/** What every reader of the concrete tree is handed. */
export type Reading = {
  readonly source: Source
  readonly report: Report
  /** Of the file: what a message spells keywords in. */
  readonly language: Language
  /** The files beside the policy; absent where what is in them does not matter. */
  readonly attached?: (path: string) => Source | undefined
}

export function tokenSpan(token: IToken, reading: Reading): Span {
  return {
    source: reading.source.name,
    from: token.startOffset,
    to: token.startOffset + token.image.length,
  }
}

export function nodeSpan(node: CstNode, reading: Reading): Span {
  const from = node.location?.startOffset ?? 0
  return { source: reading.source.name, from, to: (node.location?.endOffset ?? from - 1) + 1 }
}

/** From the first token to the last; a statement has at least one. */
export function tokensSpan(tokens: readonly IToken[], reading: Reading): Span {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return { source: reading.source.name, from: 0, to: 0 }
  return {
    source: reading.source.name,
    from: first.startOffset,
    to: last.startOffset + last.image.length,
  }
}

/** The author's word: full-width letters as ASCII, accents composed, so that one name has one spelling. */
export function nameFrom(token: IToken, reading: Reading): Name {
  return { text: token.image.normalize('NFC'), span: tokenSpan(token, reading) }
}

/** A name that may be one of the language's words: then it stands in the tree as that word in English. */
export function canonicalName(list: WordList, token: IToken, reading: Reading): Name {
  const name = nameFrom(token, reading)
  return { ...name, text: wordBySpelling(list, spellingOf(token)) ?? name.text }
}

/** A word that must be one of a list; anything else is reported. */
export function listWord<L extends WordList>(
  list: L,
  token: IToken,
  reading: Reading,
): WordOf<L> | undefined {
  const word = wordBySpelling(list, spellingOf(token))
  if (word !== undefined) return word
  const span = tokenSpan(token, reading)
  const nearby = nearest(token.image, wordsBySpelling(list).keys())
  const named = list === 'language' ? languageMeant(token.image) : undefined
  const meant = named ?? (nearby === undefined ? undefined : wordBySpelling(list, nearby))
  const near = meant === undefined ? undefined : spellWord(list, meant, reading.language)
  if (near !== undefined)
    reading.report('BY111', { written: token.image, suggestion: near }, span, {
      edits: [{ span, text: near }],
    })
  else
    reading.report(
      'BY113',
      { written: token.image, choices: offeredWords(list, reading.language).join(', ') },
      span,
    )
  return undefined
}

/** A word of several parts with one space between them. */
export function spellingOf(token: IToken): string {
  return token.image.replace(/\s+/g, ' ')
}

/** The only element of a list that the grammar makes sure of. */
export function only<T>(list: readonly T[] | undefined): T {
  const first = list?.[0]
  if (first === undefined) throw new Error('the grammar promises this part')
  return first
}
