import { createToken, createTokenInstance, type IToken, Lexer, type TokenType } from 'chevrotain'
import { collector, type Report } from '../base/diagnostic.ts'
import { languages } from '../base/language.ts'
import type { Source, Span } from '../base/span.ts'
import {
  type Keyword,
  keywordBySpelling,
  keywords,
  spellingsOf,
  wordBySpelling,
  wordLists,
} from './keywords.ts'
import { type Numeric, numericAt, type Problem } from './numeric.ts'
import { shadowOf, stringAt } from './shadow.ts'
import { signBehind } from './sign-words.ts'
import * as t from './tokens.ts'

/**
 * Text → tokens, newlines and comments among them. Offsets are those of the original text; a token's `image` is its
 * ASCII twin. What cannot be read is reported once and stands in the list as `Invalid`.
 */
export function lex(source: Source, report: Report): IToken[] {
  const shadow = shadowOf(source.text)
  const { tokens, errors } = lexer().tokenize(shadow)
  let reported = -1
  for (const error of errors) {
    const from = error.offset
    const span = { source: source.name, from, to: from + error.length }
    // Of a pair, as in `[1]`, the first tells enough.
    if (reported < 0 || /[\r\n]/.test(shadow.slice(reported, from))) reportStray(source, span, report)
    reported = span.to
    tokens.push(tokenAt(t.Invalid, shadow, span.from, span.to))
  }
  if (errors.length > 0) tokens.sort((a, b) => a.startOffset - b.startOffset)
  return joinWords(
    tokens.map((token) => classify(withEnd(token), source, report)),
    shadow,
  )
}

/** Whether a text can stand as a name without quotation marks. */
export function isPlainName(text: string): boolean {
  const { report, found } = collector()
  const [single, ...rest] = lex({ name: '', text }, report)
  if (single === undefined || rest.length > 0 || found.length > 0 || single.image !== text) return false
  return single.tokenType === t.Word || single.tokenType.CATEGORIES?.includes(t.Word) === true
}

/** Where a token stands. */
export function spanOf(source: Source, token: IToken): Span {
  return { source: source.name, from: token.startOffset, to: token.startOffset + token.image.length }
}

function tokenAt(type: TokenType, text: string, from: number, to: number): IToken {
  return createTokenInstance(type, text.slice(from, to), from, to - 1, NaN, NaN, NaN, NaN)
}

/** Chevrotain's lexer leaves the end out when it tracks offsets only; the spans of the tree need it. */
function withEnd(token: IToken): IToken {
  token.endOffset = token.startOffset + token.image.length - 1
  return token
}

function retag(token: IToken, type: TokenType): IToken {
  token.tokenType = type
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0
  return token
}

// --- what Chevrotain scans ---------------------------------------------------------------------------------

// Chevrotain drops the `u` flag of a pattern, so patterns with \p{…} are functions over sticky expressions of our
// own. A hint names each bucket of 256 characters that a pattern may start in.
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_']
const beyondAscii = Array.from({ length: 256 }, (_, i) => (i === 0 ? 0xaa : i * 256))
const latin1 = Array.from({ length: 0x56 }, (_, i) => 0xaa + i)

const everySpelling: readonly string[] = [keywords, ...Object.values(wordLists)].flatMap((list) =>
  Object.values(list).flatMap((entry) => languages.flatMap((l) => [...spellingsOf(entry, l)])),
)

/** `half-up`, `yes/no`: words with a sign inside. */
const compounds = [...new Set(everySpelling.filter((s) => /[-/]/.test(s)))].sort(
  (a, b) => b.length - a.length,
)
const word = new RegExp(
  `(?:${compounds.join('|')})(?![\\p{L}\\p{Nd}_])|[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*`,
  'uy',
)

/** A digit, or `.5`, which is reported. */
function beginsNumber(text: string, offset: number): boolean {
  if (text.charAt(offset) !== '.') return isDigit(text, offset)
  return isDigit(text, offset + 1) && !/[\p{L}\p{Nd}_.)]/u.test(text.charAt(offset - 1))
}
function isDigit(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return code >= 48 && code <= 57
}

const RawNumeric = createToken({
  name: 'RawNumeric',
  pattern: {
    exec(text: string, offset: number) {
      if (!beginsNumber(text, offset)) return null
      const numeric = numericAt(text, offset)
      const found: [string] & { payload?: Numeric } = [text.slice(offset, numeric.end)]
      found.payload = numeric
      return found
    },
  },
  start_chars_hint: [...'0123456789.'],
  line_breaks: false,
})
const RawWord = createToken({
  name: 'RawWord',
  pattern: {
    exec(text: string, offset: number) {
      word.lastIndex = offset
      return word.exec(text)
    },
  },
  start_chars_hint: [...letters, ...latin1, ...beyondAscii],
  line_breaks: false,
})
const RawText = createToken({
  name: 'RawText',
  pattern: {
    exec(text: string, offset: number) {
      const string = stringAt(text, offset)
      if (string === undefined) return null
      const found: [string] & { payload?: { readonly closed: boolean } } = [text.slice(offset, string.end)]
      found.payload = { closed: string.closed }
      return found
    },
  },
  start_chars_hint: ['"', '＂', '“', '”', '「'],
  line_breaks: false,
})
const Sign = createToken({
  name: 'Sign',
  pattern: /=>|==+|!=|&&|<>|<=|>=|\.\.|[{}(),;|:.+\-*/=<>≠≤≥]/,
  start_chars_hint: [...'{}(),;|:.+-*/=<>≠≤≥!&'],
  line_breaks: false,
})
const WhiteSpace = createToken({ name: 'WhiteSpace', pattern: /[ \t\f\v]+/, group: Lexer.SKIPPED })
const RawNewline = createToken({ name: 'RawNewline', pattern: /\r\n|\r|\n/, line_breaks: true })
const RawComment = createToken({ name: 'RawComment', pattern: /#[^\r\n]*/, line_breaks: false })

let made: Lexer | undefined
function lexer(): Lexer {
  made ??= new Lexer([WhiteSpace, RawNewline, RawWord, RawNumeric, Sign, RawText, RawComment], {
    positionTracking: 'onlyOffset',
    skipValidations: true,
  })
  return made
}

// --- what each token is ------------------------------------------------------------------------------------

function classify(token: IToken, source: Source, report: Report): IToken {
  switch (token.tokenType) {
    case Sign:
      return classifySign(token, source, report)
    case RawNewline:
      return retag(token, t.Newline)
    case RawComment:
      return retag(token, t.Comment)
    case RawText: {
      if (token.payload.closed) return retag(token, t.Text)
      report('BY120', {}, spanOf(source, token))
      return retag(token, t.Invalid)
    }
    case RawNumeric:
      return classifyNumeric(token, token.payload.is, source, report)
    case RawWord:
      return retag(token, typeOfWord(token.image))
    default:
      return token
  }
}

/** What other languages write, and what it is here. */
const foreignSigns: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['===', '='],
  ['!=', '<>'],
  ['&&', 'and'],
])

function classifySign(token: IToken, source: Source, report: Report): IToken {
  const type = t.signs.get(token.image)
  if (type !== undefined) return retag(token, type)
  const span = spanOf(source, token)
  const instead = foreignSigns.get(token.image) ?? '='
  report('BY138', { written: token.image.slice(0, 10), instead }, span, { edits: [{ span, text: instead }] })
  return retag(token, t.Invalid)
}

function typeOfWord(image: string): TokenType {
  const keyword = keywordBySpelling.get(image)
  if (keyword !== undefined) return t.keywordTokens[keyword]
  return /^[A-Z]{3}$/.test(image) ? t.CurrencyCode : t.Word
}

function classifyNumeric(token: IToken, is: Numeric['is'], source: Source, report: Report): IToken {
  switch (is.is) {
    case 'month-day':
      return retag(token, t.MonthDay)
    case 'period-name':
      return retag(token, t.Word)
    case 'problem':
      reportNumeric(token, is, source, report)
      return retag(token, t.Invalid)
    default:
      return retag(token, t.literalTokens[is.is])
  }
}

function reportNumeric(token: IToken, { problem, instead }: Problem, source: Source, report: Report) {
  const span = spanOf(source, token)
  const edits = instead === undefined ? [] : [{ span, text: instead }]
  const found = token.image.length > 40 ? `${token.image.slice(0, 40)}…` : token.image
  switch (problem) {
    case 'no-such-date':
      return report('BY130', { written: found }, span)
    case 'no-such-time':
      return report('BY327', { written: found }, span)
    case 'iso-time':
      return report('BY328', { written: found }, span, { edits })
    case 'hyphens':
      return report('BY131', { written: found }, span)
    case 'slashes':
      return report('BY132', { written: found }, span, { edits })
    case 'thousands':
      return report('BY133', { written: found, instead: instead ?? found.replace(/[,，]/g, '_') }, span, {
        edits,
      })
    case 'number':
      // A number that has a known way to be written is a misspelled one; `.5` says so itself.
      if (instead !== undefined && /\p{L}$/u.test(instead))
        return report('BY111', { written: found, suggestion: instead }, span, { edits })
      return report('BY134', { written: found }, span)
    case 'too-long':
      return report('BY135', { written: found }, span)
    case 'price-ratio':
      return report('BY136', { written: found }, span)
  }
}

/** `超过5%`, `完成率大于5%` are read as a word that ends in a digit: what lacks is the space, or a sign. */
function reportStray(source: Source, span: Span, report: Report) {
  const characters = source.text.slice(span.from, span.to)
  const before = source.text.slice(Math.max(0, span.from - 40), span.from)
  const [joined, word = '', digits = ''] = /(\p{Script=Han}+)(\d+)$/u.exec(before) ?? []
  if (joined === undefined || !/^[%‰]/u.test(characters)) return reportCharacters(characters, span, report)
  const sign = characters.slice(0, 1)
  const behind = signBehind(word)
  if (behind !== undefined) {
    const from = span.from - digits.length - behind.word.length
    const there = { ...span, from, to: span.from + 1 }
    const edits = [{ span: there, text: ` ${behind.sign} ${digits}${sign}` }]
    return report('BY108', { written: behind.word, sign: behind.sign }, there, { edits })
  }
  if (!keywordBySpelling.has(word)) return reportCharacters(characters, span, report)
  const suggestion = `${word} ${digits}${sign}`
  const whole = { ...span, from: span.from - joined.length, to: span.from + 1 }
  return report('BY111', { written: joined + sign, suggestion }, whole, {
    edits: [{ span: whole, text: suggestion }],
  })
}

function reportCharacters(characters: string, span: Span, report: Report) {
  const [first = ''] = characters
  if ("'‘’`".includes(first)) return report('BY125', {}, span)
  if ('$¥￥€£'.includes(first)) return report('BY126', { written: first }, span)
  // The full stop of Chinese, where a name goes on behind a dot.
  if (characters === '。' || characters === '｡')
    return report('BY111', { written: first, suggestion: '.' }, span, { edits: [{ span, text: '.' }] })
  const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  // A control or zero-width character cannot be shown, and must not reach a terminal.
  const written = /^[\p{C}\p{Z}\p{M}]/u.test(first) ? code : `${first} (${code})`
  return report('BY162', { written }, span)
}

// --- words of several parts --------------------------------------------------------------------------------

/** First part → the spellings that begin with it, the longest first. */
const phrases = new Map<
  string,
  { readonly parts: readonly string[]; readonly keyword: Keyword | undefined }[]
>()
for (const spelling of new Set(everySpelling)) {
  const [first, ...rest] = spelling.split(' ')
  if (first === undefined || rest.length === 0) continue
  const known = phrases.get(first) ?? []
  known.push({ parts: rest, keyword: keywordBySpelling.get(spelling) })
  known.sort((a, b) => b.parts.length - a.parts.length)
  phrases.set(first, known)
}

/** `up to` becomes one token, `每季度` two. Parts must stand on one line. */
function joinWords(tokens: readonly IToken[], shadow: string): IToken[] {
  const joined: IToken[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const phrase = phrases
      .get(token.image)
      ?.find(({ parts }) => parts.every((part, j) => tokens[i + 1 + j]?.image === part))
    const last = phrase && tokens[i + phrase.parts.length]
    if (phrase !== undefined && last !== undefined) {
      const type = phrase.keyword === undefined ? t.Word : t.keywordTokens[phrase.keyword]
      const to = last.startOffset + last.image.length
      const whole = tokenAt(type, shadow, token.startOffset, to)
      joined.push(whole)
      i += phrase.parts.length
    } else joined.push(...splitPeriod(token, shadow))
  }
  return joined
}

/** Words that stand before a kind of period as one word with it; `上一季度` alone may be a name. */
const beforePeriods: readonly (readonly [string, Keyword])[] = [
  ['每', 'per'],
  ['于上一', 'in-previous'],
  ['於上一', 'in-previous'],
  ['在上一', 'in-previous'],
]

function splitPeriod(token: IToken, shadow: string): readonly IToken[] {
  const { image, startOffset: from } = token
  const before = beforePeriods.find(([word]) => image.startsWith(word))
  if (!before || wordBySpelling('period', image.slice(before[0].length)) === undefined) return [token]
  const middle = from + before[0].length
  return [
    tokenAt(t.keywordTokens[before[1]], shadow, from, middle),
    tokenAt(t.Word, shadow, middle, from + image.length),
  ]
}
