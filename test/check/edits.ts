import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Source } from '../../src/base/span.ts'

/** The texts of a folder of policies, with the files beside them. */
export function policyTexts(folder: string): readonly Source[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.bylaw') || name.endsWith('.bylaw.md') || name.endsWith('.csv'))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
}

/** What somebody does to texts in one step. `at` chooses where, `other` what is put there: numbers from 0 to 1. */
export type Step = { readonly does: (typeof deeds)[number]; readonly at: number; readonly other: number }
const deeds = [
  'type',
  'take away',
  'change a digit',
  'put one word for another',
  'rename a word everywhere',
  'leave out a paragraph',
  'write a paragraph twice',
  'move a paragraph to the front',
  'remove a file',
  'go back',
  'go back',
] as const
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
export const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(...deeds),
  at: part,
  other: part,
})
const typed = [
  'x',
  '1',
  ' ',
  '\n',
  '\n\n',
  '# why\n',
  '{',
  '}',
  '|',
  '"',
  ' per month',
  ' for each',
  '%',
  ' CNY',
]

/** The texts after a step; `first` are those that all began with. */
export function edited(sources: readonly Source[], first: readonly Source[], step: Step): readonly Source[] {
  const { does, at, other } = step
  if (does === 'go back') return first
  const index = Math.floor(at * sources.length)
  if (does === 'remove a file') return sources.length > 1 ? sources.filter((_, i) => i !== index) : sources
  const change = (text: string): string => textAfter(text, does, (at * sources.length) % 1, other)
  if (does !== 'rename a word everywhere')
    return sources.map((source, i) => (i === index ? { ...source, text: change(source.text) } : source))
  const word = chosen(wordsIn(sources[index]?.text ?? ''), other)?.[0]
  return word === undefined
    ? sources
    : sources.map((source) => ({ ...source, text: source.text.replaceAll(word, `${word}x`) }))
}

function textAfter(text: string, does: Step['does'], at: number, other: number): string {
  const from = Math.floor(at * text.length)
  switch (does) {
    case 'type':
      return text.slice(0, from) + (chosen(typed, other) ?? '') + text.slice(from)
    case 'take away':
      return text.slice(0, from) + text.slice(from + 1 + Math.floor(other * 30))
    case 'change a digit': {
      const digit = chosen([...text.matchAll(/\d/gu)], at)
      return digit ? put(text, digit.index, 1, String(Math.floor(other * 10))) : text
    }
    case 'put one word for another': {
      const found = wordsIn(text)
      const word = chosen(found, at)
      return word ? put(text, word.index, word[0].length, chosen(found, other)?.[0] ?? '') : text
    }
    default: {
      const parts = text.split('\n\n')
      const i = Math.floor(at * parts.length)
      const [one = ''] = parts.slice(i)
      const rest = parts.filter((_, k) => k !== i)
      if (does === 'leave out a paragraph') return rest.join('\n\n')
      if (does === 'move a paragraph to the front') return [one, ...rest].join('\n\n')
      return [...parts.slice(0, i), one, ...parts.slice(i)].join('\n\n')
    }
  }
}

function wordsIn(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)]
}

function chosen<T>(items: readonly T[], at: number): T | undefined {
  return items[Math.floor(at * items.length)]
}

function put(text: string, from: number, length: number, by: string): string {
  return text.slice(0, from) + by + text.slice(from + length)
}
