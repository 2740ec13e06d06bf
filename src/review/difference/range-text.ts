import type { Language } from '../../base/language.ts'
import { say } from '../impact/words.ts'
import { diffWords as words } from './words.ts'

type End = { readonly at: string; readonly included: boolean }

/** `amount from 50,000 to under 80,000`: a part of the line of numbers, without an end where it goes on. */
export function rangeText(
  label: string,
  { low, high }: { readonly low?: End; readonly high?: End },
  language: Language,
): string {
  if (!low && !high) return `${label} ${words.always[language]}`
  if (low && high && low.at === high.at) return `${label} = ${low.at}`
  const least = low && say(low.included ? words.fromLow : words.overLow, language, { at: low.at })
  const under = least === undefined ? words.onlyUnder : words.underHigh
  const most = high && say(high.included ? words.upToHigh : under, language, { at: high.at })
  return [label, ...[least, most].filter((part) => part !== undefined)].join(' ')
}
