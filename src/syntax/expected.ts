import type { IRecognitionException, IToken } from 'chevrotain'
import type { Language } from '../base/language.ts'
import type { Entry } from './entries.ts'
import {
  type Keyword,
  keywordBySpelling,
  offeredWords,
  spellKeyword,
  spellWord,
  type WordList,
} from './keywords.ts'
import type { Reading } from './reading.ts'
import * as t from './tokens.ts'

/** What the grammar would have taken where it stopped, in the reader's words. */
export type Expectation =
  | { readonly is: 'nothing' }
  | { readonly is: 'value' }
  | { readonly is: 'name' }
  | { readonly is: 'cell' }
  | { readonly is: 'words'; readonly words: readonly string[] }

/** Rules that take one word of a list. */
const listOfRule: ReadonlyMap<string, WordList> = new Map([
  ['roundingMode', 'rounding'],
  ['tierMode', 'tier'],
  ['periodKind', 'period'],
  ['languageName', 'language'],
])

const grainWords: readonly Keyword[] = ['for', 'per', 'where', 'to', 'posting', 'as-of', 'averaged']

/** The error's message is the names of tokens, as `parser-expressions.ts` puts it. */
export function expected(
  entry: Entry,
  error: IRecognitionException,
  tokens: readonly IToken[],
  reading: Reading,
): Expectation {
  const spell = (words: readonly Keyword[]) =>
    words.map((word) =>
      word === 'to' ? spellWord('place', 'to', reading.language) : spellKeyword(word, reading.language),
    )
  const names = error.message.split(' ').filter((name) => name !== '')
  if (names.length === 0) {
    if (entry === 'cell') return { is: 'cell' }
    if (entry === 'clauseHeader') return { is: 'words', words: spell(grainWords) }
    const defines = tokens.some((token) => token.tokenType === t.DefinedAs)
    if (entry === 'parameterHeader' && !defines) return { is: 'words', words: [...spell(['by']), '='] }
    return { is: 'nothing' }
  }
  const rule = error.context.ruleStack.at(-1)
  const list = rule === undefined ? undefined : listOfRule.get(rule)
  if (list !== undefined) return { is: 'words', words: offeredWords(list, reading.language) }
  switch (rule) {
    case 'primary':
    case 'callClause':
      return { is: 'value' }
    case 'currencyCode':
      return { is: 'words', words: ['CNY'] }
    case 'adjustment':
      if (names.includes(t.keywordTokens['up-to'].name))
        return { is: 'words', words: offeredWords('rounding', reading.language) }
      break
    case 'fieldType':
      return { is: 'words', words: [...offeredWords('type', reading.language), ...spell(['one-of'])] }
    case 'valueDeclaration':
      if (names.includes(t.DefinedAs.name)) return { is: 'words', words: [...spell(grainWords), '='] }
  }
  if (names.includes(t.Literal.name)) return { is: 'value' }
  if (names.includes(t.Word.name) && names.every((name) => name === t.Word.name || name === t.Text.name))
    return { is: 'name' }
  return { is: 'words', words: [...new Set(names.map((name) => spelledToken(name, rule, reading.language)))] }
}

/** Words that may go on where a statement seems complete: for did-you-mean. */
export function continuingWords(): readonly string[] {
  return [...keywordBySpelling.keys()].filter(
    (spelling) => spelling.length > 2 || /\p{Script=Han}/u.test(spelling),
  )
}

/** How a token is written, where that is no keyword: signs as they are, others by an example. */
const signOfToken: ReadonlyMap<string, string> = new Map([
  ...[...t.signs].map(([sign, token]) => [token.name, sign] as const),
  [t.DefinedAs.name, '='],
  [t.ComparisonOperator.name, '='],
  [t.Text.name, '"…"'],
  [t.Word.name, '…'],
  [t.MonthDay.name, '01-01'],
  [t.literalTokens.number.name, '3'],
  [t.literalTokens.percent.name, '3%'],
  [t.literalTokens['price-ratio'].name, '8折'],
  [t.literalTokens.money.name, '3 CNY'],
  [t.literalTokens.date.name, '2026-01-01'],
  [t.literalTokens.time.name, '2026-01-01 09:00'],
  [t.literalTokens.clock.name, '09:00'],
])

/** Where Chinese says who something goes to. */
const creditRules: ReadonlySet<string> = new Set(['creditHeader', 'creditLine', 'splitLine'])

/** A token as a file of this language writes it: keywords in its words, signs as they are, literals by an example. */
export function spelledToken(name: string, rule: string | undefined, language: Language): string {
  const keyword = t.keywordOfToken(name)
  if (keyword === 'to' && rule !== 'rollUpLine' && creditRules.has(rule ?? ''))
    return spellWord('place', 'to', language)
  if (keyword !== undefined) return spellKeyword(keyword, language)
  if (name === t.literalTokens.duration.name) return `3 ${spellWord('unit', 'months', language)}`
  return signOfToken.get(name) ?? name
}
