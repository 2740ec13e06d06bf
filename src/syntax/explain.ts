import type { IRecognitionException, IToken } from 'chevrotain'
import type { Span } from '../base/span.ts'
import type { Entry } from './entries.ts'
import { continuingWords, type Expectation, expected } from './expected.ts'
import { everySpelling, offeredWords, spellKeyword, spellWord, wordsBySpelling } from './keywords.ts'
import { type Reading, tokenSpan } from './reading.ts'
import { gluedBehind, meantWord, shown } from './shown.ts'
import { signInWords } from './sign-words.ts'
import { keywordsMeant } from './synonyms.ts'
import * as t from './tokens.ts'

/** What Chevrotain found wrong → one message in the reader's words. */
export function explain(
  entry: Entry,
  error: IRecognitionException,
  tokens: readonly IToken[],
  reading: Reading,
): void {
  const last = tokens.at(-1)
  const atEnd = error.token.tokenType.name === 'EOF'
  const at = atEnd ? last : error.token
  if (at === undefined) return
  const wanted = expected(entry, error, tokens, reading)
  const span = tokenSpan(at, reading)
  if (atEnd) explainEnd(entry, at, wanted, span, reading)
  else if (!explainSlip(entry, at, tokens, wanted, reading))
    explainToken(entry, at, wanted, span, tokens, reading)
}

function explainEnd(entry: Entry, at: IToken, wanted: Expectation, span: Span, reading: Reading): void {
  const after = shown(at)
  const behind = { ...span, from: span.to }
  switch (wanted.is) {
    case 'name':
      reading.report('BY106', { after }, span)
      return
    case 'words': {
      const glued = entry === 'fieldLine' ? gluedBehind(at.image, wordsBySpelling('type').keys()) : undefined
      if (glued !== undefined) {
        reportMeant(at, glued, reading)
        return
      }
      const [single, ...others] = wanted.words
      const edits = single === undefined || others.length > 0 ? [] : [{ span: behind, text: ` ${single}` }]
      reading.report('BY102', { after, choices: wanted.words.join(', ') }, span, { edits })
      return
    }
    default:
      reading.report('BY104', { after }, span)
  }
}

/** `10% to under 20%`: what a range begins with says so. */
function isRangeWithoutFrom(at: IToken, tokens: readonly IToken[]): boolean {
  const [low, to, under] = tokens
  const k = t.keywordTokens
  const joins = to?.tokenType === k.to || to?.tokenType === k.until
  return at === to && joins && low?.tokenType.CATEGORIES?.includes(t.Literal) === true && under !== undefined
}

function explainToken(
  entry: Entry,
  at: IToken,
  wanted: Expectation,
  span: Span,
  tokens: readonly IToken[],
  reading: Reading,
): void {
  const written = shown(at)
  switch (wanted.is) {
    case 'nothing': {
      // A step rounds; a value is rounded.
      if (at.tokenType === t.keywordTokens.round && entry !== 'fieldLine') {
        reportMeant(at, spellKeyword('rounded', reading.language), reading)
        return
      }
      // Fields on one line are parted by `;`.
      const parts = entry === 'fieldLine' && at.tokenType === t.Comma
      reading.report('BY107', { written }, span, { edits: parts ? [{ span, text: ';' }] : [] })
      return
    }
    case 'value':
      reading.report('BY103', { written }, span)
      return
    case 'name':
      if (isReserved(at)) reading.report('BY170', { written }, span)
      else reading.report('BY105', { written }, span)
      return
    case 'cell': {
      const [low] = tokens
      if (low?.tokenType === t.keywordTokens.from && at.tokenType === t.keywordTokens.until)
        reportMeant(at, spellKeyword('to', reading.language), reading)
      else if (low && isRangeWithoutFrom(at, tokens)) {
        const from = spellKeyword('from', reading.language)
        const there = tokenSpan(low, reading)
        const edits = [{ span: { ...there, to: there.from }, text: `${from} ` }]
        reading.report('BY111', { written: shown(low), suggestion: `${from} ${shown(low)}` }, there, {
          edits,
        })
      } else reading.report('BY143', { written }, span)
      return
    }
    case 'words': {
      const edits = at.tokenType === t.Colon ? [{ span, text: '' }] : []
      reading.report('BY101', { written, choices: wanted.words.join(', ') }, span, { edits })
    }
  }
}

/** Mistakes that are known by themselves, whatever the grammar expected. */
function explainSlip(
  entry: Entry,
  at: IToken,
  tokens: readonly IToken[],
  wanted: Expectation,
  reading: Reading,
): boolean {
  const span = tokenSpan(at, reading)
  if (at.tokenType === t.MonthDay) {
    reading.report('BY131', { written: shown(at) }, span)
    return true
  }
  if (at.tokenType === t.Semicolon) {
    reportMeant(at, ',', reading)
    return true
  }
  const i = tokens.indexOf(at)
  const sign = wanted.is === 'words' && !wanted.words.includes(')') ? undefined : signInWords(tokens, i)
  if (sign !== undefined) {
    const whole = { ...span, to: tokenSpan(sign.last, reading).to }
    const written = tokens
      .slice(i, tokens.indexOf(sign.last) + 1)
      .map(shown)
      .join(' ')
    const edits = [{ span: whole, text: sign.sign }]
    reading.report('BY108', { written, sign: sign.sign }, whole, { edits })
    return true
  }
  // `, remainder largest`: what goes to whom says so.
  const remainder = tokens[at.tokenType === t.Comma ? i + 1 : i]
  const receiver = remainder && tokens[tokens.indexOf(remainder) + 1]
  if (remainder?.tokenType === t.keywordTokens.remainder && receiver && wanted.is === 'nothing') {
    const choices = spellWord('place', 'to', reading.language)
    const there = tokenSpan(receiver, reading)
    const edits = [{ span: { ...there, to: there.from }, text: `${choices} ` }]
    reading.report('BY101', { written: shown(receiver), choices }, there, { edits })
    return true
  }
  // `in last 90 days person, code`: which rows stand together is said by a word of its own.
  if (lacksWithin(at, tokens, i)) {
    const choices = spellWord('place', 'within', reading.language)
    const edits = [{ span: { ...span, to: span.from }, text: `${choices} ` }]
    reading.report('BY101', { written: shown(at), choices }, span, { edits })
    return true
  }
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  const habit = wordOfHabit(entry, tokens, i, wanted)
  if (habit !== undefined) {
    reportMeant(habit.at, spellKeyword(habit.keyword, reading.language), reading)
    return true
  }
  if (at.tokenType === t.MinusSign && i === 2 && entry.endsWith('Header') && before && after) {
    const whole = { ...span, from: before.startOffset, to: tokenSpan(after, reading).to }
    const written = shown(before) + at.image + shown(after)
    const instead = `${before.image}_${after.image}`
    reading.report('BY173', { written, instead }, whole, { edits: [{ span: whole, text: instead }] })
    return true
  }
  if (at.tokenType !== t.Word || wanted.is === 'value' || wanted.is === 'name') return false
  if (at.image.startsWith('每') && at.image.length > 1) {
    const periods = offeredWords('period', reading.language).join(', ')
    reading.report('BY208', { name: at.image.slice(1), periods, near: '' }, span)
    return true
  }
  // `已发 合同` for `已发于 合同`: two names in a row, the first a keyword that lost its end.
  const cut = before?.tokenType === t.Word ? wordBefore(before, tokens[i - 2]) : undefined
  if (before && cut !== undefined) {
    reportMeant(before, cut, reading)
    return true
  }
  // Where only the bracket is missing, any word that goes on may have been meant.
  const goesOn = wanted.is !== 'words' || wanted.words.every((word) => word === ')')
  // After a number the word is a unit that we do not know, not a misspelled keyword.
  if (wanted.is !== 'words' && before?.tokenType.CATEGORIES?.includes(t.Literal)) return false
  const offered = goesOn ? continuingWords() : wanted.words
  const near =
    endOf(at.image, offered) ??
    sameMeaning(at, goesOn ? undefined : wanted.words, reading) ??
    meantWord(at.image, offered)
  if (near !== undefined) reportMeant(at, near, reading)
  return near !== undefined
}

/** `存续 自 签约日`, `级别 枚举 甲, 乙`, `合计(… 其中 非 …)`: a word from elsewhere that was taken for a name so far. */
function wordOfHabit(
  entry: Entry,
  tokens: readonly IToken[],
  i: number,
  wanted: Expectation,
): { readonly at: IToken; readonly keyword: 'exists' | 'one-of' | 'where' } | undefined {
  const [first, second] = tokens
  const before = tokens[i - 1]
  const means = (token: IToken | undefined, keyword: 'exists' | 'one-of' | 'where') =>
    token && keywordsMeant(token.image).includes(keyword) ? { at: token, keyword } : undefined
  if (entry === 'fieldLine' && wanted.is === 'nothing')
    return second?.tokenType === t.keywordTokens.from ? means(first, 'exists') : means(second, 'one-of')
  return wanted.is === 'name' ? means(before, 'where') : undefined
}

/** The word that goes on here and means what was written: `其中` for `仅限`. */
function sameMeaning(
  at: IToken,
  offered: readonly string[] | undefined,
  reading: Reading,
): string | undefined {
  const meant = keywordsMeant(at.image).find((keyword) =>
    offered === undefined
      ? keyword === 'where' || keyword === 'when'
      : everySpelling(keyword).some((spelling) => offered.includes(spelling)),
  )
  return meant && spellKeyword(meant, reading.language)
}

/** A name behind the length of a window, or behind `so far`. */
function lacksWithin(at: IToken, tokens: readonly IToken[], i: number): boolean {
  const k = t.keywordTokens
  if (at.tokenType !== t.Word) return false
  if (tokens[i - 1]?.tokenType === k['so-far']) return true
  return tokens[i - 1]?.tokenType === t.literalTokens.duration && tokens[i - 2]?.tokenType === k['in-last']
}

/** What the word before was meant for: a keyword without its last character, or what goes on behind a comma. */
function wordBefore(before: IToken, first: IToken | undefined): string | undefined {
  const cut = endOf(before.image, continuingWords())
  if (cut !== undefined || first?.tokenType !== t.Comma) return cut
  return meantWord(
    before.image,
    (['via', 'where', 'posting'] as const).flatMap((word) => everySpelling(word)),
  )
}

/** The keyword that a Chinese word is but for its last character. */
function endOf(written: string, spellings: readonly string[]): string | undefined {
  return spellings.find(
    (spelling) =>
      written.length > 1 && spelling.length === written.length + 1 && spelling.startsWith(written),
  )
}

function reportMeant(at: IToken, suggestion: string, reading: Reading): void {
  const span = tokenSpan(at, reading)
  reading.report('BY111', { written: shown(at), suggestion }, span, { edits: [{ span, text: suggestion }] })
}

function isReserved(token: IToken): boolean {
  return t.keywordOfToken(token.tokenType.name) !== undefined
}
