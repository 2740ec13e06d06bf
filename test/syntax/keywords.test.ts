import { describe, expect, test } from 'vitest'
import { languages } from '../../src/base/language.ts'
import {
  keywordBySpelling,
  keywords,
  reserved,
  spellingsOf,
  spellKeyword,
  spellWord,
  wordBySpelling,
  wordLists,
} from '../../src/syntax/keywords.ts'
import { lex } from '../../src/syntax/lexer.ts'
import { keywordOfToken } from '../../src/syntax/tokens.ts'

type Spellings = readonly [string, string, string]
const lists: [string, { readonly [word: string]: Spellings }][] = [
  ['keywords', keywords],
  ...Object.entries(wordLists),
]

describe.each(lists)('the list %s', (_, entries) => {
  test('has no spelling of two meanings, in one language or across languages', () => {
    const meanings = new Map<string, string>()
    for (const [meaning, entry] of Object.entries(entries))
      for (const language of languages)
        for (const spelling of spellingsOf(entry, language)) {
          expect(meanings.get(spelling) ?? meaning, spelling).toBe(meaning)
          meanings.set(spelling, meaning)
        }
  })

  test('spells every word in every language', () => {
    for (const entry of Object.values(entries))
      for (const language of languages)
        for (const spelling of spellingsOf(entry, language)) expect(spelling.trim()).not.toBe('')
  })
})

test('a keyword is one token in each of its spellings', () => {
  for (const [spelling, keyword] of keywordBySpelling) {
    const tokens = lex({ name: 'a', text: spelling }, () => undefined)
    expect(tokens.map((token) => keywordOfToken(token.tokenType.name))).toEqual([keyword])
  }
})

test('a word of several parts is one token only on one line', () => {
  const kinds = (text: string) =>
    lex({ name: 'a', text }, () => undefined).map((token) => token.tokenType.name)
  expect(kinds('up to')).toEqual(['UpTo'])
  expect(kinds('up   to')).toEqual(['UpTo'])
  expect(kinds('up\nto')).toEqual(['Word', 'Newline', 'To'])
})

test('每 with a kind of period is two words, and with anything else a name', () => {
  const kinds = (text: string) =>
    lex({ name: 'a', text }, () => undefined).map((token) => token.tokenType.name)
  expect(kinds('每季度')).toEqual(['Per', 'Word'])
  expect(kinds('每半年')).toEqual(['Per', 'Word'])
  expect(kinds('每月销售额')).toEqual(['Word'])
})

test('the ten reserved words are keywords', () => {
  expect(reserved.filter((word) => word in keywords)).toEqual([...reserved])
  expect(reserved).toHaveLength(10)
})

test('words are found and spelled in each language', () => {
  expect(spellKeyword('gate', 'zh-Hant')).toBe('門檻')
  expect(spellWord('rounding', 'half-up', 'zh-Hans')).toBe('四舍五入')
  expect(spellWord('period', 'fortnight', 'zh-Hans')).toBe('fortnight')
  expect(spellWord('period', 'constructor', 'zh-Hans')).toBe('constructor')
  expect(wordBySpelling('function', '合計')).toBe('sum')
  expect(wordBySpelling('function', 'constructor')).toBeUndefined()
})
