import { parseDay } from '../base/day.ts'
import type { Literal } from './ast.ts'
import { everySpelling, wordBySpelling, wordsBySpelling } from './keywords.ts'
import { clockSeconds, multipliers } from './literal.ts'

/** What begins with a digit, as far as it belongs together. */
export type Numeric = {
  /** Half-open end in the text. */
  readonly end: number
  readonly is: NumericLiteral | { readonly is: 'month-day' } | { readonly is: 'period-name' } | Problem
}
export type NumericLiteral = Extract<
  Literal,
  { is: 'number' | 'percent' | 'price-ratio' | 'money' | 'date' | 'time' | 'clock' | 'duration' }
>
/** `instead`: how it is most probably meant. */
export type Problem = {
  readonly is: 'problem'
  readonly problem:
    | 'no-such-date'
    | 'no-such-time'
    | 'iso-time'
    | 'hyphens'
    | 'slashes'
    | 'thousands'
    | 'number'
    | 'too-long'
    | 'price-ratio'
  readonly instead?: string
}

const wordEnd = '(?![\\p{L}\\p{Nd}_])'
const unitWords = [...wordsBySpelling('unit').keys()].sort((a, b) => b.length - a.length)
/** Words with blanks between them; a Latin one ends where the word does. That is asked once: it takes long to prepare. */
const spaced = (words: readonly string[]) => {
  const latin = words.filter((word) => /^[a-z]/.test(word)).map((word) => word.replace(' ', '[ \\t]+'))
  return [`(?:${latin.join('|')})${wordEnd}`, ...words.filter((word) => !/^[a-z]/.test(word))].join('|')
}

/** `12 CNY year to date`: here `year` counts nothing. */
const toDate = everySpelling('year-to-date')
  .map((spelling) => spelling.replaceAll(' ', '[ \\t]+'))
  .join('|')

const patterns = {
  periodName: new RegExp(`\\d{4}-(?:Q[1-4]|H[12])${wordEnd}`, 'uy'),
  /** `17:00` behind a date, or alone. */
  clock: /\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/uy,
  clockBehind: /[ \t]+\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/uy,
  clockBehindChinese: /[ \t]*\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/uy,
  isoTime: /T\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/uy,
  chineseDate: /\d+年\d+月\d+日/uy,
  chineseMonthDay: /\d{1,2}月\d{1,2}日/uy,
  hyphens: /\d+(?:-\d+)+/uy,
  slashes: /\d{4}\/\d{1,2}\/\d{1,2}/uy,
  thousands: /\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d)/uy,
  number: /\d[\d_]*(?:\.\d[\d_]*)?/uy,
  multiplier: new RegExp(`[ \\t]*(?:${multipliers.map(([word]) => word).join('|')})`, 'uy'),
  ratio: /[ \t]*[%‰折]/uy,
  blanks: /[ \t]+/uy,
  currency: new RegExp(`元|[ \\t]*[A-Z]{3}${wordEnd}`, 'uy'),
  unit: new RegExp(`[ \\t]*(?!${toDate})(?:${spaced(unitWords)})`, 'uy'),
  junk: /(?:[\p{L}\p{Nd}_]|\.(?=\d))+/uy,
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0]
}

/**
 * Whether a blank, a sign or the end of the text stands there, told without a pattern: patterns of letters of every script
 * are prepared when they are first asked, which takes as long as reading a small policy.
 */
function endsAt(text: string, offset: number): boolean {
  return offset >= text.length || ' \t\r\n,;|(){}%+-*/<>='.includes(text.charAt(offset))
}

/** Reads the number, amount, date or duration at an offset where a digit stands. */
export function numericAt(text: string, offset: number): Numeric {
  if (text.charAt(offset) === '.') {
    const { end } = amountAt(text, offset + 1)
    const instead = `0${text.slice(offset, end)}`
    return { end, is: { is: 'problem', problem: 'number', instead } }
  }
  const found = datesAt(text, offset) ?? clockAt(text, offset) ?? amountAt(text, offset)
  const junk = endsAt(text, found.end) ? undefined : matchAt(patterns.junk, text, found.end)
  // `4个季度`: a kind of period is a word of its own, which Chinese writes without a space.
  if (junk === undefined || (/^[个個]/u.test(junk) && wordBySpelling('period', junk) !== undefined))
    return found
  const end = found.end + junk.length
  if (found.is.is !== 'problem') {
    const length = lengthMeant(text.slice(offset, end))
    return { end, is: { is: 'problem', problem: 'number', ...(length && { instead: length }) } }
  }
  const { problem, instead } = found.is
  return { end, is: { is: 'problem', problem, ...(instead && { instead: instead + junk }) } }
}

/** `3月` for `3个月`: in Chinese a month has another word than a number of months. */
function lengthMeant(written: string): string | undefined {
  const [, count] = /^(\d{1,3})月$/u.exec(written) ?? []
  return count === undefined ? undefined : `${count}个月`
}

function datesAt(text: string, offset: number): Numeric | undefined {
  const isPeriod = 'QH'.includes(text.charAt(offset + 5) || '-')
  const periodName = isPeriod ? matchAt(patterns.periodName, text, offset) : undefined
  if (periodName !== undefined) return { end: offset + periodName.length, is: { is: 'period-name' } }
  const slashes = matchAt(patterns.slashes, text, offset)
  if (slashes !== undefined) {
    const instead = isoDate(slashes.split('/'))
    return {
      end: offset + slashes.length,
      is: { is: 'problem', problem: 'slashes', ...(parseDay(instead) !== undefined && { instead }) },
    }
  }
  const thousands = matchAt(patterns.thousands, text, offset)
  if (thousands !== undefined) {
    const instead = thousands.replace(/[,，]/g, '_')
    return { end: offset + thousands.length, is: { is: 'problem', problem: 'thousands', instead } }
  }
  const written = matchAt(patterns.hyphens, text, offset) ?? matchAt(patterns.chineseDate, text, offset)
  if (written === undefined) {
    const monthDay = matchAt(patterns.chineseMonthDay, text, offset)
    return monthDay === undefined ? undefined : { end: offset + monthDay.length, is: { is: 'month-day' } }
  }
  const end = offset + written.length
  if (parseDay(written) !== undefined)
    return timeBehind(text, written, end) ?? { end, is: { is: 'date', spelling: written } }
  if (/^\d{1,2}-\d{1,2}$/.test(written)) return { end, is: { is: 'month-day' } }
  const looksLikeDate = /^\d{4}-\d{1,2}-\d{1,2}$/.test(written) || written.includes('年')
  return { end, is: { is: 'problem', problem: looksLikeDate ? 'no-such-date' : 'hyphens' } }
}

/** `2026-05-09 17:00`: the time of day that a date goes on with. */
function timeBehind(text: string, date: string, from: number): Numeric | undefined {
  const iso = matchAt(patterns.isoTime, text, from)
  if (iso !== undefined) {
    const clock = /^T(\d{1,2}:\d{2}(?::\d{2})?)$/.exec(iso)?.[1]
    const instead = clock !== undefined && clockSeconds(clock) !== undefined && `${date} ${clock}`
    const problem = { is: 'problem', problem: 'iso-time', ...(instead && { instead }) } as const
    return { end: from + iso.length, is: problem }
  }
  const behind = date.endsWith('日') ? patterns.clockBehindChinese : patterns.clockBehind
  const found = matchAt(behind, text, from)
  if (found === undefined) return undefined
  const end = from + found.length
  const clock = found.trim()
  if (clockSeconds(clock) === undefined) return { end, is: { is: 'problem', problem: 'no-such-time' } }
  return { end, is: { is: 'time', spelling: `${date} ${clock}` } }
}

function clockAt(text: string, offset: number): Numeric | undefined {
  const clock = matchAt(patterns.clock, text, offset)
  if (clock === undefined) return undefined
  const known = clockSeconds(clock) !== undefined
  return {
    end: offset + clock.length,
    is: known ? { is: 'clock', spelling: clock } : { is: 'problem', problem: 'no-such-time' },
  }
}

function isoDate(parts: readonly string[]): string {
  const [year = '', month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function amountAt(text: string, offset: number): Numeric {
  const digits = matchAt(patterns.number, text, offset) ?? text.charAt(offset)
  const multiplier = matchAt(patterns.multiplier, text, offset + digits.length) ?? ''
  const number = digits + multiplier
  const end = offset + number.length
  // 37 digits are what every engine can hold; a longer number is a slip or an attack.
  if (digits.replace(/[._]/g, '').length > 37) return { end, is: { is: 'problem', problem: 'too-long' } }
  const ratio = matchAt(patterns.ratio, text, end)
  if (ratio !== undefined) return ratioOf(number, ratio.trimStart(), end + ratio.length)
  const behind = matchAt(patterns.blanks, text, end)?.length ?? 0
  if (endsAt(text, end + behind)) return { end, is: { is: 'number', spelling: number } }
  const currency = matchAt(patterns.currency, text, end)
  if (currency !== undefined) {
    const code = currency.trimStart()
    const spelling = code === '元' ? `${number}元` : `${number} ${code}`
    return {
      end: end + currency.length,
      is: { is: 'money', spelling, currency: code === '元' ? 'CNY' : code },
    }
  }
  const unit = matchAt(patterns.unit, text, end)
  const meaning = unit === undefined ? undefined : wordBySpelling('unit', unit.trim().replace(/[ \t]+/g, ' '))
  if (unit !== undefined && meaning !== undefined)
    return { end: end + unit.length, is: { is: 'duration', spelling: number, unit: meaning } }
  return { end, is: { is: 'number', spelling: number } }
}

function ratioOf(number: string, sign: string, end: number): Numeric {
  const spelling = number + sign
  if (sign !== '折') return { end, is: { is: 'percent', spelling } }
  // 8折, 8.5折 and 85折; 10折 would be a tenth by the rule of two digits, and is meant as "no discount".
  const valid = /^(?:[1-9](?:\.\d)?|0\.[1-9]|[1-9]\d)$/.test(number) && number !== '10'
  return valid
    ? { end, is: { is: 'price-ratio', spelling } }
    : { end, is: { is: 'problem', problem: 'price-ratio' } }
}
