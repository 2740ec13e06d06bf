import type { IRecognitionException, IToken } from 'chevrotain'
import { nearest } from '../base/nearest.ts'
import { keywordBySpelling, offeredWords, spellKeyword, type WordList } from './keywords.ts'
import { type Reading, tokenSpan } from './reading.ts'
import * as t from './tokens.ts'

/** What Chevrotain found wrong → one message in the reader's words. */
export function explain(error: IRecognitionException, tokens: readonly IToken[], reading: Reading) {
  const last = tokens.at(-1)
  const atEnd = Number.isNaN(error.token.startOffset) || error.token.image === ''
  const at = atEnd ? last : error.token
  if (at === undefined) return
  const wanted = expectation(error, reading)
  const found = shown(at)
  const span = tokenSpan(at, reading)
  if (!atEnd && at.tokenType === t.MonthDay) return reading.report('BY131', { found }, span)
  if (!atEnd && at.tokenType === t.Word && reportMisspelled(at, wanted, reading)) return
  switch (wanted.is) {
    case 'nothing':
      return reading.report('BY107', { found }, span)
    case 'value':
      if (atEnd) return reading.report('BY104', { after: found }, span)
      return reading.report('BY103', { found }, span)
    case 'name':
      if (atEnd) return reading.report('BY106', { after: found }, span)
      if (isReserved(at)) return reading.report('BY170', { found }, span)
      return reading.report('BY105', { found }, span)
    case 'words': {
      const expected = wanted.words.join(', ')
      if (!atEnd) return reading.report('BY101', { found, expected }, span)
      const [single] = wanted.words
      const edits =
        single === undefined || wanted.words.length > 1
          ? []
          : [{ span: { ...span, from: span.to }, text: ` ${single}` }]
      return reading.report('BY102', { after: found, expected }, span, { edits })
    }
  }
}

type Expectation =
  | { readonly is: 'nothing' }
  | { readonly is: 'value' }
  | { readonly is: 'name' }
  | { readonly is: 'words'; readonly words: readonly string[] }

/** Rules of one word of a list. */
const listOfRule: ReadonlyMap<string, WordList> = new Map([
  ['roundingMode', 'rounding'],
  ['tierMode', 'tier'],
  ['periodKind', 'period'],
  ['languageName', 'language'],
])

function expectation(error: IRecognitionException, reading: Reading): Expectation {
  const names = error.message.split(' ').filter((name) => name !== '')
  if (names.length === 0) return { is: 'nothing' }
  const rule = error.context.ruleStack.at(-1)
  const list = rule === undefined ? undefined : listOfRule.get(rule)
  if (list !== undefined) return { is: 'words', words: offeredWords(list, reading.language) }
  if (names.includes(t.Literal.name) || rule === 'primary') return { is: 'value' }
  if (names.includes('CurrencyCode') || rule === 'currencyCode') return { is: 'words', words: ['CNY'] }
  if (rule === 'fieldType')
    return {
      is: 'words',
      words: [...offeredWords('type', reading.language), spellKeyword('one-of', reading.language)],
    }
  if (names.every((name) => name === t.Word.name || name === t.Text.name)) return { is: 'name' }
  return { is: 'words', words: [...new Set(names.map((name) => spelledToken(name, reading)))] }
}

const signOfToken: ReadonlyMap<string, string> = new Map([
  [t.DefinedAs.name, '='],
  [t.LeftParen.name, '('],
  [t.RightParen.name, ')'],
  [t.Comma.name, ','],
  [t.Arrow.name, '=>'],
  [t.Text.name, '"…"'],
  [t.MonthDay.name, '01-01'],
  [t.literalTokens.date.name, '2026-01-01'],
  [t.ComparisonOperator.name, '='],
  [t.Word.name, '…'],
])

function spelledToken(name: string, reading: Reading): string {
  const keyword = t.keywordOfToken(name)
  if (keyword !== undefined) return spellKeyword(keyword, reading.language)
  return signOfToken.get(name) ?? name
}

function reportMisspelled(at: IToken, wanted: Expectation, reading: Reading): boolean {
  if (wanted.is === 'value' || wanted.is === 'name') return false
  const candidates = wanted.is === 'words' ? wanted.words : keywordBySpelling.keys()
  const near = nearest(at.image, candidates)
  if (near === undefined) return false
  const span = tokenSpan(at, reading)
  reading.report('BY111', { found: shown(at), suggestion: near }, span, { edits: [{ span, text: near }] })
  return true
}

function isReserved(token: IToken): boolean {
  return (
    token.tokenType.CATEGORIES?.includes(t.Reserved) === true ||
    t.keywordOfToken(token.tokenType.name) !== undefined
  )
}

/** A token as a message shows it: long ones cut. */
export function shown(token: IToken): string {
  const characters = Array.from(token.image.replace(/\s+/g, ' '))
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : token.image
}
