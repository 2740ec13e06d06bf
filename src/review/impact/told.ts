import { placesOfCode } from '../../base/currency-places.ts'
import { type Decimal, formatGrouped, normalize, power10 } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import { reasonText } from '../../base/render.ts'
import { brieflyShown, printShown } from '../../targets/evaluate/print-shown.ts'
import type { Named, ResultLine } from '../../targets/evaluate/results.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { Shown, Why } from '../../targets/evaluate/trace.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import { mainResult, readableName, readableValue } from '../statement/readable.ts'
import type { Impact, LineChange, Person } from './impact.ts'
import { isSameValue } from './run-lines.ts'
import { say, words } from './words.ts'

/** How a report is written: in which language, and whether it names people. */
export type Telling = { readonly language: Language; readonly names: boolean }

/** What a version is called: the folder in which one stands by what it is. */
export function versionText(name: string, { language }: Telling): string {
  return name === '.' ? say(words.here, language) : name
}

export function versionsText({ before, after }: Impact, telling: Telling): string {
  return `${versionText(before, telling)} → ${versionText(after, telling)}`
}

/** `Lin Yue (R-01)`, or `person 3`. */
export function personText(person: Person | undefined, { language, names }: Telling): string {
  if (!person) return '–'
  if (!names) return say(words.personNumber, language, { n: String(person.number) })
  return nameText(person.named)
}

function nameText({ key, label }: Named): string {
  return label === undefined ? key : `${label} (${key})`
}

/** `1,234.50 CNY`. */
export function moneyText(amount: Decimal, currency: string): string {
  const text = plainMoney(amount, currency)
  return currency === '' ? text : `${text} ${currency}`
}

export function plainMoney(amount: Decimal, currency: string): string {
  const short = normalize(amount)
  const places = Math.max(short.scale, currency === '' ? 2 : placesOfCode(currency))
  return formatGrouped(short.digits * power10(places - short.scale), places)
}

/** `+1,234.50`, `−20.00`; a nought without a sign. */
export function signedText(amount: Decimal, currency: string): string {
  const text = plainMoney(amount, currency).replace(/^-/u, '−')
  return amount.digits > 0n ? `+${text}` : text
}

/** `+2.5%`, to a tenth; empty where there was nothing before. */
export function shareText(change: Decimal, before: Decimal): string {
  if (before.digits <= 0n || change.digits === 0n) return ''
  const top = change.digits * power10(before.scale) * 1000n * 2n
  const bottom = before.digits * power10(change.scale) * 2n
  const half = top < 0n ? -(bottom / 2n) : bottom / 2n
  const tenths = (top + half) / bottom
  const size = tenths < 0n ? -tenths : tenths
  if (size === 0n) return `${change.digits < 0n ? '−' : '+'}<0.1%`
  return `${change.digits < 0n ? '−' : '+'}${size / 10n}.${size % 10n}%`
}

/** Which clause, for whom, in which period: what a line is the result of. */
export function lineText(change: LineChange, telling: Telling): string {
  const { subject, item, period } = change
  const parts = [
    ...(subject ? [personText(subject, telling)] : []),
    ...(item ? [itemText(item, telling)] : []),
    period,
  ]
  return parts.join(' · ')
}

function itemText(item: Named, { language, names }: Telling): string {
  if (names) return nameText(item)
  return say(words.rowNumber, language, { record: item.record, n: String(item.row + 1) })
}

/** The result of a line and what else of it can be read; of two lines only what differs. */
export function resultTexts(
  { before, after }: LineChange,
  { language, names }: Telling,
  impact: Impact,
): { readonly before: string; readonly after: string } {
  const own = before && after && isSameValue(before.value, after.value)
  const labels = [...(before?.also ?? []), ...(after?.also ?? [])].map(({ label }) => label)
  const differing = [...new Set(labels)].filter((label) => {
    const [a, b] = [before, after].map((line) => line?.also.find((one) => one.label === label)?.value)
    return a === undefined || b === undefined || !isSameValue(a, b)
  })
  // Who is named by a reference is known, whatever the key looks like.
  const shown = (value: Value): Shown => {
    const person = value.is === 'ref' && !names ? personOfKey(impact, value.text) : undefined
    return person ? { is: 'text', text: personText(person, { language, names }) } : shownValue(value)
  }
  const textIn = ({ output }: ResultLine, result: string, value: Value): string =>
    value.is === 'enum'
      ? readableValue(output, result, value, language)
      : printShown(shown(value), language, { currency: true })
  const briefIn = (line: ResultLine, result: string, value: Value): string =>
    value.is === 'enum' ? textIn(line, result, value) : brieflyShown(shown(value), language)
  const show = (line: ResultLine | undefined): string => {
    if (!line) return say(words.noResult, language)
    const first = own ? [] : [textIn(line, mainResult(line.output), line.value)]
    const more = differing.flatMap((label) => {
      const value = line.also.find((one) => one.label === label)?.value
      const name = readableName(line.output, label, language)
      return value ? [`${name} ${briefIn(line, label, value)}`] : []
    })
    return [...first, ...more].join(language === 'en' ? ', ' : '，')
  }
  return { before: show(before), after: show(after) }
}

/** Why a line is held; where, only where rows may be named. */
export function whyText(why: Why, { language, names }: Telling): string {
  const reason = reasonText(why, language)
  if (!names || !why.at) return reason
  const { record, row, field } = why.at
  const place = field === undefined ? `${record} ${row}` : `${record} ${row}, ${field}`
  return language === 'en' ? `${reason} (${place})` : `${reason}（${place}）`
}

/** Who has a key, also one that is a plain number. */
export function personOfKey(impact: Impact, key: string): Person | undefined {
  const known = keys.get(impact.everybody) ?? new Map(impact.everybody.map((one) => [one.named.key, one]))
  keys.set(impact.everybody, known)
  return known.get(key)
}
const keys = new WeakMap<readonly Person[], ReadonlyMap<string, Person>>()

/** Takes everybody's keys and names out of a text of the policy or its results. */
export function redactor(impact: Impact, telling: Telling): (text: string) => string {
  if (telling.names) return (text) => text
  const numbers = nameable(impact.everybody)
  return (text) => {
    const whole = numbers.get(text)
    if (whole) return personText(whole, telling)
    const parts = text.split(/([\s,;:()|"“”「」、，；：（）]+)/u)
    const out: string[] = []
    for (let i = 0; i < parts.length; ) {
      let taken = 0
      // A name may have up to four words.
      for (let length = 7; length >= 1 && taken === 0; length -= 2) {
        const person = numbers.get(parts.slice(i, i + length).join(''))
        if (!person || i + length > parts.length) continue
        out.push(personText(person, telling))
        taken = length
      }
      if (taken === 0) out.push(parts[i] ?? '')
      i += Math.max(taken, 1)
    }
    return out.join('')
  }
}

const known = new WeakMap<readonly Person[], ReadonlyMap<string, Person>>()

/** Everybody by key and by name. */
function nameable(everybody: readonly Person[]): ReadonlyMap<string, Person> {
  const found = known.get(everybody)
  if (found) return found
  const made = new Map<string, Person>()
  for (const person of everybody) {
    const { key, label } = person.named
    // A plain number is many things besides a key.
    if (!/^[\d.,]*$/u.test(key)) made.set(key, person)
    if (label !== undefined && label !== '') made.set(label, person)
  }
  known.set(everybody, made)
  return made
}
