import { catalogue } from '../../base/catalogue.ts'
import { type Code, entryOf, fill } from '../../base/codes.ts'
import { formatGrouped, parseDecimal } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import type { Unit } from '../../plan/plan.ts'
import { words } from './explanation-words.ts'
import type { Shown, Why } from './trace.ts'

/** A value for people: amounts grouped by thousands, quotients as percentages, a reason as a sentence. */
export function printShown(
  shown: Shown,
  language: Language,
  options: { readonly currency?: boolean } = {},
): string {
  switch (shown.is) {
    case 'number': {
      const text = printNumber(shown.text, shown.unit, shown.rounded === true, language)
      return options.currency && shown.currency !== undefined ? `${text} ${shown.currency}` : text
    }
    case 'time':
      return printTime(shown.text)
    case 'truth':
      return shown.text === 'true' ? words.yes[language] : words.no[language]
    case 'held':
      return `${words.held[language]}${words.colon[language]}${reasonText(shown.reason, language)}`
    case 'not-applicable':
      return `${words.notFor[language]}${words.colon[language]}${reasonText(shown.reason, language)}`
    default:
      return shown.text
  }
}

/** `2026-05-09T17:00:00+08:00` as people write it, in the zone that it stands in. */
function printTime(iso: string): string {
  return iso.replace(
    /^(\S+)T(\d\d:\d\d)(:\d\d)[-+]\d\d:\d\d$/,
    (_, day: string, clock: string, seconds: string) =>
      seconds === ':00' ? `${day} ${clock}` : `${day} ${clock}${seconds}`,
  )
}

/** Where a reason would not fit, or stands elsewhere: a word for it. */
export function brieflyShown(shown: Shown, language: Language): string {
  if (shown.is === 'held') return words.held[language]
  return shown.is === 'not-applicable' ? words.notFor[language] : printShown(shown, language)
}

/** A number whose digits are those of `text`; `…` says that it goes on without end. */
function printNumber(text: string, unit: Unit, rounded: boolean, language: Language): string {
  const number = parseDecimal(text)
  if (number === undefined) return text
  const more = rounded ? '…' : ''
  const { digits, scale } = number
  switch (unit) {
    case 'percent':
    case 'ratio':
      return `${shifted(digits, scale, 2)}${more}%`
    case 'price-ratio':
      // 8折 is 80 % of the price; English has no such word.
      if (language === 'en') return `${shifted(digits, scale, 2)}${more}%`
      return `${shifted(digits, scale, 1)}${more}折`
    default:
      return `${formatGrouped(digits, scale)}${more}`
  }
}

/** Multiplied by 10^by, the point moved and not a digit lost. */
function shifted(digits: bigint, scale: number, by: number): string {
  return scale >= by
    ? formatGrouped(digits, scale - by)
    : formatGrouped(digits * 10n ** BigInt(by - scale), 0)
}

/** The catalogue's sentence for a reason. */
export function reasonText(why: Why, language: Language): string {
  return isCode(why.code) ? fill(entryOf(why.code).message, language, why.args) : why.code
}

/** What can be done about it. */
export function reasonHelp(why: Why, language: Language): string | undefined {
  return isCode(why.code) ? fill(entryOf(why.code).help, language, why.args) : undefined
}

/** The row and cell where a reason arose: `Quota Q-17 · amount · quotas.csv:19`. */
export function reasonPlace(why: Why): string | undefined {
  const { at } = why
  if (at === undefined) return undefined
  const file = at.file === undefined ? undefined : at.line === undefined ? at.file : `${at.file}:${at.line}`
  const row = file === at.row ? at.record : `${at.record} ${at.row}`
  return [row, at.field, file].filter((part) => part !== undefined).join(' · ')
}

function isCode(code: string): code is Code {
  return Object.hasOwn(catalogue, code)
}
