import { createToken, Lexer, type TokenType } from 'chevrotain'
import { type Keyword, keywords, reserved, spellingsOf } from './keywords.ts'

/** Tokens that the grammar knows by kind. A category stands for several in the grammar. */
function category(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA })
}
function member(name: string, ...categories: TokenType[]): TokenType {
  return createToken({ name, pattern: Lexer.NA, categories })
}

/** Whatever may be a name: an author's word, and every contextual keyword. */
export const Word = category('Word')
/** `CNY`: three capitals, also usable as a name. */
export const CurrencyCode = member('CurrencyCode', Word)
export const Reserved = category('Reserved')
export const LogicalOperator = category('LogicalOperator')
export const ComparisonOperator = category('ComparisonOperator')
export const AdditiveOperator = category('AdditiveOperator')
export const MultiplicativeOperator = category('MultiplicativeOperator')
export const Literal = category('Literal')

export const literalTokens = {
  number: member('NumberLiteral', Literal),
  percent: member('PercentLiteral', Literal),
  'price-ratio': member('PriceRatioLiteral', Literal),
  money: member('MoneyLiteral', Literal),
  date: member('DateLiteral', Literal),
  duration: member('DurationLiteral', Literal),
  time: member('TimeLiteral', Literal),
  clock: member('ClockLiteral', Literal),
}
/** `04-01`: stands only after `year starts`. */
export const MonthDay = category('MonthDay')
export const Text = category('Text')
/** Something already reported: what it stands in is left out in silence. */
export const Invalid = category('Invalid')

export const Newline = category('Newline')
export const Comment = category('Comment')

export const LeftBrace = category('LeftBrace')
export const RightBrace = category('RightBrace')
export const LeftParen = category('LeftParen')
export const RightParen = category('RightParen')
export const Comma = category('Comma')
export const Semicolon = category('Semicolon')
export const Pipe = category('Pipe')
export const Colon = category('Colon')
export const Dot = category('Dot')
export const Dots = category('Dots')
export const Arrow = category('Arrow')
export const PlusSign = member('PlusSign', AdditiveOperator)
export const MinusSign = member('MinusSign', AdditiveOperator)
export const TimesSign = member('TimesSign', MultiplicativeOperator)
export const DivideSign = member('DivideSign', MultiplicativeOperator)
export const EqualSign = member('EqualSign', ComparisonOperator)
export const NotEqualSign = member('NotEqualSign', ComparisonOperator)
export const LessSign = member('LessSign', ComparisonOperator)
export const AtMostSign = member('AtMostSign', ComparisonOperator)
export const GreaterSign = member('GreaterSign', ComparisonOperator)
export const AtLeastSign = member('AtLeastSign', ComparisonOperator)
/** The `=` between a declaration's header and its expression. `lines.ts` tells it from the comparison. */
export const DefinedAs = category('DefinedAs')

export const signs: ReadonlyMap<string, TokenType> = new Map([
  ['{', LeftBrace],
  ['}', RightBrace],
  ['(', LeftParen],
  [')', RightParen],
  [',', Comma],
  [';', Semicolon],
  ['|', Pipe],
  [':', Colon],
  ['.', Dot],
  ['..', Dots],
  ['=>', Arrow],
  ['+', PlusSign],
  ['-', MinusSign],
  ['*', TimesSign],
  ['/', DivideSign],
  ['=', EqualSign],
  ['<>', NotEqualSign],
  ['≠', NotEqualSign],
  ['<', LessSign],
  ['<=', AtMostSign],
  ['≤', AtMostSign],
  ['>', GreaterSign],
  ['>=', AtLeastSign],
  ['≥', AtLeastSign],
])

const reservedWords: ReadonlySet<string> = new Set(reserved)

function makeKeyword(keyword: Keyword): TokenType {
  const name = keyword.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
  const isReserved = reservedWords.has(keyword)
  const categories: TokenType[] = []
  if (isReserved) categories.push(Reserved)
  // A spelling of several words (`up to`) is never a name; its Chinese twin, one word, is not either.
  else if (!spellingsOf(keywords[keyword], 'en').some((s) => s.includes(' '))) categories.push(Word)
  if (keyword === 'and' || keyword === 'or') categories.push(LogicalOperator)
  // Chevrotain, told the categories here, would for each keyword work out all again; it does so once, when the parser is made.
  return Object.assign(category(name), { CATEGORIES: categories })
}

function makeKeywords(): { readonly [K in Keyword]: TokenType } {
  const made: Partial<Record<Keyword, TokenType>> = {}
  for (const keyword of Object.keys(keywords) as Keyword[]) made[keyword] = makeKeyword(keyword)
  return made as Record<Keyword, TokenType>
}
/** The token of each keyword, named as the keyword in one word of capitals: `up-to` is `UpTo`. */
export const keywordTokens = makeKeywords()

const keywordsByToken = new Map<string, Keyword>()
for (const keyword of Object.keys(keywords) as Keyword[])
  keywordsByToken.set(keywordTokens[keyword].name, keyword)

/** The keyword that a token of this name is. */
export function keywordOfToken(tokenName: string): Keyword | undefined {
  return keywordsByToken.get(tokenName)
}

/** Everything that the parser may meet. */
export const vocabulary: readonly TokenType[] = [
  Word,
  CurrencyCode,
  Reserved,
  LogicalOperator,
  ComparisonOperator,
  AdditiveOperator,
  MultiplicativeOperator,
  Literal,
  ...Object.values(literalTokens),
  MonthDay,
  Text,
  Invalid,
  ...new Set(signs.values()),
  DefinedAs,
  ...Object.values(keywordTokens),
]
