import { effect, signal } from '@preact/signals'
import type { Language, Words } from '../../../src/index.ts'
import { store, stored } from './stored.ts'

/** The language of everything that the page says. */
export const language = signal<Language>(chosenBefore() ?? languageOf(navigator.languages))

effect(() => {
  document.documentElement.lang = language.value
  store('language', language.value)
})

/** Several things in one line. */
export function listed(parts: readonly string[]): string {
  return parts.join(language.value === 'en' ? ', ' : '、')
}

/** What is said of one thing, part after part. */
export function together(parts: readonly string[]): string {
  return parts.join(language.value === 'en' ? ', ' : '，')
}

/** Several things in one line that may have commas in them. */
export function listedApart(parts: readonly string[]): string {
  return parts.join(language.value === 'en' ? '; ' : '；')
}

/** A text in the page's language, its `{name}` filled. */
export function say(words: Words, values: { readonly [name: string]: string | number } = {}): string {
  return words[language.value].replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : all,
  )
}

function chosenBefore(): Language | undefined {
  const found = stored('language')
  return found === 'en' || found === 'zh-Hans' || found === 'zh-Hant' ? found : undefined
}

/** The first of the reader's languages that the page speaks. */
function languageOf(wanted: readonly string[]): Language {
  for (const one of wanted) {
    if (/^zh\b/i.test(one)) return /hant|tw|hk|mo/i.test(one) ? 'zh-Hant' : 'zh-Hans'
    if (/^en\b/i.test(one)) return 'en'
  }
  return 'en'
}
