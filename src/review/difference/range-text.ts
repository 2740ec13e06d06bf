import type { Language } from '../../base/language.ts'
import { spellKeyword } from '../../syntax/keywords.ts'
import { diffWords as words } from './words.ts'

type End = { readonly at: string; readonly included: boolean }

/** A part of the line of numbers; without an end it goes on. */
export type Range = { readonly low?: End; readonly high?: End }

/** `amount from 50,000 to under 80,000`: what it is of, and a range. */
export function rangeText(label: string, range: Range, language: Language): string {
  const only = pointOf(range)
  return `${label} ${only === undefined ? rangeWords(range, language) : `= ${only}`}`
}

/** `over 50,000 up to 80,000`, in the words in which a row of a table says it; a single value by itself. */
export function rangeWords(range: Range, language: Language): string {
  const { low, high } = range
  const word = (name: Parameters<typeof spellKeyword>[0]) => spellKeyword(name, language)
  const only = pointOf(range)
  if (only !== undefined) return only
  if (!low && !high) return words.always[language]
  const least = low ? [word(low.included ? 'from' : 'over'), low.at] : []
  const under = low ? [word('to'), word('under')] : [word('under')]
  const most = high ? [...(high.included ? [word('up-to')] : under), high.at] : []
  return [...least, ...most].join(' ')
}

function pointOf({ low, high }: Range): string | undefined {
  return low && high && low.at === high.at ? low.at : undefined
}
